#pragma once

#include "time/span.hpp"
#include "timex/lexicon.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace salient::timex {

/// A calendar value with the TIMEX3 text of it.
struct Resolved {
    std::string value;
    std::optional<time::Span> span;
};

[[nodiscard]] Resolved resolve_day(std::chrono::sys_days day);
/// nullopt when there is no such day.
[[nodiscard]] std::optional<Resolved> resolve_day(int year, int month, int day);
/// Both ends inclusive; the value is the first day's, as TIMEX3 has no ranges.
[[nodiscard]] Resolved resolve_days(std::chrono::sys_days first, std::chrono::sys_days last);
[[nodiscard]] Resolved resolve_month(int year, int month);
[[nodiscard]] Resolved resolve_year(int year);
/// 199 is the 1990s, 20 the 21st century.
[[nodiscard]] Resolved resolve_decade(int year);
[[nodiscard]] Resolved resolve_century(int first_year);
/// 1 spring … 4 winter; the winter of a year begins in its December.
[[nodiscard]] Resolved resolve_season(int year, int season);
[[nodiscard]] Resolved resolve_quarter(int year, int quarter);
/// First or second half of a year, `2008-H1`.
[[nodiscard]] Resolved resolve_half_year(int year, int half);
/// The week that holds the day, `2025-W02`.
[[nodiscard]] Resolved resolve_week(std::chrono::sys_days day);
[[nodiscard]] Resolved resolve_weekend(std::chrono::sys_days day);

/// The early (−1), middle (0) or late (1) third of a calendar time. The value stays, as TIMEX3 keeps it in an attribute;
/// the span is the third, approximate.
[[nodiscard]] Resolved third_of(Resolved whole, int edge);
/// `2013-03-01/2013-03-10`: how a stretch of days is written in a phrase on its own; by months when it is made of them.
[[nodiscard]] std::string interval_value(const time::Span& span);
/// A part of a day, `2025-01-09TMO`, with the hours it usually means. A night begins in the evening and ends on the
/// next day, unless `before_dawn`: then it is the first hours of the day.
[[nodiscard]] Resolved resolve_part(std::chrono::sys_days day, DayPart part, bool before_dawn);
/// TIMEX3's letters: MO, MI, AF, EV, NI.
[[nodiscard]] const char* part_code(DayPart part);

/// The letter of a unit in a TIMEX3 duration: PT5M, P3D, P2W …
[[nodiscard]] std::string duration_value(int count, Unit unit);
/// A value of which something is half more: "a month and a half", P1.5M.
[[nodiscard]] std::string half_more_value(int count, Unit unit);
/// A value repeated once a unit, as "daily" has it: XXXX-XX-XX, XXXX-WXX …
[[nodiscard]] std::string set_value(Unit unit);
/// `XX` for an unknown count: "several days" is PXD.
[[nodiscard]] std::string vague_duration(Unit unit);

/// Moves a day by a number of units (a month's end stays in its month).
[[nodiscard]] std::chrono::sys_days shift(std::chrono::sys_days day, Unit unit, int count);
/// What holds the day, at the size of the unit: a day, its week, month …
[[nodiscard]] Resolved at_unit(std::chrono::sys_days day, Unit unit);

}  // namespace salient::timex
