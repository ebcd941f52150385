#pragma once

#include "control/history.hpp"
#include "events/event.hpp"
#include "geo/types.hpp"
#include "session/document.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace salient::ui {

/// Straight 8-bit sRGB.
struct Color {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;
    friend bool operator==(const Color&, const Color&) = default;
};

/// Outline of an event's mark, the second cue beside its colour. The same names as on the map.
enum class Shape : std::uint8_t {
    Circle,
    Square,
    Diamond,
    TriangleUp,
    TriangleDown,
    Pentagon,
    Hexagon,
    Star,
    Plus,
    Cross,
    Bar,
};

/// How an event type looks on the map, so that panels show the same.
struct TypeLook {
    Color color;
    Shape shape = Shape::Circle;
};
using Palette = std::array<TypeLook, events::kEventTypeCount>;

/// One suggestion of the "Go to" box.
struct PlaceHit {
    std::string name;         ///< as shown: "Sudzha"
    std::string description;  ///< "Kursk Oblast, Russia"
    geo::LonLat point;
    double zoom = 10;  ///< camera zoom that suits the place
};

/// An article as the card shows it. `text` is the very text that Evidence offsets count in.
struct ArticleView {
    std::string id;
    std::string title;
    std::string publisher;
    std::string published;  ///< as shown, or empty when unknown
    std::string text;       ///< UTF-8
};

/// A job that takes long enough to be shown.
struct Job {
    std::string label;            ///< "Reading events.csv"
    std::optional<double> share;  ///< done, 0…1; nullopt when nobody knows
    bool can_cancel = true;
};

enum class NoticeLevel : std::uint8_t { Done, Warning, Error };

/// Something to tell the user. Shown until dismissed (DismissNotice) or taken out of the list by the app.
struct Notice {
    std::uint64_t id = 0;  ///< unique
    NoticeLevel level = NoticeLevel::Done;
    std::string text;                  ///< one or two sentences
    std::vector<std::string> details;  ///< further lines, folded away
};

/// A row of a file that gave no event.
struct RejectedLine {
    std::size_t line = 0;  ///< of the file, from 1
    std::string reason;
    std::string text;  ///< the start of the row
};

/// Which column of a table means what, as it was guessed or set. Roles are words such as "latitude"; empty: not used.
struct MappingView {
    struct Column {
        std::string name;
        std::string role;
    };
    std::vector<Column> columns;      ///< in file order
    std::vector<std::string> roles;   ///< all that can be chosen
    std::optional<bool> month_first;  ///< order of 05/03/2022; nullopt: decided by the values
    friend bool operator==(const MappingView&, const MappingView&) = default;
};
inline bool operator==(const MappingView::Column& a, const MappingView::Column& b) {
    return a.name == b.name && a.role == b.role;
}

/// What loading one file did. Of an event file, rows = accepted + guessed + rejected.
struct ImportRow {
    std::string path;
    std::string file;    ///< name without folders
    std::string kind;    ///< "events", "article", "control areas"
    std::string format;  ///< "CSV, ACLED, UTF-8", or empty
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t removed = 0;
    std::size_t rows = 0;
    std::size_t accepted = 0;
    std::size_t guessed = 0;
    std::size_t rejected = 0;
    std::size_t undated = 0;
    std::size_t unlocated = 0;
    std::string days;                   ///< "1 Aug 2024 – 31 Mar 2025", or empty
    std::vector<std::string> problems;  ///< "Expected …, found …: events.csv:7"
    std::vector<RejectedLine> rejected_lines;
    std::optional<MappingView> mapping;  ///< of a table whose columns can be mapped
};

/// An article whose date of publication is not known: the user is asked for it.
struct DatelessArticle {
    std::string id;
    std::string title;
};

/// All that the panels read in a frame. Everything referred to must live until draw_all returns.
struct Inputs {
    const session::Document& document;
    const control::ControlHistory* control = nullptr;  ///< null: none loaded
    Palette palette = {};
    float width_px = 1280;  ///< of the window, device-independent: ImGui's DisplaySize
    float height_px = 720;  ///< likewise
    bool close_asked =
        false;  ///< the user closes the window: answered by Quit, or a question when work is unsaved

    /// Completes what is typed in the "Go to" box: (typed, at most). Empty function: no box.
    std::function<std::vector<PlaceHit>(std::string_view, std::size_t)> complete = {};
    /// The article with this id, or null. Called for the selected event only.
    std::function<const ArticleView*(std::string_view)> article = {};
    /// Ids of the events drawn at a point, topmost first; device-independent pixels from the map's top left. Called when the
    /// pointer is over the map.
    std::function<std::vector<std::string>(double, double)> pick = {};

    std::optional<Job> job = {};
    std::span<const Notice> notices = {};
    std::span<const ImportRow> imports = {};  ///< of the last load; shown when asked for
    std::string save_folder = {};             ///< where the save dialog starts
    std::string workspace = {};               ///< the open one, without a password; empty: none
    std::vector<std::string> bookmarks = {};  ///< their names, in the order they were kept
    std::optional<std::string> recovery =
        {};  ///< work of a session that ended badly: what it holds
    std::span<const DatelessArticle> dateless = {};
    std::vector<std::string> extensions = {
        ".geojson",
        ".json",
        ".csv",
        ".tsv",
        ".kml",
        ".kmz",
        ".gpkg",
        ".fgb",
        ".shp",
        ".gpx",
        ".txt",
        ".html",
        ".htm",
        ".md",
        ".zip",
        ".xlsx"};  ///< offered by the file browser
};

}  // namespace salient::ui
