#include "timex/rules.hpp"
#include "timex/zones.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace salient::timex {

namespace {

using C = WordClass;
using std::chrono::sys_days;

/// A clock time as written, with its zone.
struct Written {
    int hour = 0;
    int minute = 0;
    bool has_minute = false;
    bool certain = false;  ///< something besides the numbers says that it is one
    std::size_t next = 0;
    std::optional<Zone> zone;
};

bool says_at(const Reader& in, std::size_t i) {
    return i > 0
           && in.is_one_of(
               i - 1,
               "at о об в во у к до з с после after before by until around about from");
}

/// "4:30", "10.00", "15h00", "0430" and the seconds behind them.
std::optional<Written> numerals(const Reader& in, std::size_t i) {
    Written out;
    const auto hour = in.digits(i, 2);
    const bool colon = in.glued(i + 1) && in.is_one_of(i + 1, ": h") && in.glued(i + 2);
    if (hour && colon && in.digits(i + 2, 2) && in.folded(i + 2).size() == 2) {
        out = {*hour, *in.digits(i + 2, 2), true, true, i + 3, std::nullopt};
        if (in.text_is(out.next, ":") && in.glued(out.next) && in.glued(out.next + 1)
            && in.digits(out.next + 1, 2)) {
            out.next += 2;
        }
        return out;
    }
    if (hour) {
        return Written{*hour, 0, false, false, i + 1, std::nullopt};
    }
    const std::string_view text = in.folded(i);
    const std::size_t stop = text.find('.');
    const bool dotted =
        in.is_number(i) && stop != std::string_view::npos && stop <= 2 && text.size() == stop + 3;
    if (!dotted) {
        return std::nullopt;
    }
    const auto number = [&](std::size_t from) {
        int value = 0;
        for (std::size_t k = from; k < text.size() && text[k] != '.'; ++k) {
            value = value * 10 + (text[k] - '0');
        }
        return value;
    };
    out = {number(0), number(stop + 1), true, false, i + 1, std::nullopt};
    out.certain = i > 0 && in.is_one_of(i - 1, "о об at");
    return out;
}

/// "1500 GMT", "0430 hours"
std::optional<Written> military(const Reader& in, std::size_t i) {
    const auto number = in.digits(i, 4);
    if (!number || in.folded(i).size() != 4 || *number / 100 > 24 || *number % 100 > 59) {
        return std::nullopt;
    }
    const bool hours =
        in.is_one_of(i + 1, "hours hrs") && (in.folded(i).front() == '0' || says_at(in, i));
    if (!hours && !read_zone(in, i + 1)) {
        return std::nullopt;
    }
    return Written{*number / 100, *number % 100, true, true, hours ? i + 2 : i + 1, std::nullopt};
}

/// "a.m.", "pm", "P.M.": the piece behind it; 0 when it is none.
std::size_t behind_meridiem(const Reader& in, std::size_t at, bool afternoon) {
    if (in.is(at, C::Meridiem, afternoon ? 12 : 0)) {
        return at + 1;
    }
    const bool has_stops =
        in.text_is(at, afternoon ? "p" : "a") && in.text_is(at + 1, ".") && in.text_is(at + 2, "m");
    if (!has_stops) {
        return 0;
    }
    return in.text_is(at + 3, ".") && in.glued(at + 3) ? at + 4 : at + 3;
}

bool apply_meridiem(const Reader& in, Written& out) {
    for (const bool afternoon : {false, true}) {
        if (const std::size_t behind = behind_meridiem(in, out.next, afternoon); behind > 0) {
            out.hour = out.hour % 12 + (afternoon ? 12 : 0);
            out.certain = true;
            out.next = behind;
            return true;
        }
    }
    return false;
}

/// "a.m.", "pm", "P.M.", "ранку", "вечера", "in the afternoon".
void apply_half_of_day(const Reader& in, Written& out) {
    if (apply_meridiem(in, out)) {
        return;
    }
    std::size_t at = out.next;
    at += in.text_is(at, "in") ? 1U : 0U;
    at += at > out.next && in.text_is(at, "the") ? 1U : 0U;
    const bool day_word = in.is_one_of(at, "дня") && out.hour <= 6;
    if ((!in.is(at, C::Part) || in.word(at).plural) && !day_word) {
        return;
    }
    const bool english = in.is_latin(at);
    if (english && at == out.next) {
        return;  // "10 morning" is no clock time
    }
    const auto part = static_cast<DayPart>(in.word(at).value);
    const bool late = day_word || part == DayPart::Afternoon || part == DayPart::Evening
                      || (part == DayPart::Night && out.hour > 6);
    out.hour += late && out.hour < 12 ? 12 : 0;
    out.certain = true;
    out.next = at + 1;
}

/// "17 годин", "о 19 год.", "в 5 часов", "5 o'clock", "о третій годині".
std::optional<Written> spelled(const Reader& in, std::size_t i) {
    auto number = in.count(i);
    if (!number && says_at(in, i)) {
        number = in.ordinal(i);
    }
    if (!number || number->value > 24) {
        return std::nullopt;
    }
    Written out{number->value, 0, false, false, number->next, std::nullopt};
    if (in.is(out.next, C::Hour)
        && (in.glued(out.next) || says_at(in, i) || in.text_is(out.next, "o'clock"))) {
        ++out.next;
        out.next += in.text_is(out.next, ".") && in.glued(out.next) ? 1U : 0U;
        out.certain = true;
    } else if (in.text_is(out.next, "h") && in.glued(out.next)) {
        ++out.next;
        out.certain = in.is_expression() || says_at(in, i);
    } else if (
        in.unit(out.next) == Unit::Hour && !in.is_latin(out.next)
        && (in.is_expression() || (i > 0 && in.is_one_of(i - 1, "о об в у")))) {
        ++out.next;
        out.certain = true;
    }
    apply_half_of_day(in, out);
    if (!out.certain && in.is_expression() && i > 0 && in.is_one_of(i - 1, "at о об в у")
        && out.next >= in.size()) {
        out.certain = true;  // "в три"
    }
    return out.certain ? std::optional(out) : std::nullopt;
}

std::optional<Written> clock_at(const Reader& in, std::size_t i) {
    auto out = military(in, i);
    if (!out) {
        out = numerals(in, i);
        if (out) {
            apply_half_of_day(in, *out);
        }
    }
    if (!out || !out->certain) {
        out = spelled(in, i);
    }
    if (!out || out->hour > 24 || out->minute > 59) {
        return std::nullopt;
    }
    out->zone = read_zone(in, out->next);
    if (out->zone) {
        out->next = out->zone->next;
    }
    return out;
}

std::string value_of(const Written& clock, std::optional<sys_days> day) {
    std::array<char, 32> buffer = {};
    std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d", clock.hour, clock.minute);
    std::string value = (day ? resolve_day(*day).value : std::string()) + buffer.data();
    if (day && clock.zone && clock.zone->is_known) {
        const int offset = offset_on(*clock.zone, *day);
        if (offset != 0) {
            std::snprintf(
                buffer.data(),
                buffer.size(),
                "%c%02d",
                offset < 0 ? '-' : '+',
                std::abs(offset) / 60);
            value += buffer.data();
            if (offset % 60 != 0) {
                std::snprintf(buffer.data(), buffer.size(), ":%02d", std::abs(offset) % 60);
                value += buffer.data();
            }
        }
    }
    return value;
}

time::Span span_of(const Written& clock, sys_days day) {
    time::Span span = time::day_span(day);
    span.begin +=
        std::chrono::seconds(std::chrono::hours(clock.hour) + std::chrono::minutes(clock.minute))
            .count();
    span.end = span.begin + (clock.has_minute ? 60 : 3600);
    span.precision = clock.has_minute ? time::Precision::Minute : time::Precision::Hour;
    if (clock.zone && clock.zone->is_known) {
        const int offset = offset_on(*clock.zone, day);
        span.zone = offset == 0 ? time::ZoneKind::Utc : time::ZoneKind::Offset;
        span.offset_minutes = static_cast<std::int16_t>(offset);
        const time::UnixSeconds shift = std::chrono::seconds(std::chrono::minutes(offset)).count();
        span.begin -= shift;
        span.end -= shift;
    }
    return span;
}

Match finish(
    const Reader& in,
    std::size_t first,
    std::size_t next,
    const Written& clock,
    std::optional<sys_days> day) {
    Resolved resolved{value_of(clock, day), std::nullopt};
    if (day) {
        resolved.span = span_of(clock, *day);
    }
    Match match{
        {make_timex(in, {first, next}, TimexType::Time, std::move(resolved), "clock")},
        next,
        false};
    match.timexes.front().relative = true;
    return match;
}

std::optional<Match> day_at(const Reader& in, std::size_t i) {
    static constexpr std::array<Rule, 4> kRules = {
        read_day,
        read_numeric,
        read_weekday,
        read_directed};
    auto match = first_of(kRules, in, i);
    const bool one_day = match && match->timexes.size() == 1 && match->timexes.front().span
                         && match->timexes.front().span->precision == time::Precision::Day;
    return one_day ? match : std::nullopt;
}

}  // namespace

