#include "timex/rules.hpp"

#include <algorithm>
#include <cstdlib>

namespace salient::timex {

namespace {

using std::chrono::year_month_day;

int year_of(std::chrono::sys_days day) {
    return static_cast<int>(year_month_day(day).year());
}

constexpr long kTold = 3;  // what is told has happened: the other way counts as this much farther
constexpr long kPlanned = 5;  // half steps: a phrase typed on its own looks ahead, 2.5 times

/// What a candidate costs: days away, more on the side where it is not expected.
long cost(const Reader& in, long days_ahead, bool ahead) {
    if (in.is_expression()) {
        return days_ahead < 0 ? -days_ahead * kPlanned : days_ahead * 2;
    }
    const bool against = ahead ? days_ahead < 0 : days_ahead > 0;
    return std::abs(days_ahead) * (against ? kTold : 1);
}

/// A year said a few words ago in the same sentence: "In 2022 … on 24 February".
std::optional<int> year_in_sentence(const Reader& in, std::size_t at) {
    static constexpr std::size_t kOpening =
        4;  // pieces of a sentence before the date that it is about
    const std::size_t first = in.stated_first();
    const bool opens = first < kOpening || !in.same_sentence(first - kOpening, first);
    if (in.stated() && opens && in.same_sentence(in.stated_at(), at)) {
        return year_of(in.stated()->day);
    }
    return std::nullopt;
}

}  // namespace

std::optional<int> guess_year(const Reader& in, int month, int day, std::size_t at) {
    const bool has_document = in.options().doc_date.has_value();
    if (!in.is_expression() && (in.in_story() || !has_document)) {
        if (in.in_story()) {
            return in.reference() ? std::optional(year_of(*in.reference())) : std::nullopt;
        }
        return in.stated() ? std::optional(year_of(in.stated()->day)) : std::nullopt;
    }
    if (!in.reference()) {
        return std::nullopt;
    }
    if (in.is_expression() && in.stated()) {
        return year_of(in.stated()->day);
    }
    if (in.in_news()) {
        if (const auto year = year_in_sentence(in, at)) {
            return year;
        }
    }
    const int base = year_of(*in.reference());
    const bool ahead = in.looks_ahead(at);
    int best = base;
    long best_cost = -1;
    for (const int candidate : {base, base - 1, base + 1}) {
        const auto resolved = resolve_day(candidate, month, std::min(day, 28));
        if (!resolved) {
            continue;
        }
        const long distance = (time::first_day(*resolved->span) - *in.reference()).count();
        const long price = cost(in, distance, ahead);
        if (best_cost < 0 || price < best_cost) {
            best_cost = price;
            best = candidate;
        }
    }
    return best;
}

}  // namespace salient::timex
