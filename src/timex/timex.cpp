#include "timex/timex.hpp"

#include "timex/rules.hpp"

#include <algorithm>
#include <array>

namespace salient::timex {

namespace {

constexpr std::array<Rule, 14> kRules = {
    read_numeric,
    read_day,
    read_season,
    read_edge,
    read_month,
    read_year,
    read_clock,
    read_part,
    read_war_day,
    read_weekday,
    read_counted,
    read_directed,
    read_duration,
    read_set};
constexpr std::array<Rule, 2> kLastRules = {read_holiday, read_reference};

constexpr std::size_t kOpeningReach = 3;  // pieces behind a word that cannot stand alone

/// Classes of words that tell a time only with another behind them: "the", "about", "two", "last", "early".
bool needs_another(WordClass word_class) {
    switch (word_class) {
        case WordClass::Cardinal:
        case WordClass::Ordinal:
        case WordClass::Last:
        case WordClass::Next:
        case WordClass::This:
        case WordClass::Same:
        case WordClass::Ago:
        case WordClass::In:
        case WordClass::Edge:
        case WordClass::Every:
        case WordClass::Vague:
        case WordClass::Article:
        case WordClass::Half:
        case WordClass::Approximate:
        case WordClass::Opener:
            return true;
        default:
            return false;
    }
}

/// A word or number of time, or one that phrases of time end in, stands close behind i.
bool another_follows(const Reader& in, std::size_t i) {
    for (std::size_t k = i + 1; k <= i + kOpeningReach; ++k) {
        const WordClass word_class = in.word(k).word_class;
        const bool is_time = word_class != WordClass::None && word_class != WordClass::Article
                             && word_class != WordClass::Ahead && word_class != WordClass::War;
        if (is_time || in.is_number(k)) {
            return true;
        }
    }
    return false;
}

/// Pieces at which no rule begins: most of a text.
bool may_begin(const Reader& in, std::size_t i) {
    const Piece& piece = in.piece(i);
    if (piece.kind == prose::TokenKind::Number) {
        return true;
    }
    if (piece.kind == prose::TokenKind::Punctuation) {
        return in.text_is(i, "/");
    }
    const WordClass word_class = piece.word.word_class;
    const bool may_be_name =
        piece.letter_case != prose::LetterCase::Lower || in.is_expression() || !in.is_latin(i);
    if (may_be_name && (begins_holiday(in.folded(i)) || begins_century(in, i))) {
        return true;
    }
    switch (word_class) {
        case WordClass::None:
        case WordClass::Ahead:
        case WordClass::War:
        case WordClass::Meridiem:
        case WordClass::Moment:
            return false;
        default:
            return in.is_expression() || in.text_is(i, "current") || !needs_another(word_class)
                   || another_follows(in, i);
    }
}

/// The reading that covers most pieces; of two equal ones the earlier rule's.
std::optional<Match> longest(const Reader& in, std::size_t i) {
    std::optional<Match> best;
    const auto consider = [&](const auto& rules) {
        for (const Rule rule : rules) {
            auto match = rule(in, i);
            if (match && (!best || match->next > best->next)) {
                best = std::move(match);
            }
        }
    };
    consider(kRules);
    consider(kLastRules);
    return best;
}

bool is_one_day(const Match& match) {
    const Timex& timex = match.timexes.front();
    return match.timexes.size() == 1 && timex.type == TimexType::Date && timex.span
           && timex.span->precision == time::Precision::Day
           && time::first_day(*timex.span) == time::last_day(*timex.span);
}

/// "3 October at 5 a.m.", "Friday afternoon".
Match with_time_of_day(const Reader& in, Match match, std::size_t first) {
    if (!is_one_day(match)) {
        return match;
    }
    if (auto clock = add_clock(in, match, first)) {
        return std::move(*clock);
    }
    if (auto part = add_part(in, match, first)) {
        return std::move(*part);
    }
    return match;
}

/// The first timex of a range lasts until its end.
void stretch(Timex& first, const Timex& last) {
    if (first.span && last.span && first.span->precision == last.span->precision
        && last.span->end > first.span->end) {
        first.span->end = last.span->end;
    }
}

/// A phrase on its own has one value, `2025-01-09/2025-01-12`.
void join(Timex& first, const Timex& last) {
    stretch(first, last);
    first.end = last.end;
    first.value = first.value.substr(0, first.value.find('/')) + "/"
                  + last.value.substr(
                      last.value.find('/') == std::string::npos ? 0 : last.value.find('/') + 1);
}

/// Seasons and weekends have no ISO value of their own.
void write_as_interval(Timex& timex) {
    const bool is_named =
        timex.type == TimexType::Date && timex.span
        && (timex.span->precision == time::Precision::Season || timex.value.ends_with("-WE"));
    if (is_named) {
        timex.value = interval_value(*timex.span);
    }
}

/// The words before it leave one end open: "since summer", "by 11 January".
void open_ends(const Reader& in, std::size_t first, Timex& timex) {
    if (!timex.span || first == 0) {
        return;
    }
    timex.span->open_end = in.is_one_of(first - 1, "since");
    timex.span->open_begin = in.is_one_of(first - 1, "by before until till");
}

class Finder {
public:
    Finder(std::string_view text, const std::vector<prose::Token>& tokens, const Options& options)
        : in_(text, tokens, options) {}

    std::vector<Timex> run() {
        for (std::size_t i = 0; i < in_.size();) {
            auto match = may_begin(in_, i) ? longest(in_, i) : std::nullopt;
            if (!match) {
                ++i;
                continue;
            }
            take(with_time_of_day(in_, std::move(*match), i), i);
            i = last_next_;
        }
        return std::move(found_);
    }

private:
    Reader in_;
    std::vector<Timex> found_;
    std::size_t last_next_ = 0;  // piece behind the last match

    void take(Match match, std::size_t first) {
        open_ends(in_, first, match.timexes.front());
        if (match.is_range) {
            stretch(match.timexes.front(), match.timexes.back());
        }
        const bool joins_last =
            !found_.empty() && first > 0 && skip_range_mark(in_, last_next_) == first;
        for (const Timex& timex : match.timexes) {
            in_.remember(timex, first, match.next, match.looks_back);
        }
        last_next_ = match.next;
        if (in_.is_expression()) {
            std::for_each(match.timexes.begin(), match.timexes.end(), write_as_interval);
            if (match.is_range) {
                join(match.timexes.front(), match.timexes.back());
                match.timexes.resize(1);
            }
        }
        if (joins_last && is_calendar(found_.back()) && is_calendar(match.timexes.front())) {
            if (in_.is_expression()) {
                join(found_.back(), match.timexes.front());
                return;
            }
            stretch(found_.back(), match.timexes.front());
        }
        std::move(match.timexes.begin(), match.timexes.end(), std::back_inserter(found_));
    }

    static bool is_calendar(const Timex& timex) {
        return timex.span && (timex.type == TimexType::Date || timex.type == TimexType::Time);
    }
};

}  // namespace

std::string_view type_name(TimexType type) {
    static constexpr std::array<std::string_view, 4> kNames = {"DATE", "TIME", "DURATION", "SET"};
    return kNames.at(static_cast<std::size_t>(type));
}

std::vector<Timex> find_timexes(
    std::string_view text,
    const std::vector<prose::Token>& tokens,
    const Options& options) {
    return Finder(text, tokens, options).run();
}

}  // namespace salient::timex