namespace {

/// Behind "to 11:00" in "from 9:30 to 11:00 on Thursday".
std::size_t skip_end_of_range(const Reader& in, std::size_t i) {
    const auto mark = skip_range_mark(in, i);
    const auto end = mark ? clock_at(in, *mark) : std::nullopt;
    return end ? end->next : i;
}

}  // namespace

std::optional<Match> read_clock(const Reader& in, std::size_t i) {
    auto clock = clock_at(in, i);
    if (!clock) {
        return std::nullopt;
    }
    const std::size_t behind = skip_end_of_range(in, clock->next);
    // "15:00 GMT Saturday", "9:34 p.m., March 19 EST"; behind "on" the date stands apart but is the day.
    std::size_t at = behind + (in.text_is(behind, ",") ? 1U : 0U);
    const bool has_preposition = in.is_one_of(at, "on of в у во");
    at += has_preposition ? 1U : 0U;
    const auto day = day_at(in, at);
    const bool apart = behind > clock->next || (has_preposition && !in.is_expression());
    if (day && !apart) {
        std::size_t next = day->next;
        if (!clock->zone) {
            clock->zone = read_zone(in, next);
            next = clock->zone ? clock->zone->next : next;
        }
        return finish(in, i, next, *clock, time::first_day(*day->timexes.front().span));
    }
    if (day) {
        return finish(in, i, clock->next, *clock, time::first_day(*day->timexes.front().span));
    }
    const auto in_sentence = in.day_in_sentence(i);
    return finish(
        in,
        i,
        clock->next,
        *clock,
        in_sentence || !in.in_news() ? (in_sentence ? in_sentence : in.spoken_of())
                                     : in.reference());
}

std::optional<Match> add_clock(const Reader& in, const Match& date, std::size_t first) {
    const Timex& timex = date.timexes.front();
    std::size_t at = date.next;
    at += in.text_is(at, ",") ? 1U : 0U;
    at += in.text_is(at, "t") && in.glued(at) && in.glued(at + 1) ? 1U : 0U;
    const std::size_t behind_comma = at;
    at += in.is_one_of(at, "at о об в у around about") ? 1U : 0U;
    const auto clock = clock_at(in, at);
    if (!clock || (at == behind_comma && !clock->certain)) {
        return std::nullopt;
    }
    Match match = finish(in, first, clock->next, *clock, time::first_day(*timex.span));
    match.timexes.front().relative = timex.relative;
    return match;
}

}  // namespace salient::timex
