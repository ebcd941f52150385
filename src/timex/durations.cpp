#include "timex/reader.hpp"

namespace salient::timex {

namespace {

using C = WordClass;

/// "two weeks", "a month", "several days", "24-hour", "the past three years".
std::optional<Match> duration(const Reader& in, std::size_t i) {
    std::size_t at = i;
    at += in.text_is(at, "the") ? 1U : 0U;
    at += (in.is(at, C::Last) || in.is(at, C::Next)) ? 1U : 0U;
    const bool directed = at > i;
    if (in.is(at, C::Vague)) {
        const std::size_t unit_at = at + 1 + (in.text_is(at + 1, "of") ? 1U : 0U);
        if (in.is(unit_at, C::Unit)) {
            return Match{
                in.make(
                    i,
                    unit_at + 1,
                    TimexType::Duration,
                    {vague_duration(static_cast<Unit>(in.word(unit_at).value)), std::nullopt},
                    "vague duration"),
                unit_at + 1};
        }
        return std::nullopt;
    }
    int count = 1;
    if (const auto number = in.count(at)) {
        count = number->value;
        at = number->next;
        at += in.text_is(at, "-") && in.glued(at) ? 1U : 0U;
    } else if (!directed && (in.text_is(at, "a") || in.text_is(at, "an"))) {
        ++at;
    } else {
        return std::nullopt;
    }
    if (!in.is(at, C::Unit)) {
        return std::nullopt;
    }
    return Match{
        in.make(
            i,
            at + 1,
            TimexType::Duration,
            {duration_value(count, static_cast<Unit>(in.word(at).value)), std::nullopt},
            "duration"),
        at + 1};
}

/// "daily", "every Monday", "each year", "кожного дня".
std::optional<Match> set(const Reader& in, std::size_t i) {
    if (in.is(i, C::SetWord)) {
        return Match{
            in.make(
                i,
                i + 1,
                TimexType::Set,
                {duration_value(1, static_cast<Unit>(in.word(i).value)), std::nullopt},
                "set"),
            i + 1};
    }
    if (!in.is(i, C::Every)) {
        return std::nullopt;
    }
    if (in.is(i + 1, C::Unit)) {
        return Match{
            in.make(
                i,
                i + 2,
                TimexType::Set,
                {duration_value(1, static_cast<Unit>(in.word(i + 1).value)), std::nullopt},
                "set"),
            i + 2};
    }
    if (in.is(i + 1, C::Weekday)) {
        return Match{
            in.make(
                i,
                i + 2,
                TimexType::Set,
                {"XXXX-WXX-" + std::to_string(in.word(i + 1).value), std::nullopt},
                "set"),
            i + 2};
    }
    return std::nullopt;
}

}  // namespace

std::optional<Match> read_duration(const Reader& in, std::size_t i) {
    if (auto match = duration(in, i)) {
        return match;
    }
    return set(in, i);
}

}  // namespace salient::timex
