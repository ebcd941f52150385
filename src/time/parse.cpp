#include "time/text.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

namespace salient::time {

namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

/// Reads fixed-width numbers and separators from the front of a text.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    [[nodiscard]] bool done() const { return rest_.empty(); }
    [[nodiscard]] char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
    bool take(char c) {
        if (peek() != c) {
            return false;
        }
        rest_.remove_prefix(1);
        return true;
    }
    [[nodiscard]] std::size_t digits_ahead() const {
        std::size_t count = 0;
        while (count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9') {
            ++count;
        }
        return count;
    }
    std::optional<int> number(std::size_t width) {
        if (digits_ahead() < width || width > 9) {
            return std::nullopt;
        }
        int value = 0;
        std::from_chars(rest_.data(), rest_.data() + width, value);
        rest_.remove_prefix(width);
        return value;
    }

private:
    std::string_view rest_;
};

base::Error bad(std::string_view text, const char* expected) {
    return {
        base::ErrorCode::BadValue,
        std::string("Expected ") + expected + ", found '" + std::string(text.substr(0, 80)) + "'",
        ""};
}

constexpr const char* kIsoForms =
    "a date such as 2025-01-12, 2025-01, 2025, 2025-01-12T04:30Z or 2025-01-09/2025-01-12";

/// Monday of an ISO 8601 week. @source ISO 8601: week 1 holds the year's first Thursday
std::optional<sys_days> week_start(int year, int week) {
    if (year < 1 || week < 1 || week > 53) {
        return std::nullopt;
    }
    const sys_days fourth = sys_days(std::chrono::year(year) / 1 / 4);
    const std::chrono::weekday weekday(fourth);
    const sys_days first_monday = fourth - (weekday - std::chrono::Monday);
    const sys_days monday = first_monday + std::chrono::days(7 * (week - 1));
    // Week 53 exists only when its Thursday is still in the year.
    if (year_month_day(monday + std::chrono::days(3)).year() != std::chrono::year(year)) {
        return std::nullopt;
    }
    return monday;
}

/// `Z`, `+02:00`, `+0200`, `+02`; false when malformed. Nothing left means floating.
bool read_zone(Reader& in, Span& span) {
    if (in.done()) {
        return true;
    }
    if (in.take('Z') || in.take('z')) {
        span.zone = ZoneKind::Utc;
        return in.done();
    }
    const bool east = in.take('+');
    if (!east && !in.take('-')) {
        return false;
    }
    const auto hours = in.number(2);
    in.take(':');
    const auto minutes = in.done() ? std::optional(0) : in.number(2);
    if (!hours || !minutes || *hours > 15 || *minutes > 59 || !in.done()) {
        return false;
    }
    span.zone = ZoneKind::Offset;
    span.offset_minutes = static_cast<std::int16_t>((*hours * 60 + *minutes) * (east ? 1 : -1));
    const UnixSeconds offset_s = UnixSeconds{60} * span.offset_minutes;
    span.begin -= offset_s;
    span.end -= offset_s;
    return true;
}

/// `30`, `30:15`, `30:15.250` behind the hours, with or without colons; `at` and `length` are seconds.
bool read_minutes(Reader& in, bool colon, UnixSeconds& at, Span& span) {
    const auto minutes = in.number(2);
    if (!minutes || *minutes > 59) {
        return false;
    }
    at += UnixSeconds{60} * *minutes;
    span.precision = Precision::Minute;
    if (!in.take(':') && (colon || in.digits_ahead() < 2)) {
        return true;
    }
    const auto seconds = in.number(2);
    if (!seconds || *seconds > 60) {
        return false;
    }
    at += *seconds;
    span.precision = Precision::Instant;
    if (!in.take('.') && !in.take(',')) {
        return true;
    }
    // Fractions of a second are below what a timeline shows.
    const std::size_t digits = in.digits_ahead();
    return digits > 0 && digits <= 9 && in.number(digits).has_value();
}

UnixSeconds clock_length(Precision precision) {
    if (precision == Precision::Hour) {
        return 3600;
    }
    return precision == Precision::Minute ? 60 : 0;
}

