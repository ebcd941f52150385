#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace salient::time {

/// Seconds since 1970-01-01T00:00:00 UTC, proleptic Gregorian, leap seconds not counted.
using UnixSeconds = std::int64_t;

inline constexpr UnixSeconds kSecondsPerDay = 86'400;

/// How exactly the source said it. For a span with two stated ends, the precision of its ends.
enum class Precision {
    Instant,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Season,
    Quarter,
    Year,
    Decade,
    Century
};

/// What the source said about its clock.
enum class ZoneKind {
    Floating,  ///< none: the same calendar day whatever zone the viewer runs in; stored as if UTC
    Utc,       ///< said UTC (or `Z`)
    Offset,    ///< said another offset, kept in `offset_minutes`
};

/// A stretch of time, half-open `[begin, end)`, with what is known about its edges.
///
/// `2025-01` is the whole of January: begin 1 January, end 1 February, precision Month.
/// An open end holds for all later time; `end` then repeats `begin` plus the length of one unit and
/// must not be read as a limit (likewise an open begin).
struct Span {
    UnixSeconds begin = 0;
    UnixSeconds end = 0;
    Precision precision = Precision::Day;
    ZoneKind zone = ZoneKind::Floating;
    std::int16_t offset_minutes = 0;  ///< east of UTC, only with ZoneKind::Offset
    bool open_begin = false;          ///< started at an unknown earlier time
    bool open_end = false;            ///< still going on, or the end is unknown
    bool approximate = false;         ///< "about", "around", `~`

    friend bool operator==(const Span&, const Span&) = default;
};

/// A window of time chosen by the user, half-open, both ends given.
struct Window {
    UnixSeconds begin = 0;
    UnixSeconds end = 0;
    friend bool operator==(const Window&, const Window&) = default;
};

/// nullopt when there is no such day, or its year is not one of 1 to 9999.
[[nodiscard]] std::optional<std::chrono::sys_days> make_day(int year, int month, int day);
/// The whole calendar day, precision Day, floating.
[[nodiscard]] Span day_span(std::chrono::sys_days day);
/// From the first to the last day, both inclusive, precision Day, floating. @pre first <= last
[[nodiscard]] Span days_span(std::chrono::sys_days first, std::chrono::sys_days last);
[[nodiscard]] Span month_span(std::chrono::year_month month);
[[nodiscard]] Span year_span(std::chrono::year year);

/// The calendar day that holds the second (floor).
[[nodiscard]] std::chrono::sys_days day_of(UnixSeconds value);
[[nodiscard]] UnixSeconds seconds_of(std::chrono::sys_days day);

/// First and last calendar day (inclusive) that the span touches, in its own zone.
[[nodiscard]] std::chrono::sys_days first_day(const Span& span);
[[nodiscard]] std::chrono::sys_days last_day(const Span& span);

/// The span lies wholly inside the window: it happened then. An empty span (instant) counts as a point.
[[nodiscard]] bool certainly_inside(const Span& span, const Window& window);
/// The span and the window share a moment: it may have happened then.
[[nodiscard]] bool possibly_inside(const Span& span, const Window& window);

}  // namespace salient::time
