#include "io/date_text.hpp"

#include "time/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace salient::io {

namespace {

using std::chrono::sys_days;

std::string_view trim(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n\"'");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t\r\n\"'") - first + 1);
}

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

int number(std::string_view text) {
    int value = -1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::optional<sys_days> make_day(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{
        std::chrono::year(year),
        std::chrono::month(static_cast<unsigned>(month)),
        std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? std::optional(sys_days(date)) : std::nullopt;
}

std::optional<time::Span> instant(std::int64_t seconds) {
    time::Span span;
    span.begin = seconds;
    span.end = seconds;
    span.precision = time::Precision::Instant;
    span.zone = time::ZoneKind::Utc;
    return span;
}

std::optional<time::Span> from_digits(std::string_view text) {
    const auto part = [&](std::size_t from, std::size_t length) {
        return number(text.substr(from, length));
    };
    std::optional<sys_days> day;
    switch (text.size()) {
        case 4:
            return number(text) >= 1
                       ? std::optional(time::year_span(std::chrono::year(number(text))))
                       : std::nullopt;
        case 6: {
            day = make_day(2000 + part(0, 2), part(2, 2), part(4, 2));
            if (!day && part(0, 4) >= 1900 && part(0, 4) <= 2100 && part(4, 2) >= 1
                && part(4, 2) <= 12) {
                return time::month_span(
                    std::chrono::year(part(0, 4))
                    / std::chrono::month(static_cast<unsigned>(part(4, 2))));
            }
            break;
        }
        case 8:
            day = make_day(part(0, 4), part(4, 2), part(6, 2));
            break;
        case 10:
        case 13: {
            std::int64_t value = 0;
            std::from_chars(text.data(), text.data() + text.size(), value);
            return instant(text.size() == 13 ? value / 1000 : value);
        }
        case 14: {
            day = make_day(part(0, 4), part(4, 2), part(6, 2));
            if (!day || part(8, 2) > 23 || part(10, 2) > 59 || part(12, 2) > 59) {
                return std::nullopt;
            }
            auto span = instant(
                time::seconds_of(*day) + part(8, 2) * 3600 + part(10, 2) * 60 + part(12, 2));
            span->zone = time::ZoneKind::Floating;
            return span;
        }
        default:
            break;
    }
    return day ? std::optional(time::day_span(*day)) : std::nullopt;
}

/// Three numbers with the same separator between: a date in front of an optional clock time.
struct Triple {
    std::array<int, 3> value = {};
    std::array<std::size_t, 3> width = {};
    std::string_view rest;
};

std::optional<Triple> split_triple(std::string_view text) {
    Triple out;
    char separator = 0;
    std::size_t at = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const std::size_t begin = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
            ++at;
        }
        out.width.at(i) = at - begin;
        if (at == begin || at - begin > 4) {
            return std::nullopt;
        }
        out.value.at(i) = number(text.substr(begin, at - begin));
        if (i == 2) {
            break;
        }
        const char here = at < text.size() ? text[at] : '\0';
        if ((here != '/' && here != '.' && here != '-') || (separator != 0 && here != separator)) {
            return std::nullopt;
        }
        separator = here;
        ++at;
    }
    out.rest = trim(text.substr(at));
    return out;
}

/// 13:44, 13:44:18, 1:44:18 PM, with Z or an offset behind: moves a day's span to the moment.
bool add_clock(std::string_view text, sys_days day, time::Span& span) {
    std::string clock(text);
    if (!clock.empty() && (clock.front() == ',' || clock.front() == 'T')) {
        clock.erase(0, 1);
    }
    clock = std::string(trim(clock));
    bool afternoon = false;
    bool meridiem = false;
    if (clock.size() > 2) {
        std::string tail = clock.substr(clock.size() - 2);
        std::transform(tail.begin(), tail.end(), tail.begin(), [](unsigned char c) {
            return static_cast<char>(std::tolower(c));
        });
        meridiem = tail == "am" || tail == "pm";
        afternoon = tail == "pm";
        if (meridiem) {
            clock = std::string(trim(clock.substr(0, clock.size() - 2)));
        }
    }
    if (clock.size() > 1 && clock[1] == ':') {
        clock.insert(0, 1, '0');
    }
    const auto iso = time::parse_iso(time::iso_day(day) + "T" + clock);
    if (!iso) {
        return false;
    }
    span = *iso;
    if (meridiem) {
        const auto hour = static_cast<int>((span.begin - time::seconds_of(day)) / 3600);
        const int wanted = hour % 12 + (afternoon ? 12 : 0);
        span.begin += (wanted - hour) * 3600;
        span.end += (wanted - hour) * 3600;
    }
    return true;
}

