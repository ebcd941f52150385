#pragma once

#include "timex/reader.hpp"

#include <optional>

namespace salient::timex {

/// A zone said behind a clock time: "GMT", "EST", "Kyiv time", "за київським часом", "по Москве".
struct Zone {
    int offset_minutes = 0;        ///< east of UTC, in winter
    bool has_summer_time = false;  ///< an hour more between the last Sundays of March and October
    bool is_known = true;          ///< false: "local time"
    std::size_t next = 0;          ///< piece behind it
};
[[nodiscard]] std::optional<Zone> read_zone(const Reader& in, std::size_t i);
/// Minutes east of UTC on that day.
[[nodiscard]] int offset_on(const Zone& zone, std::chrono::sys_days day);

}  // namespace salient::timex
