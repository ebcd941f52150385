#pragma once

#include "time/span.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace salient::io {

/// Where a time of day stands: behind a day in its cell, or in a column of its own, where digits alone are one.
enum class ClockPlace : std::uint8_t { BehindDay, OwnColumn };

/// A time of day on a day, or a stretch between two: "13:44", "13:44:18.5", "1:44 PM", "17h30", "10:00Z", "10:00 +0200",
/// "05:30 EET", "10:00 UTC+3", "22:10 Europe/Kyiv", "at 05:30", "about 17:00", "10:00 - 12:00"; in a column of its own also "0530",
/// "5.30" and "0.229", a share of the day. A stretch whose end is before its beginning ends on the next day.
/// @return nullopt when it is none
[[nodiscard]] std::optional<time::Span>
clock_on(std::chrono::sys_days day, std::string_view text, ClockPlace place);

/// Without words such as "at" that lead to a time of day, at the end of a text.
[[nodiscard]] std::string_view without_clock_word(std::string_view text);

}  // namespace salient::io
