#include "base/digits.hpp"
#include "time/clock_words.hpp"
#include "time/text.hpp"
#include "time/words.hpp"

#include <array>
#include <cstdio>
#include <string>

namespace salient::time {

namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

struct Parts {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
};

Parts parts_of(sys_days day) {
    const year_month_day date(day);
    return {
        static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day())};
}

template <class... Args>
std::string format(const char* pattern, Args... args) {
    std::array<char, 96> buffer = {};
    std::snprintf(buffer.data(), buffer.size(), pattern, args...);
    return buffer.data();
}

UnixSeconds local_time(const Span& span, UnixSeconds at) {
    return span.zone == ZoneKind::Offset ? at + std::int64_t{60} * span.offset_minutes : at;
}

std::string zone_suffix(const Span& span) {
    if (span.zone == ZoneKind::Utc) {
        return "Z";
    }
    if (span.zone != ZoneKind::Offset) {
        return "";
    }
    const int minutes = span.offset_minutes < 0 ? -span.offset_minutes : span.offset_minutes;
    return format("%c%02d:%02d", span.offset_minutes < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

/// The moment at the span's precision.
std::string iso_clock(const Span& span, UnixSeconds moment) {
    const UnixSeconds at = local_time(span, moment);
    const auto in_day = static_cast<int>(at - seconds_of(day_of(at)));
    std::string text = iso_day(day_of(at)) + format("T%02d", in_day / 3600);
    if (span.precision != Precision::Hour) {
        text += format(":%02d", in_day / 60 % 60);
    }
    if (span.precision == Precision::Instant) {
        text += format(":%02d", in_day % 60);
    }
    return text + zone_suffix(span);
}

/// ISO text of one end, at the span's precision.
std::string iso_end(const Span& span, sys_days day) {
    const Parts parts = parts_of(day);
    switch (span.precision) {
        case Precision::Month:
            return format("%04d-%02u", parts.year, parts.month);
        case Precision::Year:
            return format("%04d", parts.year);
        default:
            return iso_day(day);
    }
}

/// The span is one whole unit of its precision.
bool is_one_unit(const Span& span) {
    const sys_days first = first_day(span);
    const Parts parts = parts_of(first);
    switch (span.precision) {
        case Precision::Day:
            return span.end - span.begin == kSecondsPerDay;
        case Precision::Month:
            return parts.day == 1
                   && span.end
                          == month_span(
                                 std::chrono::year(parts.year) / std::chrono::month(parts.month))
                                 .end;
        case Precision::Year:
            return parts.day == 1 && parts.month == 1
                   && span.end == year_span(std::chrono::year(parts.year)).end;
        default:
            return false;
    }
}

std::string iso_week(sys_days monday) {
    const int year = parts_of(monday + std::chrono::days(3)).year;
    const sys_days fourth = sys_days(std::chrono::year(year) / 1 / 4);
    const sys_days first_monday = fourth - (std::chrono::weekday(fourth) - std::chrono::Monday);
    return format("%04d-W%02d", year, static_cast<int>((monday - first_monday).count() / 7) + 1);
}

std::string days_text(sys_days first, sys_days last) {
    const Parts a = parts_of(first);
    const Parts b = parts_of(last);
    if (first == last) {
        return display_day(first);
    }
    if (a.year == b.year && a.month == b.month) {
        return format("%u–%u %s %d", a.day, b.day, month_name(a.month), a.year);
    }
    if (a.year == b.year) {
        return format(
            "%u %s – %u %s %d",
            a.day,
            month_name(a.month),
            b.day,
            month_name(b.month),
            a.year);
    }
    return display_day(first) + " – " + display_day(last);
}

std::string season_text(const Span& span) {
    const Parts parts = parts_of(first_day(span));
    switch (parts.month) {
        case 3:
            return format("spring %d", parts.year);
        case 6:
            return format("summer %d", parts.year);
        case 9:
            return format("autumn %d", parts.year);
        case 12:
            return format("winter %d/%02d", parts.year, (parts.year + 1) % 100);
        default:
            return days_text(first_day(span), last_day(span));
    }
}

std::string display_zone(const Span& span) {
    if (span.zone == ZoneKind::Utc) {
        return " UTC";
    }
    if (span.zone != ZoneKind::Offset) {
        return "";
    }
    const int minutes = span.offset_minutes < 0 ? -span.offset_minutes : span.offset_minutes;
    std::string text = format(" UTC%c%d", span.offset_minutes < 0 ? '-' : '+', minutes / 60);
    if (minutes % 60 != 0) {
        text += format(":%02d", minutes % 60);
    }
    return text;
}

std::string clock_text(const Span& span) {
    const auto moment = [&span](UnixSeconds at) {
        return clock_parts(local_time(span, at), display_zone(span));
    };
    return stretch_text(moment(span.begin), moment(last_moment(span)));
}

std::string plain_text(const Span& span) {
    const Parts first = parts_of(first_day(span));
    const Parts last = parts_of(last_day(span));
    switch (span.precision) {
        case Precision::Instant:
        case Precision::Minute:
        case Precision::Hour:
            return clock_text(span);
        case Precision::Season:
            return season_text(span);
        case Precision::Quarter:
            return format("Q%u %d", (first.month + 2) / 3, first.year);
        case Precision::Month:
            if (first.year == last.year && first.month == last.month) {
                return format("%s %d", month_name(first.month), first.year);
            }
            return format(
                "%s %d – %s %d",
                month_name(first.month),
                first.year,
                month_name(last.month),
                last.year);
        case Precision::Year:
            return first.year == last.year ? format("%d", first.year)
                                           : format("%d–%d", first.year, last.year);
        case Precision::Decade:
            return format("%ds", first.year);
        case Precision::Century:
            return format("%d–%d", first.year, last.year);
        default:
            return days_text(first_day(span), last_day(span));
    }
}

}  // namespace

std::string iso_day(sys_days day) {
    const Parts parts = parts_of(day);
    std::string text = base::padded(parts.year, 4);
    text += '-';
    base::append_padded(text, static_cast<int>(parts.month), 2);
    text += '-';
    base::append_padded(text, static_cast<int>(parts.day), 2);
    return text;
}

std::string iso_text(const Span& span) {
    if (has_clock(span)) {
        const std::string begin = iso_clock(span, span.begin);
        const std::string end = iso_clock(span, last_moment(span));
        return span.open_begin ? "../" + end
               : span.open_end ? begin + "/.."
               : begin == end  ? begin
                               : begin + "/" + end;
    }
    std::string begin = iso_end(span, first_day(span));
    std::string end = iso_end(span, last_day(span));
    if (span.precision == Precision::Week && span.end - span.begin == 7 * kSecondsPerDay) {
        begin = iso_week(first_day(span));
        end = begin;
    }
    if (span.open_begin) {
        return "../" + end;
    }
    if (span.open_end) {
        return begin + "/..";
    }
    return is_one_unit(span) || begin == end ? begin : begin + "/" + end;
}

std::string display_day(sys_days day) {
    const Parts parts = parts_of(day);
    return format("%u %s %d", parts.day, month_name(parts.month), parts.year);
}

std::string display_text(const Span& span) {
    std::string text = plain_text(span);
    if (span.open_begin) {
        text = "until " + display_day(last_day(span));
    } else if (span.open_end) {
        text = "since " + display_day(first_day(span));
    }
    return span.approximate ? "about " + text : text;
}

}  // namespace salient::time
