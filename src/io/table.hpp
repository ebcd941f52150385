#pragma once

#include "base/diagnostics.hpp"
#include "geo/types.hpp"
#include "io/import_report.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
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

/// Keeps texts until it is cleared, and its memory for the next use.
class RowArena {
public:
    [[nodiscard]] std::string_view keep(std::string_view text);
    void clear();

private:
    static constexpr std::size_t kRoom = std::size_t{1} << 14U;
    std::unique_ptr<char[]> room_;
    std::size_t used_ = 0;
    std::vector<std::unique_ptr<char[]>> large_;
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

/// What a RowSource keeps between rows for one thread.
struct RowState {
    RowState() = default;
    RowState(const RowState&) = delete;
    RowState& operator=(const RowState&) = delete;
    virtual ~RowState() = default;
};

/// One row as it is read; used again for the next. One a thread.
struct RowScratch {
    std::vector<std::string_view>
        cells;  ///< one a column, then those of new_columns; empty where the row has none
    std::vector<std::string> new_columns;  ///< names that the table does not have
    Shape shape;
    bool missing_cells = false;  ///< the row has fewer cells than the table has columns
    std::string problem;         ///< why the row is none; empty when it is one
    RowArena arena;
    std::unique_ptr<RowState> state;
    std::size_t counted_to = 0;  ///< lines are counted from here
    std::size_t line = 1;
};

/// Rows that are parsed when they are asked for, so that a file of any size costs little more than its text.
class RowSource {
public:
    RowSource() = default;
    RowSource(const RowSource&) = delete;
    RowSource& operator=(const RowSource&) = delete;
    virtual ~RowSource() = default;

    [[nodiscard]] virtual std::size_t row_count() const = 0;
    /// Views in `out` hold until its next use. @thread any, one scratch each
    virtual void read(std::size_t index, RowScratch& out) const = 0;
    /// The row as it stands in the file.
    [[nodiscard]] virtual std::string_view text(std::size_t index) const = 0;
    /// Line of the file, from 1; cheapest when asked in order.
    [[nodiscard]] virtual std::size_t line(std::size_t index, RowScratch& scratch) const = 0;
    [[nodiscard]] virtual bool has_shapes() const = 0;
    /// Rows may be read by several threads at once.
    [[nodiscard]] virtual bool is_thread_safe() const = 0;
    /// The same rows with more columns known; nullptr when new columns are only cells without a heading.
    [[nodiscard]] virtual std::shared_ptr<const RowSource> with_columns(
        const std::vector<std::string>& columns) const = 0;
};

/// Counts line ends from where `scratch` has got to.
[[nodiscard]] std::size_t line_at(std::string_view text, std::size_t offset, RowScratch& scratch);

/// Rows of text cells with an optional geometry each: what every reader gives, whatever the format.
///
/// A format with times of its own (KML, GPX, `when`) puts them into the columns "time begin" and "time end" as ISO text; an open
/// end or begin is "..". A moment or day has "time begin" only. KML's name, description, folder and styleUrl are columns.
struct Table {
    std::string name;
    std::vector<std::string> columns;
    std::vector<std::size_t> lines;  ///< one a row
    std::vector<Shape> shapes;       ///< one a row, or none at all
    std::shared_ptr<const RowSource>
        source;  ///< when set, all rows come from it, and none from the lists
    std::function<void(std::string_view)>
        forget;  ///< when set, takes parts of the file whose rows have been read

    /// Position of a column, added when it is new.
    std::uint32_t column_index(std::string_view column);
    /// @pre rows are added in order; the text stays where it is as long as the table
    void begin_row(std::size_t line);
    /// Takes the row back that was begun last.
    void drop_row();
    void add_cell(std::uint32_t column, std::string_view text) { cells_.push_back({text, column}); }
    /// Copies the text.
    void add_copy(std::uint32_t column, std::string_view text) {
        cells_.push_back({arena.keep(text), column});
    }
    [[nodiscard]] std::size_t row_count() const {
        return source ? source->row_count() : lines.size();
    }
    [[nodiscard]] bool has_shapes() const {
        return source ? source->has_shapes() : !shapes.empty();
    }
    /// Any row of any table. @thread any, one scratch each
    void read_row(std::size_t index, RowScratch& out) const;
    [[nodiscard]] std::size_t line_of(std::size_t index, RowScratch& scratch) const {
        return source ? source->line(index, scratch) : lines[index];
    }
    /// Rows from `first` up to, not including, `last` are not read again soon.
    void forget_rows(std::size_t first, std::size_t last) const;
    /// All cells of a row by column; empty where the row has none. Valid until the next call. @pre no source
    [[nodiscard]] std::span<const std::string_view> row(
        std::size_t index,
        std::vector<std::string_view>& scratch) const;
    /// One cell; slower than row().
    [[nodiscard]] std::string cell(std::size_t index, std::uint32_t column) const;

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
    std::size_t keep_rejected = 1000;
    std::vector<std::string> not_followed;
    std::deque<std::string> texts;  ///< unpacked files that cells refer to

    /// Counts a row that gives no event; the first `keep_rejected` are kept.
    void reject(std::size_t line, std::string reason, std::string_view text);
};

}  // namespace salient::io
