#include "time/zone.hpp"

#include "base/digits.hpp"
#include "time/clock_words.hpp"
#include "time/text.hpp"

#include <date/tz.h>

#include <chrono>
#include <cstdlib>
#include <exception>

namespace salient::time {

namespace {

const date::time_zone* locate(const std::string& name) {
    try {
        return date::locate_zone(name);
    } catch (const std::exception&) {
        return nullptr;  // the caller says which zone was asked for
    }
}

ClockParts parts_in(const DisplayZone& zone, UnixSeconds at) {
    return clock_parts(at + UnixSeconds{60} * zone.offset_minutes(at), " " + zone.suffix(at));
}

}  // namespace

base::Result<DisplayZone> DisplayZone::find(std::string_view name) {
    DisplayZone result;
    if (name == "UTC" || name == "Etc/UTC") {
        return result;
    }
    result.name_ = std::string(name);
    result.zone_ = locate(result.name_);
    if (result.zone_ == nullptr && name == "Europe/Kyiv") {
        result.zone_ = locate("Europe/Kiev");
    }
    if (result.zone_ == nullptr) {
        return base::Error{
            base::ErrorCode::NotFound,
            "Expected a time zone such as UTC or Europe/Kyiv, found '"
                + std::string(name.substr(0, 60))
                + "' (if the name is right, install the package tzdata)",
            ""};
    }
    return result;
}

int DisplayZone::offset_minutes(UnixSeconds at) const {
    if (zone_ == nullptr) {
        return 0;
    }
    const auto info = zone_->get_info(std::chrono::sys_seconds(std::chrono::seconds(at)));
    return static_cast<int>(info.offset.count() / 60);
}

std::string DisplayZone::suffix(UnixSeconds at) const {
    const int minutes = offset_minutes(at);
    if (minutes == 0) {
        return "UTC";
    }
    const int size = std::abs(minutes);
    std::string text = (minutes < 0 ? "UTC−" : "UTC+") + std::to_string(size / 60);
    return size % 60 == 0 ? text : text + ":" + base::padded(size % 60, 2);
}

std::string display_clock(UnixSeconds at, const DisplayZone& zone) {
    const ClockParts parts = parts_in(zone, at);
    return stretch_text(parts, parts);
}

std::string display_text(const Span& span, const DisplayZone& zone) {
    const bool is_open = span.open_begin || span.open_end;
    if (!has_clock(span) || span.zone == ZoneKind::Floating || is_open) {
        return display_text(span);
    }
    return (span.approximate ? "about " : "")
           + stretch_text(parts_in(zone, span.begin), parts_in(zone, last_moment(span)));
}

}  // namespace salient::time
