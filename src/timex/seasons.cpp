#include "timex/rules.hpp"

#include <array>

namespace salient::timex {

namespace {

using C = WordClass;
using std::chrono::sys_days;
using std::chrono::year_month_day;

int year_of(sys_days day) {
    return static_cast<int>(year_month_day(day).year());
}

/// "summer 2024", "the summer of 2024", "влітку 2024 року", "осени 2019".
std::optional<Match> season_of_year(const Reader& in, std::size_t i) {
    if (!in.is(i, C::Season) || in.word(i).adjective) {
        return std::nullopt;
    }
    const YearPart year = read_year_part(in, i + 1);
    if (!year.year) {
        return std::nullopt;
    }
    return date_match(in, i, year.next, resolve_season(*year.year, in.word(i).value), "season");
}

/// "1982 summer"
std::optional<Match> year_then_season(const Reader& in, std::size_t i) {
    const auto year = in.year(i);
    if (!year || !in.is(i + 1, C::Season) || in.word(i + 1).plural || in.word(i + 1).short_form) {
        return std::nullopt;
    }
    return date_match(in, i, i + 2, resolve_season(*year, in.word(i + 1).value), "season");
}

/// Whether a season without a year is one: "in the spring", "spring offensive", "навесні".
bool is_season_here(const Reader& in, std::size_t i) {
    if (!in.is_latin(i)) {
        return !in.word(i).adjective;
    }
    const bool introduced =
        i > 0 && in.is_one_of(i - 1, "the in this a by since until during of mid early late and -");
    if (in.word(i).short_form) {  // "fall"
        return i > 1 && in.text_is(i - 1, "the") && in.is_one_of(i - 2, "in during since by until")
               && !in.text_is(i + 1, "of");
    }
    const bool other_sense =
        in.is_one_of(i + 1, "roll training water house forward up Olympic olympics");
    return (introduced || in.in_story() || in.is_expression()) && !other_sense;
}

std::optional<Match> season_alone(const Reader& in, std::size_t i) {
    if (!in.is(i, C::Season) || in.word(i).plural || !is_season_here(in, i)) {
        return std::nullopt;
    }
    const int season = in.word(i).value;
    const auto year = guess_year(in, season == 4 ? 1 : season * 3 + 1, 15, i);
    if (!year) {
        static constexpr std::array<const char*, 5> kNames = {"", "SP", "SU", "FA", "WI"};
        return relative_match(
            in,
            i,
            i + 1,
            {std::string("XXXX-") + kNames.at(static_cast<std::size_t>(season)), std::nullopt},
            "season");
    }
    // A winter is named after its December; the guess was for its January.
    const int named = season == 4 && !in.in_story() ? *year - 1 : *year;
    return relative_match(in, i, i + 1, resolve_season(named, season), "season");
}

/// The year behind a quarter or half, else that of the reference.
YearPart year_or_reference(const Reader& in, std::size_t i) {
    YearPart year = read_year_part(in, i);
    if (!year.year && in.spoken_of()) {
        const std::size_t at = in.text_is(i, "of") ? i + 1 : i;
        if (in.is_one_of(at, "last минулого прошлого")) {
            return {year_of(*in.spoken_of()) - 1, at + 2};
        }
        const std::size_t unit =
            at + (in.is_one_of(at, "the this цього этого поточного текущего") ? 1U : 0U);
        const bool says_year = unit > at && in.unit(unit) == Unit::Year;
        return {year_of(*in.spoken_of()), says_year ? unit + 1 : i};
    }
    return year;
}

/// "third quarter of 2024", "Q3 2019", "2017-Q1", "перший квартал".
std::optional<Match> quarter(const Reader& in, std::size_t i) {
    const std::string_view word = in.folded(i);
    const bool short_name = word == "q" && in.glued(i + 1) && in.digits(i + 1, 1);
    int number = 0;
    std::size_t at = i;
    if (const auto digit = in.digits(i, 1); digit && in.is_one_of(i + 1, "кв")) {
        number = *digit;
        at = i + 2 + (in.text_is(i + 2, ".") && in.glued(i + 2) ? 1U : 0U);
    } else if (short_name) {
        number = *in.digits(i + 1, 1);
        at = i + 2;
    } else if (const auto ordinal = in.ordinal(i)) {
        number = ordinal->value;
        at = ordinal->next + (in.text_is(ordinal->next, "fiscal") ? 1U : 0U);
        if (in.unit(at) != Unit::Quarter) {
            return std::nullopt;
        }
        ++at;
    }
    if (number < 1 || number > 4) {
        return std::nullopt;
    }
    const YearPart year = year_or_reference(in, at);
    if (!year.year) {
        return std::nullopt;
    }
    return date_match(in, i, year.next, resolve_quarter(*year.year, number), "quarter");
}

/// "second half of 2008", "перша половина 2024 року", "у першому півріччі 2024".
std::optional<Match> half_year(const Reader& in, std::size_t i) {
    auto ordinal = in.ordinal(i);
    if (!ordinal && in.text_is(i, "latter")) {
        ordinal = Reader::Count{2, i + 1};
    }
    if (!ordinal || ordinal->value < 1 || ordinal->value > 2) {
        return std::nullopt;
    }
    std::size_t at = ordinal->next;
    const bool half_year = in.is(at, C::HalfYear);
    if (!half_year && !in.is(at, C::Half)) {
        return std::nullopt;
    }
    at += 1;
    const std::size_t behind = in.text_is(at, "of") ? at + 1 : at;
    const bool names_year = in.year(behind) || in.text_is(behind, "last")
                            || (in.is_one_of(behind, "the this цього этого минулого прошлого")
                                && in.unit(behind + 1) == Unit::Year);
    const YearPart year = year_or_reference(in, at);
    if (!year.year || (!half_year && !names_year)) {
        return std::nullopt;
    }
    return date_match(in, i, year.next, resolve_half_year(*year.year, ordinal->value), "half year");
}

/// "fiscal year 2024", "FY2024", "fiscal 2024"
std::optional<Match> fiscal_year(const Reader& in, std::size_t i) {
    if (!in.is_one_of(i, "fiscal fy фінансовий финансовый фінансового финансового")) {
        return std::nullopt;
    }
    std::size_t at = i + 1;
    at += in.unit(at) == Unit::Year || in.is_dash(at) ? 1U : 0U;
    const auto year = in.year(at);
    return year ? std::optional(date_match(in, i, at + 1, resolve_year(*year), "fiscal year"))
                : std::nullopt;
}

}  // namespace

std::optional<Match> read_season(const Reader& in, std::size_t i) {
    return first_of(
        std::array<Rule, 6>{
            season_of_year,
            year_then_season,
            season_alone,
            quarter,
            half_year,
            fiscal_year},
        in,
        i);
}

}  // namespace salient::timex
