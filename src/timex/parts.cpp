#include "timex/rules.hpp"

#include <array>

namespace salient::timex {

namespace {

using C = WordClass;
using std::chrono::days;
using std::chrono::sys_days;

Match part_match(
    const Reader& in,
    Pieces pieces,
    std::optional<sys_days> day,
    DayPart part,
    bool before_dawn) {
    Resolved resolved = day ? resolve_part(*day, part, before_dawn)
                            : Resolved{std::string("XXXX-XX-XXT") + part_code(part), std::nullopt};
    Match match{
        {make_timex(in, pieces, TimexType::Time, std::move(resolved), "part of day")},
        pieces.end,
        false};
    match.timexes.front().relative = true;
    match.timexes.front().confidence = day ? 0.8 : 0.5;
    return match;
}

std::optional<Match> day_at(const Reader& in, std::size_t i) {
    static constexpr std::array<Rule, 5> kRules =
        {read_day, read_numeric, read_weekday, read_directed, read_holiday};
    auto match = first_of(kRules, in, i);
    const bool days_only = match && match->timexes.front().span
                           && match->timexes.front().span->precision == time::Precision::Day;
    return days_only ? match : std::nullopt;
}

/// Words of the night that belong to the morning of the day named: "в ніч на 10 січня", "вночі 10 січня", "overnight".
bool is_before_dawn(const Reader& in, std::size_t i, std::size_t link) {
    return in.is_one_of(link, "на") || in.is_one_of(i, "вночі уночі ночью overnight")
           || in.is_one_of(link, "to");
}

/// "night of 9–10 January", "morning of Jan. 9", "вранці 9 січня", "ніч на 18 грудня", "ніч з 10 на 11 січня".
std::optional<Match> part_then_day(const Reader& in, std::size_t i) {
    if (!in.is(i, C::Part) || in.word(i).plural) {
        return std::nullopt;
    }
    const auto part = static_cast<DayPart>(in.word(i).value);
    std::size_t at = i + 1;
    const std::size_t link = at;
    at += in.is_one_of(at, "of on from to на в у з із с") ? 1U : 0U;
    at += in.text_is(at, "the") ? 1U : 0U;
    const auto two_days = in.is_one_of(link, "з із с from") ? in.digits(at, 2) : std::nullopt;
    if (two_days && in.is_one_of(at + 1, "на to")) {
        const auto last = day_at(in, at + 2);
        if (last && last->timexes.front().span) {
            const sys_days day = time::first_day(*last->timexes.front().span) - days(1);
            return part_match(in, {i, last->next}, day, part, false);
        }
    }
    const auto day = day_at(in, at);
    if (!day || (in.is_latin(i) && at == i + 1 && !in.is_one_of(i, "overnight"))) {
        return std::nullopt;
    }
    return part_match(
        in,
        {i, day->next},
        time::first_day(*day->timexes.front().span),
        part,
        part == DayPart::Night && is_before_dawn(in, i, link));
}

/// "this morning", "last night", "that evening", "the next morning", "цього ранку", "тієї ж ночі".
std::optional<Match> directed_part(const Reader& in, std::size_t i) {
    const std::size_t word_at = in.text_is(i, "the") ? i + 1 : i;
    const bool last = in.is(word_at, C::Last);
    const bool next = in.is(word_at, C::Next);
    const bool that = in.is(word_at, C::Same);
    if (!last && !next && !that && !in.is(word_at, C::This)) {
        return std::nullopt;
    }
    std::size_t at = word_at + 1;
    at += in.is_one_of(at, "ж же самого") ? 1U : 0U;
    if (!in.is(at, C::Part) || in.word(at).plural) {
        return std::nullopt;
    }
    const auto part = static_cast<DayPart>(in.word(at).value);
    const bool told =
        that || in.in_story() || (next && in.text_is(i, "the")) || in.text_is(word_at, "following");
    auto day = told ? in.spoken_of() : in.reference();
    if (day) {
        *day += days(next ? 1 : (last && in.is_latin(at) ? -1 : 0));
    }
    const bool dawn = part == DayPart::Night && last && !in.is_latin(at);
    return part_match(in, {i, at + 1}, day, part, dawn);
}

/// Whether a part of a day without a day tells when: "overnight", "вночі", "in the evening", "at dawn".
bool stands_alone(const Reader& in, std::size_t i) {
    if (in.word(i).plural) {
        return false;
    }
    if (in.is_one_of(
            i,
            "overnight tonight вранці уранці зранку вночі уночі ввечері увечері опівдні опівночі "
            "ночью утром вечером")) {
        return !in.text_is(i + 1, "-");
    }
    const bool at = i > 0 && in.is_one_of(i - 1, "at at around by before after until в о на до к");
    const bool in_the = i > 1 && in.text_is(i - 1, "the") && in.is_one_of(i - 2, "in during by");
    return at || in_the || in.is_expression();
}

std::optional<Match> part_alone(const Reader& in, std::size_t i) {
    if (!in.is(i, C::Part) || !stands_alone(in, i)) {
        return std::nullopt;
    }
    const auto part = static_cast<DayPart>(in.word(i).value);
    const bool any_night = in.text_is(i, "night") && i > 0 && in.text_is(i - 1, "at");
    if (any_night && !in.is_expression()) {
        return part_match(in, {i, i + 1}, std::nullopt, part, false);
    }
    const auto told = in.in_story() ? std::nullopt : in.day_in_sentence(i);
    const auto day = told ? told : (in.in_story() ? std::nullopt : in.reference());
    const bool dawn = part == DayPart::Night && !in.text_is(i, "tonight");
    return part_match(in, {i, i + 1}, day, part, dawn);
}

/// "in the early hours of Sunday", "early hours of 9 January"
std::optional<Match> early_hours(const Reader& in, std::size_t i) {
    if (!in.is_one_of(i, "early small pre-dawn predawn") || !in.text_is(i + 1, "hours")) {
        return std::nullopt;
    }
    std::size_t at = i + 2;
    at += in.is_one_of(at, "of on") ? 1U : 0U;
    at += in.text_is(at, "the") ? 1U : 0U;
    const auto day = day_at(in, at);
    if (!day) {
        return std::nullopt;
    }
    Match match = part_match(
        in,
        {i, day->next},
        time::first_day(*day->timexes.front().span),
        DayPart::Night,
        true);
    match.timexes.front().value.replace(match.timexes.front().value.size() - 2, 2, "MO");
    return match;
}

}  // namespace

std::optional<Match> read_part(const Reader& in, std::size_t i) {
    return first_of(
        std::array<Rule, 4>{early_hours, part_then_day, directed_part, part_alone},
        in,
        i);
}

std::optional<Match> add_part(const Reader& in, const Match& date, std::size_t first) {
    const Timex& timex = date.timexes.front();
    std::size_t at = date.next;
    at += in.text_is(at, ",") && in.is(at + 1, C::Part) && !in.is_latin(at + 1) ? 1U : 0U;
    const std::size_t link = at;
    at += in.is_one_of(at, "in at в у о") ? 1U : 0U;
    at += in.text_is(at, "the") && at > link ? 1U : 0U;
    if (!in.is(at, C::Part) || in.word(at).plural) {
        return std::nullopt;
    }
    const auto part = static_cast<DayPart>(in.word(at).value);
    const bool dawn = part == DayPart::Night && in.is_one_of(at, "вночі уночі ночью overnight");
    Match match = part_match(in, {first, at + 1}, time::first_day(*timex.span), part, dawn);
    match.timexes.front().relative = timex.relative;
    return match;
}

}  // namespace salient::timex
