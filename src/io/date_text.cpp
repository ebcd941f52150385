#include "io/date_text.hpp"

#include "io/clock_text.hpp"
#include "io/date_numbers.hpp"
#include "io/fold_text.hpp"
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

/// Without blanks and quotes around it.
std::string_view trim(std::string_view text) {
    const auto is_quote = [](char c) { return c == '"' || c == '\''; };
    text = trimmed(text);
    while (!text.empty() && is_quote(text.front())) {
        text = trimmed(text.substr(1));
    }
    while (!text.empty() && is_quote(text.back())) {
        text = trimmed(text.substr(0, text.size() - 1));
    }
    return text;
}

/// "2022-03-05", which most files have in each row and which reads one way only.
std::optional<time::Span> plain_iso_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !all_digits(text.substr(0, 4))
        || !all_digits(text.substr(5, 2)) || !all_digits(text.substr(8, 2))) {
        return std::nullopt;
    }
    const auto digit = [text](std::size_t at) { return text[at] - '0'; };
    const auto day = time::make_day(
        digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3),
        digit(5) * 10 + digit(6),
        digit(8) * 10 + digit(9));
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

std::optional<time::Span> from_triple(const Triple& triple, DayMonthOrder order) {
    std::optional<sys_days> day;
    if (triple.width[0] == 4) {
        day = time::make_day(triple.value[0], triple.value[1], triple.value[2]);
    } else {
        const int year = full_year(triple.value[2], triple.width[2]);
        const bool month_first = order == DayMonthOrder::MonthFirst;
        day = month_first ? time::make_day(year, triple.value[0], triple.value[1])
                          : time::make_day(year, triple.value[1], triple.value[0]);
        if (!day && triple.width[0] <= 2
            && triple.width[1] <= 2) {  // only the other order gives a day
            day = month_first ? time::make_day(year, triple.value[1], triple.value[0])
                              : time::make_day(year, triple.value[0], triple.value[1]);
        }
    }
    if (!day) {
        return std::nullopt;
    }
    return triple.rest.empty() ? time::day_span(*day)
                               : clock_on(*day, triple.rest, ClockPlace::BehindDay);
}

std::optional<time::Span> day_in_words(std::string_view text) {
    if (auto written = read_written_date(text)) {
        return written;
    }
    // "05 03 2022". With words it takes more for months than a table should.
    const bool is_numbers = text.find_first_not_of("0123456789 .,/-") == std::string_view::npos;
    const auto typed = is_numbers ? time::parse_typed(text) : time::parse_iso(text);
    return typed ? std::optional(*typed) : std::nullopt;
}

/// "feb 24 05:30:00 +0000 2022", as some programs write: the year comes last.
std::optional<time::Span> from_year_last(std::string_view text) {
    const std::size_t year = text.rfind(' ');
    const std::size_t colon = text.find(':');
    if (year == std::string_view::npos || text.size() - year != 5 || colon == std::string_view::npos
        || !all_digits(text.substr(year + 1))) {
        return std::nullopt;
    }
    const std::size_t clock = text.rfind(' ', colon);
    if (clock == std::string_view::npos) {
        return std::nullopt;
    }
    const auto day =
        day_in_words(std::string(text.substr(0, clock)) + std::string(text.substr(year)));
    return day && day->precision == time::Precision::Day ? clock_on(
               time::first_day(*day),
               text.substr(clock, year - clock),
               ClockPlace::BehindDay)
                                                         : std::nullopt;
}

/// "24 Feb 2022 10:30": the words in front, the clock behind.
std::optional<time::Span> from_words(std::string_view text) {
    if (auto whole = day_in_words(text)) {
        return whole;
    }
    if (auto span = from_year_last(text)) {
        return span;
    }
    const std::size_t colon = text.find(':');
    const std::size_t space = colon == std::string_view::npos ? colon : text.rfind(' ', colon);
    if (space == std::string_view::npos) {
        return std::nullopt;
    }
    const auto day = day_in_words(without_clock_word(text.substr(0, space)));
    return day && day->precision == time::Precision::Day
               ? clock_on(time::first_day(*day), text.substr(space), ClockPlace::BehindDay)
               : std::nullopt;
}

