#pragma once

#include "time/span.hpp"

#include <string>

// Only for the .cpp files of this module.
namespace salient::time {

[[nodiscard]] bool has_clock(const Span& span);

/// Where the last unit of the span begins: its begin, when it is one unit long. @pre has_clock(span)
[[nodiscard]] UnixSeconds last_moment(const Span& span);

/// "12 January 2025", "06:30", " UTC+2"
struct ClockParts {
    std::string day;
    std::string clock;
    std::string zone;
};
/// @param local  as the clock on the wall shows it
[[nodiscard]] ClockParts clock_parts(UnixSeconds local, std::string zone);

/// "12 January 2025, 06:30 UTC+2", "12 January 2025, 06:30–07:15 UTC+2", "12 January 2025, 23:30 – 13 January 2025, 00:15 UTC+2"
[[nodiscard]] std::string stretch_text(const ClockParts& first, const ClockParts& last);

}  // namespace salient::time
