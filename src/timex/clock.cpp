#include "timex/reader.hpp"

#include <array>
#include <cstdio>

namespace salient::timex {

namespace {

using C = WordClass;

std::string clock_text(int hour, int minute) {
    std::array<char, 16> buffer = {};
    std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d", hour, minute);
    return buffer.data();
}

struct Meridiem {
    bool found = false;
    bool afternoon = false;
    std::size_t next = 0;
};

/// "a.m.", "pm", "P.M."
Meridiem read_meridiem(const Reader& in, std::size_t i) {
    for (const bool afternoon : {false, true}) {
        if (in.text_is(i, afternoon ? "pm" : "am")) {
            return {true, afternoon, i + 1};
        }
        if (in.text_is(i, afternoon ? "p" : "a") && in.text_is(i + 1, ".")
            && in.text_is(i + 2, "m")) {
            return {true, afternoon, in.text_is(i + 3, ".") && in.glued(i + 3) ? i + 4 : i + 3};
        }
    }
    return {};
}

/// "4:30", "4:30 a.m.", "10 p.m.": on the day of reference.
std::optional<Match> clock(const Reader& in, std::size_t i) {
    const auto hour_digits = in.digits(i, 2);
    if (!hour_digits || *hour_digits > 24) {
        return std::nullopt;
    }
    int hour = *hour_digits;
    int minute = 0;
    std::size_t at = i + 1;
    const bool colon =
        in.text_is(at, ":") && in.glued(at) && in.digits(at + 1, 2) && in.glued(at + 1);
    if (colon) {
        minute = *in.digits(at + 1, 2);
        at += 2;
    }
    const Meridiem meridiem = read_meridiem(in, at);
    if ((!colon && !meridiem.found) || minute > 59) {
        return std::nullopt;
    }
    if (meridiem.found) {
        hour = hour % 12 + (meridiem.afternoon ? 12 : 0);
        at = meridiem.next;
    }
    Resolved resolved{clock_text(hour, minute), std::nullopt};
    resolved.value =
        (in.reference() ? resolve_day(*in.reference()).value : "XXXX-XX-XX") + resolved.value;
    if (in.reference()) {
        time::Span span = time::day_span(*in.reference());
        span.begin += hour * 3600 + minute * 60;
        span.end = span.begin + (colon ? 60 : 3600);
        span.precision = colon ? time::Precision::Minute : time::Precision::Hour;
        resolved.span = span;
    }
    return Match{in.make(i, at, TimexType::Time, std::move(resolved), "clock"), at};
}

const char* part_code(int part) {
    static constexpr std::array<const char*, 5> kCodes = {"TMO", "TMI", "TAF", "TEV", "TNI"};
    return kCodes.at(static_cast<std::size_t>(part));
}

/// "Thursday morning", "this morning", "last night", "in the evening", "у ніч на 10 січня".
std::optional<Match> part_of_day(const Reader& in, std::size_t i) {
    std::size_t at = i;
    std::optional<Match> day;
    if (in.is(i, C::This) || in.is(i, C::Last)) {
        ++at;
    } else {
        day = read_relative(in, i);
        if (day && (day->timex.value.empty() || day->timex.type != TimexType::Date)) {
            day.reset();
        }
        at = day ? day->next : i;
    }
    if (!in.is(at, C::Part)) {
        return std::nullopt;
    }
    const int part = in.word(at).value;
    std::string date = "XXXX-XX-XX";
    std::optional<time::Span> span;
    if (day) {
        date = day->timex.value;
        span = day->timex.span;
    } else if (in.reference()) {
        const bool night_before = in.is(i, C::Last);
        const Resolved resolved =
            resolve_day(*in.reference() - std::chrono::days(night_before ? 1 : 0));
        date = resolved.value;
        span = resolved.span;
    }
    if (date.size() != 10) {
        return std::nullopt;
    }
    Match match{
        in.make(i, at + 1, TimexType::Time, {date + part_code(part), span}, "part of day"),
        at + 1};
    match.timex.relative = true;
    match.timex.confidence = 0.7;
    return match;
}

}  // namespace

std::optional<Match> read_clock(const Reader& in, std::size_t i) {
    if (auto match = clock(in, i)) {
        return match;
    }
    return part_of_day(in, i);
}

}  // namespace salient::timex