void add_evidence(std::string_view value, DateForms& forms) {
    const auto triple = split_triple(trim(value));
    if (!triple || triple->width[0] > 2 || triple->width[1] > 2) {
        return;
    }
    const int year = full_year(triple->value[2], triple->width[2]);
    const bool day_fits = time::make_day(year, triple->value[1], triple->value[0]).has_value();
    const bool month_fits = time::make_day(year, triple->value[0], triple->value[1]).has_value();
    forms.day_first += day_fits && !month_fits ? 1U : 0U;
    forms.month_first += month_fits && !day_fits ? 1U : 0U;
    forms.either += day_fits && month_fits && triple->value[0] != triple->value[1] ? 1U : 0U;
    forms.dotted += value.find('.') != std::string_view::npos ? 1U : 0U;
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

/// "12–14.03.2022", "28.02 - 03.03.2022": the end says month and year of the beginning.
std::optional<std::pair<std::string, std::string_view>> split_short_range(std::string_view text) {
    for (const std::string_view mark : {"–", "—", "-"}) {
        const std::size_t at = text.find(mark);
        if (at == std::string_view::npos || text.size() > 30) {
            continue;
        }
        std::string first(trim(text.substr(0, at)));
        const std::string_view last = trim(text.substr(at + mark.size()));
        const auto triple = split_triple(last);
        const std::size_t dot = last.find('.');
        if (!triple || !triple->rest.empty() || dot == std::string_view::npos
            || triple->width[0] > 2) {
            continue;
        }
        const std::size_t dots =
            static_cast<std::size_t>(std::count(first.begin(), first.end(), '.'));
        first.erase(first.find_last_not_of('.') + 1);
        const bool is_day = all_digits(first) && first.size() <= 2;
        const bool is_day_of_month = dots >= 1 && first.size() >= 3 && first.size() <= 5;
        if (is_day) {
            return std::pair(first + std::string(last.substr(dot)), last);
        }
        if (is_day_of_month) {
            return std::pair(first + std::string(last.substr(last.rfind('.'))), last);
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

std::string_view without_fraction(std::string_view text) {
    const std::size_t point = text.find('.');
    if (point != std::string_view::npos && point + 1 < text.size()
        && is_integer(text.substr(0, point))
        && text.find_first_not_of('0', point + 1) == std::string_view::npos) {
        return text.substr(0, point);
    }
    return text;
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
    const bool is_year = text.size() == 4 && all_digits(text) && text[0] >= '1' && text[0] <= '2';
    if (is_in_millis(forms) && is_integer(text) && !is_year) {
        return from_epoch_text(text, forms);
    }
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
        return from_epoch_text(text, forms);
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

std::optional<time::Span> read_range(std::string_view text, const DateForms& forms) {
    if (const auto range = split_range(text)) {
        const auto first = read_one(range->first, forms);
        const auto last = read_one(range->second, forms);
        if (first && last) {
            return join_dates(first, last, false);
        }
    }
    if (const auto range = split_short_range(text)) {
        const auto first = read_one(range->first, forms);
        const auto last = read_one(range->second, forms);
        if (first && last) {
            return join_dates(first, last, false);
        }
    }
    return std::nullopt;
}

/// "2022-02-24 05:30 XYZ": the day in front of a time of day that nobody understands.
std::optional<time::Span> day_before_unread(std::string_view text, const DateForms& forms) {
    const std::size_t colon = text.find(':');
    const std::size_t end = text.find_first_of(" T,");
    if (colon == std::string_view::npos || end == std::string_view::npos || end < 8
        || colon < end) {
        return std::nullopt;
    }
    const auto span = read_one(trim(text.substr(0, end)), forms);
    return span && span->precision == time::Precision::Day ? span : std::nullopt;
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
    if (auto day = plain_iso_day(text)) {
        return {day, DateIssue::None};
    }
    if (is_before_christ(text)) {
        return {std::nullopt, DateIssue::BeforeChrist};
    }
    const bool about = take_about(text);
    auto span = read_one(text, forms);
    if (!span) {
        span = read_range(text, forms);
    }
    if (span) {
        span->approximate = span->approximate || about;
        return {span, DateIssue::None};
    }
    span = day_before_unread(text, forms);
    return {span, span ? DateIssue::ClockUnread : DateIssue::NotADate};
}

std::optional<time::Span> with_clock(const time::Span& day, std::string_view clock) {
    return day.precision == time::Precision::Day && time::first_day(day) == time::last_day(day)
               ? clock_on(time::first_day(day), clock, ClockPlace::OwnColumn)
               : std::nullopt;
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
        // An end at midnight of the day on which it began stands for that day.
        const bool is_that_day = end->begin == time::seconds_of(time::first_day(*begin));
        if (end->end < begin->begin && !is_that_day) {
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
