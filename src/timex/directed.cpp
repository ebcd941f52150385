#include "timex/rules.hpp"

#include <array>

namespace salient::timex {

namespace {

using C = WordClass;
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

/// Which way "last", "next", "this" and "that" point, and against what.
struct Direction {
    int steps = 0;           ///< units; 0 is the one that holds the reference
    bool spoken_of = false;  ///< against the date spoken of last
};

const char* reference_value(int steps) {
    return steps < 0 ? "PAST_REF" : (steps == 0 ? "PRESENT_REF" : "FUTURE_REF");
}

int year_of(sys_days day) {
    return static_cast<int>(year_month_day(day).year());
}

sys_days weekday_near(sys_days from, int weekday, int steps) {
    const auto wanted = std::chrono::weekday(static_cast<unsigned>(weekday % 7));
    const sys_days back = from - (std::chrono::weekday(from) - wanted);
    if (steps < 0) {
        return back == from ? back - days(7) : back;
    }
    if (steps == 0) {  // "this Friday": the one of the week
        const sys_days monday = from - (std::chrono::weekday(from) - std::chrono::Monday);
        return monday + days((weekday + 6) % 7);
    }
    return back + days(7);
}

/// The season before, of, or after the one that holds the day.
Resolved season_near(sys_days day, int season, int steps) {
    int year = year_of(day);
    const int month = static_cast<int>(static_cast<unsigned>(year_month_day(day).month()));
    if (season == 4 && month < 3) {
        --year;  // in January, "this winter" began last December
    }
    const time::Span span = *resolve_season(year, season).span;
    const bool over = time::last_day(span) < day;
    const bool begun = time::first_day(span) <= day;
    if (steps < 0 && !over) {
        --year;
    } else if (steps > 0 && begun) {
        ++year;
    }
    return resolve_season(year, season);
}

Resolved month_near(sys_days day, int month, int steps) {
    const int now = static_cast<int>(static_cast<unsigned>(year_month_day(day).month()));
    int year = year_of(day);
    if (steps < 0 && month >= now) {
        --year;
    } else if (steps > 0 && month <= now) {
        ++year;
    }
    return resolve_month(year, month);
}

std::optional<Direction> direction_at(const Reader& in, std::size_t i) {
    if (in.is(i, C::Last)) {
        const bool told = in.is_one_of(
            i,
            "previous preceding попереднього попередній попередньої предыдущего предыдущий");
        return Direction{-in.word(i).value, told};
    }
    if (in.is(i, C::Next)) {
        const bool told = in.is_one_of(i, "following ensuing")
                          || (in.text_is(i, "next") && i > 0 && in.text_is(i - 1, "the"));
        return Direction{1, told};
    }
    if (in.is(i, C::This)) {
        return Direction{0, in.in_story()};
    }
    return in.is(i, C::Same) ? std::optional(Direction{0, true}) : std::nullopt;
}

/// "final month" is a machine's word for "last month"; "the final month of the siege" is not.
bool is_other_final(const Reader& in, std::size_t i) {
    return in.text_is(i, "final")
           && (in.text_is(i + 2, "of")
               || (i > 0 && in.is_one_of(i - 1, "the a its their his her")));
}

/// How long, not when: "the past year", "the next decade", "the last month of the war".
bool is_length(const Reader& in, std::size_t i) {
    const auto unit = in.unit(i + 1);
    if (!unit || in.is_expression() || in.is(i, C::This) || in.is(i, C::Same)) {
        return false;
    }
    const bool of_another = in.text_is(i + 2, "of") && i > 0 && in.text_is(i - 1, "the");
    return in.text_is(i, "past") || *unit == Unit::Decade || *unit == Unit::Century || of_another;
}

std::optional<Resolved>
resolve_directed(const Reader& in, sys_days day, std::size_t what, int steps) {
    const Word& word = in.word(what);
    switch (word.word_class) {
        case C::Weekday:
            return resolve_day(weekday_near(day, word.value, steps));
        case C::Season:
            return season_near(day, word.value, steps);
        case C::Month:
            return month_near(day, word.value, steps);
        default:
            break;
    }
    const Unit unit = static_cast<Unit>(word.value);
    if (word.word_class != C::Unit || unit == Unit::Hour || unit == Unit::Minute
        || unit == Unit::Second) {
        return std::nullopt;
    }
    // A month's or year's first day, so that "31 March" a month back is February.
    const sys_days from = unit == Unit::Day || unit == Unit::Week || unit == Unit::Weekend
                              ? day
                              : time::first_day(*at_unit(day, unit).span);
    return at_unit(shift(from, unit, steps), unit);
}

/// Whether "that", "той" points at a time here; "that day", not "that May".
bool points_at_time(const Reader& in, std::size_t i, std::size_t what) {
    if (!in.is(i, C::Same)) {
        return true;
    }
    return in.is(what, C::Unit) && !in.word(what).short_form;
}

/// "the week before last", "the year before last"
std::optional<Match> before_last(const Reader& in, std::size_t i) {
    const std::size_t at = in.text_is(i, "the") ? i + 1 : i;
    const auto unit = in.unit(at);
    if (!unit || !in.text_is(at + 1, "before") || !in.text_is(at + 2, "last") || !in.reference()) {
        return std::nullopt;
    }
    auto resolved = resolve_directed(in, *in.reference(), at, -2);
    return resolved ? std::optional(relative_match(in, i, at + 3, std::move(*resolved), "directed"))
                    : std::nullopt;
}

/// "yesterday", "сьогодні"; "today" of a story is its present.
std::optional<Match> named_day(const Reader& in, std::size_t i) {
    if (!in.is(i, C::Day)) {
        return std::nullopt;
    }
    const int offset = in.word(i).value;
    if (!in.reference() || in.in_story()) {
        return relative_match(in, i, i + 1, {reference_value(offset), std::nullopt}, "named day");
    }
    return relative_match(in, i, i + 1, resolve_day(*in.reference() + days(offset)), "named day");
}

/// "торік", "торішнього серпня".
std::optional<Match> year_ago(const Reader& in, std::size_t i) {
    if (!in.is(i, C::YearAgo) || !in.reference()) {
        return std::nullopt;
    }
    const int year = year_of(*in.reference()) - in.word(i).value;
    if (in.is(i + 1, C::Month) || in.is(i + 1, C::Season)) {
        const int value = in.word(i + 1).value;
        return relative_match(
            in,
            i,
            i + 2,
            in.is(i + 1, C::Month) ? resolve_month(year, value) : resolve_season(year, value),
            "last year");
    }
    return relative_match(in, i, i + 1, resolve_year(year), "last year");
}

/// "the day before", "the day after", "the next morning".
std::optional<Match> neighbour_day(const Reader& in, std::size_t i) {
    if (!in.text_is(i, "the") || !in.text_is(i + 1, "day") || !in.is_one_of(i + 2, "before after")
        || !in.spoken_of()) {
        return std::nullopt;
    }
    const int steps = in.text_is(i + 2, "before") ? -1 : 1;
    if (in.is(i + 3, C::Day)) {
        const int offset = in.word(i + 3).value + steps;
        return in.reference() ? std::optional(relative_match(
                   in,
                   i,
                   i + 4,
                   resolve_day(*in.reference() + days(offset)),
                   "named day"))
                              : std::nullopt;
    }
    const bool ends = in.piece(i + 3).kind != prose::TokenKind::Word;
    return ends ? std::optional(relative_match(
               in,
               i,
               i + 3,
               resolve_day(*in.spoken_of() + days(steps)),
               "neighbour day"))
                : std::nullopt;
}

/// "last week", "next Thursday", "this summer", "минулого року", "того ж дня".
std::optional<Match> directed(const Reader& in, std::size_t i) {
    const std::size_t first = i;
    std::size_t word_at = in.text_is(i, "the") ? i + 1 : i;
    if (in.is(word_at, C::This) && in.is(word_at + 1, C::Next)) {
        ++word_at;  // "this coming Friday"
    }
    const auto direction = direction_at(in, word_at);
    if (!direction || is_other_final(in, word_at) || is_length(in, word_at)) {
        return std::nullopt;
    }
    std::size_t what = word_at + 1;
    what += in.is_one_of(what, "ж же самого самому самый calendar") ? 1U : 0U;
    const Word& word = in.word(what);
    const bool known = word.word_class == C::Unit || word.word_class == C::Weekday
                       || word.word_class == C::Season || word.word_class == C::Month;
    if (!known || word.plural || word.adjective || !points_at_time(in, word_at, what)
        || (word.word_class == C::Month && in.year(what + 1))) {
        return std::nullopt;
    }
    std::size_t end = what + 1;
    end += word.word_class == C::Season && in.is_one_of(end, "time season") ? 1U : 0U;
    const auto day = direction->spoken_of ? in.spoken_of() : in.reference();
    if (!day) {
        return relative_match(
            in,
            first,
            end,
            {reference_value(direction->steps), std::nullopt},
            "directed");
    }
    auto resolved = resolve_directed(in, *day, what, direction->steps);
    if (!resolved) {
        return std::nullopt;
    }
    Match match = relative_match(in, first, end, std::move(*resolved), "directed");
    match.looks_back = direction->steps < 0;
    return match;
}

/// "March last year", "навесні минулого року", "March next year", "червня цього року".
std::optional<Match> in_directed_year(const Reader& in, std::size_t i) {
    const bool season = in.is(i, C::Season) && !in.word(i).adjective;
    if (!season && (!in.is(i, C::Month) || in.word(i).adjective)) {
        return std::nullopt;
    }
    const std::size_t at = in.text_is(i + 1, "of") ? i + 2 : i + 1;
    const bool directed_year = (in.is(at, C::Last) || in.is(at, C::Next) || in.is(at, C::This))
                               && in.unit(at + 1) == Unit::Year && !in.word(at + 1).plural;
    const bool one_word = in.is(at, C::YearAgo);
    const auto direction = directed_year ? direction_at(in, at) : std::nullopt;
    if ((!direction && !one_word) || !in.reference()) {
        return std::nullopt;
    }
    const int steps = one_word ? -in.word(at).value : direction->steps;
    const int year = year_of(*in.reference()) + steps;
    const int value = in.word(i).value;
    return relative_match(
        in,
        i,
        one_word ? at + 1 : at + 2,
        season ? resolve_season(year, value) : resolve_month(year, value),
        "month of directed year");
}

}  // namespace

std::optional<Match> read_directed(const Reader& in, std::size_t i) {
    return first_of(
        std::array<Rule, 6>{
            in_directed_year,
            directed,
            named_day,
            year_ago,
            before_last,
            neighbour_day},
        in,
        i);
}

}  // namespace salient::timex
