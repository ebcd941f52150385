#include "timex/rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace salient::timex {

namespace {

/// Numbers between full stops, as the tokenizer keeps them together: "09.01.2025", "9.01".
struct Dotted {
    std::array<int, 3> parts = {};
    std::array<std::size_t, 3> sizes = {};
    std::size_t count = 0;
};

std::optional<Dotted> dotted(std::string_view text) {
    Dotted out;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t stop = std::min(text.find('.', at), text.size());
        if (out.count == 3 || stop - at > 4 || stop == at) {
            return std::nullopt;
        }
        const auto result =
            std::from_chars(text.data() + at, text.data() + stop, out.parts.at(out.count));
        if (result.ptr != text.data() + stop) {
            return std::nullopt;
        }
        out.sizes.at(out.count) = stop - at;
        ++out.count;
        at = stop + 1;
    }
    return out.count >= 2 ? std::optional(out) : std::nullopt;
}

int full_year(int year, std::size_t digits) {
    return digits == 4 ? year : year + (year < 50 ? 2000 : 1900);
}

/// The day that three numbers with their digits mean; American order when `month_first` and possible.
std::optional<Resolved> three_numbers(const Dotted& numbers, bool month_first) {
    const auto& [a, b, c] = numbers.parts;
    if (numbers.sizes[0] == 4) {
        return resolve_day(a, b, c);
    }
    if (numbers.sizes[0] > 2 || numbers.sizes[1] > 2
        || (numbers.sizes[2] != 4 && numbers.sizes[2] != 2)) {
        return std::nullopt;
    }
    const int year = full_year(c, numbers.sizes[2]);
    auto resolved = month_first ? resolve_day(year, a, b) : resolve_day(year, b, a);
    return resolved ? resolved : (month_first ? resolve_day(year, b, a) : resolve_day(year, a, b));
}

bool glued_mark(const Reader& in, std::size_t i, std::string_view mark) {
    return in.glued(i) && in.text_is(i, mark);
}

/// "2025-01-09", "1/9/2025", "10-31-74".
std::optional<Match> with_marks(const Reader& in, std::size_t i) {
    for (const std::string_view mark : {"-", "/"}) {
        if (!glued_mark(in, i + 1, mark) || !glued_mark(in, i + 3, mark) || !in.glued(i + 2)
            || !in.glued(i + 4)) {
            continue;
        }
        const auto a = in.digits(i, 4);
        const auto b = in.digits(i + 2, 2);
        const auto c = in.digits(i + 4, 4);
        if (!a || !b || !c) {
            continue;
        }
        const Dotted numbers{
            {*a, *b, *c},
            {in.folded(i).size(), in.folded(i + 2).size(), in.folded(i + 4).size()},
            3};
        const bool is_short = in.folded(i).size() < 4 && in.folded(i + 4).size() < 4;
        if (is_short && mark == "-" && !in.is_expression()) {
            continue;  // "10-31-74" in a text is a score or a number of a thing
        }
        if (auto resolved = three_numbers(numbers, true)) {
            return date_match(in, i, i + 5, std::move(*resolved), "numeric");
        }
    }
    return std::nullopt;
}

/// "10-Jan-2025", "2019-Aug-1"
std::optional<Match> with_month_name(const Reader& in, std::size_t i) {
    const bool dashes = in.is_dash(i + 1) && in.is_dash(i + 3);
    const bool slashes = in.text_is(i + 1, "/") && in.text_is(i + 3, "/");
    const bool marks = (dashes || slashes) && in.glued(i + 1) && in.glued(i + 3);
    if (!marks || !in.is(i + 2, WordClass::Month)) {
        return std::nullopt;
    }
    const bool year_first = in.year(i).has_value();
    const auto day = in.digits(year_first ? i + 4 : i, 2);
    const auto year = year_first ? in.year(i) : in.year(i + 4);
    if (!day || !year) {
        return std::nullopt;
    }
    auto resolved = resolve_day(*year, in.word(i + 2).value, *day);
    return resolved ? std::optional(date_match(in, i, i + 5, std::move(*resolved), "numeric"))
                    : std::nullopt;
}

/// "09.01.2025", "31.10.74"; in a phrase on its own also the two ends of "14 - 15.10.18".
std::optional<Match> with_full_stops(const Reader& in, std::size_t i) {
    const auto numbers = dotted(in.folded(i));
    if (numbers && numbers->count == 3) {
        auto resolved = three_numbers(*numbers, false);
        if (!resolved) {
            return std::nullopt;
        }
        const std::size_t next = skip_year_word(in, i + 1);
        return date_match(in, i, next, std::move(*resolved), "numeric");
    }
    return std::nullopt;
}

