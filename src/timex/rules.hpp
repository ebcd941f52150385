#pragma once

#include "timex/reader.hpp"

#include <optional>
#include <string>
#include <vector>

namespace salient::timex {

/// One reading, or the ends of a range in one ("9–12 January"), and the piece behind it.
struct Match {
    std::vector<Timex> timexes;  ///< in order, at least one
    std::size_t next = 0;
    bool is_range = false;    ///< the first timex lasts until the last
    bool looks_back = false;  ///< tells what was before: a story goes on from the date before it
};
using Rule = std::optional<Match> (*)(const Reader&, std::size_t);

/// Pieces of a text, end exclusive.
struct Pieces {
    std::size_t first = 0;
    std::size_t end = 0;
};

[[nodiscard]] Timex
make_timex(const Reader& in, Pieces pieces, TimexType type, Resolved resolved, const char* rule);
/// A date that says itself.
[[nodiscard]] Match date_match(
    const Reader& in,
    std::size_t first,
    std::size_t end,
    Resolved resolved,
    const char* rule);
/// A date read against another.
[[nodiscard]] Match relative_match(
    const Reader& in,
    std::size_t first,
    std::size_t end,
    Resolved resolved,
    const char* rule);
/// A value without calendar time: PAST_REF, P2W, XXXX-XX-XX …
[[nodiscard]] Match
value_match(const Reader& in, Pieces pieces, TimexType type, std::string value, const char* rule);
/// The first reading that one of the rules gives.
template <class Rules>
[[nodiscard]] std::optional<Match> first_of(const Rules& rules, const Reader& in, std::size_t i) {
    for (const Rule rule : rules) {
        if (auto match = rule(in, i)) {
            return match;
        }
    }
    return std::nullopt;
}

/// A year behind a date, with a comma, "of" and the word for year.
struct YearPart {
    std::optional<int> year;
    std::size_t next = 0;
};
[[nodiscard]] YearPart read_year_part(const Reader& in, std::size_t i);
/// A year before Christ, "480 BC", "264 р. до н. е."; in a story of that time also without the era. The year 1 BC is 0.
[[nodiscard]] std::optional<YearPart> read_year_before_christ(const Reader& in, std::size_t i);
/// Behind "BC", "до н. е."; nullopt when no era stands there.
[[nodiscard]] std::optional<std::size_t> skip_era(const Reader& in, std::size_t i);
/// Behind "року", "года", "г.", "р." where one stands.
[[nodiscard]] std::size_t skip_year_word(const Reader& in, std::size_t i);
/// Behind "–", "to", "по" …, when piece i joins the ends of a range; nullopt otherwise.
[[nodiscard]] std::optional<std::size_t> skip_range_mark(const Reader& in, std::size_t i);

/// The year of a day and month that does not say it. `at`: piece where the date stands. nullopt: nothing is known.
[[nodiscard]] std::optional<int> guess_year(const Reader& in, int month, int day, std::size_t at);

/// "9 January 2025", "January 9–12", "2025-01-09", "09.01.2025".
[[nodiscard]] std::optional<Match> read_day(const Reader& in, std::size_t i);
[[nodiscard]] std::optional<Match> read_numeric(const Reader& in, std::size_t i);
/// "January 2025", "in March", "квітень 2009 року", "April to June 1968".
[[nodiscard]] std::optional<Match> read_month(const Reader& in, std::size_t i);
/// "2024", "the 1990s", "20th century", "2007–08".
[[nodiscard]] std::optional<Match> read_year(const Reader& in, std::size_t i);
/// A word in lower case behind a number, and no function word: "2097 civilians". `next`: piece behind the number.
[[nodiscard]] bool is_counted_noun(const Reader& in, std::size_t i, std::size_t next);
/// "XX" of "XX століття".
[[nodiscard]] bool begins_century(const Reader& in, std::size_t i);
/// "summer 2024", "third quarter of 2024", "second half of 2008", "fiscal 2024".
[[nodiscard]] std::optional<Match> read_season(const Reader& in, std::size_t i);
/// "early March", "mid-2023", "the end of the year".
[[nodiscard]] std::optional<Match> read_edge(const Reader& in, std::size_t i);
/// "on Thursday", "Friday next week", "the third Tuesday of May".
[[nodiscard]] std::optional<Match> read_weekday(const Reader& in, std::size_t i);
/// "yesterday", "last week", "that month", "the next day".
[[nodiscard]] std::optional<Match> read_directed(const Reader& in, std::size_t i);
/// "two weeks ago", "three days later", "через тиждень".
[[nodiscard]] std::optional<Match> read_counted(const Reader& in, std::size_t i);
/// "4:30 a.m. Kyiv time", "о 17 годині".
[[nodiscard]] std::optional<Match> read_clock(const Reader& in, std::size_t i);
/// "Thursday morning", "on the night of 9–10 January", "overnight".
[[nodiscard]] std::optional<Match> read_part(const Reader& in, std::size_t i);
/// A clock time or part of a day behind a day that was read from piece `first`: "3 October at 5 a.m.", "Friday afternoon".
[[nodiscard]] std::optional<Match>
add_clock(const Reader& in, const Match& date, std::size_t first);
[[nodiscard]] std::optional<Match> add_part(const Reader& in, const Match& date, std::size_t first);
/// "two weeks", "several days", "дводенний".
[[nodiscard]] std::optional<Match> read_duration(const Reader& in, std::size_t i);
/// "daily", "every Monday", "щоп'ятниці".
[[nodiscard]] std::optional<Match> read_set(const Reader& in, std::size_t i);
/// "Christmas", "Independence Day", "Великдень 2024".
[[nodiscard]] std::optional<Match> read_holiday(const Reader& in, std::size_t i);
[[nodiscard]] bool begins_holiday(std::string_view folded);
/// "day 1,053", "the third anniversary of the invasion".
[[nodiscard]] std::optional<Match> read_war_day(const Reader& in, std::size_t i);
/// "now", "former", "at the time".
[[nodiscard]] std::optional<Match> read_reference(const Reader& in, std::size_t i);

}  // namespace salient::timex
