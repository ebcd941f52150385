#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace salient::io {

/// When a file is from, by its name.
struct NamedTime {
    std::chrono::sys_days day;
    int minute_of_day = 0;  ///< 0 when the name has no time of day
    friend bool operator==(const NamedTime& a, const NamedTime& b) {
        return a.day == b.day && a.minute_of_day == b.minute_of_day;
    }
    friend bool operator<(const NamedTime& a, const NamedTime& b) {
        return a.day < b.day || (a.day == b.day && a.minute_of_day < b.minute_of_day);
    }
};

/// The one date in a file's name, with the time of day behind it: `…_20240708.geojson`, `240708_1915.kmz`,
/// `Control_25_12_16.kml`, `2025-02-01.geojson`, `front 8 July 2024.kml`, `1720396800.json` (seconds since 1970).
/// nullopt when there is none, or two that differ.
[[nodiscard]] std::optional<NamedTime> time_in_name(std::string_view file_name);

/// The day alone.
[[nodiscard]] std::optional<std::chrono::sys_days> date_in_name(std::string_view file_name);

}  // namespace salient::io
