#include "workspace/words.hpp"

#include <array>
#include <charconv>
#include <cstdlib>
#include <utility>

namespace salient::workspace {

namespace {

using time::Precision;

constexpr std::array<std::pair<Precision, std::string_view>, 11> kPrecisions = {{
    {Precision::Instant, "instant"},
    {Precision::Minute, "minute"},
    {Precision::Hour, "hour"},
    {Precision::Day, "day"},
    {Precision::Week, "week"},
    {Precision::Month, "month"},
    {Precision::Season, "season"},
    {Precision::Quarter, "quarter"},
    {Precision::Year, "year"},
    {Precision::Decade, "decade"},
    {Precision::Century, "century"},
}};

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

std::string_view time_precision_id(Precision precision) {
    for (const auto& [value, id] : kPrecisions) {
        if (value == precision) {
            return id;
        }
    }
    return "day";
}

std::optional<Precision> time_precision_from_id(std::string_view id) {
    for (const auto& [value, word] : kPrecisions) {
        if (word == id) {
            return value;
        }
    }
    return std::nullopt;
}

std::string zone_id(const time::Span& span) {
    switch (span.zone) {
        case time::ZoneKind::Floating:
            return "floating";
        case time::ZoneKind::Utc:
            return "utc";
        case time::ZoneKind::Offset:
            break;
    }
    const int minutes = std::abs(static_cast<int>(span.offset_minutes));
    return (span.offset_minutes < 0 ? "-" : "+") + two_digits(minutes / 60) + ":"
           + two_digits(minutes % 60);
}

bool set_zone(time::Span& span, std::string_view id) {
    if (id == "floating" || id == "utc") {
        span.zone = id == "utc" ? time::ZoneKind::Utc : time::ZoneKind::Floating;
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
    span.zone = time::ZoneKind::Offset;
    span.offset_minutes = static_cast<std::int16_t>(id[0] == '-' ? -total : total);
    return true;
}

std::string_view mode_id(session::TimeMode mode) {
    return mode == session::TimeMode::Window ? "window" : "up_to_cursor";
}

std::optional<session::TimeMode> mode_from_id(std::string_view id) {
    if (id == "window") {
        return session::TimeMode::Window;
    }
    if (id == "up_to_cursor") {
        return session::TimeMode::UpToCursor;
    }
    return std::nullopt;
}

}  // namespace salient::workspace
