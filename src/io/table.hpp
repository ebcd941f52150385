#pragma once

#include "base/diagnostics.hpp"
#include "geo/types.hpp"
#include "io/import_report.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace salient::io {

/// Keeps texts at fixed addresses until it goes.
class TextArena {
public:
    [[nodiscard]] std::string_view keep(std::string_view text);

private:
    std::vector<std::unique_ptr<char[]>> blocks_;
    char* next_ = nullptr;
    std::size_t room_ = 0;
};

/// What an event needs of a feature's geometry, in degrees on WGS 84.
struct Shape {
    enum class State : std::uint8_t { None, Placed, Bad, OutOfRange, Swapped };
    State state = State::None;
    geo::LonLat point;    ///< the point, or the middle of a line or area
    double radius_m = 0;  ///< from `point` to the farthest vertex
    geo::Box box;         ///< of all vertices in range; only when placed
    std::uint32_t vertices = 0;
    bool wrapped = false;  ///< a longitude beyond 180° was brought back
};

/// Rows of text cells with an optional geometry each: what every reader gives, whatever the format.
///
/// A format with times of its own (KML, GPX, `when`) puts them into the columns "time begin" and "time end" as ISO text; an open
/// end or begin is "..". A moment or day has "time begin" only. KML's name, description, folder and styleUrl are columns.
struct Table {
    std::string name;
    std::vector<std::string> columns;
    std::vector<std::size_t> lines;  ///< one a row
    std::vector<Shape> shapes;       ///< one a row, or none at all

    /// Position of a column, added when it is new.
    std::uint32_t column_index(std::string_view column);
    /// @pre rows are added in order; the text stays where it is as long as the table
    void begin_row(std::size_t line);
    void add_cell(std::uint32_t column, std::string_view text) { cells_.push_back({text, column}); }
    /// Copies the text.
    void add_copy(std::uint32_t column, std::string_view text) {
        cells_.push_back({arena.keep(text), column});
    }
    [[nodiscard]] std::size_t row_count() const { return lines.size(); }
    /// All cells of a row by column; empty where the row has none. Valid until the next call.
    [[nodiscard]] std::span<const std::string_view> row(
        std::size_t index,
        std::vector<std::string_view>& scratch) const;
    /// One cell; slower than row().
    [[nodiscard]] std::string_view cell(std::size_t index, std::uint32_t column) const;

    TextArena arena;

private:
    struct Cell {
        std::string_view text;
        std::uint32_t column = 0;
    };
    std::vector<Cell> cells_;
    std::vector<std::size_t> first_cell_;
    std::unordered_map<std::string, std::uint32_t> index_;
};

/// All that a reader gives: tables, and what it noticed.
struct Tables {
    std::string format;
    std::string encoding = "UTF-8";
    std::vector<Table> tables;
    base::Diagnostics diagnostics{20};
    std::vector<RejectedRow> rejected;
    std::size_t rejected_count = 0;
    std::vector<std::string> not_followed;
    std::deque<std::string> texts;  ///< unpacked files that cells refer to

    /// Counts a row that gives no event; the first 1,000 are kept.
    void reject(std::size_t line, std::string reason, std::string_view text);
};

}  // namespace salient::io
