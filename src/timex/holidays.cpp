#include "timex/holiday_table.hpp"
#include "timex/rules.hpp"
#include "timex/word_table.hpp"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <unordered_map>
#include <vector>

namespace salient::timex {

namespace {

using C = WordClass;
using std::chrono::sys_days;
using std::chrono::year_month_day;

int year_of(sys_days day) {
    return static_cast<int>(year_month_day(day).year());
}

/// Calls `visit` with each form of "a|b|c".
template <class Visit>
void for_each_form(std::string_view forms, Visit visit) {
    while (!forms.empty()) {
        const std::size_t bar = std::min(forms.find('|'), forms.size());
        visit(forms.substr(0, bar));
        forms.remove_prefix(std::min(forms.size(), bar + 1));
    }
}

using Index = std::unordered_map<std::string_view, std::vector<const Holiday*>>;

const Index& by_first_word() {
    static const Index kIndex = [] {
        Index index;
        for (const Holiday& holiday : holidays()) {
            const std::string_view first = holiday.name.substr(0, holiday.name.find(' '));
            for_each_form(first, [&](std::string_view form) { index[form].push_back(&holiday); });
        }
        return index;
    }();
    return kIndex;
}

/// Piece behind the name when it stands at i.
std::optional<std::size_t> end_of_name(const Reader& in, std::size_t i, std::string_view name) {
    std::size_t at = i;
    bool matches = true;
    for_each_piece(name, [&](std::string_view forms) {
        bool one = false;
        for_each_form(forms, [&](std::string_view form) { one = one || in.text_is(at, form); });
        matches = matches && one;
        ++at;
    });
    return matches ? std::optional(at) : std::nullopt;
}

/// The day of the holiday whose rule holds in that year.
std::optional<sys_days> day_in(const Holiday& holiday, int year) {
    if (year >= holiday.since) {
        return holiday_in(holiday, year);
    }
    for (const Holiday& other : holidays()) {
        if (other.name == holiday.name && other.since <= year) {
            return holiday_in(other, year);
        }
    }
    return std::nullopt;
}

/// The year it is said of: stated, "last year", or the one that lies nearest or ahead.
std::optional<sys_days> nearest(const Reader& in, const Holiday& holiday, std::size_t i) {
    if (!in.reference()) {
        return std::nullopt;
    }
    const sys_days today = *in.reference();
    if (in.in_story()) {
        return day_in(holiday, year_of(today));
    }
    std::optional<sys_days> best;
    long best_cost = 0;
    const bool ahead = in.is_expression() || in.looks_ahead(i);
    for (int year = year_of(today) - 1; year <= year_of(today) + 1; ++year) {
        const auto day = day_in(holiday, year);
        if (!day) {
            continue;
        }
        const long distance = (*day - today).count();
        const bool against = ahead ? distance < 0 : distance > 0;
        const long cost = std::abs(distance) * (against ? (in.is_expression() ? 1000 : 2) : 1);
        if (!best || cost < best_cost) {
            best = day;
            best_cost = cost;
        }
    }
    return best;
}

std::optional<Match>
finish(const Reader& in, std::size_t i, std::size_t end, const Holiday& holiday) {
    const YearPart stated = read_year_part(in, end);
    if (stated.year) {
        const auto day = day_in(holiday, *stated.year);
        return day ? std::optional(date_match(in, i, stated.next, resolve_day(*day), "holiday"))
                   : std::nullopt;
    }
    const std::size_t at = in.text_is(end, "of") ? end + 1 : end;
    const bool last = in.is(at, C::Last, 1);
    const bool next = in.is(at, C::Next);
    if ((last || next || in.is(at, C::This)) && in.unit(at + 1) == Unit::Year && in.reference()) {
        const auto day = day_in(holiday, year_of(*in.reference()) + (last ? -1 : (next ? 1 : 0)));
        return day ? std::optional(relative_match(in, i, at + 2, resolve_day(*day), "holiday"))
                   : std::nullopt;
    }
    const auto day = nearest(in, holiday, i);
    return day ? std::optional(relative_match(in, i, end, resolve_day(*day), "holiday"))
               : std::nullopt;
}

}  // namespace

bool begins_holiday(std::string_view folded) {
    return by_first_word().find(folded) != by_first_word().end();
}

std::optional<Match> read_holiday(const Reader& in, std::size_t i) {
    const auto found = by_first_word().find(in.folded(i));
    if (found == by_first_word().end()) {
        return std::nullopt;
    }
    const bool lower = in.piece(i).letter_case == prose::LetterCase::Lower;
    if (lower && in.is_latin(i) && !in.is_expression()) {
        return std::nullopt;
    }
    for (const Holiday* holiday : found->second) {
        if (const auto end = end_of_name(in, i, holiday->name)) {
            return finish(in, i, *end, *holiday);
        }
    }
    return std::nullopt;
}

}  // namespace salient::timex
