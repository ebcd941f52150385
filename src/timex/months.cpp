#include "timex/rules.hpp"

#include <array>
#include <cstdio>

namespace salient::timex {

namespace {

using C = WordClass;

std::string unknown_year(int month) {
    std::array<char, 32> buffer = {};
    std::snprintf(buffer.data(), buffer.size(), "XXXX-%02d", month);
    return buffer.data();
}

/// Words that are a month only when something says so: "may", "march", and abbreviations.
bool needs_more(const Reader& in, std::size_t i) {
    return in.word(i).short_form || in.is_one_of(i, "may march");
}

bool is_introduced(const Reader& in, std::size_t i) {
    static constexpr WordList kBefore =
        "in since by of until till last from during early late mid end before after next this "
        "through throughout and "
        "to between each every - – — ( в у во до з із від с от по к за на та і й и";
    return i > 0 && in.is_one_of(i - 1, kBefore);
}

/// Whether the word at i is a month at all where no year stands beside it.
bool is_month_here(const Reader& in, std::size_t i) {
    if (in.is_expression()) {
        return true;
    }
    if (!in.is_latin(i)) {
        return !in.word(i).short_form && !in.word(i).adjective;
    }
    const bool capital = in.piece(i).letter_case == prose::LetterCase::Title
                         || in.piece(i).letter_case == prose::LetterCase::Mixed
                         || in.piece(i).letter_case == prose::LetterCase::Upper;
    const bool part_of_name = in.glued(i + 1) && in.text_is(i + 1, "-") && !in.is(i + 2, C::Month);
    if (!capital || part_of_name || in.text_is(i + 1, "'s")) {
        return capital && in.text_is(i + 1, "'s") && !needs_more(in, i);
    }
    const bool is_name = in.piece(i + 1).letter_case == prose::LetterCase::Title
                         && !is_introduced(in, i) && !in.is(i + 1, C::Month);
    return !is_name && (!needs_more(in, i) || is_introduced(in, i));
}

/// A month and the year behind it.
struct Written {
    int month = 0;
    YearPart year;
};

Written month_at(const Reader& in, std::size_t i) {
    const bool stop = in.word(i).short_form && in.text_is(i + 1, ".") && in.glued(i + 1);
    Written out{in.word(i).value, read_year_part(in, i + 1)};
    if (!out.year.year && stop) {
        out.year = read_year_part(in, i + 2);
        out.year.next = out.year.year ? out.year.next : i + 2;
    }
    if (!out.year.year && (in.is_one_of(i + 1, "' ’") || in.is_expression())) {
        const std::size_t at = in.is_one_of(i + 1, "' ’") ? i + 2 : i + 1;
        const auto number = in.digits(at, 2);
        if (number && in.folded(at).size() == 2 && *number > 31 && !in.text_is(at + 1, ":")) {
            out.year = {*number + (*number < 50 ? 2000 : 1900), at + 1};
        }
    }
    // "of the same year", "того ж року"
    const std::size_t same = in.text_is(i + 1, "of") ? i + 2 : i + 1;
    const std::size_t at = in.text_is(same, "the") || in.text_is(same, "that") ? same + 1 : same;
    const std::size_t unit = in.is(at, C::Same) ? at + 1 : at;
    const std::size_t behind = in.is_one_of(unit, "ж же") ? unit + 1 : unit;
    if (!out.year.year && unit > same && in.unit(behind) == Unit::Year && !in.word(behind).plural
        && in.spoken_of()) {
        const std::chrono::year_month_day spoken(*in.spoken_of());
        out.year = {static_cast<int>(spoken.year()), behind + 1};
    }
    return out;
}

/// The year of the other end: "April to June 1968", "(лютий – липень 1980)".
std::optional<int> borrowed_year(const Reader& in, const Written& written) {
    const auto behind = skip_range_mark(in, written.year.next);
    const bool listed = in.is_one_of(written.year.next, "and та і й и");
    const std::size_t at = behind ? *behind : written.year.next + 1;
    if ((!behind && !listed) || (!in.is(at, C::Month) && !in.is(at + 1, C::Month))) {
        return std::nullopt;
    }
    const auto day = behind ? read_day(in, at) : std::nullopt;
    if (day && !day->timexes.front().relative && day->timexes.front().span) {
        const std::chrono::year_month_day last(time::first_day(*day->timexes.front().span));
        const bool turns = static_cast<int>(static_cast<unsigned>(last.month())) < written.month;
        return static_cast<int>(last.year()) - (turns ? 1 : 0);
    }
    if (!in.is(at, C::Month)) {
        return std::nullopt;
    }
    const Written other = month_at(in, at);
    if (!other.year.year) {
        return std::nullopt;
    }
    return *other.year.year - (other.month < written.month && behind ? 1 : 0);
}

}  // namespace

std::optional<Match> read_month(const Reader& in, std::size_t i) {
    if (!in.is(i, C::Month)) {
        return std::nullopt;
    }
    Written written = month_at(in, i);
    if (written.year.year) {
        const bool capital_needed =
            in.is_latin(i) && in.piece(i).letter_case == prose::LetterCase::Lower;
        if (capital_needed && in.is_one_of(i, "may march") && !in.is_expression()) {
            return std::nullopt;
        }
        return date_match(
            in,
            i,
            written.year.next,
            resolve_month(*written.year.year, written.month),
            "month");
    }
    if (in.word(i).adjective && !in.in_story()) {
        return std::nullopt;
    }
    if (!in.word(i).adjective && !is_month_here(in, i)) {
        return std::nullopt;
    }
    if (const auto year = borrowed_year(in, written)) {
        return date_match(in, i, written.year.next, resolve_month(*year, written.month), "month");
    }
    const std::size_t end = in.is_expression() ? written.year.next : i + 1;
    const auto guessed = guess_year(in, written.month, 15, i);
    if (!guessed) {
        return relative_match(in, i, end, {unknown_year(written.month), std::nullopt}, "month");
    }
    return relative_match(in, i, end, resolve_month(*guessed, written.month), "month");
}

}  // namespace salient::timex
