#include "timex/rules.hpp"

#include <array>

namespace salient::timex {

namespace {

using C = WordClass;
using std::chrono::days;
using std::chrono::sys_days;

constexpr int kMostUnits = 5000;  // more is not a date

bool is_clock_unit(Unit unit) {
    return unit == Unit::Hour || unit == Unit::Minute || unit == Unit::Second;
}

struct Amount {
    int count = 1;
    Unit unit = Unit::Day;
    bool vague = false;
    std::size_t next = 0;
};

/// "two weeks", "a month", "кілька днів", "half an hour"; without a count "тиждень" and "рік" are one.
std::optional<Amount> amount_at(const Reader& in, std::size_t i, bool may_be_bare) {
    std::size_t at = i;
    at += in.is(at, C::Approximate) ? 1U : 0U;
    Amount out;
    if (const auto number = in.count(at)) {
        out.count = number->value;
        at = number->next;
        at += in.is_dash(at) && in.glued(at) ? 1U : 0U;
    } else if (in.is(at, C::Half)) {
        at += 1 + (in.is_one_of(at + 1, "a an") ? 1U : 0U);
        out.vague = true;
    } else if (in.is_one_of(at, "a an")) {
        ++at;
        if (in.is(at, C::Vague)) {
            out.vague = true;
            out.count = in.text_is(at, "couple") ? 2 : 3;
            at += 1 + (in.text_is(at + 1, "of") ? 1U : 0U);
        }
    } else if (in.is(at, C::Vague)) {
        out.vague = true;
        out.count = 3;
        at += 1 + (in.text_is(at + 1, "of") ? 1U : 0U);
    } else if (in.is(at, C::DurationWord)) {
        out.count = in.word(at).value / 16;
        out.unit = static_cast<Unit>(in.word(at).value % 16);
        out.next = at + 1;
        return out;
    } else if (!may_be_bare || in.is_latin(at) || in.word(at).adjective || in.word(at).short_form) {
        return std::nullopt;
    }
    const auto unit = in.unit(at);
    if (!unit || out.count > kMostUnits || in.word(at).adjective) {
        return std::nullopt;
    }
    out.unit = *unit;
    out.next = at + 1;
    return out;
}

/// The day that lies so far away, as exactly as people mean it: "six years ago" is a year.
Resolved resolve_distance(const Reader& in, sys_days from, const Amount& amount, int direction) {
    const int whole_days = amount.unit == Unit::Hour ? amount.count / 24 : 0;
    const sys_days day =
        shift(from, amount.unit, direction * amount.count) + days(direction * whole_days);
    switch (amount.unit) {
        case Unit::Month:
            return in.is_expression() ? resolve_day(day) : at_unit(day, Unit::Month);
        case Unit::Year:
            return in.is_expression() ? at_unit(day, Unit::Month) : at_unit(day, Unit::Year);
        case Unit::Decade:
        case Unit::Century:
        case Unit::Quarter:
            return at_unit(day, amount.unit);
        case Unit::Week:
        case Unit::Fortnight:
            return in.in_news() ? resolve_week(day) : resolve_day(day);
        default:
            return resolve_day(day);
    }
}

/// Which way a word behind an amount points: "ago", "later", "from now", "тому", "спустя"; 0: none.
struct Pointer {
    int direction = 0;
    bool told = false;  ///< against the date spoken of
    std::size_t next = 0;
};

Match finish(const Reader& in, std::size_t i, const Amount& amount, const Pointer& to) {
    const std::size_t end = to.next;
    const char* const unknown = to.direction < 0 ? "PAST_REF" : "FUTURE_REF";
    const auto from = to.told ? in.spoken_of() : in.reference();
    if (!from || (amount.vague && !in.is_expression() && !is_clock_unit(amount.unit))) {
        return relative_match(in, i, end, {unknown, std::nullopt}, "counted");
    }
    Match match =
        relative_match(in, i, end, resolve_distance(in, *from, amount, to.direction), "counted");
    if (is_clock_unit(amount.unit)) {
        match.timexes.front().type = TimexType::Time;
    }
    match.looks_back = to.direction < 0;
    return match;
}

Pointer pointer_at(const Reader& in, std::size_t i) {
    if (in.is_one_of(i, "ago назад")) {
        return {-1, false, i + 1};
    }
    if (in.is_one_of(i, "тому")) {
        return {-1, false, in.text_is(i + 1, "назад") ? i + 2 : i + 1};
    }
    if (in.is_one_of(i, "from after before") && in.is_one_of(i + 1, "now today")) {
        return {in.text_is(i, "before") ? -1 : 1, false, i + 2};
    }
    if (in.is_one_of(i, "before after") && in.is(i + 1, C::Same)) {
        return {in.text_is(i, "before") ? -1 : 1, true, i + 2};
    }
    if (in.is_one_of(i, "до після після") && in.is_one_of(i + 1, "цього того этого")) {
        return {in.text_is(i, "до") ? -1 : 1, true, i + 2};
    }
    if (in.is_one_of(i, "earlier previously prior раніше ранее раньше")) {
        return {-1, true, i + 1};
    }
    if (in.is_one_of(i, "later afterwards afterward hence пізніше потому опісля спустя позже")) {
        return {1, !in.text_is(i, "hence"), i + 1};
    }
    const bool closes = in.piece(i + 1).kind != prose::TokenKind::Word;
    if (in.text_is(i, "before") && closes) {
        return {-1, true, i + 1};
    }
    if (in.text_is(i, "after") && closes) {
        return {1, true, i + 1};
    }
    return {};
}

/// "two days ago", "three weeks later", "кілька днів тому".
std::optional<Match> amount_then_pointer(const Reader& in, std::size_t i) {
    auto amount = amount_at(in, i, true);
    if (!amount) {
        return std::nullopt;
    }
    // "5 днів 2 години тому": the larger amount counts.
    std::size_t at = amount->next;
    at += in.is_one_of(at, "and та і й и ,") ? 1U : 0U;
    if (const auto second = amount_at(in, at, false);
        second && pointer_at(in, second->next).direction != 0) {
        amount->next = second->next;
    }
    const Pointer pointer = pointer_at(in, amount->next);
    if (pointer.direction == 0) {
        return std::nullopt;
    }
    return finish(in, i, *amount, pointer);
}

/// "через два дні", "in five days" when the words look ahead, "за тиждень до цього", "спустя месяц".
std::optional<Match> pointer_then_amount(const Reader& in, std::size_t i) {
    const bool cyrillic_in = in.text_is(i, "через") || in.text_is(i, "спустя");
    if (!cyrillic_in && !in.is_one_of(i, "in within") && !in.text_is(i, "за")) {
        return std::nullopt;
    }
    const auto amount = amount_at(in, i + 1, cyrillic_in || in.text_is(i, "за"));
    if (!amount) {
        return std::nullopt;
    }
    if (in.text_is(i, "за")) {
        const Pointer pointer = pointer_at(in, amount->next);
        return pointer.direction != 0 && pointer.told
                   ? std::optional(finish(in, i, *amount, {pointer.direction, true, pointer.next}))
                   : std::nullopt;
    }
    if (cyrillic_in) {
        return finish(in, i, *amount, {1, !in.looks_ahead(i), amount->next});
    }
    // "in two years" is as often how long; it is when only with a word of the future, or as a phrase on its own.
    const bool ahead =
        in.is_expression() || (in.in_news() && in.looks_ahead(i) && in.text_is(i, "in"));
    return ahead ? std::optional(finish(in, i, *amount, {1, false, amount->next})) : std::nullopt;
}

/// "two weeks after yesterday", "за тиждень до 9 травня", "three days before Christmas".
std::optional<Match> distance_from_date(const Reader& in, std::size_t i) {
    const std::size_t first = in.is_one_of(i, "за через") ? i + 1 : i;
    const auto amount = amount_at(in, first, first > i);
    if (!amount || amount->vague || !in.is_one_of(amount->next, "before after до після после")) {
        return std::nullopt;
    }
    static constexpr std::array<Rule, 4> kRules = {
        read_day,
        read_numeric,
        read_holiday,
        read_directed};
    const auto other = first_of(kRules, in, amount->next + 1);
    if (!other || other->timexes.size() != 1 || !other->timexes.front().span
        || other->timexes.front().span->precision != time::Precision::Day) {
        return std::nullopt;
    }
    const int direction = in.is_one_of(amount->next, "before до") ? -1 : 1;
    const sys_days day = shift(
        time::first_day(*other->timexes.front().span),
        amount->unit,
        direction * amount->count);
    return relative_match(in, i, other->next, resolve_day(day), "distance");
}

/// "the last two weeks", "next three days", as a phrase on its own; in a text they say how long.
std::optional<Match> run_of_units(const Reader& in, std::size_t i) {
    if (!in.is_expression()) {
        return std::nullopt;
    }
    const std::size_t at = in.text_is(i, "the") ? i + 1 : i;
    const bool back = in.is(at, C::Last);
    if (!back && !in.is(at, C::Next)) {
        return std::nullopt;
    }
    const auto amount = amount_at(in, at + 1, false);
    if (!amount || !in.reference() || is_clock_unit(amount->unit)) {
        return std::nullopt;
    }
    const sys_days today = *in.reference();
    const Resolved first =
        at_unit(shift(today, amount->unit, back ? -amount->count : 1), amount->unit);
    const Resolved last =
        at_unit(shift(today, amount->unit, back ? -1 : amount->count), amount->unit);
    Resolved run{first.value + "/" + last.value, first.span};
    run.span->end = last.span->end;
    return relative_match(in, i, amount->next, std::move(run), "run of units");
}

}  // namespace

std::optional<Match> read_counted(const Reader& in, std::size_t i) {
    return first_of(
        std::array<Rule, 4>{
            distance_from_date,
            amount_then_pointer,
            pointer_then_amount,
            run_of_units},
        in,
        i);
}

}  // namespace salient::timex
