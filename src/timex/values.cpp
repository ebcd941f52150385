#include "timex/calendar.hpp"

#include <array>

namespace salient::timex {

namespace {

/// `P`, the count, and the letter of the unit, which is behind a `T` for clock units.
std::string period(const std::string& count, Unit unit) {
    switch (unit) {
        case Unit::Second:
            return "PT" + count + "S";
        case Unit::Minute:
            return "PT" + count + "M";
        case Unit::Hour:
            return "PT" + count + "H";
        case Unit::Day:
            return "P" + count + "D";
        case Unit::Week:
        case Unit::Fortnight:
            return "P" + count + "W";
        case Unit::Month:
            return "P" + count + "M";
        case Unit::Quarter:
            return "P" + count + "Q";
        case Unit::Year:
            return "P" + count + "Y";
        case Unit::Decade:
            return "P" + count + "DE";
        case Unit::Century:
            return "P" + count + "CE";
        case Unit::Weekend:
            return "P" + count + "WE";
    }
    return {};
}

/// Hours [begin, end) of a part of a day, counted from its midnight.
struct Hours {
    int begin = 0;
    int end = 0;
};

Hours hours_of(DayPart part, bool before_dawn) {
    switch (part) {
        case DayPart::Morning:
            return {5, 12};
        case DayPart::Midday:
            return {12, 14};
        case DayPart::Afternoon:
            return {12, 18};
        case DayPart::Evening:
            return {18, 24};
        case DayPart::Night:
            return before_dawn ? Hours{0, 6} : Hours{20, 30};
        case DayPart::Midnight:
            return {0, 1};
    }
    return {0, 24};
}

}  // namespace

std::string duration_value(int count, Unit unit) {
    return period(std::to_string(unit == Unit::Fortnight ? 2 * count : count), unit);
}

std::string half_more_value(int count, Unit unit) {
    return period(std::to_string(count) + ".5", unit);
}

std::string vague_duration(Unit unit) {
    return period("X", unit);
}

std::string set_value(Unit unit) {
    switch (unit) {
        case Unit::Day:
            return "XXXX-XX-XX";
        case Unit::Week:
            return "XXXX-WXX";
        case Unit::Month:
            return "XXXX-XX";
        case Unit::Quarter:
            return "XXXX-QX";
        case Unit::Year:
            return "XXXX";
        case Unit::Weekend:
            return "XXXX-WXX-WE";
        default:
            return duration_value(1, unit);
    }
}

std::string interval_value(const time::Span& span) {
    const std::string first = resolve_day(time::first_day(span)).value;
    const std::string last = resolve_day(time::last_day(span)).value;
    const auto after = std::chrono::year_month_day(time::last_day(span) + std::chrono::days(1));
    const bool whole_months = span.precision == time::Precision::Year && first.ends_with("-01")
                              && after.day() == std::chrono::day(1);
    if (whole_months) {
        return first.substr(0, first.size() - 3) + "/" + last.substr(0, last.size() - 3);
    }
    return first + "/" + last;
}

const char* part_code(DayPart part) {
    static constexpr std::array<const char*, 6> kCodes = {"MO", "MI", "AF", "EV", "NI", "NI"};
    return kCodes.at(static_cast<std::size_t>(part));
}

Resolved resolve_part(std::chrono::sys_days day, DayPart part, bool before_dawn) {
    static constexpr time::UnixSeconds kHour = 3600;
    const Hours hours = hours_of(part, before_dawn);
    time::Span span = time::day_span(day);
    const time::UnixSeconds midnight = span.begin;
    span.begin = midnight + hours.begin * kHour;
    span.end = midnight + hours.end * kHour;
    span.precision = time::Precision::Hour;
    span.approximate = true;
    return {resolve_day(day).value + "T" + part_code(part), span};
}

namespace {

/// Days of the early third of a calendar time, and of its late one.
struct Thirds {
    time::UnixSeconds early = 0;
    time::UnixSeconds late = 0;
};

Thirds thirds_of(const time::Span& span) {
    const time::UnixSeconds days = (span.end - span.begin) / time::kSecondsPerDay;
    switch (span.precision) {
        case time::Precision::Week:
            return {3, 3};  // Monday to Wednesday, Friday to Sunday
        case time::Precision::Month:
            return {10, days - 20};
        case time::Precision::Year:
            return {days - 245, 122};  // January to April, September to December
        default:
            return {days / 3, days / 3};
    }
}

}  // namespace

Resolved third_of(Resolved whole, int edge) {
    if (!whole.span || whole.span->precision <= time::Precision::Day) {
        return whole;
    }
    const Thirds thirds = thirds_of(*whole.span);
    const time::UnixSeconds early_end = whole.span->begin + thirds.early * time::kSecondsPerDay;
    const time::UnixSeconds late_begin = whole.span->end - thirds.late * time::kSecondsPerDay;
    if (edge < 0) {
        whole.span->end = early_end;
    } else if (edge > 0) {
        whole.span->begin = late_begin;
    } else {
        whole.span->begin = early_end;
        whole.span->end = late_begin;
    }
    whole.span->approximate = true;
    return whole;
}

}  // namespace salient::timex
