#include "timex/rules.hpp"

#include <array>
#include <cstdio>

namespace salient::timex {

namespace {

using C = WordClass;
using std::chrono::sys_days;

constexpr std::size_t kMaxListed = 6;  // days in one list: "3, 5, 7 and 9 May"

/// A day and month as written.
struct Written {
    int day = 0;
    int month = 0;
    YearPart year;
};

std::optional<Reader::Count> day_number(const Reader& in, std::size_t i) {
    auto number = in.ordinal(i);
    if (!number) {
        const auto plain = in.digits(i, 2);
        if (!plain) {
            return std::nullopt;
        }
        number = Reader::Count{*plain, i + 1};
    }
    return number->value >= 1 && number->value <= 31 ? number : std::nullopt;
}

std::size_t skip_full_stop(const Reader& in, std::size_t i) {
    return in.word(i - 1).short_form && in.text_is(i, ".") && in.glued(i) ? i + 1 : i;
}

/// A year of two digits behind a short date: "Aug 9 96", "18 лип '14"; in a phrase on its own only.
YearPart short_year(const Reader& in, std::size_t i) {
    const std::size_t at = in.is_one_of(i, "' ’") ? i + 1 : i;
    const auto number = in.digits(at, 2);
    static constexpr int kMostDays = 31;  // "Aug 9 12" may be a list
    const bool is_sure =
        at > i || (number && *number > kMostDays) || in.word(i - 1).word_class == C::Month;
    if (!is_sure || !in.is_expression() || !number || in.folded(at).size() != 2
        || in.text_is(at + 1, ":") || in.is(at + 1, C::Meridiem) || in.unit(at + 1)) {
        return {std::nullopt, i};
    }
    return {*number + (*number < 50 ? 2000 : 1900), at + 1};
}

YearPart year_behind(const Reader& in, std::size_t i, bool may_be_short) {
    const std::size_t at = skip_full_stop(in, i);
    YearPart year = read_year_part(in, at);
    if (!year.year && may_be_short) {
        year = short_year(in, at);
    }
    // "of the same year", "того ж року": the year spoken of
    if (!year.year && in.is(at + (in.text_is(at, "of") ? 2U : 0U), C::Same)) {
        std::size_t behind = at + (in.text_is(at, "of") ? 3U : 1U);
        behind += in.is_one_of(behind, "ж же") ? 1U : 0U;
        if (in.unit(behind) == Unit::Year && in.spoken_of()) {
            const std::chrono::year_month_day spoken(*in.spoken_of());
            return {static_cast<int>(spoken.year()), behind + 1};
        }
    }
    return year.year ? year : YearPart{std::nullopt, at > i && !in.is_expression() ? i : at};
}

/// "9 January 2025", "9th of January", "9 січня 2025 року".
std::optional<Written> day_then_month(const Reader& in, std::size_t i) {
    const auto day = day_number(in, i);
    if (!day) {
        return std::nullopt;
    }
    std::size_t at = day->next;
    const bool has_of = in.text_is(at, "of");
    at += has_of ? 1U : 0U;
    at += has_of && in.text_is(at, "the") ? 1U : 0U;
    const bool spelled_english = !in.is_number(i) && in.is_latin(i);
    if (!in.is(at, C::Month) || in.word(at).adjective
        || (spelled_english && !has_of && !in.is_expression())) {
        return std::nullopt;
    }
    return Written{day->value, in.word(at).value, year_behind(in, at + 1, true)};
}

/// "January 9, 2025", "Jan. 9th", "May the 5th".
std::optional<Written> month_then_day(const Reader& in, std::size_t i) {
    if (!in.is(i, C::Month) || !in.is_latin(i)) {
        return std::nullopt;
    }
    std::size_t at = skip_full_stop(in, i + 1);
    at += in.text_is(at, "the") || (in.text_is(at, "-") && in.glued(at) && in.is_expression()) ? 1U
                                                                                               : 0U;
    const auto day = day_number(in, at);
    const bool is_clock = day && in.glued(day->next) && in.is_one_of(day->next, ": h");
    const bool is_other =
        day && (in.is(day->next, C::Meridiem) || in.unit(day->next) || in.text_is(day->next, "%"));
    if (!day || is_clock || is_other) {
        return std::nullopt;
    }
    return Written{day->value, in.word(i).value, year_behind(in, day->next, true)};
}

std::optional<Written> either_order(const Reader& in, std::size_t i) {
    const std::size_t at = in.text_is(i, "the") ? i + 1 : i;
    auto written = day_then_month(in, at);
    return written ? written : month_then_day(in, at);
}

/// The year of the other end: "12 January to 16 January 1936".
void borrow_year(const Reader& in, Written& written) {
    const auto behind = skip_range_mark(in, written.year.next);
    const bool is_between = in.is_one_of(written.year.next, "and та і й и");
    if (written.year.year || (!behind && !is_between)) {
        return;
    }
    const auto other = either_order(in, behind ? *behind : written.year.next + 1);
    if (other && other->year.year) {
        const bool turns = other->month < written.month && behind;
        written.year.year = *other->year.year - (turns ? 1 : 0);
    }
}

std::string unknown_year(int month, int day) {
    std::array<char, 32> buffer = {};
    std::snprintf(buffer.data(), buffer.size(), "XXXX-%02d-%02d", month, day);
    return buffer.data();
}

/// The date of a day, month and perhaps year that stand in pieces [first, end).
std::optional<Timex>
finish(const Reader& in, std::size_t first, std::size_t end, const Written& written) {
    const auto known =
        written.year.year ? written.year.year : guess_year(in, written.month, written.day, first);
    if (!known) {
        const bool exists =
            resolve_day(2000, written.month, written.day).has_value();  // a leap year
        return exists ? std::optional(relative_match(
                                          in,
                                          first,
                                          end,
                                          {unknown_year(written.month, written.day), std::nullopt},
                                          "day")
                                          .timexes.front())
                      : std::nullopt;
    }
    auto resolved = resolve_day(*known, written.month, written.day);
    if (!resolved) {
        return std::nullopt;
    }
    const bool said = written.year.year.has_value();
    Match match = said ? date_match(in, first, end, std::move(*resolved), "day")
                       : relative_match(in, first, end, std::move(*resolved), "day");
    return std::move(match.timexes.front());
}

/// Days without a month, each with the piece it begins at.
using LoneDays = std::vector<std::pair<std::size_t, Reader::Count>>;

/// The lone days and the last one, which stands at piece `at` and has the month.
std::optional<Match>
share_month(const Reader& in, const LoneDays& days, bool is_range, std::size_t at, Written last) {
    borrow_year(in, last);
    Match match{{}, last.year.next, is_range && days.size() == 1};
    for (const auto& [piece, number] : days) {
        Written part = last;
        part.day = number.value;
        part.month -= is_range && number.value > last.day ? 1 : 0;
        auto timex = part.month >= 1 ? finish(in, piece, number.next, part) : std::nullopt;
        if (!timex) {
            return std::nullopt;
        }
        match.timexes.push_back(std::move(*timex));
    }
    auto timex = finish(in, at, last.year.next, last);
    if (!timex) {
        return std::nullopt;
    }
    match.timexes.push_back(std::move(*timex));
    return match;
}

/// What joins two days, and the piece behind it.
struct Joint {
    std::size_t next = 0;
    bool is_range = false;
};

std::optional<Joint> joint_at(const Reader& in, std::size_t i) {
    if (const auto behind = skip_range_mark(in, i)) {
        return Joint{*behind, true};
    }
    if (in.text_is(i, ",") || in.is_one_of(i, "and & та і й и /")) {
        return Joint{i + 1, false};
    }
    if (in.text_is(i, ".") && in.glued(i) && skip_range_mark(in, i + 1)) {
        return Joint{i + 2, true};
    }
    return std::nullopt;
}

/// "9–12 January", "3, 5 and 7 May", "з 12 по 15 квітня": numbers that share the month behind the last.
std::optional<Match> listed_days(const Reader& in, std::size_t i) {
    LoneDays days;
    bool is_range = false;
    std::size_t at = i;
    while (days.size() < kMaxListed) {
        at += in.text_is(at, "the") ? 1U : 0U;
        const auto day = day_number(in, at);
        if (!day) {
            return std::nullopt;
        }
        if (!days.empty()) {
            if (const auto last = day_then_month(in, at)) {
                return share_month(in, days, is_range, at, *last);
            }
        }
        days.emplace_back(at, *day);
        const auto joint = joint_at(in, day->next);
        if (!joint) {
            return std::nullopt;
        }
        is_range = is_range || joint->is_range;
        at = joint->next;
    }
    return std::nullopt;
}

/// The second day of "April 6–7", "August 10 to 22, 2012".
std::optional<Match> second_day(const Reader& in, std::size_t i, const Written& first) {
    const auto behind = skip_range_mark(in, first.year.next);
    if (!behind || first.year.year) {
        return std::nullopt;
    }
    const std::size_t at = *behind + (in.text_is(*behind, "the") ? 1U : 0U);
    const auto day = day_number(in, at);
    if (!day || day->value <= first.day || in.is(day->next, C::Month) || in.unit(day->next)
        || in.text_is(day->next, ":") || in.text_is(day->next, "%")) {
        return std::nullopt;
    }
    Written last{day->value, first.month, read_year_part(in, day->next)};
    Written begin = first;
    begin.year.year = last.year.year;
    auto first_timex = finish(in, i, first.year.next, begin);
    auto last_timex = finish(in, at, last.year.next, last);
    if (!first_timex || !last_timex) {
        return std::nullopt;
    }
    return Match{{std::move(*first_timex), std::move(*last_timex)}, last.year.next, true};
}

/// "Thursday, 9 January": the weekday belongs to the date behind it.
std::size_t skip_weekday(const Reader& in, std::size_t i) {
    if (!in.is(i, C::Weekday)) {
        return i;
    }
    std::size_t at = i + 1;
    at += in.text_is(at, ".") && in.glued(at) ? 1U : 0U;
    at += in.text_is(at, ",") ? 1U : 0U;
    at += in.is_one_of(at, "the on") ? 1U : 0U;
    return at;
}

}  // namespace

std::optional<Match> read_day(const Reader& in, std::size_t i) {
    const std::size_t at = skip_weekday(in, i);
    std::optional<Match> match = listed_days(in, at);
    if (!match) {
        auto written = day_then_month(in, at);
        if (!written) {
            written = month_then_day(in, at);
            if (written) {
                match = second_day(in, at, *written);
            }
        }
        if (written && !match) {
            borrow_year(in, *written);
            if (auto timex = finish(in, at, written->year.next, *written)) {
                match = Match{{std::move(*timex)}, written->year.next, false};
            }
        }
    }
    if (match) {
        match->timexes.front().begin = in.piece(i).begin;
    }
    return match;
}

}  // namespace salient::timex
