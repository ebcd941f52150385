#include "timex/calendar.hpp"

#include "base/digits.hpp"
#include "time/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace salient::timex {

namespace {

using base::append_padded;
using base::padded;
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

/// "0480", and "BC0480" for the year −479: there is no year 0 between 1 BC and AD 1.
std::string year_text(int year_number) {
    return year_number > 0 ? padded(year_number, 4) : "BC" + padded(1 - year_number, 4);
}

sys_days first_of(int year_number, int month) {
    return sys_days(year(year_number) / std::chrono::month(static_cast<unsigned>(month)) / 1);
}

Resolved span_of(std::string value, sys_days begin, sys_days end, time::Precision precision) {
    time::Span span;
    span.begin = time::seconds_of(begin);
    span.end = time::seconds_of(end);
    span.precision = precision;
    return {std::move(value), span};
}

sys_days monday_of(sys_days day) {
    return day - (std::chrono::weekday(day) - std::chrono::Monday);
}

}  // namespace

Resolved resolve_day(sys_days day) {
    const year_month_day date(day);
    const auto month = static_cast<int>(static_cast<unsigned>(date.month()));
    const auto number = static_cast<int>(static_cast<unsigned>(date.day()));
    std::string text = year_text(static_cast<int>(date.year())) + '-';
    append_padded(text, month, 2);
    text += '-';
    append_padded(text, number, 2);
    return {std::move(text), time::day_span(day)};
}

std::optional<Resolved> resolve_day(int year_number, int month, int day) {
    if (year_number < -9000 || year_number > 9999 || month < 1 || month > 12 || day < 1
        || day > 31) {
        return std::nullopt;
    }
    const year_month_day date{
        year(year_number),
        std::chrono::month(static_cast<unsigned>(month)),
        std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? std::optional(resolve_day(sys_days(date))) : std::nullopt;
}

Resolved resolve_days(sys_days first, sys_days last) {
    return {resolve_day(first).value, time::days_span(first, last)};
}

Resolved resolve_month(int year_number, int month) {
    return {
        year_text(year_number) + '-' + padded(month, 2),
        time::month_span(year(year_number) / std::chrono::month(static_cast<unsigned>(month)))};
}

Resolved resolve_year(int year_number) {
    return {year_text(year_number), time::year_span(year(year_number))};
}

Resolved resolve_decade(int year_number) {
    const int first = year_number / 10 * 10;
    return span_of(
        padded(first / 10, 3),
        first_of(first, 1),
        first_of(first + 10, 1),
        time::Precision::Decade);
}

Resolved resolve_century(int first_year) {
    return span_of(
        first_year < 0 ? "BC" + padded(-first_year / 100, 2) : padded(first_year / 100, 2),
        first_of(first_year == 0 ? 1 : first_year, 1),
        first_of(first_year + 100, 1),
        time::Precision::Century);
}

Resolved resolve_season(int year_number, int season) {
    static constexpr std::array<const char*, 5> kNames = {"", "SP", "SU", "FA", "WI"};
    const int month = season * 3;  // March, June, September, December
    const sys_days begin = first_of(year_number, month);
    const sys_days end =
        first_of(month == 12 ? year_number + 1 : year_number, month == 12 ? 3 : month + 3);
    return span_of(
        year_text(year_number) + "-" + kNames.at(static_cast<std::size_t>(season)),
        begin,
        end,
        time::Precision::Season);
}

Resolved resolve_quarter(int year_number, int quarter) {
    const int month = quarter * 3 - 2;
    return span_of(
        padded(year_number, 4) + "-Q" + std::to_string(quarter),
        first_of(year_number, month),
        first_of(quarter == 4 ? year_number + 1 : year_number, quarter == 4 ? 1 : month + 3),
        time::Precision::Quarter);
}

Resolved resolve_half_year(int year_number, int half) {
    return span_of(
        padded(year_number, 4) + "-H" + std::to_string(half),
        first_of(year_number, half == 1 ? 1 : 7),
        first_of(half == 1 ? year_number : year_number + 1, half == 1 ? 7 : 1),
        time::Precision::Quarter);
}

Resolved resolve_week(sys_days day) {
    const sys_days monday = monday_of(day);
    const year_month_day thursday(monday + days(3));
    const sys_days fourth = sys_days(thursday.year() / 1 / 4);
    const int week = static_cast<int>((monday - monday_of(fourth)).count() / 7) + 1;
    return span_of(
        padded(static_cast<int>(thursday.year()), 4) + "-W" + padded(week, 2),
        monday,
        monday + days(7),
        time::Precision::Week);
}

Resolved resolve_weekend(sys_days day) {
    const sys_days monday = monday_of(day);
    Resolved week = resolve_week(day);
    return span_of(week.value + "-WE", monday + days(5), monday + days(7), time::Precision::Day);
}

sys_days shift(sys_days day, Unit unit, int count) {
    const year_month_day date(day);
    const auto by_months = [&](int months) {
        const auto moved = date.year() / date.month() + std::chrono::months(months);
        const auto last = year_month_day(moved / std::chrono::last).day();
        return sys_days(moved / std::min(date.day(), last));
    };
    switch (unit) {
        case Unit::Second:
        case Unit::Minute:
        case Unit::Hour:
            return day;
        case Unit::Day:
            return day + days(count);
        case Unit::Week:
        case Unit::Weekend:
            return day + days(7 * count);
        case Unit::Fortnight:
            return day + days(14 * count);
        case Unit::Month:
            return by_months(count);
        case Unit::Quarter:
            return by_months(3 * count);
        case Unit::Year:
            return by_months(12 * count);
        case Unit::Decade:
            return by_months(120 * count);
        case Unit::Century:
            return by_months(1200 * count);
    }
    return day;
}

Resolved at_unit(sys_days day, Unit unit) {
    const year_month_day date(day);
    const int year_number = static_cast<int>(date.year());
    const int month = static_cast<int>(static_cast<unsigned>(date.month()));
    switch (unit) {
        case Unit::Second:
        case Unit::Minute:
        case Unit::Hour:
        case Unit::Day:
            return resolve_day(day);
        case Unit::Week:
        case Unit::Fortnight:
            return resolve_week(day);
        case Unit::Weekend:
            return resolve_weekend(day);
        case Unit::Month:
            return resolve_month(year_number, month);
        case Unit::Quarter:
            return resolve_quarter(year_number, (month + 2) / 3);
        case Unit::Year:
            return resolve_year(year_number);
        case Unit::Decade:
            return resolve_decade(year_number);
        case Unit::Century:
            return resolve_century(year_number / 100 * 100);
    }
    return {};
}

}  // namespace salient::timex
