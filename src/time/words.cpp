#include "time/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <system_error>

namespace salient::time {

namespace {

constexpr std::array<std::string_view, 11> kPrecisions = {  // in the order of Precision
    "instant",
    "minute",
    "hour",
    "day",
    "week",
    "month",
    "season",
    "quarter",
    "year",
    "decade",
    "century"};

constexpr std::array<const char*, 12> kMonths = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"};

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::optional<int> whole_number(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return number;
}

}  // namespace

std::string_view precision_id(Precision precision) {
    return kPrecisions.at(static_cast<std::size_t>(precision));
}

std::optional<Precision> precision_from_id(std::string_view id) {
    const auto found = std::find(kPrecisions.begin(), kPrecisions.end(), id);
    if (found == kPrecisions.end()) {
        return std::nullopt;
    }
    return static_cast<Precision>(found - kPrecisions.begin());
}

std::string zone_id(const Span& span) {
    switch (span.zone) {
        case ZoneKind::Floating:
            return "floating";
        case ZoneKind::Utc:
            return "utc";
        case ZoneKind::Offset:
            break;
    }
    const int minutes = std::abs(static_cast<int>(span.offset_minutes));
    return (span.offset_minutes < 0 ? "-" : "+") + two_digits(minutes / 60) + ":"
           + two_digits(minutes % 60);
}

bool set_zone(Span& span, std::string_view id) {
    if (id == "floating" || id == "utc") {
        span.zone = id == "utc" ? ZoneKind::Utc : ZoneKind::Floating;
        span.offset_minutes = 0;
        return true;
    }
    const std::size_t colon = id.find(':');
    if (colon == std::string_view::npos || id.size() < 5 || (id[0] != '+' && id[0] != '-')) {
        return false;
    }
    const auto hours = whole_number(id.substr(1, colon - 1));
    const auto minutes = whole_number(id.substr(colon + 1));
    if (!hours || !minutes || *hours < 0 || *hours > 546 || *minutes < 0 || *minutes > 59) {
        return false;
    }
    const int total = *hours * 60 + *minutes;
    span.zone = ZoneKind::Offset;
    span.offset_minutes = static_cast<std::int16_t>(id[0] == '-' ? -total : total);
    return true;
}

const char* month_name(unsigned month) {
    return kMonths.at(month - 1);
}

}  // namespace salient::time
