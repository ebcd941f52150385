#include "io/date_text.hpp"

#include "io/written_date.hpp"
#include "time/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <string>
#include <utility>

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

std::int64_t clock_seconds(int hours, int minutes, int seconds) {
    return std::int64_t{hours} * 3600 + std::int64_t{minutes} * 60 + seconds;
}

int full_year(int year, std::size_t width) {
    if (width > 2) {
        return year;
    }
    return year < 70 ? 2000 + year : 1900 + year;
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

// Epoch numbers that are taken for dates: from the year 5 to 2103. Seconds end where milliseconds of 1970 would begin.
constexpr std::int64_t kFirstSecond = -62'000'000'000;
constexpr std::int64_t kLastSecond = 4'200'000'000;
constexpr std::int64_t kFewestMillis = 99'999'999'999;
constexpr std::int64_t kMostMillis = 99'999'999'999'999;

bool is_in_millis(const DateForms& forms) {
    return forms.numbers == NumberForm::EpochMillis || forms.numbers == NumberForm::EpochDays;
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
    const auto day = make_day(full_year(part(0, 2), 2), part(2, 2), part(4, 2));
    return day ? std::optional(time::day_span(*day)) : std::nullopt;
}

std::optional<time::Span> from_digits(std::string_view text, const DateForms& forms) {
    const auto part = [&](std::size_t from, std::size_t length) {
        return number(text.substr(from, length));
    };
    const std::size_t size = text.size();
    if (is_in_millis(forms) && size <= 16) {
        std::int64_t millis = 0;
        std::from_chars(text.data(), text.data() + size, millis);
        return from_epoch(millis, forms);
    }
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
    if (size == 8 || size == 14 || size == 12) {
        const auto day = make_day(part(0, 4), part(4, 2), part(6, 2));
        const bool has_clock = size > 8;
        if (day && part(0, 4) >= 1000 && !has_clock) {
            return time::day_span(*day);
        }
        const int second = size == 14 ? part(12, 2) : 0;
        if (day && has_clock && part(0, 4) >= 1000 && part(8, 2) < 24 && part(10, 2) < 60
            && second < 60) {
            auto span =
                instant(time::seconds_of(*day) + clock_seconds(part(8, 2), part(10, 2), second));
            span->zone = time::ZoneKind::Floating;
            return span;
        }
        if (size != 12) {
            return std::nullopt;
        }
    }
    if (size < 9 || size > 16 || size == 14 || size == 15) {
        return std::nullopt;
    }
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return from_epoch(value, forms);
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
    if (!text.empty() && (text.front() == ',' || text.front() == 'T')) {
        text.remove_prefix(1);
    }
    std::string clock = plain_clock(text);
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
            clock.resize(clock.size() - 2);
            clock += clock.find(':') == std::string::npos ? ":00" : "";
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
        const std::int64_t shift = clock_seconds(hour % 12 + (afternoon ? 12 : 0) - hour, 0, 0);
        span.begin += shift;
        span.end += shift;
    }
    return true;
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
        if (!day && triple.width[0] <= 2
            && triple.width[1] <= 2) {  // only the other order gives a day
            day = month_first ? make_day(year, triple.value[1], triple.value[0])
                              : make_day(year, triple.value[0], triple.value[1]);
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

std::optional<time::Span> day_in_words(std::string_view text) {
    if (auto typed = time::parse_typed(text)) {
        return *typed;
    }
    return read_written_date(text);
}

/// "24 Feb 2022 10:30": the words in front, the clock behind.
std::optional<time::Span> from_words(std::string_view text) {
    if (auto whole = day_in_words(text)) {
        return whole;
    }
    const std::size_t colon = text.find(':');
    const std::size_t space = colon == std::string_view::npos ? colon : text.rfind(' ', colon);
    if (space == std::string_view::npos) {
        return std::nullopt;
    }
    const auto day = day_in_words(trim(text.substr(0, space)));
    if (!day || day->precision != time::Precision::Day) {
        return std::nullopt;
    }
    time::Span span = *day;
    return add_clock(trim(text.substr(space)), time::first_day(*day), span) ? std::optional(span)
                                                                            : std::nullopt;
}

void add_evidence(std::string_view value, DateForms& forms) {
    const auto triple = split_triple(trim(value));
    if (!triple || triple->width[0] > 2 || triple->width[1] > 2) {
        return;
    }
    const int year = full_year(triple->value[2], triple->width[2]);
    const bool day_fits = make_day(year, triple->value[1], triple->value[0]).has_value();
    const bool month_fits = make_day(year, triple->value[0], triple->value[1]).has_value();
    forms.day_first += day_fits && !month_fits ? 1U : 0U;
    forms.month_first += month_fits && !day_fits ? 1U : 0U;
    forms.either += day_fits && month_fits && triple->value[0] != triple->value[1] ? 1U : 0U;
    forms.dotted += value.find('.') != std::string_view::npos ? 1U : 0U;
}

/// 20220305 or 202203051030: digits of a calendar, not a count.
bool is_calendar_number(std::int64_t n) {
    constexpr std::int64_t clock_digits = 10'000;
    const std::int64_t day = n > kFewestMillis ? n / clock_digits : n;
    return day >= 19'000'101 && day <= 21'001'231
           && make_day(
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
    if (all([](std::int64_t n) {
            return n <= 999'999
                   && make_day(
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

/// "2022-03-05/2022-03-07", "5.3.2022 - 7.3.2022", "March 2022 to May 2022"
std::optional<std::pair<std::string_view, std::string_view>> split_range(std::string_view text) {
    for (const std::string_view mark : {" - ", " – ", " — ", " to ", "–", "/", "..", "-", ", "}) {
        const std::size_t at = text.find(mark);
        if (at == std::string_view::npos
            || text.find(mark, at + mark.size()) != std::string_view::npos) {
            continue;
        }
        const std::string_view first = trim(text.substr(0, at));
        const std::string_view last = trim(text.substr(at + mark.size()));
        if (first.size() >= 4 && last.size() >= 4) {
            return std::pair(first, last);
        }
    }
    return std::nullopt;
}

bool ends_with_folded(std::string_view text, std::string_view ending) {
    if (text.size() < ending.size()) {
        return false;
    }
    const std::string_view tail = text.substr(text.size() - ending.size());
    return std::equal(tail.begin(), tail.end(), ending.begin(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b;
    });
}

bool is_before_christ(std::string_view text) {
    for (const std::string_view ending :
         {" bc", " bce", " b.c.", " b.c.e.", " до н. э.", " до н.э.", " до н. е.", " до н.е."}) {
        if (ends_with_folded(text, ending)) {
            return true;
        }
    }
    return text.size() >= 5 && text[0] == '-' && all_digits(text.substr(1, 4))
           && (text.size() == 5 || text[5] == '-'
               || (text.size() == 7 && all_digits(text.substr(1))));
}

/// Takes away "~", "c.", "circa", "about", "approx.", a trailing "?".
bool take_about(std::string_view& text) {
    for (const std::string_view word :
         {"~", "≈", "c. ", "ca. ", "ca ", "circa ", "about ", "approx. ", "around "}) {
        if (text.starts_with(word)) {
            text = trim(text.substr(word.size()));
            return true;
        }
    }
    if (text.size() > 4 && (text.back() == '?' || text.back() == '~')) {
        text = trim(text.substr(0, text.size() - 1));
        return true;
    }
    return false;
}

/// "Sat, 24 Feb 2022" and "Tue Mar 01 2022": the name of the day says nothing new.
std::string_view without_weekday(std::string_view text) {
    static constexpr std::array<std::string_view, 7> kWeekdays =
        {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    if (text.size() < 8) {
        return text;
    }
    std::string head(text.substr(0, 3));
    std::transform(head.begin(), head.end(), head.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    if (std::find(kWeekdays.begin(), kWeekdays.end(), head) == kWeekdays.end()) {
        return text;
    }
    const std::size_t space = text.find(' ');
    constexpr std::size_t longest_weekday = 10;  // "Wednesday,"
    return space > longest_weekday ? text : trim(text.substr(space));
}

bool is_integer(std::string_view text) {
    if (!text.empty() && text.front() == '-') {
        text.remove_prefix(1);
    }
    return all_digits(text) && text.size() <= 17;
}

std::string_view without_fraction(std::string_view text) {
    const std::size_t point = text.find('.');
    if (point != std::string_view::npos && point + 1 < text.size()
        && is_integer(text.substr(0, point))
        && text.find_first_not_of('0', point + 1) == std::string_view::npos) {
        return text.substr(0, point);
    }
    return text;
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

/// "2022-03-05 00:00:00.000", "3/5/2022 12:00:00 AM": the day. nullopt when there is another time of day, or a zone.
std::optional<std::string_view> day_of_midnight(std::string_view text) {
    for (const std::string_view ending : {" 12:00:00 AM", " 12:00 AM"}) {
        if (text.ends_with(ending)) {
            return text.substr(0, text.size() - ending.size());
        }
    }
    const std::size_t at = text.find_last_of(" T");
    if (at == std::string_view::npos || at < 6) {
        return std::nullopt;
    }
    const std::string_view clock = text.substr(at + 1);
    const bool is_zero = clock.find(':') != std::string_view::npos
                         && clock.find_first_not_of("0:.") == std::string_view::npos;
    return is_zero ? std::optional(text.substr(0, at)) : std::nullopt;
}

std::optional<time::Span> read_one(std::string_view text, const DateForms& forms) {
    if (text.size() < 3 || text.size() > 100) {
        return std::nullopt;
    }
    if (forms.is_midnight_a_day()) {
        text = day_of_midnight(text).value_or(text);
    }
    text = without_fraction(text);
    if (all_digits(text)) {
        return from_digits(text, forms);
    }
    if (forms.numbers == NumberForm::ExcelDays && is_spreadsheet_moment(text)) {
        return from_spreadsheet_moment(text);
    }
    const std::size_t point = text.find('.');
    if (point != std::string_view::npos && point >= 9 && all_digits(text.substr(0, point))
        && all_digits(text.substr(point + 1))) {
        return from_digits(text.substr(0, point), forms);  // epoch with a fraction
    }
    if (is_integer(text) && text.size() >= 10) {  // before 1970
        std::int64_t value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return from_epoch(value, forms);
    }
    if (const auto triple = split_triple(text)) {
        if (auto span = from_triple(*triple, forms.order())) {
            return span;
        }
        if (triple->width[0] != 4) {
            return std::nullopt;
        }
    }
    if (auto iso = time::parse_iso(text)) {
        return *iso;
    }
    return from_words(without_weekday(text));
}

}  // namespace

DayMonthOrder DateForms::order() const {
    if (given) {
        return *given;
    }
    if (day_first != month_first) {
        return day_first > month_first ? DayMonthOrder::DayFirst : DayMonthOrder::MonthFirst;
    }
    return DayMonthOrder::Unknown;
}

DateForms study_dates(std::span<const std::string_view> values) {
    DateForms forms;
    std::vector<std::int64_t> numbers;
    for (const std::string_view raw : values) {
        const std::string_view text = without_fraction(trim(raw));
        std::int64_t value = 0;
        if (is_spreadsheet_moment(text)) {
            numbers.push_back(number(text.substr(0, 5)));
        } else if (is_integer(text)) {
            std::from_chars(text.data(), text.data() + text.size(), value);
            numbers.push_back(value);
        } else {
            const bool is_midnight = day_of_midnight(text).has_value();
            forms.midnights += is_midnight ? 1U : 0U;
            forms.clocks += !is_midnight && text.find(':') != std::string_view::npos ? 1U : 0U;
            add_evidence(text, forms);
        }
    }
    forms.numbers = number_form(numbers);
    return forms;
}

DateReading read_date(std::string_view raw, const DateForms& forms) {
    std::string_view text = trim(raw);
    if (text.empty()) {
        return {std::nullopt, DateIssue::Empty};
    }
    if (is_before_christ(text)) {
        return {std::nullopt, DateIssue::BeforeChrist};
    }
    const bool about = take_about(text);
    auto span = read_one(text, forms);
    if (!span) {
        if (const auto range = split_range(text)) {
            const auto first = read_one(range->first, forms);
            const auto last = read_one(range->second, forms);
            if (first && last) {
                span = join_dates(first, last, false);
            }
        }
    }
    if (!span) {
        return {std::nullopt, DateIssue::NotADate};
    }
    span->approximate = span->approximate || about;
    return {span, DateIssue::None};
}

std::optional<time::Span> with_clock(const time::Span& day, std::string_view clock) {
    time::Span span = day;
    const std::string_view text = trim(clock);
    if (text.find(':') == std::string_view::npos || day.precision != time::Precision::Day
        || !add_clock(text, time::first_day(day), span)) {
        return std::nullopt;
    }
    return span;
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
    span.open_begin = !begin || begin->open_begin;
    span.open_end = end ? end->open_end : open_end || begin->open_end;
    return span;
}

}  // namespace salient::io
