#include "io/date_numbers.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

namespace salient::io {

using std::chrono::sys_days;

namespace {

// Epoch numbers that are taken for dates: from the year 5 to 2103. Seconds end where milliseconds of 1970 would begin.
constexpr std::int64_t kFirstSecond = -62'000'000'000;
constexpr std::int64_t kLastSecond = 4'200'000'000;
constexpr std::int64_t kFewestMillis = 99'999'999'999;
constexpr std::int64_t kMostMillis = 99'999'999'999'999;
constexpr std::int64_t kLastLikelySerial = 50'000;  // day 50,000 of spreadsheets is in 2036

std::optional<time::Span> instant(std::int64_t seconds) {
    time::Span span;
    span.begin = seconds;
    span.end = seconds;
    span.precision = time::Precision::Instant;
    span.zone = time::ZoneKind::Utc;
    return span;
}

std::optional<time::Span> from_epoch(std::int64_t value, const DateForms& forms) {
    std::int64_t seconds = value;
    if (value > kMostMillis) {
        seconds = value / 1'000'000;
    } else if (is_in_millis(forms) || value > kLastSecond || value < -kFewestMillis) {
        seconds = value / 1000 - (value % 1000 < 0 ? 1 : 0);
    }
    if (seconds < kFirstSecond || seconds > kLastSecond) {
        return std::nullopt;
    }
    if (forms.numbers == NumberForm::EpochDays) {
        time::Span span = time::day_span(time::day_of(seconds));
        span.zone = time::ZoneKind::Utc;
        return span;
    }
    return instant(seconds);
}

std::optional<time::Span> from_six(std::string_view text, const DateForms& forms) {
    const auto part = [&](std::size_t from, std::size_t length) {
        return number(text.substr(from, length));
    };
    if (forms.numbers == NumberForm::YearMonth && part(4, 2) >= 1 && part(4, 2) <= 12) {
        return time::month_span(
            std::chrono::year(part(0, 4)) / std::chrono::month(static_cast<unsigned>(part(4, 2))));
    }
    if (forms.numbers != NumberForm::ShortDay) {
        return std::nullopt;
    }
    const auto day = time::make_day(full_year(part(0, 2), 2), part(2, 2), part(4, 2));
    return day ? std::optional(time::day_span(*day)) : std::nullopt;
}

/// 20220305, 202203051030, 20220305103000
std::optional<time::Span> from_calendar(std::string_view text) {
    constexpr int first_year = 1000;
    const auto part = [&](std::size_t from, std::size_t length) {
        return number(text.substr(from, length));
    };
    const auto day = time::make_day(part(0, 4), part(4, 2), part(6, 2));
    if (!day || part(0, 4) < first_year) {
        return std::nullopt;
    }
    if (text.size() == 8) {
        return time::day_span(*day);
    }
    const int second = text.size() == 14 ? part(12, 2) : 0;
    if (part(8, 2) >= 24 || part(10, 2) >= 60 || second >= 60) {
        return std::nullopt;
    }
    auto span = instant(time::seconds_of(*day) + clock_seconds(part(8, 2), part(10, 2), second));
    span->zone = time::ZoneKind::Floating;
    return span;
}

/// 20220305 or 202203051030: digits of a calendar, not a count.
bool is_calendar_number(std::int64_t n) {
    constexpr std::int64_t clock_digits = 10'000;
    const std::int64_t day = n > kFewestMillis ? n / clock_digits : n;
    return day >= 19'000'101 && day <= 21'001'231
           && time::make_day(
                  static_cast<int>(day / 10'000),
                  static_cast<int>(day / 100 % 100),
                  static_cast<int>(day % 100))
                  .has_value();
}

/// Milliseconds when some number is too large for seconds: then the small ones are milliseconds too.
NumberForm epoch_form(const std::vector<std::int64_t>& numbers) {
    constexpr std::int64_t millis_a_day = 86'400'000;
    bool has_millis = false;
    bool all_midnight = numbers.size() > 1;
    for (const std::int64_t n : numbers) {
        if (is_calendar_number(n) || std::abs(n) > kMostMillis) {
            return NumberForm::ByLength;
        }
        has_millis = has_millis || std::abs(n) > kFewestMillis;
        all_midnight = all_midnight && n % millis_a_day == 0;
    }
    if (!has_millis) {
        return NumberForm::ByLength;
    }
    return all_midnight ? NumberForm::EpochDays : NumberForm::EpochMillis;
}

}  // namespace

bool all_digits(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

int number(std::string_view text) {
    int value = -1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::int64_t clock_seconds(int hours, int minutes, int seconds) {
    return std::int64_t{hours} * 3600 + std::int64_t{minutes} * 60 + seconds;
}

int full_year(int year, std::size_t width) {
    if (width > 2) {
        return year;
    }
    return year < kFirstOfLastCentury ? 2000 + year : 1900 + year;
}

bool is_in_millis(const DateForms& forms) {
    return forms.numbers == NumberForm::EpochMillis || forms.numbers == NumberForm::EpochDays;
}

std::optional<time::Span> from_epoch_text(std::string_view text, const DateForms& forms) {
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return from_epoch(value, forms);
}

std::optional<time::Span> from_digits(std::string_view text, const DateForms& forms) {
    const std::size_t size = text.size();
    if (size == 4 || (size == 3 && forms.numbers == NumberForm::Years)) {
        return number(text) >= 1 && number(text) < 3000 && (size == 3 || number(text) >= 1000)
                   ? std::optional(time::year_span(std::chrono::year(number(text))))
                   : std::nullopt;
    }
    if (size == 5 && forms.numbers == NumberForm::ExcelDays) {
        // Day 1 is 1900-01-01, and 1900 is taken for a leap year. @source ECMA-376, 18.17.4.1
        return time::day_span(
            sys_days(std::chrono::year(1899) / 12 / 30) + std::chrono::days(number(text)));
    }
    if (size == 6) {
        return from_six(text, forms);
    }
    if (size == 8 || size == 14) {
        return from_calendar(text);
    }
    if (size == 12) {
        if (auto span = from_calendar(text)) {
            return span;
        }
    }
    return size < 9 || size > 16 || size == 15 ? std::nullopt : from_epoch_text(text, forms);
}

/// Which reading fits all whole numbers of a column.
NumberForm number_form(const std::vector<std::int64_t>& numbers) {
    const auto all = [&numbers](auto fits) {
        return !numbers.empty() && std::all_of(numbers.begin(), numbers.end(), fits);
    };
    if (all([](std::int64_t n) {
            return n >= 190'001 && n <= 210'012 && n % 100 >= 1 && n % 100 <= 12;
        })) {
        return NumberForm::YearMonth;
    }
    if (all([](std::int64_t n) { return n >= 20'000 && n <= kLastLikelySerial; })) {
        return NumberForm::ExcelDays;
    }
    if (all([](std::int64_t n) {
            return n <= 999'999
                   && time::make_day(
                          2000 + static_cast<int>(n / 10'000) % 100,
                          static_cast<int>(n / 100 % 100),
                          static_cast<int>(n % 100))
                          .has_value();
        })) {
        return NumberForm::ShortDay;
    }
    if (all([](std::int64_t n) { return n >= 20'000 && n <= 80'000; })) {
        return NumberForm::ExcelDays;
    }
    if (all([](std::int64_t n) { return n >= 100 && n <= 2999; })) {
        return NumberForm::Years;
    }
    return epoch_form(numbers);
}

bool is_integer(std::string_view text) {
    if (!text.empty() && text.front() == '-') {
        text.remove_prefix(1);
    }
    return all_digits(text) && text.size() <= 17;
}

/// A day number of a spreadsheet with the time of day as its fraction: 44616.25
bool is_spreadsheet_moment(std::string_view text) {
    return text.size() > 6 && text[5] == '.' && all_digits(text.substr(0, 5))
           && all_digits(text.substr(6));
}

std::optional<time::Span> from_spreadsheet_moment(std::string_view text) {
    double fraction = 0;
    std::from_chars(text.data() + 5, text.data() + text.size(), fraction);
    const sys_days day =
        sys_days(std::chrono::year(1899) / 12 / 30) + std::chrono::days(number(text.substr(0, 5)));
    auto span =
        instant(time::seconds_of(day) + static_cast<std::int64_t>(std::lround(fraction * 86'400)));
    span->zone = time::ZoneKind::Floating;
    return span;
}

}  // namespace salient::io
