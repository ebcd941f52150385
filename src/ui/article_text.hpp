#pragma once

#include "ui/highlights.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct ImFont;

namespace salient::ui {

struct Look;

/// A wrapped line of the article: bytes, end exclusive.
struct TextLine {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The line to stand at the top of a view so that lines [first, end) are in it, with some text before them; `first` where they
/// are more than the view holds.
[[nodiscard]] std::size_t
top_line_to_show(std::size_t first, std::size_t end, std::size_t lines_in_view);

/// An article laid out in lines, kept between frames.
class ArticleText {
public:
    /// Draws the text in the current ImGui window, with its highlights; only visible lines cost.
    /// @param aim  this stretch is brought into view
    void draw(
        const Look& look,
        std::string_view article_id,
        std::string_view text,
        std::span<const HighlightRun> runs,
        const std::optional<HighlightRun>& aim);

private:
    std::string id_;
    std::size_t size_ = 0;
    float width_ = 0;
    const ImFont* font_ = nullptr;
    std::vector<TextLine> lines_;
    void lay_out(ImFont* font, std::string_view text, float width);
};

}  // namespace salient::ui
