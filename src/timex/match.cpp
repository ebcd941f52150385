#include "timex/rules.hpp"

namespace salient::timex {

namespace {

constexpr double kSaidItself = 0.95;   // confidence of a date that says its year
constexpr double kReadAgainst = 0.85;  // of one read against another date
constexpr double kNoCalendar = 0.6;

}  // namespace

Timex make_timex(
    const Reader& in,
    Pieces pieces,
    TimexType type,
    Resolved resolved,
    const char* rule) {
    Timex timex;
    timex.begin = in.piece(pieces.first).begin;
    timex.end = in.piece(pieces.end - 1).end;
    timex.type = type;
    timex.value = std::move(resolved.value);
    timex.span = resolved.span;
    timex.rule = rule;
    timex.confidence = timex.span ? kSaidItself : kNoCalendar;
    return timex;
}

Match date_match(
    const Reader& in,
    std::size_t first,
    std::size_t end,
    Resolved resolved,
    const char* rule) {
    return {{make_timex(in, {first, end}, TimexType::Date, std::move(resolved), rule)}, end, false};
}

Match relative_match(
    const Reader& in,
    std::size_t first,
    std::size_t end,
    Resolved resolved,
    const char* rule) {
    Match match = date_match(in, first, end, std::move(resolved), rule);
    match.timexes.front().relative = true;
    match.timexes.front().confidence = match.timexes.front().span ? kReadAgainst : kNoCalendar;
    return match;
}

Match value_match(
    const Reader& in,
    Pieces pieces,
    TimexType type,
    std::string value,
    const char* rule) {
    return {
        {make_timex(in, pieces, type, {std::move(value), std::nullopt}, rule)},
        pieces.end,
        false};
}

std::size_t skip_year_word(const Reader& in, std::size_t i) {
    std::size_t at = i;
    // "2010-го року", "1920-му"
    if (in.text_is(at, "-") && in.glued(at) && in.glued(at + 1)
        && in.is_one_of(at + 1, "го му й м ий ого ому ый ом рр гг")) {
        at += 2;
    }
    if (in.is_one_of(
            at,
            "року році рік роком роки років роках рокам года году год годом годы годов годах")) {
        return at + 1;
    }
    if (in.is_one_of(at, "р г рр гг")) {
        return in.text_is(at + 1, ".") && in.glued(at + 1) ? at + 2 : at + 1;
    }
    return at;
}

YearPart read_year_part(const Reader& in, std::size_t i) {
    std::size_t at = i;
    if (in.text_is(at, ",") || in.text_is(at, ".") || in.text_is(at, "of")
        || in.text_is(at, "in")) {
        ++at;
    }
    const bool loose = in.text_is(i, ".") && !in.glued(i + 1);  // the full stop ends a sentence
    const auto year = in.year(at);
    if (const auto ancient = read_year_before_christ(in, at); ancient && !in.is_one_of(i, ". ,")) {
        return *ancient;
    }
    if (!year || (loose && !in.word(i - 1).short_form)) {
        return {std::nullopt, i};
    }
    return {year, skip_year_word(in, at + 1)};
}

std::optional<std::size_t> skip_range_mark(const Reader& in, std::size_t i) {
    if (in.is_dash(i) || in.is_one_of(i, "to through thru till until по до")) {
        return i + 1;
    }
    return std::nullopt;
}

}  // namespace salient::timex
