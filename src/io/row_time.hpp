#pragma once

#include "base/diagnostics.hpp"
#include "io/column_mapping.hpp"
#include "io/date_text.hpp"
#include "io/row_cells.hpp"
#include "time/span.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace salient::io {

/// When the event of one row was.
struct RowTime {
    std::optional<time::Span> span;
    std::string text;  ///< as written
    std::optional<std::chrono::sys_days>
        first_day;  ///< stated; a month or year counts from its first day
    std::optional<std::chrono::sys_days>
        last_day;                   ///< stated; a month or year counts as its first day
    const char* problem = nullptr;  ///< diagnostic code, or null
};

/// Reads the dates of a table's rows. Immutable once made.
class TimeReader {
public:
    /// Looks at the date columns of the whole table; when no row tells the order of day and month, it says so.
    TimeReader(
        const Table& table,
        const ColumnMapping& mapping,
        const RoleColumns& roles,
        base::Diagnostics& diagnostics);
    [[nodiscard]] RowTime read(const RowCells& row) const;
    /// Some dates could be read day first or month first, and no row decides.
    [[nodiscard]] bool is_order_guessed() const { return order_guessed_; }

private:
    DateForms start_;
    DateForms end_;
    bool order_guessed_ = false;
    bool open_when_empty_ = false;  ///< a row without an end goes on
    bool is_utc_ = false;           ///< the publisher's clock is UTC, or its column says so

    [[nodiscard]] std::optional<time::Span> with_year(const RowCells& row, std::string_view text)
        const;
    [[nodiscard]] std::optional<time::Span> from_parts(const RowCells& row, RowTime& out) const;
    [[nodiscard]] std::optional<time::Span> start_of(const RowCells& row, RowTime& out) const;
    [[nodiscard]] std::optional<time::Span>
    end_of(const RowCells& row, const std::optional<time::Span>& start, RowTime& out) const;
    void add_precision(std::string_view code, time::Span& span) const;
    std::string schema_;
};

}  // namespace salient::io
