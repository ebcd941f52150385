#pragma once

#include "scene/legend.hpp"
#include "scene/text_measure.hpp"

#include <string>
#include <vector>

namespace salient::scene {

/// Device pixels at each edge that something else covers (panels of the window).
struct InsetsPx {
    float left = 0;
    float top = 0;
    float right = 0;
    float bottom = 0;
};

/// Which pieces stand around the map.
struct PageOptions {
    bool title = true;    ///< date, window, source and age of the held ground
    bool details = true;  ///< off: the title is the date alone
    bool legend = true;
    bool legend_types =
        true;  ///< off: event types are explained elsewhere, in a panel of the window
    bool scale = true;
    bool credits = true;
    bool whole_labels = true;  ///< labels that an edge would cut are left out
    std::string headline;      ///< above the date; may be empty
    InsetsPx insets;
};
/// All pieces, for a saved picture.
[[nodiscard]] PageOptions picture_page();
/// Date, legend and scale, for the window.
/// @param types_in_panel  a panel beside the map explains the event types
[[nodiscard]] PageOptions window_page(const InsetsPx& insets, bool types_in_panel = false);

/// The words and rows to lay out.
struct PageContent {
    std::string headline;
    std::string date;                ///< "12 January 2025"
    std::vector<std::string> notes;  ///< below the date, each may wrap
    std::vector<LegendRow> legend;
    std::string credits;  ///< one paragraph, wraps
};

struct Page {
    std::vector<Item> items;
    std::vector<RectPx> taken;  ///< pieces do not overlap each other; labels keep out of them
};

/// Lays the pieces out: title top left, legend bottom left, scale bottom right (top right where the legend needs the width),
/// credits along the bottom. What finds no room even when set smaller is left out, the legend's last rows first. No two
/// pieces overlap.
[[nodiscard]] Page lay_out_page(
    const PageContent& content,
    const PageOptions& options,
    const View& view,
    const TextStyle& style);

/// Breaks text at spaces into lines no wider than `most_px`; a word that is wider is cut with an ellipsis.
/// @param most_lines  >= 1; the last line is cut with an ellipsis when more would follow
[[nodiscard]] std::vector<std::string> wrap_text(
    const std::string& text,
    const std::function<float(std::string_view)>& width,
    float most_px,
    std::size_t most_lines);

}  // namespace salient::scene
