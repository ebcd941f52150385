#pragma once

#include "base/result.hpp"
#include "time/span.hpp"

#include <string>
#include <string_view>

namespace date {
class time_zone;
}

namespace salient::time {

/// The time zone that clock times are shown in. Calendar days never move with it: a floating day is the same day in
/// every zone. Small, copyable; rules come from the system's zone files.
class DisplayZone {
public:
    /// UTC.
    DisplayZone() = default;
    /// @param name  IANA name ("Europe/Kyiv", "UTC"); "Europe/Kyiv" falls back to its older spelling "Europe/Kiev"
    /// @errors NotFound: no such zone, or the system has no zone files (says which package to install).
    [[nodiscard]] static base::Result<DisplayZone> find(std::string_view name);

    [[nodiscard]] const std::string& name() const { return name_; }
    /// Minutes east of UTC at this moment, summer time included.
    [[nodiscard]] int offset_minutes(UnixSeconds at) const;
    /// "UTC", "UTC+2", "UTC−3:30": what is written beside a clock time.
    [[nodiscard]] std::string suffix(UnixSeconds at) const;

private:
    std::string name_ = "UTC";
    const date::time_zone* zone_ = nullptr;  ///< null: UTC; lives as long as the program
};

/// "12 January 2025, 06:30 UTC+2"
[[nodiscard]] std::string display_clock(UnixSeconds at, const DisplayZone& zone);
/// Like display_text, with the clock times of spans whose source stated a zone converted to `zone`. Floating days and
/// floating clock times stay as they are.
[[nodiscard]] std::string display_text(const Span& span, const DisplayZone& zone);

}  // namespace salient::time
