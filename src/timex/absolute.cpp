#include "timex/reader.hpp"

#include <algorithm>
#include <array>

namespace salient::timex {

namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;
using C = WordClass;

std::string format2(const char* prefix, int value) {
    return std::string(prefix) + (value < 10 ? "0" : "") + std::to_string(value);
}

bool is_dash(std::string_view text) {
    return text == "-" || text == "–" || text == "—";
}

/// The month's full stop and a comma between parts of a date.
std::size_t skip_mark(const Reader& in, std::size_t i) {
    return i < in.size() && in.glued(i) && (in.text_is(i, ".") || in.text_is(i, ",")) ? i + 1 : i;
}

std::size_t skip_comma(const Reader& in, std::size_t i) {
    return in.text_is(i, ",") ? i + 1 : i;
}

/// "року", "года", "г.", "р." behind a year.
std::size_t skip_year_word(const Reader& in, std::size_t i) {
    static constexpr std::array<std::string_view, 8> kWords =
        {"року", "році", "рік", "года", "году", "год", "р", "г"};
    if (std::find(kWords.begin(), kWords.end(), in.folded(i)) == kWords.end()) {
        return i;
    }
    const bool short_form = in.text_is(i, "р") || in.text_is(i, "г");
    return short_form && in.text_is(i + 1, ".") && in.glued(i + 1) ? i + 2 : i + 1;
}

/// The year of a date that does not say it: the nearest to the reference, or the reference's own in narrative.
std::optional<int> guess_year(const Reader& in, int month, int day, std::size_t at) {
    if (!in.reference()) {
        return std::nullopt;
    }
    const year_month_day reference(*in.reference());
    const int base = static_cast<int>(reference.year());
    if (in.narrative()) {
        return base;
    }
    int best = base;
    long best_distance = -1;
    for (int candidate = base - 1; candidate <= base + 1; ++candidate) {
        const auto resolved = resolve_day(candidate, month, std::min(day, 28));
        const long distance = (time::first_day(*resolved->span) - *in.reference()).count();
        // What is reported has happened: a date far ahead belongs to last year unless the words look ahead.
        const long cost = distance > 0 && !in.looks_ahead(at) ? distance * 3 : std::abs(distance);
        if (best_distance < 0 || cost < best_distance) {
            best_distance = cost;
            best = candidate;
        }
    }
    return best;
}

struct YearPart {
    std::optional<int> year;
    std::size_t next = 0;
};

/// ", 2025", "2025 року", "of 2025"; nothing when no year follows.
YearPart read_year(const Reader& in, std::size_t i) {
    for (const std::size_t at : {i, skip_comma(in, i), in.text_is(i, "of") ? i + 1 : i}) {
        if (const auto year = in.year(at)) {
            return {year, skip_year_word(in, at + 1)};
        }
    }
    return {std::nullopt, i};
}

std::optional<Match> finish_day(
    const Reader& in,
    std::size_t first,
    int month,
    int day,
    YearPart year,
    const char* rule) {
    const std::optional<int> known = year.year ? year.year : guess_year(in, month, day, first);
    if (!known) {
        if (day < 1 || day > 31) {
            return std::nullopt;
        }
        return Match{
            in.make(
                first,
                year.next,
                TimexType::Date,
                {format2("XXXX-", month) + format2("-", day), std::nullopt},
                rule),
            year.next};
    }
    auto resolved = resolve_day(*known, month, day);
    if (!resolved) {
        return std::nullopt;
    }
    Match match{in.make(first, year.next, TimexType::Date, std::move(*resolved), rule), year.next};
    match.timex.relative = !year.year;
    return match;
}

/// "9 January 2025", "9–12 January", "9th of January", "9 січня 2025 року".
std::optional<Match> day_month(const Reader& in, std::size_t i) {
    auto day = in.ordinal(i);
    if (!day) {
        const auto plain = in.digits(i, 2);
        if (!plain) {
            return std::nullopt;
        }
        day = Reader::Count{*plain, i + 1};
    }
    std::size_t at = day->next;
    std::optional<int> last_day;
    if ((is_dash(in.folded(at)) || in.text_is(at, "to") || in.text_is(at, "and"))
        && in.digits(at + 1, 2)) {
        last_day = in.digits(at + 1, 2);
        at += 2;
    }
    at += in.text_is(at, "of") ? 1U : 0U;
    if (!in.is(at, C::Month) || day->value < 1 || day->value > 31) {
        return std::nullopt;
    }
    const int month = in.word(at).value;
    const YearPart year =
        read_year(in, skip_mark(in, at + 1) == at + 2 && in.year(at + 2) ? at + 2 : at + 1);
    auto match = finish_day(in, i, month, day->value, year, "day month");
    if (match && last_day && match->timex.span && *last_day > day->value) {
        const sys_days first = time::first_day(*match->timex.span);
        match->timex.span =
            time::days_span(first, first + std::chrono::days(*last_day - day->value));
    }
    return match;
}

/// "January 9, 2025", "Jan. 9th", "January 9–12".
std::optional<Match> month_day(const Reader& in, std::size_t i) {
    if (!in.is(i, C::Month)) {
        return std::nullopt;
    }
    const std::size_t at = in.text_is(i + 1, ".") && in.glued(i + 1) ? i + 2 : i + 1;
    auto day = in.ordinal(at);
    if (!day) {
        const auto plain = in.digits(at, 2);
        if (!plain) {
            return std::nullopt;
        }
        day = Reader::Count{*plain, at + 1};
    }
    if (day->value < 1 || day->value > 31) {
        return std::nullopt;
    }
    std::size_t behind = day->next;
    std::optional<int> last_day;
    if (is_dash(in.folded(behind)) && in.digits(behind + 1, 2)) {
        last_day = in.digits(behind + 1, 2);
        behind += 2;
    }
    auto match =
        finish_day(in, i, in.word(i).value, day->value, read_year(in, behind), "month day");
    if (match && last_day && match->timex.span && *last_day > day->value) {
        const sys_days first = time::first_day(*match->timex.span);
        match->timex.span =
            time::days_span(first, first + std::chrono::days(*last_day - day->value));
    }
    return match;
}

bool month_needs_more(std::string_view word) {
    return word == "may" || word == "march" || word == "mar" || word == "jan" || word == "sep"
           || word == "dec";
}

/// "January 2025", "January", "in May".
std::optional<Match> month_alone(const Reader& in, std::size_t i) {
    if (!in.is(i, C::Month)) {
        return std::nullopt;
    }
    const int month = in.word(i).value;
    const std::size_t at =
        in.text_is(i + 1, ".") && in.glued(i + 1) && in.year(i + 2) ? i + 2 : i + 1;
    const YearPart year = read_year(in, at);
    if (year.year) {
        return Match{
            in.make(i, year.next, TimexType::Date, resolve_month(*year.year, month), "month year"),
            year.next};
    }
    static constexpr std::array<std::string_view, 14> kBefore = {
        "in",
        "since",
        "by",
        "of",
        "until",
        "last",
        "from",
        "during",
        "early",
        "late",
        "mid",
        "end",
        "before",
        "after"};
    const bool introduced =
        i > 0 && std::find(kBefore.begin(), kBefore.end(), in.folded(i - 1)) != kBefore.end();
    const bool capital = in.token(i).letter_case == prose::LetterCase::Title
                         || static_cast<unsigned char>(in.folded(i).front()) >= 0x80;
    if (!capital || (month_needs_more(in.folded(i)) && !introduced)) {
        return std::nullopt;
    }
    const auto guessed = guess_year(in, month, 15, i);
    if (!guessed) {
        return Match{
            in.make(i, i + 1, TimexType::Date, {format2("XXXX-", month), std::nullopt}, "month"),
            i + 1};
    }
    Match match{in.make(i, i + 1, TimexType::Date, resolve_month(*guessed, month), "month"), i + 1};
    match.timex.relative = true;
    return match;
}

/// 2025-01-09, 09.01.2025, 9/1/2025 when the order is certain.
std::optional<Match> numeric(const Reader& in, std::size_t i) {
    const auto mark = [&](std::size_t at, std::string_view text) {
        return in.glued(at) && in.text_is(at, text);
    };
    for (const std::string_view separator : {"-", "/"}) {
        if (!(mark(i + 1, separator) && mark(i + 3, separator) && in.glued(i + 2)
              && in.glued(i + 4))) {
            continue;
        }
        const auto a = in.digits(i, 4);
        const auto b = in.digits(i + 2, 2);
        const auto c = in.digits(i + 4, 4);
        if (!a || !b || !c) {
            continue;
        }
        std::optional<Resolved> resolved;
        if (in.folded(i).size() == 4) {
            resolved = resolve_day(*a, *b, *c);
        } else if (in.folded(i + 4).size() == 4) {
            resolved = *a > 12 ? resolve_day(*c, *b, *a) : resolve_day(*c, *a, *b);
        }
        if (resolved) {
            return Match{
                in.make(i, i + 5, TimexType::Date, std::move(*resolved), "numeric"),
                i + 5};
        }
    }
    // "09.01.2025" is one number to the tokenizer.
    const std::string_view text = in.folded(i);
    const std::size_t first = text.find('.');
    const std::size_t second = first == std::string_view::npos ? first : text.find('.', first + 1);
    if (second != std::string_view::npos && first <= 2 && second - first <= 3
        && text.size() - second == 5) {
        const auto number = [&](std::size_t from, std::size_t to) {
            int value = 0;
            for (std::size_t k = from; k < to; ++k) {
                value = value * 10 + (text[k] >= '0' && text[k] <= '9' ? text[k] - '0' : 100);
            }
            return value;
        };
        if (auto resolved = resolve_day(
                number(second + 1, text.size()),
                number(first + 1, second),
                number(0, first))) {
            return Match{
                in.make(i, i + 1, TimexType::Date, std::move(*resolved), "numeric"),
                i + 1};
        }
    }
    return std::nullopt;
}

/// "the 1990s", "the '90s".
std::optional<Match> decade(const Reader& in, std::size_t i) {
    const auto year = in.year(i);
    if (!year || *year % 10 != 0 || !in.glued(i + 1)
        || !(in.text_is(i + 1, "s") || in.text_is(i + 1, "'s"))) {
        return std::nullopt;
    }
    return Match{in.make(i, i + 2, TimexType::Date, resolve_decade(*year), "decade"), i + 2};
}

std::optional<Match> century(const Reader& in, std::size_t i) {
    const auto number = in.ordinal(i);
    if (!number || !in.is(number->next, C::Unit, static_cast<int>(Unit::Century))
        || number->value < 1 || number->value > 21) {
        return std::nullopt;
    }
    return Match{
        in.make(
            i,
            number->next + 1,
            TimexType::Date,
            resolve_century((number->value - 1) * 100),
            "century"),
        number->next + 1};
}

/// "summer 2024", "the summer of 2024", "влітку 2024 року".
std::optional<Match> season_year(const Reader& in, std::size_t i) {
    if (!in.is(i, C::Season)) {
        return std::nullopt;
    }
    const YearPart year = read_year(in, i + 1);
    if (!year.year) {
        return std::nullopt;
    }
    return Match{
        in.make(
            i,
            year.next,
            TimexType::Date,
            resolve_season(*year.year, in.word(i).value),
            "season year"),
        year.next};
}

/// A year alone: behind a word of time, or between 1900 and 2100 where no thing is counted.
std::optional<Match> year_alone(const Reader& in, std::size_t i) {
    const auto year = in.year(i);
    if (!year) {
        return std::nullopt;
    }
    const std::size_t next = skip_year_word(in, i + 1);
    static constexpr std::array<std::string_view, 22> kBefore = {
        "in",    "since", "by",  "of",  "until",  "till",  "from", "during",
        "early", "late",  "mid", "end", "before", "after", "year", "у",
        "в",     "з",     "до",  "с",   "к",      "the"};
    const bool introduced =
        i > 0 && std::find(kBefore.begin(), kBefore.end(), in.folded(i - 1)) != kBefore.end();
    const bool joined =
        i > 0 && (is_dash(in.folded(i - 1)) || in.text_is(i - 1, "/")) && in.glued(i);
    const bool recent = *year >= 1900 && *year <= 2100;
    const bool counts = in.is(i + 1, C::Unit) && next == i + 1;
    const bool lower_word_follows =
        i + 1 < in.size() && next == i + 1 && in.token(i + 1).kind == prose::TokenKind::Word
        && in.token(i + 1).letter_case == prose::LetterCase::Lower && !introduced;
    const bool money =
        i > 0 && (in.text_is(i - 1, "$") || in.text_is(i - 1, "€") || in.text_is(i - 1, "#"));
    if (counts || money || joined
        || (!introduced && (!recent || lower_word_follows) && next == i + 1)) {
        if (!(joined && recent)) {
            return std::nullopt;
        }
    }
    return Match{in.make(i, next, TimexType::Date, resolve_year(*year), "year"), next};
}

/// "Thursday, 9 January": the weekday belongs to the date behind it.
std::optional<Match> weekday_date(const Reader& in, std::size_t i) {
    if (!in.is(i, C::Weekday)) {
        return std::nullopt;
    }
    std::size_t at = skip_mark(in, i + 1);
    at += in.text_is(at, "the") ? 1U : 0U;
    auto match = month_day(in, at);
    if (!match) {
        match = day_month(in, at);
    }
    if (match) {
        match->timex.begin = in.token(i).begin;
    }
    return match;
}

/// "early March", "mid-2023", "the end of 2024", "на початку березня": the value stays, the words join it.
std::optional<Match> edge_of(const Reader& in, std::size_t i) {
    if (!in.is(i, C::Edge)) {
        return std::nullopt;
    }
    std::size_t at = i + 1;
    at += is_dash(in.folded(at)) ? 1U : 0U;
    at += in.text_is(at, "of") ? 1U : 0U;
    at += in.text_is(at, "the") ? 1U : 0U;
    for (const Rule rule : {season_year, month_alone, decade, century, year_alone}) {
        if (auto match = rule(in, at)) {
            match->timex.begin = in.token(i).begin;
            match->timex.rule = "edge";
            return match;
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<Match> read_absolute(const Reader& in, std::size_t i) {
    for (const Rule rule :
         {weekday_date,
          numeric,
          day_month,
          month_day,
          decade,
          century,
          season_year,
          edge_of,
          month_alone,
          year_alone}) {
        if (auto match = rule(in, i)) {
            return match;
        }
    }
    return std::nullopt;
}

}  // namespace salient::timex
