#include "io/exact_time.hpp"

#include "base/digits.hpp"
#include "time/text.hpp"

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace salient::io {

namespace {

using time::UnixSeconds;

constexpr UnixSeconds kFirstSecond = -62'135'596'800;  // 0001-01-01T00:00:00
constexpr UnixSeconds kLastSecond = 253'402'300'799;   // 9999-12-31T23:59:59

UnixSeconds shift_of(const time::Span& span) {
    return span.zone == time::ZoneKind::Offset ? UnixSeconds{span.offset_minutes} * 60 : 0;
}

std::string offset_text(int offset_minutes) {
    const int minutes = std::abs(offset_minutes);
    std::array<char, 16> buffer{};
    std::snprintf(
        buffer.data(),
        buffer.size(),
        "%c%02d:%02d",
        offset_minutes < 0 ? '-' : '+',
        minutes / 60,
        minutes % 60);
    return buffer.data();
}

template <class Number>
std::optional<Number> number(std::string_view text) {
    Number value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

}  // namespace

std::string moment_text(UnixSeconds at, const time::Span& span) {
    const UnixSeconds shift = shift_of(span);
    if (at < kFirstSecond + std::abs(shift) || at > kLastSecond - std::abs(shift)) {
        return "@" + std::to_string(at);
    }
    const UnixSeconds local = at + shift;
    const std::chrono::sys_days day = time::day_of(local);
    const auto in_day = static_cast<int>(local - time::seconds_of(day));
    std::string text = time::iso_day(day);
    text += 'T';
    base::append_padded(text, in_day / 3600, 2);
    text += ':';
    base::append_padded(text, in_day / 60 % 60, 2);
    text += ':';
    base::append_padded(text, in_day % 60, 2);
    if (span.zone == time::ZoneKind::Utc) {
        return text + "Z";
    }
    return span.zone == time::ZoneKind::Offset ? text + offset_text(span.offset_minutes) : text;
}

std::optional<UnixSeconds> moment_from_text(std::string_view text, const time::Span& span) {
    if (text.starts_with('@')) {
        return number<UnixSeconds>(text.substr(1));
    }
    if (text.size() < 19) {
        return std::nullopt;
    }
    const auto part = [text](std::size_t at, std::size_t length) {
        return number<int>(text.substr(at, length));
    };
    const auto year = part(0, 4);
    const auto month = part(5, 2);
    const auto day = part(8, 2);
    const auto hour = part(11, 2);
    const auto minute = part(14, 2);
    const auto second = part(17, 2);
    if (!year || !month || !day || !hour || !minute || !second || *month < 1 || *day < 1
        || *hour < 0 || *minute < 0 || *second < 0) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{
        std::chrono::year(*year),
        std::chrono::month(static_cast<unsigned>(*month)),
        std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok() || *hour > 23 || *minute > 59 || *second > 59) {
        return std::nullopt;
    }
    return time::seconds_of(std::chrono::sys_days(date)) + std::int64_t{*hour} * 3600
           + std::int64_t{*minute} * 60 + *second - shift_of(span);
}

}  // namespace salient::io
