#include "timex/rules.hpp"

#include <array>

namespace salient::timex {

namespace {

using C = WordClass;

/// Behind the words that join an edge to its time: "early in the", "the end of", "-", "of the".
std::size_t skip_link(const Reader& in, std::size_t i) {
    std::size_t at = i;
    at += in.is_dash(at) && in.glued(at) ? 1U : 0U;
    at += in.is_one_of(at, "of in on") ? 1U : 0U;
    at += in.text_is(at, "the") ? 1U : 0U;
    return at;
}

/// "the end of the year", "на початку місяця": a unit of the date spoken of.
std::optional<Match> unit_spoken_of(const Reader& in, std::size_t i, std::size_t begin) {
    const auto unit = in.unit(i);
    const bool large = unit && *unit != Unit::Second && *unit != Unit::Minute && *unit != Unit::Hour
                       && *unit != Unit::Day;
    if (!large || in.word(i).plural || in.word(i).short_form || in.text_is(i + 1, "of")) {
        return std::nullopt;
    }
    const auto day = in.in_story() ? in.spoken_of() : in.reference();
    const bool has_article = !in.is_latin(i) || in.text_is(i - 1, "the") || in.is_expression();
    if (!day || !has_article) {
        return std::nullopt;
    }
    return relative_match(in, begin, i + 1, at_unit(*day, *unit), "edge");
}

/// In a phrase on its own the third is the value: "early March" is 2013-03-01/2013-03-10.
void apply_third(const Reader& in, Timex& timex, int edge) {
    Resolved third = third_of({timex.value, timex.span}, edge);
    if (third.span && third.span->approximate && in.is_expression()) {
        third.value = interval_value(*third.span);
    }
    timex.value = std::move(third.value);
    timex.span = third.span;
}

/// "later in the year", "earlier this year", "later that month".
std::optional<Match> part_of_unit(const Reader& in, std::size_t i) {
    if (!in.is_one_of(i, "earlier later пізніше раніше позже ранее")) {
        return std::nullopt;
    }
    const bool linked = in.is_one_of(i + 1, "in this that") || !in.is_latin(i);
    const std::size_t at = in.text_is(i + 1, "in") ? i + 2 : i + 1;
    if (!linked) {
        return std::nullopt;
    }
    if (in.text_is(at, "the")) {
        return unit_spoken_of(in, at + 1, i);
    }
    auto match = in.is(at, C::This) || in.is(at, C::Same) ? read_directed(in, at) : std::nullopt;
    if (match) {
        match->timexes.front().begin = in.piece(i).begin;
    }
    return match;
}

}  // namespace

std::optional<Match> read_edge(const Reader& in, std::size_t i) {
    if (auto match = part_of_unit(in, i)) {
        return match;
    }
    std::size_t edge_at = i + (in.text_is(i, "the") || in.text_is(i, "very") ? 1U : 0U);
    if (!in.is(edge_at, C::Edge)) {
        return std::nullopt;
    }
    const std::size_t at = skip_link(in, edge_at + 1);
    const bool is_verb = in.is_one_of(edge_at, "start end close beginning") && at == edge_at + 1
                         && edge_at == i && !in.is_expression();
    if (is_verb) {
        return std::nullopt;
    }
    static constexpr std::array<Rule, 6> kRules =
        {read_day, read_season, read_month, read_year, read_directed, read_weekday};
    auto match = first_of(kRules, in, at);
    if (!match) {
        match = unit_spoken_of(in, at, i);
    }
    if (!match || match->timexes.size() > 1) {
        return std::nullopt;
    }
    Timex& timex = match->timexes.front();
    timex.begin = in.piece(i).begin;
    timex.rule = "edge";
    apply_third(in, timex, in.word(edge_at).value);
    return match;
}

}  // namespace salient::timex
