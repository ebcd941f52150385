#pragma once

#include "timex/reader.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string_view>

namespace salient::timex {

/// How the day of a holiday is found in a year.
enum class HolidayKind : std::uint8_t {
    Fixed,           ///< month, day
    NthWeekday,      ///< month, weekday in `day`, number in `nth`; 0 is the last
    WesternEaster,   ///< days from Easter in `day`
    OrthodoxEaster,  ///< days from Orthodox Easter in `day`
};

struct Holiday {
    std::string_view name;  ///< folded words, separated by spaces; forms of a word by `|`
    HolidayKind kind = HolidayKind::Fixed;
    int month = 0;
    int day = 0;
    int nth = 0;
    int since = 0;  ///< first year of this rule; an earlier entry with the same name holds before
};

/// Of one name the rule of later years stands first.
[[nodiscard]] std::span<const Holiday> holidays();
/// nullopt when the year has no such day.
[[nodiscard]] std::optional<std::chrono::sys_days> holiday_in(const Holiday& holiday, int year);

}  // namespace salient::timex