int full_year(int year, std::size_t width) {
    if (width > 2) {
        return year;
    }
    return year < 70 ? 2000 + year : 1900 + year;
}

std::optional<time::Span> from_triple(const Triple& triple, DayMonthOrder order) {
    std::optional<sys_days> day;
    if (triple.width[0] == 4) {
        day = make_day(triple.value[0], triple.value[1], triple.value[2]);
    } else {
        const int year = full_year(triple.value[2], triple.width[2]);
        const bool month_first = order == DayMonthOrder::MonthFirst;
        day = month_first ? make_day(year, triple.value[0], triple.value[1])
                          : make_day(year, triple.value[1], triple.value[0]);
        const bool undecided = order == DayMonthOrder::Unknown;
        if (!day && undecided) {
            day = make_day(year, triple.value[0], triple.value[1]);
        }
    }
    if (!day) {
        return std::nullopt;
    }
    time::Span span = time::day_span(*day);
    if (!triple.rest.empty() && !add_clock(triple.rest, *day, span)) {
        return std::nullopt;
    }
    return span;
}

/// "24 Feb 2022 10:30": the words in front, the clock behind.
std::optional<time::Span> from_words(std::string_view text) {
    if (auto typed = time::parse_typed(text)) {
        return *typed;
    }
    const std::size_t colon = text.find(':');
    const std::size_t space = colon == std::string_view::npos ? colon : text.rfind(' ', colon);
    if (space == std::string_view::npos) {
        return std::nullopt;
    }
    const auto day = time::parse_typed(trim(text.substr(0, space)));
    if (!day || day->precision != time::Precision::Day) {
        return std::nullopt;
    }
    time::Span span = *day;
    return add_clock(trim(text.substr(space)), time::first_day(*day), span) ? std::optional(span)
                                                                            : std::nullopt;
}

}  // namespace

DayMonthOrder OrderEvidence::order() const {
    if (day_first > month_first) {
        return DayMonthOrder::DayFirst;
    }
    return month_first > day_first ? DayMonthOrder::MonthFirst : DayMonthOrder::Unknown;
}

void add_evidence(std::string_view value, OrderEvidence& evidence) {
    const auto triple = split_triple(trim(value));
    if (!triple || triple->width[0] == 4 || triple->width[0] > 2 || triple->width[1] > 2) {
        return;
    }
    const bool day_fits =
        make_day(full_year(triple->value[2], triple->width[2]), triple->value[1], triple->value[0])
            .has_value();
    const bool month_fits =
        make_day(full_year(triple->value[2], triple->width[2]), triple->value[0], triple->value[1])
            .has_value();
    evidence.day_first += day_fits && !month_fits ? 1U : 0U;
    evidence.month_first += month_fits && !day_fits ? 1U : 0U;
    evidence.either += day_fits && month_fits ? 1U : 0U;
}

std::optional<time::Span> read_date(std::string_view raw, DayMonthOrder order) {
    std::string_view text = trim(raw);
    if (text.size() < 4 || text.size() > 64) {
        return std::nullopt;
    }
    if (text.size() > 2 && text.substr(text.size() - 2) == ".0") {
        text.remove_suffix(2);  // a spreadsheet's or JSON's whole number
    }
    if (all_digits(text)) {
        return from_digits(text);
    }
    if (const auto triple = split_triple(text)) {
        if (auto span = from_triple(*triple, order)) {
            return span;
        }
    }
    if (auto iso = time::parse_iso(text)) {
        return *iso;
    }
    return from_words(text);
}

std::optional<time::Span> join_dates(
    const std::optional<time::Span>& begin,
    const std::optional<time::Span>& end,
    bool open_end) {
    if (!begin && !end) {
        return std::nullopt;
    }
    time::Span span = begin ? *begin : *end;
    if (begin && end) {
        const bool same_day_begin = time::first_day(*begin) == time::first_day(*end);
        if (end->end < begin->begin && !same_day_begin) {
            return std::nullopt;
        }
        span.end = std::max(span.begin, end->end);
        span.precision = std::max(begin->precision, end->precision);
    }
    span.open_begin = !begin;
    span.open_end = begin && !end && open_end;
    return span;
}

}  // namespace salient::io
