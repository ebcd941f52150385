#include "timex/rules.hpp"

#include <array>

namespace salient::timex {

namespace {

using C = WordClass;

/// Behind the words that open a length: "the last", "the first", "about", "a mere".
struct Opening {
    std::size_t next = 0;
    bool directed = false;  ///< "the past year" is a length without a count
};

Opening opening_at(const Reader& in, std::size_t i) {
    std::size_t at = i;
    at += in.is_one_of(at, "the за протягом впродовж") && !in.is(at + 1, C::Article) ? 1U : 0U;
    at += in.is(at, C::Approximate) ? 1U : 0U;
    const bool ordinal = in.is(at, C::Ordinal) && in.count(at + 1);
    const bool directed = in.is(at, C::Last) || in.is(at, C::Next);
    const bool first_vague = in.is(at, C::Ordinal) && in.is(at + 1, C::Vague);
    return {at + (ordinal || directed || first_vague ? 1U : 0U), directed};
}

/// "the past year", "the next decade", "the last month of the war": one unit, `i` behind the direction.
bool is_length(const Reader& in, std::size_t i) {
    const auto unit = in.unit(i);
    const bool of_another = in.text_is(i + 1, "of") && i > 1 && in.text_is(i - 2, "the");
    return unit
           && (in.text_is(i - 1, "past") || *unit == Unit::Decade || *unit == Unit::Century
               || of_another);
}

/// A part of a whole, not of a year: "a quarter of", "three-quarters".
bool is_fraction(const Reader& in, std::size_t i, int count) {
    return in.unit(i) == Unit::Quarter && in.is_latin(i) && (count == 1 || in.text_is(i + 1, "of"));
}

/// How many, and the piece with the unit.
struct HowMany {
    int count = 1;
    std::size_t next = 0;
};

std::optional<HowMany> how_many(const Reader& in, const Opening& opening) {
    std::size_t at = opening.next;
    if (const auto number = in.count(at)) {
        at = number->next;
        at += in.is_dash(at) && in.glued(at) ? 1U : 0U;
        const bool between = in.is(at, C::Last) || in.is(at, C::Next);  // "the four previous weeks"
        at += (between && in.word(at + 1).plural) || in.text_is(at, "mere") ? 1U : 0U;
        return HowMany{number->value, at};
    }
    if (in.is_one_of(at, "a an") && !opening.directed && !in.text_is(at + 1, "second")) {
        ++at;
        at += in.is_one_of(at, "full whole mere") ? 1U : 0U;
        const auto mere = in.count(at);
        return mere ? HowMany{mere->value, mere->next} : HowMany{1, at};
    }
    return opening.directed && is_length(in, at) ? std::optional(HowMany{1, at}) : std::nullopt;
}

/// The piece behind "and a half" or "-and-a-half"; 0 when it does not stand here.
std::size_t behind_half(const Reader& in, std::size_t at) {
    if (in.text_is(at, "and") && in.text_is(at + 1, "a") && in.text_is(at + 2, "half")) {
        return at + 3;
    }
    const bool is_hyphenated = in.text_is(at, "-") && in.text_is(at + 1, "and")
                               && in.text_is(at + 3, "a") && in.text_is(at + 5, "half");
    return is_hyphenated ? at + 6 : 0;
}

/// "two weeks", "24-hour", "a month", "48 годин", "the four previous weeks".
std::optional<Match> counted(const Reader& in, std::size_t i) {
    const Opening opening = opening_at(in, i);
    const auto many = how_many(in, opening);
    if (!many) {
        return std::nullopt;
    }
    const int count = many->count;
    std::size_t at = many->next;
    const auto unit = in.unit(at);
    if (!unit || (in.word(at).adjective && !in.glued(at)) || in.word(at).short_form
        || is_fraction(in, at, count)) {
        return std::nullopt;
    }
    ++at;
    const std::size_t behind = behind_half(in, at);
    const bool and_half = behind > 0;
    at = and_half ? behind : at;
    if (in.text_is(at, "long")
        || (in.text_is(at, "-") && in.glued(at) && in.text_is(at + 1, "long"))) {
        at += in.text_is(at, "long") ? 1U : 2U;
    }
    return value_match(
        in,
        {i, at},
        TimexType::Duration,
        and_half ? half_more_value(count, *unit) : duration_value(count, *unit),
        "duration");
}

/// "between 12 and 18 months": both numbers have the unit.
std::optional<Match> two_counts(const Reader& in, std::size_t i) {
    const auto first = i > 0 && in.is_one_of(i - 1, "between від от") ? in.count(i) : std::nullopt;
    if (!first || !in.is_one_of(first->next, "and до")) {
        return std::nullopt;
    }
    const auto last = in.count(first->next + 1);
    const auto unit = last ? in.unit(last->next) : std::nullopt;
    if (!unit) {
        return std::nullopt;
    }
    Match match = value_match(
        in,
        {i, first->next},
        TimexType::Duration,
        duration_value(first->value, *unit),
        "duration");
    match.timexes.push_back(make_timex(
        in,
        {first->next + 1, last->next + 1},
        TimexType::Duration,
        {duration_value(last->value, *unit), std::nullopt},
        "duration"));
    match.next = last->next + 1;
    return match;
}

/// "several days", "a few months", "кілька тижнів", "перших кількох років".
std::optional<Match> vague(const Reader& in, std::size_t i) {
    std::size_t at = opening_at(in, i).next;
    at += in.text_is(at, "a") ? 1U : 0U;
    if (!in.is(at, C::Vague)) {
        return std::nullopt;
    }
    at += 1 + (in.text_is(at + 1, "of") ? 1U : 0U);
    const auto unit = in.unit(at);
    if (!unit || in.word(at).adjective) {
        return std::nullopt;
    }
    return value_match(
        in,
        {i, at + 1},
        TimexType::Duration,
        vague_duration(*unit),
        "vague duration");
}

/// "for months", "over decades", "років" behind "протягом".
std::optional<Match> bare_plural(const Reader& in, std::size_t i) {
    const auto unit = in.unit(i);
    if (!unit || !in.word(i).plural || i == 0 || in.word(i).adjective) {
        return std::nullopt;
    }
    const bool introduced = in.is_one_of(i - 1, "for over within протягом впродовж на");
    if (!introduced) {
        return std::nullopt;
    }
    return value_match(
        in,
        {i, i + 1},
        TimexType::Duration,
        vague_duration(*unit),
        "vague duration");
}

/// "half an hour", "півтора року", "полтора месяца".
std::optional<Match> halves(const Reader& in, std::size_t i) {
    if (in.is_one_of(i, "півтора півтори полтора полторы")) {
        const auto unit = in.unit(i + 1);
        return unit ? std::optional(value_match(
                   in,
                   {i, i + 2},
                   TimexType::Duration,
                   half_more_value(1, *unit),
                   "duration"))
                    : std::nullopt;
    }
    if (!in.is(i, C::Half)) {
        return std::nullopt;
    }
    std::size_t at = i + 1;
    at += in.is_dash(at) && in.glued(at) ? 1U : 0U;
    at += in.is_one_of(at, "a an") ? 1U : 0U;
    const auto unit = in.unit(at);
    if (!unit || in.word(at).plural || !in.is_latin(i) || at == i + 1) {
        return std::nullopt;
    }
    std::string value = half_more_value(0, *unit);
    if (*unit == Unit::Hour) {
        value = duration_value(30, Unit::Minute);
    } else if (*unit == Unit::Year) {
        value = duration_value(6, Unit::Month);
    } else if (*unit == Unit::Decade) {
        value = duration_value(5, Unit::Year);
    } else if (*unit == Unit::Century) {
        value = duration_value(50, Unit::Year);
    } else if (*unit == Unit::Day) {
        value = duration_value(12, Unit::Hour);
    }
    return value_match(in, {i, at + 1}, TimexType::Duration, std::move(value), "duration");
}

/// "дводенний", "трирічної", "year-long", "півроку".
std::optional<Match> in_one_word(const Reader& in, std::size_t i) {
    if (in.is(i, C::DurationWord)) {
        const int value = in.word(i).value;
        return value_match(
            in,
            {i, i + 1},
            TimexType::Duration,
            duration_value(value / 16, static_cast<Unit>(value % 16)),
            "duration");
    }
    const auto unit = in.unit(i);
    const bool hyphen = in.text_is(i + 1, "-") && in.glued(i + 1);
    if (unit && in.text_is(hyphen ? i + 2 : i + 1, "long")) {
        return value_match(
            in,
            {i, hyphen ? i + 3 : i + 2},
            TimexType::Duration,
            in.word(i).plural ? vague_duration(*unit) : duration_value(1, *unit),
            "duration");
    }
    return std::nullopt;
}

}  // namespace

std::optional<Match> read_duration(const Reader& in, std::size_t i) {
    return first_of(
        std::array<Rule, 6>{two_counts, in_one_word, halves, counted, vague, bare_plural},
        in,
        i);
}

}  // namespace salient::timex
