#include "timex/rules.hpp"

#include <array>
#include <cstdio>

namespace salient::timex {

namespace {

using C = WordClass;

std::string weekday_value(int weekday) {
    return "XXXX-WXX-" + std::to_string(weekday);
}

std::string month_value(int month) {
    std::array<char, 32> buffer = {};
    std::snprintf(buffer.data(), buffer.size(), "XXXX-%02d", month);
    return buffer.data();
}

std::string season_value(int season) {
    static constexpr std::array<const char*, 5> kNames =
        {"XXXX", "XXXX-SP", "XXXX-SU", "XXXX-FA", "XXXX-WI"};
    return kNames.at(static_cast<std::size_t>(season));
}

/// What one word repeats: "every Monday", "each July", "every summer", "every night".
std::optional<std::string> repeated(const Reader& in, std::size_t i) {
    const Word& word = in.word(i);
    switch (word.word_class) {
        case C::Weekday:
            return weekday_value(word.value);
        case C::Month:
            return month_value(word.value);
        case C::Season:
            return season_value(word.value);
        case C::Part:
            return std::string("XXXX-XX-XXT") + part_code(static_cast<DayPart>(word.value));
        case C::Unit:
            return duration_value(1, static_cast<Unit>(word.value));
        default:
            return std::nullopt;
    }
}

/// "every Monday", "every two weeks", "every other day", "кожного дня".
std::optional<Match> every(const Reader& in, std::size_t i) {
    if (!in.is(i, C::Every)) {
        return std::nullopt;
    }
    std::size_t at = i + 1;
    int step = 1;
    if (const auto count = in.count(at)) {
        step = count->value;
        at = count->next;
    } else if (const auto ordinal = in.ordinal(at)) {
        step = ordinal->value;
        at = ordinal->next;
    } else if (in.text_is(at, "other")) {
        step = 2;
        ++at;
    }
    if (at > i + 1) {
        const auto unit = in.unit(at);
        return unit ? std::optional(
                   value_match(in, {i, at + 1}, TimexType::Set, duration_value(step, *unit), "set"))
                    : std::nullopt;
    }
    auto value = repeated(in, at);
    return value ? std::optional(
               value_match(in, {i, at + 1}, TimexType::Set, std::move(*value), "set"))
                 : std::nullopt;
}

/// "daily", "щотижня", "щоп'ятниці", "щоночі".
std::optional<Match> in_one_word(const Reader& in, std::size_t i) {
    const bool is_name =
        in.is_latin(i) && in.piece(i).letter_case == prose::LetterCase::Title
        && in.piece(i + 1).letter_case == prose::LetterCase::Title;  // the Daily News
    if (in.is(i, C::SetUnit) && !is_name) {
        return value_match(
            in,
            {i, i + 1},
            TimexType::Set,
            set_value(static_cast<Unit>(in.word(i).value)),
            "set");
    }
    if (in.is(i, C::SetDay)) {
        return value_match(in, {i, i + 1}, TimexType::Set, weekday_value(in.word(i).value), "set");
    }
    return std::nullopt;
}

/// "on Mondays", "по понеділках", "at weekends", "in the mornings".
std::optional<Match> plural(const Reader& in, std::size_t i) {
    const bool named = in.is(i, C::Weekday)
                       || (in.is(i, C::Part) && i > 0 && in.text_is(i - 1, "the"))
                       || in.is(i, C::Unit, static_cast<int>(Unit::Weekend));
    const bool introduced = in.is_latin(i) || (i > 0 && in.is_one_of(i - 1, "по"));
    if (!named || !in.word(i).plural || !introduced) {
        return std::nullopt;
    }
    auto value = in.is(i, C::Unit) ? std::optional(set_value(Unit::Weekend)) : repeated(in, i);
    return value ? std::optional(
               value_match(in, {i, i + 1}, TimexType::Set, std::move(*value), "set"))
                 : std::nullopt;
}

/// "per day", "30 a day", "twice a week", "3/day", "на день".
std::optional<Match> rate(const Reader& in, std::size_t i) {
    const auto unit = in.unit(i + 1);
    if (!unit || in.word(i + 1).plural || in.text_is(i + 1, "second") || i == 0) {
        return std::nullopt;
    }
    const bool per = in.is_one_of(i, "per /");
    const bool after_count = in.is_number(i - 1) || in.is(i - 1, C::Cardinal)
                             || in.is_one_of(i - 1, "times twice once разів рази раз раза");
    if (!per && !(after_count && in.is_one_of(i, "a an на в"))) {
        return std::nullopt;
    }
    const std::size_t first = in.text_is(i, "/") ? i + 1 : i;
    return value_match(in, {first, i + 2}, TimexType::Set, duration_value(1, *unit), "rate");
}

}  // namespace

std::optional<Match> read_set(const Reader& in, std::size_t i) {
    return first_of(std::array<Rule, 4>{in_one_word, every, plural, rate}, in, i);
}

}  // namespace salient::timex
