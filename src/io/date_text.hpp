#pragma once

#include "time/span.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace salient::io {

/// Whether 03/04/2022 is the third of April or the fourth of March.
enum class DayMonthOrder : std::uint8_t { Unknown, DayFirst, MonthFirst };

/// What whole numbers in a column of dates mean where their length leaves it open.
enum class NumberForm : std::uint8_t {
    ByLength,     ///< YYYY, YYYYMMDD, YYYYMMDDhhmmss, epoch seconds, milliseconds or microseconds
    YearMonth,    ///< 202203
    ShortDay,     ///< 220305
    ExcelDays,    ///< 44625
    Years,        ///< also of three digits
    EpochMillis,  ///< epoch milliseconds, also of few digits
    EpochDays,    ///< the same, all at midnight
};

/// What a column's values say about how its dates are written.
struct DateForms {
    std::size_t day_first = 0;    ///< values that only read day first (26/10/25)
    std::size_t month_first = 0;  ///< values that only read month first (12/31/2022)
    std::size_t either = 0;       ///< values that read both ways, to different days
    std::size_t dotted = 0;       ///< with points: 05.03.2022
    std::size_t midnights = 0;    ///< with the time of day 00:00 and no zone
    std::size_t clocks = 0;       ///< with another time of day
    NumberForm numbers = NumberForm::ByLength;
    std::optional<DayMonthOrder> given;  ///< said by the user or the schema

    /// Unknown when neither occurs, or both equally often; it is then read day first.
    [[nodiscard]] DayMonthOrder order() const;
    /// A column that only knows midnight holds days: the time of day was added by a program.
    [[nodiscard]] bool is_midnight_a_day() const { return midnights > 0 && clocks == 0; }
};
[[nodiscard]] DateForms study_dates(std::span<const std::string_view> values);

enum class DateIssue : std::uint8_t {
    None,
    Empty,
    NotADate,
    BeforeChrist,
    ClockUnread,  ///< there is a day, and behind it what may be a time of day in no known form
};
struct DateReading {
    std::optional<time::Span> span;
    DateIssue issue = DateIssue::None;
};

/// Reads one date of an event file: ISO 8601, `2022/03/05`, `20220305`, `05.03.2022`, `05/03/22 10:30 PM`, `24 Feb 2022`,
/// `Feb 24, 2022`, `2022`, `1421.0`, epoch numbers, ranges of these, "c. 1421".
[[nodiscard]] DateReading read_date(std::string_view raw, const DateForms& forms);

/// The day with a time of day from a column of its own, see clock_on. nullopt when it is none, or the span is no single day.
[[nodiscard]] std::optional<time::Span> with_clock(const time::Span& day, std::string_view clock);

/// One span out of a beginning and an end; without an end the beginning's own end. An end before its beginning gives nullopt.
[[nodiscard]] std::optional<time::Span> join_dates(
    const std::optional<time::Span>& begin,
    const std::optional<time::Span>& end,
    bool open_end);

}  // namespace salient::io
