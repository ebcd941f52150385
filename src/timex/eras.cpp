#include "timex/rules.hpp"

namespace salient::timex {

namespace {

/// Behind letters with full stops, "b.c.", "н. е."; nullopt when they do not stand there.
std::optional<std::size_t>
skip_initials(const Reader& in, std::size_t i, std::string_view first, std::string_view second) {
    if (!in.text_is(i, first) || !in.text_is(i + 1, ".") || !in.text_is(i + 2, second)) {
        return std::nullopt;
    }
    return in.text_is(i + 3, ".") && in.glued(i + 3) ? i + 4 : i + 3;
}

/// A number and the era behind it.
std::optional<YearPart> with_era(const Reader& in, std::size_t i) {
    const auto number = in.digits(i, 4);
    if (!number || *number < 1) {
        return std::nullopt;
    }
    const auto behind = skip_era(in, skip_year_word(in, i + 1));
    return behind ? std::optional(YearPart{1 - *number, *behind}) : std::nullopt;
}

}  // namespace

std::optional<YearPart> read_year_before_christ(const Reader& in, std::size_t i) {
    if (auto year = with_era(in, i)) {
        return year;
    }
    const auto number = in.digits(i, 3);
    if (!number || *number < 20) {
        return std::nullopt;
    }
    // "from 264 to 146 BC": the era stands behind the last.
    const bool joined = in.is_dash(i + 1) || in.is_one_of(i + 1, "to and or по до та і и /");
    const auto last = joined ? with_era(in, i + 2) : std::nullopt;
    if (last && 1 - *last->year < *number) {
        return YearPart{1 - *number, i + 1};
    }
    // A story of that time leaves the era out.
    const bool ancient =
        in.in_story() && in.stated()
        && std::chrono::year_month_day(in.stated()->day).year() <= std::chrono::year(0);
    const bool introduced =
        i > 0 && in.is_one_of(i - 1, "in by of until since early late from ( у в з до про від с к");
    const bool counts = is_counted_noun(in, i, skip_year_word(in, i + 1));
    if (ancient && introduced && !counts && *number >= 100) {
        return YearPart{1 - *number, skip_year_word(in, i + 1)};
    }
    return std::nullopt;
}

std::optional<std::size_t> skip_era(const Reader& in, std::size_t i) {
    if (in.is_one_of(i, "bc bce")) {
        return i + 1;
    }
    if (const auto behind = skip_initials(in, i, "b", "c")) {
        return in.text_is(*behind, "e") && in.glued(*behind) ? *behind + 2 : *behind;
    }
    if (!in.text_is(i, "до")) {
        return std::nullopt;
    }
    if (in.is_one_of(i + 1, "нашої нашей") && in.is_one_of(i + 2, "ери эры")) {
        return i + 3;
    }
    const auto ukrainian = skip_initials(in, i + 1, "н", "е");
    return ukrainian ? ukrainian : skip_initials(in, i + 1, "н", "э");
}

}  // namespace salient::timex
