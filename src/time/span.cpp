#include "time/span.hpp"

#include <algorithm>
#include <cassert>

namespace salient::time {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;

Span whole(sys_days first, sys_days behind_last, Precision precision) {
    Span span;
    span.begin = seconds_of(first);
    span.end = seconds_of(behind_last);
    span.precision = precision;
    return span;
}

UnixSeconds local(const Span& span, UnixSeconds utc) {
    return span.zone == ZoneKind::Offset ? utc + UnixSeconds{60} * span.offset_minutes : utc;
}

}  // namespace

UnixSeconds seconds_of(sys_days day) {
    return static_cast<UnixSeconds>(day.time_since_epoch().count()) * kSecondsPerDay;
}

sys_days day_of(UnixSeconds value) {
    return floor<days>(sys_seconds(seconds(value)));
}

std::optional<std::chrono::sys_days> make_day(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{
        std::chrono::year(year),
        std::chrono::month(static_cast<unsigned>(month)),
        std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? std::optional(std::chrono::sys_days(date)) : std::nullopt;
}

Span day_span(sys_days day) {
    return whole(day, day + days(1), Precision::Day);
}

Span days_span(sys_days first, sys_days last) {
    assert(first <= last);
    return whole(first, last + days(1), Precision::Day);
}

Span month_span(std::chrono::year_month month) {
    return whole(
        sys_days(month / 1),
        sys_days((month + std::chrono::months(1)) / 1),
        Precision::Month);
}

Span year_span(std::chrono::year year) {
    return whole(
        sys_days(year / 1 / 1),
        sys_days((year + std::chrono::years(1)) / 1 / 1),
        Precision::Year);
}

sys_days first_day(const Span& span) {
    return day_of(local(span, span.begin));
}

sys_days last_day(const Span& span) {
    return day_of(local(span, std::max(span.begin, span.end - 1)));
}

bool certainly_inside(const Span& span, const Window& window) {
    if (span.open_begin || span.open_end) {
        return false;
    }
    if (span.end <= span.begin) {
        return span.begin >= window.begin && span.begin < window.end;
    }
    return span.begin >= window.begin && span.end <= window.end;
}

bool possibly_inside(const Span& span, const Window& window) {
    if (span.end <= span.begin && !span.open_begin && !span.open_end) {
        return span.begin >= window.begin && span.begin < window.end;
    }
    const bool begins_in_time = span.open_begin || span.begin < window.end;
    const bool ends_late_enough = span.open_end || span.end > window.begin;
    return begins_in_time && ends_late_enough;
}

}  // namespace salient::time