bool read_clock(Reader& in, sys_days day, Span& span) {
    const auto hours = in.number(2);
    if (!hours || *hours > 24) {
        return false;
    }
    const UnixSeconds hour = seconds_of(day) + UnixSeconds{3600} * *hours;
    UnixSeconds at = hour;
    span.precision = Precision::Hour;
    const bool colon = in.take(':');
    if ((colon || in.digits_ahead() >= 2) && !read_minutes(in, colon, at, span)) {
        return false;
    }
    if (*hours == 24 && at - hour >= 60) {
        return false;
    }
    span.begin = at;
    span.end = at + clock_length(span.precision);
    return read_zone(in, span);
}

/// 20250112, with or without a clock behind.
std::optional<Span> read_compact(Reader& in) {
    const auto year = in.number(4);
    const auto month = in.number(2);
    const auto day = make_day(*year, *month, *in.number(2));
    if (!day) {
        return std::nullopt;
    }
    Span span = day_span(*day);
    if (in.done()) {
        return span;
    }
    return in.take('T') && read_clock(in, *day, span) ? std::optional(span) : std::nullopt;
}

/// The `02` of 2025-W02.
std::optional<Span> read_week(Reader& in, int year) {
    const auto week = in.number(2);
    const auto monday = week && in.done() ? week_start(year, *week) : std::nullopt;
    if (!monday) {
        return std::nullopt;
    }
    Span span = days_span(*monday, *monday + std::chrono::days(6));
    span.precision = Precision::Week;
    return span;
}

/// The `01`, `01-12`, `01-12T04:30Z` behind the year.
std::optional<Span> read_month(Reader& in, int year) {
    const auto month = in.number(2);
    if (!month || *month < 1 || *month > 12) {
        return std::nullopt;
    }
    if (in.done()) {
        return month_span(
            std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(*month)));
    }
    const auto day_number = in.take('-') ? in.number(2) : std::nullopt;
    const auto day = day_number ? make_day(year, *month, *day_number) : std::nullopt;
    if (!day) {
        return std::nullopt;
    }
    Span span = day_span(*day);
    if (in.done()) {
        return span;
    }
    const bool separated = in.take('T') || in.take('t') || in.take(' ');
    return separated && read_clock(in, *day, span) ? std::optional(span) : std::nullopt;
}

std::optional<Span> read_date(std::string_view text) {
    Reader in(text);
    const std::size_t digits = in.digits_ahead();
    if (digits == 8) {
        return read_compact(in);
    }
    const auto year = digits == 4 ? in.number(4) : std::nullopt;
    if (!year || *year < 1) {
        return std::nullopt;
    }
    if (in.done()) {
        return year_span(std::chrono::year(*year));
    }
    if (!in.take('-')) {
        return std::nullopt;
    }
    return in.take('W') ? read_week(in, *year) : read_month(in, *year);
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) {
        text.remove_suffix(1);
    }
    return text;
}

std::optional<Span> read_interval(std::string_view first_text, std::string_view last_text) {
    const bool open_begin = first_text == "..";
    const bool open_end = last_text == "..";
    if (open_begin && open_end) {
        return std::nullopt;
    }
    const auto first = open_begin ? std::nullopt : read_date(first_text);
    const auto last = open_end ? std::nullopt : read_date(last_text);
    if ((!open_begin && !first) || (!open_end && !last)) {
        return std::nullopt;
    }
    Span span = first ? *first : *last;
    span.open_begin = open_begin;
    span.open_end = open_end;
    if (first && last) {
        if (last->begin < first->begin) {
            return std::nullopt;
        }
        span.end = last->end;
        span.precision = std::max(first->precision, last->precision);
    }
    return span;
}

}  // namespace

base::Result<Span> parse_iso(std::string_view text) {
    const std::string_view trimmed = trim(text);
    const std::size_t slash = trimmed.find('/');
    const auto span = slash == std::string_view::npos
                          ? read_date(trimmed)
                          : read_interval(trimmed.substr(0, slash), trimmed.substr(slash + 1));
    if (!span) {
        return bad(text, kIsoForms);
    }
    return *span;
}

}  // namespace salient::time
