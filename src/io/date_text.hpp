#pragma once

#include "time/span.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace salient::io {

/// Whether 03/04/2022 is the third of April or the fourth of March.
enum class DayMonthOrder { Unknown, DayFirst, MonthFirst };

/// What a column's values say about their order.
struct OrderEvidence {
    std::size_t day_first = 0;    ///< values that only read day first (26/10/25)
    std::size_t month_first = 0;  ///< values that only read month first (12/31/2022)
    std::size_t either = 0;
    [[nodiscard]] DayMonthOrder order() const;
};
void add_evidence(std::string_view value, OrderEvidence& evidence);

/// Reads one date of an event file: ISO 8601, `2022/03/05`, `20220305`, `220305`, `20220305103000`, `05.03.2022`, `05/03/22 10:30 PM`, `24 Feb 2022`,
/// `Feb 24, 2022`, `2022`, `1421.0`, epoch seconds (10 digits) and milliseconds (13 digits).
/// nullopt when it is none of these, a day that does not exist, or one before the year 1.
/// @param order  for what could be both; Unknown reads day first
[[nodiscard]] std::optional<time::Span> read_date(std::string_view text, DayMonthOrder order);

/// One span out of a beginning and an end as written; an empty or unreadable end leaves the beginning's own end.
/// An end before its beginning gives nullopt.
[[nodiscard]] std::optional<time::Span> join_dates(
    const std::optional<time::Span>& begin,
    const std::optional<time::Span>& end,
    bool open_end);

}  // namespace salient::io