struct DayMonth {
    int day = 0;
    int month = 0;
    std::optional<int> year;
    std::size_t next = 0;
};

/// "14.10.", "14.10.2018", "14." alone (month 0).
std::optional<DayMonth> stopped_day(const Reader& in, std::size_t i) {
    DayMonth out;
    const auto numbers = dotted(in.folded(i));
    if (numbers) {
        out.day = numbers->parts[0];
        out.month = numbers->parts[1];
        if (numbers->count == 3) {
            out.year = full_year(numbers->parts[2], numbers->sizes[2]);
        }
    } else if (const auto day = in.digits(i, 2)) {
        out.day = *day;
    } else {
        return std::nullopt;
    }
    out.next = i + 1 + (in.text_is(i + 1, ".") && in.glued(i + 1) ? 1U : 0U);
    const bool possible = out.day >= 1 && out.day <= 31 && out.month <= 12;
    return possible ? std::optional(out) : std::nullopt;
}

/// "14. – 15.10.18", "14.10. по 15.10.2018", "14.10."
std::optional<Match> stopped_range(const Reader& in, std::size_t i) {
    auto first = stopped_day(in, i);
    if (!first) {
        return std::nullopt;
    }
    std::size_t mark = first->next;
    const auto behind = in.text_is(mark, "/") ? std::optional(mark + 1) : skip_range_mark(in, mark);
    const auto last = stopped_day(in, behind.value_or(in.size()));
    const bool is_clock = in.text_is(i + 1, ":") || (behind && in.text_is(*behind + 1, ":"));
    if (!last || last->month == 0 || is_clock) {
        const bool has_stop =
            first->month > 0 && !first->year && in.is_expression() && in.folded(i).size() >= 4;
        const auto year = has_stop ? guess_year(in, first->month, first->day, i) : std::nullopt;
        auto resolved = year ? resolve_day(*year, first->month, first->day) : std::nullopt;
        return resolved ? std::optional(
                   relative_match(in, i, first->next, std::move(*resolved), "numeric"))
                        : std::nullopt;
    }
    first->month = first->month == 0 ? last->month : first->month;
    if (!last->year && !in.is_expression()) {
        return std::nullopt;  // "2.5 - 3.10" are numbers
    }
    const auto year = last->year ? last->year : guess_year(in, last->month, last->day, i);
    auto begin =
        year ? resolve_day(first->year.value_or(*year), first->month, first->day) : std::nullopt;
    auto end = year ? resolve_day(*year, last->month, last->day) : std::nullopt;
    if (!begin || !end) {
        return std::nullopt;
    }
    Match match = date_match(in, i, first->next, std::move(*begin), "numeric");
    match.timexes.push_back(
        make_timex(in, {*behind, last->next}, TimexType::Date, std::move(*end), "numeric"));
    match.next = last->next;
    match.is_range = true;
    return match;
}

/// "2/15", "04/2016": month first, in a phrase on its own.
std::optional<Match> month_slash(const Reader& in, std::size_t i) {
    if (!in.is_expression() || !glued_mark(in, i + 1, "/") || !in.glued(i + 2)) {
        return std::nullopt;
    }
    const auto first = in.digits(i, 2);
    const auto second = in.digits(i + 2, 4);
    if (!first || !second || *first < 1) {
        return std::nullopt;
    }
    if (const auto year = in.year(i + 2); year && *first <= 12) {
        return date_match(in, i, i + 3, resolve_month(*year, *first), "numeric");
    }
    const bool swapped = *first > 12;
    const int month = swapped ? *second : *first;
    const int day = swapped ? *first : *second;
    const auto year = guess_year(in, month, day, i);
    auto resolved = year ? resolve_day(*year, month, day) : std::nullopt;
    return resolved ? std::optional(relative_match(in, i, i + 3, std::move(*resolved), "numeric"))
                    : std::nullopt;
}

}  // namespace

std::optional<Match> read_numeric(const Reader& in, std::size_t i) {
    if (in.is(i, WordClass::Weekday)) {
        const std::size_t at = i + 1 + (in.text_is(i + 1, ",") ? 1U : 0U);
        auto match = in.is_number(at) ? read_numeric(in, at) : std::nullopt;
        if (match) {
            match->timexes.front().begin = in.piece(i).begin;
        }
        return match;
    }
    if (!in.is_number(i)) {
        return std::nullopt;
    }
    return first_of(
        std::array<Rule, 5>{
            stopped_range,
            with_marks,
            with_month_name,
            with_full_stops,
            month_slash},
        in,
        i);
}

}  // namespace salient::timex
