#include "timex/rules.hpp"

#include <array>

namespace salient::timex {

namespace {

using C = WordClass;
using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

/// The same day or up to six days before.
sys_days same_or_before(sys_days from, int weekday) {
    const auto wanted = std::chrono::weekday(static_cast<unsigned>(weekday % 7));
    return from - (std::chrono::weekday(from) - wanted);
}

/// "until Saturday", "until 15:00 GMT Saturday", "до п'ятниці".
bool reaches_forward(const Reader& in, std::size_t i) {
    static constexpr std::size_t kClockPieces =
        6;  // what may stand between: a clock time and its zone
    if (i > 0 && in.is_one_of(i - 1, "до к")) {
        return true;
    }
    for (std::size_t back = 1; back <= kClockPieces && back <= i; ++back) {
        if (in.is_one_of(i - back, "until till")) {
            return true;
        }
    }
    return false;
}

/// "early Tuesday" in a text dated Monday: where it happened it was Tuesday already, and nobody says so of a day six days ago.
bool is_beyond_date_line(const Reader& in, sys_days back, sys_days reference, std::size_t i) {
    static constexpr days kSixDays(6);
    const bool is_early = i > 0
                          && (in.text_is(i - 1, "early")
                              || (i > 1 && in.text_is(i - 1, "on") && in.text_is(i - 2, "early")));
    return in.in_news() && !in.in_story() && is_early && reference - back == kSixDays;
}

sys_days nearest_weekday(const Reader& in, sys_days reference, int weekday, std::size_t i) {
    const sys_days back = same_or_before(reference, weekday);
    if (in.is_expression()) {
        return back == reference ? back : back + days(7);
    }
    const bool ahead =
        is_beyond_date_line(in, back, reference, i)
        || (!in.in_story() && back != reference && (in.looks_ahead(i) || reaches_forward(in, i)));
    return ahead ? back + days(7) : back;
}

bool is_weekday_here(const Reader& in, std::size_t i) {
    if (!in.is(i, C::Weekday) || in.word(i).plural) {
        return false;
    }
    const bool joined =
        in.glued(i + 1) && in.text_is(i + 1, "-") && in.glued(i + 2) && !in.is(i + 2, C::Weekday);
    if (in.is_expression()) {
        return !joined || !in.word(i).short_form;
    }
    const bool lower = in.piece(i).letter_case == prose::LetterCase::Lower;
    const bool name = in.is_latin(i) && (lower || in.word(i).short_form || joined);
    return !name && (in.is_latin(i) || !in.word(i).short_form);
}

/// "Friday next week", "неділю на минулому тижні".
std::optional<Match> in_a_week(const Reader& in, std::size_t i) {
    std::size_t at = i + 1;
    at += in.is_one_of(at, "of on in у в на") ? 1U : 0U;
    at += in.text_is(at, "the") ? 1U : 0U;
    const bool directed = in.is(at, C::Last) || in.is(at, C::Next) || in.is(at, C::This);
    if (!directed || in.unit(at + 1) != Unit::Week || !in.reference()) {
        return std::nullopt;
    }
    auto week = read_directed(in, at);
    if (!week || !week->timexes.front().span) {
        return std::nullopt;
    }
    const sys_days monday = time::first_day(*week->timexes.front().span);
    return relative_match(
        in,
        i,
        week->next,
        resolve_day(monday + days(in.word(i).value - 1)),
        "weekday of week");
}

/// The n-th day of a kind in a month: weekday 0 counts all days; n = 0 is the last.
std::optional<sys_days> nth_in_month(const time::Span& month, int weekday, int n) {
    const sys_days first = time::first_day(month);
    const sys_days last = time::last_day(month);
    sys_days found = n == 0 ? last : first + days(n - 1);
    if (weekday > 0) {
        found = n == 0 ? same_or_before(last, weekday)
                       : same_or_before(first + days(6), weekday) + days(7 * (n - 1));
    }
    return found >= first && found <= last ? std::optional(found) : std::nullopt;
}

/// "the third Tuesday of May 2014", "last Sunday in March", "останній день жовтня", "the first week of June".
std::optional<Match> nth_of_month(const Reader& in, std::size_t i) {
    std::size_t at = in.text_is(i, "the") ? i + 1 : i;
    int n = 0;
    if (const auto ordinal = in.ordinal(at)) {
        n = ordinal->value;
        at = ordinal->next;
    } else if (in.is(at, C::Last, 1) && !in.is_one_of(at, "past previous preceding following")) {
        ++at;
    } else {
        return std::nullopt;
    }
    const auto unit = in.unit(at);
    const bool is_day = unit == Unit::Day && !in.word(at).plural;
    const bool is_week = unit == Unit::Week && !in.word(at).plural;
    if ((!in.is(at, C::Weekday) && !is_day && !is_week) || n > 31) {
        return std::nullopt;
    }
    std::size_t month_at = at + 1;
    month_at += in.is_one_of(month_at, "of in у в") ? 1U : 0U;
    const auto month = read_month(in, month_at);
    if (!month || !month->timexes.front().span) {
        return std::nullopt;
    }
    const time::Span& span = *month->timexes.front().span;
    if (is_week) {
        const auto day = nth_in_month(span, 0, n == 0 ? 0 : 7 * n - 3);
        return day ? std::optional(
                   relative_match(in, i, month->next, resolve_week(*day), "week of month"))
                   : std::nullopt;
    }
    const auto day = nth_in_month(span, is_day ? 0 : in.word(at).value, n);
    return day ? std::optional(
               relative_match(in, i, month->next, resolve_day(*day), "day of month"))
               : std::nullopt;
}

/// "over the weekend", "на вихідних": the one just past or under way, or the next when the words look ahead.
std::optional<Match> weekend(const Reader& in, std::size_t i) {
    if (!in.is(i, C::Unit, static_cast<int>(Unit::Weekend)) || in.word(i).plural || i == 0) {
        return std::nullopt;
    }
    const bool introduced =
        in.is_latin(i) ? in.text_is(i - 1, "the") : in.is_one_of(i - 1, "на у в під");
    if (!introduced || !in.reference() || in.text_is(i + 1, "of")) {
        return std::nullopt;
    }
    const sys_days today = *in.reference();
    const bool in_weekend = std::chrono::weekday(today).iso_encoding() >= 6;
    const bool ahead = in.is_expression() || in.looks_ahead(i);
    const sys_days day = in_weekend || ahead ? today : today - days(7);
    return relative_match(in, i, i + 1, resolve_weekend(day), "weekend");
}

/// "the 18th", "восьмого", "Monday 21", "вторник 19": a day of this or the next month, in a phrase on its own.
std::optional<Match> day_of_month(const Reader& in, std::size_t i) {
    if (!in.is_expression() || !in.reference()) {
        return std::nullopt;
    }
    std::size_t at = i;
    at += in.is(at, C::Weekday) ? 1U : 0U;
    at += in.text_is(at, "the") ? 1U : 0U;
    const auto ordinal = in.ordinal(at);
    const auto plain = in.is(i, C::Weekday) ? in.digits(at, 2) : std::nullopt;
    const std::size_t next = ordinal ? ordinal->next : at + 1;
    const int number = ordinal ? ordinal->value : plain.value_or(0);
    const bool goes_on =
        next < in.size() && (in.piece(next).kind == prose::TokenKind::Word || in.glued(next));
    if (number < 1 || number > 31 || goes_on) {
        return std::nullopt;
    }
    sys_days from = *in.reference();
    for (int months = 0; months < 3; ++months) {
        const year_month_day date(from);
        const auto day =
            date.year() / date.month() / std::chrono::day(static_cast<unsigned>(number));
        if (day.ok() && sys_days(day) >= *in.reference()) {
            return relative_match(in, i, next, resolve_day(sys_days(day)), "day of month");
        }
        from = shift(sys_days(date.year() / date.month() / 1), Unit::Month, 1);
    }
    return std::nullopt;
}

}  // namespace

std::optional<Match> read_weekday(const Reader& in, std::size_t i) {
    if (auto match = first_of(std::array<Rule, 3>{nth_of_month, day_of_month, weekend}, in, i)) {
        return match;
    }
    if (!is_weekday_here(in, i)) {
        return std::nullopt;
    }
    if (auto match = in_a_week(in, i)) {
        return match;
    }
    if (!in.reference()) {
        return relative_match(
            in,
            i,
            i + 1,
            {"XXXX-WXX-" + std::to_string(in.word(i).value), std::nullopt},
            "weekday");
    }
    const sys_days day = nearest_weekday(in, *in.reference(), in.word(i).value, i);
    return relative_match(in, i, i + 1, resolve_day(day), "weekday");
}

}  // namespace salient::timex
