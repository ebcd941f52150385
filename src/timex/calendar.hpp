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
/// The week that holds the day, `2025-W02`.
[[nodiscard]] Resolved resolve_week(std::chrono::sys_days day);
[[nodiscard]] Resolved resolve_weekend(std::chrono::sys_days day);

/// The letter of a unit in a TIMEX3 duration: PT5M, P3D, P2W …
[[nodiscard]] std::string duration_value(int count, Unit unit);
/// `XX` for an unknown count: "several days" is PXD.
[[nodiscard]] std::string vague_duration(Unit unit);

/// Moves a day by a number of units (a month's end stays in its month).
[[nodiscard]] std::chrono::sys_days shift(std::chrono::sys_days day, Unit unit, int count);
/// What holds the day, at the size of the unit: a day, its week, month …
[[nodiscard]] Resolved at_unit(std::chrono::sys_days day, Unit unit);

}  // namespace salient::timex
