#include "timex/reader.hpp"

#include <algorithm>
#include <array>

namespace salient::timex {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;
using C = WordClass;

Match unresolved(
    const Reader& in,
    std::size_t first,
    std::size_t end,
    const char* value,
    const char* rule) {
    Match match{in.make(first, end, TimexType::Date, {value, std::nullopt}, rule), end};
    match.timex.relative = true;
    match.timex.confidence = 0.5;
    return match;
}

Match relative(
    const Reader& in,
    std::size_t first,
    std::size_t end,
    Resolved resolved,
    const char* rule) {
    Match match{in.make(first, end, TimexType::Date, std::move(resolved), rule), end};
    match.timex.relative = true;
    match.timex.confidence = 0.85;
    return match;
}

/// The last, this or next one of a weekday, seen from a day. direction −1, 0, 1.
sys_days weekday_near(sys_days from, int weekday, int direction) {
    const auto wanted = std::chrono::weekday(static_cast<unsigned>(weekday % 7));
    const sys_days back =
        from - (std::chrono::weekday(from) - wanted);  // the same day or up to six days before
    if (direction < 0) {
        return back == from ? back - days(7) : back;
    }
    return direction > 0 ? back + days(7) : back;
}

int year_of(sys_days day) {
    return static_cast<int>(year_month_day(day).year());
}

/// The season before, of, or after the one that holds the day.
Resolved season_near(sys_days day, int season, int direction) {
    int year = year_of(day);
    const int month = static_cast<int>(static_cast<unsigned>(year_month_day(day).month()));
    if (season == 4 && month < 3) {
        --year;  // in January, "this winter" began last December
    }
    const bool over = time::last_day(*resolve_season(year, season).span) < day;
    const bool begun = time::first_day(*resolve_season(year, season).span) <= day;
    if (direction < 0 && !over) {
        --year;
    } else if (direction > 0 && begun) {
        ++year;
    }
    return resolve_season(year, season);
}

Resolved month_near(sys_days day, int month, int direction) {
    const int now = static_cast<int>(static_cast<unsigned>(year_month_day(day).month()));
    int year = year_of(day);
    if (direction < 0 && month >= now) {
        --year;
    } else if (direction > 0 && month <= now) {
        ++year;
    }
    return resolve_month(year, month);
}

/// "yesterday", "today", "сьогодні".
std::optional<Match> named_day(const Reader& in, std::size_t i) {
    if (!in.is(i, C::Day)) {
        return std::nullopt;
    }
    const int offset = in.word(i).value;
    if (!in.reference()) {
        return unresolved(
            in,
            i,
            i + 1,
            offset == 0 ? "PRESENT_REF" : (offset < 0 ? "PAST_REF" : "FUTURE_REF"),
            "named day");
    }
    return relative(in, i, i + 1, resolve_day(*in.reference() + days(offset)), "named day");
}

/// "last week", "next Thursday", "this summer", "the final month", "минулого року".
std::optional<Match> directed(const Reader& in, std::size_t i) {
    int direction = 0;
    if (in.is(i, C::Last)) {
        direction = -1;
    } else if (in.is(i, C::Next)) {
        direction = 1;
    } else if (!in.is(i, C::This)) {
        return std::nullopt;
    }
    if (in.text_is(i, "торік") || in.text_is(i, "that")) {
        if (in.text_is(i, "торік") && in.reference()) {
            return relative(in, i, i + 1, resolve_year(year_of(*in.reference()) - 1), "last year");
        }
    }
    const Word& what = in.word(i + 1);
    const bool known = what.word_class == C::Unit || what.word_class == C::Weekday
                       || what.word_class == C::Season || what.word_class == C::Month;
    if (i + 1 >= in.size() || !known || what.plural) {
        return std::nullopt;
    }
    std::size_t end = i + 2;
    end += what.word_class == C::Season && in.text_is(i + 2, "time") ? 1U : 0U;
    if (!in.reference()) {
        return unresolved(
            in,
            i,
            end,
            direction < 0 ? "PAST_REF" : (direction == 0 ? "PRESENT_REF" : "FUTURE_REF"),
            "directed");
    }
    const sys_days day = *in.reference();
    switch (what.word_class) {
        case C::Weekday:
            return relative(
                in,
                i,
                end,
                resolve_day(weekday_near(day, what.value, direction)),
                "directed weekday");
        case C::Season:
            return relative(in, i, end, season_near(day, what.value, direction), "directed season");
        case C::Month:
            return relative(in, i, end, month_near(day, what.value, direction), "directed month");
        default: {
            const Unit unit = static_cast<Unit>(what.value);
            if (unit == Unit::Hour || unit == Unit::Minute || unit == Unit::Second) {
                return std::nullopt;
            }
            return relative(
                in,
                i,
                end,
                at_unit(shift(day, unit, direction), unit),
                "directed unit");
        }
    }
}

/// "two days ago", "three weeks later", "кілька днів тому", "в 2 days", "через тиждень".
std::optional<Match> counted(const Reader& in, std::size_t i) {
    std::size_t at = i;
    int direction = 0;
    if (in.is(at, C::In) && !in.text_is(at, "within")) {
        direction = 1;
        ++at;
    }
    int count = 1;
    if (const auto number = in.count(at)) {
        count = number->value;
        at = number->next;
    } else if (in.text_is(at, "a") || in.text_is(at, "an")) {
        ++at;
    } else if (!(in.is(at, C::Unit) && (direction == 1 || in.is(at + 1, C::Ago))
                 && static_cast<unsigned char>(in.folded(at).front()) >= 0x80)) {
        return std::nullopt;
    }
    if (!in.is(at, C::Unit) || count > 5000) {
        return std::nullopt;
    }
    const Unit unit = static_cast<Unit>(in.word(at).value);
    ++at;
    if (in.is(at, C::Ago)) {
        direction = -1;
        ++at;
    } else if (in.is(at, C::Later) && !in.text_is(at, "after")) {
        direction = 1;
        ++at;
    } else if (direction == 0 || in.text_is(i, "in")) {
        // "in two years" is as often a duration; it looks ahead only with a word of the future.
        if (direction == 0 || !in.looks_ahead(i)) {
            return std::nullopt;
        }
    }
    if (unit == Unit::Hour || unit == Unit::Minute || unit == Unit::Second) {
        return in.reference()
                   ? relative(in, i, at, resolve_day(*in.reference()), "counted")
                   : unresolved(in, i, at, direction < 0 ? "PAST_REF" : "FUTURE_REF", "counted");
    }
    if (!in.reference()) {
        return unresolved(in, i, at, direction < 0 ? "PAST_REF" : "FUTURE_REF", "counted");
    }
    const sys_days day = shift(*in.reference(), unit, direction * count);
    // "a week ago" names a day no more exactly than its week; days are exact.
    const bool day_exact = unit == Unit::Day || unit == Unit::Week || unit == Unit::Fortnight;
    return relative(in, i, at, day_exact ? resolve_day(day) : at_unit(day, unit), "counted");
}

/// "on Thursday": the last one, or the next when the words look ahead.
std::optional<Match> weekday(const Reader& in, std::size_t i) {
    if (!in.is(i, C::Weekday)) {
        return std::nullopt;
    }
    const bool latin = static_cast<unsigned char>(in.folded(i).front()) < 0x80;
    const bool short_form = latin && in.folded(i).size() <= 5;
    if (latin && (in.token(i).letter_case == prose::LetterCase::Lower || short_form)) {
        return std::nullopt;
    }
    if (!in.reference()) {
        Match match = unresolved(in, i, i + 1, "", "weekday");
        match.timex.value = "XXXX-WXX-" + std::to_string(in.word(i).value);
        return match;
    }
    const sys_days same_or_before = weekday_near(*in.reference(), in.word(i).value, 0);
    const bool ahead = in.looks_ahead(i) && same_or_before != *in.reference() && !in.narrative();
    return relative(
        in,
        i,
        i + 1,
        resolve_day(ahead ? same_or_before + days(7) : same_or_before),
        "weekday");
}

std::optional<Match> reference_word(const Reader& in, std::size_t i) {
    if (in.is(i, C::Now)) {
        return unresolved(in, i, i + 1, "PRESENT_REF", "now");
    }
    if (in.is(i, C::Past)) {
        return unresolved(in, i, i + 1, "PAST_REF", "past");
    }
    return std::nullopt;
}

}  // namespace

std::optional<Match> read_relative(const Reader& in, std::size_t i) {
    for (const Rule rule : {named_day, directed, counted, weekday, reference_word}) {
        if (auto match = rule(in, i)) {
            return match;
        }
    }
    return std::nullopt;
}

}  // namespace salient::timex
