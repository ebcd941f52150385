#include "io/clock_text.hpp"

#include "io/fold_text.hpp"
#include "time/text.hpp"
#include "time/zone.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <string>
#include <utility>

namespace salient::io {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Words that lead to a time of day; those after the first seven say that it is not exact.
constexpr std::array<std::string_view, 22> kLeads = {
    "at ",
    "о ",
    "об ",
    "в ",
    "um ",
    "à ",
    "kl. ",
    "about ",
    "around ",
    "approx. ",
    "approximately ",
    "ca. ",
    "circa ",
    "c. ",
    "~",
    "≈",
    "близько ",
    "біля ",
    "около ",
    "приблизно ",
    "примерно ",
    "орієнтовно "};
constexpr std::size_t kExactLeads = 7;

/// @return the time is "about"
bool take_lead(std::string_view& text) {
    bool about = false;
    for (bool again = true; again;) {
        again = false;
        text = trimmed(text);
        for (std::size_t i = 0; i < kLeads.size(); ++i) {
            if (text.starts_with(kLeads.at(i))) {
                text.remove_prefix(kLeads.at(i).size());
                about = about || i >= kExactLeads;
                again = true;
            }
        }
    }
    return about;
}

struct ZoneName {
    std::string_view name;
    int minutes;
};
// Without those that mean several zones.
constexpr std::array<ZoneName, 20> kZones = {{
    {"eet", 120},  {"eest", 180}, {"msk", 180},  {"мск", 180},  {"cet", 60},
    {"cest", 120}, {"mez", 60},   {"mesz", 120}, {"wet", 0},    {"west", 60},
    {"bst", 60},   {"trt", 180},  {"idt", 180},  {"est", -300}, {"edt", -240},
    {"cdt", -300}, {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"akst", -540},
}};

std::string offset_text(int minutes) {
    std::array<char, 16> buffer = {};
    const int size = std::abs(minutes);
    std::snprintf(
        buffer.data(),
        buffer.size(),
        "%c%02d:%02d",
        minutes < 0 ? '-' : '+',
        size / 60,
        size % 60);
    return buffer.data();
}

/// "+02", "+0200", "+2", "-03:30" as minutes.
std::optional<int> read_offset(std::string_view text) {
    constexpr int most_hours = 14;
    if (text.size() < 2 || (text[0] != '+' && text[0] != '-')) {
        return std::nullopt;
    }
    const bool is_west = text[0] == '-';
    std::string digits;
    for (const char c : text.substr(1)) {
        if (is_digit(c)) {
            digits.push_back(c);
        } else if (c != ':') {
            return std::nullopt;
        }
    }
    if (digits.empty() || digits.size() > 4) {
        return std::nullopt;
    }
    const std::size_t hour_digits = digits.size() > 2 ? digits.size() - 2 : digits.size();
    const int hours = std::stoi(digits.substr(0, hour_digits));
    const int minutes = digits.size() > 2 ? std::stoi(digits.substr(hour_digits)) : 0;
    if (hours > most_hours || minutes >= 60) {
        return std::nullopt;
    }
    return (is_west ? -1 : 1) * (hours * 60 + minutes);
}

/// What stands behind a time of day as ISO 8601 has it; nullopt: unknown. @param at  the local time, as if it were UTC
std::optional<std::string>
zone_text(std::string_view folded_text, std::string_view original, time::UnixSeconds at) {
    std::string_view text = trimmed(folded_text);
    if (text.empty() || text == "local" || text == "local time") {
        return "";
    }
    if (text == "z" || text == "utc" || text == "gmt" || text == "zulu") {
        return "Z";
    }
    for (const std::string_view name : {"utc", "gmt"}) {
        if (text.starts_with(name)) {
            text = trimmed(text.substr(name.size()));
        } else if (text.ends_with(name)) {  // "+00:00 utc"
            text = trimmed(text.substr(0, text.size() - name.size()));
        }
    }
    if (const auto minutes = read_offset(text)) {
        return offset_text(*minutes);
    }
    for (const ZoneName& zone : kZones) {
        if (text == zone.name) {
            return offset_text(zone.minutes);
        }
    }
    const bool is_kyiv = text == "kyiv" || text == "kyiv time" || text == "київ";
    if (!is_kyiv && text.find('/') == std::string_view::npos) {
        return std::nullopt;
    }
    const auto zone = time::DisplayZone::find(is_kyiv ? "Europe/Kyiv" : trimmed(original));
    if (!zone) {
        return std::nullopt;
    }
    const int first = zone->offset_minutes(at);
    return offset_text(zone->offset_minutes(at - time::UnixSeconds{first} * 60));
}

/// Hours, minutes, seconds as written, and where the text goes on.
struct Digits {
    int hour = 0;
    int minute = 0;
    std::string seconds;  ///< ":18.5", or empty
    std::size_t end = 0;
    bool is_whole_hour = false;  ///< "5" of "5 PM"
};

std::size_t digits_at(std::string_view text, std::size_t at) {
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) {
        ++at;
    }
    return at - begin;
}

int value_of(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// 0530, 053000, and 530 for half past five.
std::optional<Digits> run_together(std::string_view text, std::size_t width) {
    if (width < 3 || width > 6 || width == 5) {
        return std::nullopt;
    }
    const std::size_t hours = width == 3 ? 1 : 2;
    Digits out;
    out.hour = value_of(text.substr(0, hours));
    out.minute = value_of(text.substr(hours, 2));
    if (width == 6) {
        out.seconds = ":" + std::string(text.substr(4, 2));
    }
    out.end = width;
    return out;
}

std::optional<Digits> take_digits(std::string_view text) {
    const std::size_t width = digits_at(text, 0);
    if (width == 0 || width > 6) {
        return std::nullopt;
    }
    if (width > 2) {
        return run_together(text, width);
    }
    Digits out;
    out.hour = value_of(text.substr(0, width));
    out.end = width;
    const char mark = width < text.size() ? text[width] : '\0';
    const bool has_minutes =
        (mark == ':' || mark == '.' || mark == 'h') && digits_at(text, width + 1) == 2;
    if (!has_minutes) {
        out.is_whole_hour = true;
        out.end += mark == 'h' ? 1 : 0;
        return out;
    }
    out.minute = value_of(text.substr(width + 1, 2));
    out.end = width + 3;
    if (mark == ':' && out.end < text.size() && text[out.end] == ':'
        && digits_at(text, out.end + 1) == 2) {
        std::size_t end = out.end + 3;
        if (end < text.size() && (text[end] == '.' || text[end] == ',')) {
            const std::size_t fraction = digits_at(text, end + 1);
            end += fraction > 0 ? fraction + 1 : 0;
        }
        constexpr std::size_t most = 13;  // ":07." and nine digits
        out.seconds = std::string(text.substr(out.end, std::min(end - out.end, most)));
        std::replace(out.seconds.begin(), out.seconds.end(), ',', '.');
        out.end = end;
    }
    return out;
}

/// Takes "am", "p.m." and the like from the front. @return 0 none, 1 before noon, 2 after
int take_meridiem(std::string_view& text) {
    static constexpr std::array<std::pair<std::string_view, int>, 4> kWords = {
        {{"a.m.", 1}, {"p.m.", 2}, {"am", 1}, {"pm", 2}}};
    text = trimmed(text);
    for (const auto& [word, half] : kWords) {
        if (text.starts_with(word)) {
            text.remove_prefix(word.size());
            return half;
        }
    }
    return 0;
}

/// "hrs", "Uhr", "год": units that say nothing new.
bool take_unit(std::string_view& text) {
    text = trimmed(text);
    for (const std::string_view word : {"hours", "hrs", "uhr", "год.", "ч."}) {
        if (text.starts_with(word)) {
            text.remove_prefix(word.size());
            return true;
        }
    }
    return false;
}

/// 0.229 of a day, as spreadsheets count.
std::optional<time::Span> share_of_day(std::chrono::sys_days day, std::string_view text) {
    double share = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), share);
    const bool is_share = text.starts_with("0.") && text.size() > 4 && error == std::errc()
                          && end == text.data() + text.size() && share < 1;
    if (!is_share) {
        return std::nullopt;
    }
    time::Span span = time::day_span(day);
    span.begin += std::llround(share * static_cast<double>(time::kSecondsPerDay) / 60) * 60;
    span.end = span.begin + 60;
    span.precision = time::Precision::Minute;
    return span;
}

/// One time of day. Both texts are the same but for their case.
std::optional<time::Span> one_clock(
    std::chrono::sys_days day,
    std::string_view text,
    std::string_view original,
    ClockPlace place) {
    if (place == ClockPlace::OwnColumn) {
        if (auto span = share_of_day(day, text)) {
            return span;
        }
    }
    const auto digits = take_digits(text);
    if (!digits) {
        return std::nullopt;
    }
    const bool has_colon = text.find(':') < digits->end || text.find('h') < digits->end;
    std::string_view rest = text.substr(digits->end);
    const int half = take_meridiem(rest);
    const bool has_unit = take_unit(rest);
    const bool is_zulu = trimmed(rest) == "z";
    const bool is_clear = has_colon || half != 0 || has_unit || (is_zulu && !digits->is_whole_hour)
                          || (place == ClockPlace::OwnColumn && !digits->is_whole_hour);
    if (!is_clear || digits->hour > (half != 0 ? 12 : 24) || digits->minute >= 60) {
        return std::nullopt;
    }
    const int hour = half == 0 ? digits->hour : digits->hour % 12 + (half == 2 ? 12 : 0);
    const time::UnixSeconds local =
        time::seconds_of(day) + time::UnixSeconds{hour * 60 + digits->minute} * 60;
    const std::size_t rest_at = original.size() - std::min(rest.size(), original.size());
    const auto zone = zone_text(rest, original.substr(rest_at), local);
    if (!zone) {
        return std::nullopt;
    }
    std::array<char, 16> clock = {};
    std::snprintf(clock.data(), clock.size(), "T%02d:%02d", hour, digits->minute);
    const auto iso = time::parse_iso(time::iso_day(day) + clock.data() + digits->seconds + *zone);
    return iso ? std::optional(*iso) : std::nullopt;
}

/// Where a stretch of time has its dash: with blanks around it, or without where both sides are times in order and no offset is meant.
std::optional<std::pair<std::size_t, std::size_t>> dash_in(std::string_view text) {
    for (const std::string_view mark : {" - ", " – ", " — ", "–", "—", " to ", " до ", " bis "}) {
        if (const std::size_t at = text.find(mark); at != std::string_view::npos) {
            return std::pair(at, mark.size());
        }
    }
    // 05:30-06:00; with seconds or "T" it is an offset.
    const std::size_t at = text.find('-');
    const bool is_plain = at != std::string_view::npos && (at == 4 || at == 5)
                          && text.size() - at >= 5 && text.find(':') == at - 3
                          && text.find(':', at) == text.size() - 3;
    if (is_plain
        && std::pair(value_of(text.substr(at + 1)), value_of(text.substr(text.size() - 2)))
               > std::pair(value_of(text), value_of(text.substr(at - 2)))) {
        return std::pair(at, std::size_t{1});
    }
    return std::nullopt;
}

std::optional<time::Span> stretch(std::optional<time::Span> first, std::optional<time::Span> last) {
    if (!first || !last) {
        return std::nullopt;
    }
    if (first->zone == time::ZoneKind::Floating && last->zone != time::ZoneKind::Floating) {
        const time::UnixSeconds shift = time::UnixSeconds{last->offset_minutes} * 60;
        first->begin -= shift;
        first->zone = last->zone;
        first->offset_minutes = last->offset_minutes;
    }
    time::Span span = *first;
    span.end = last->end;
    if (span.end <= span.begin) {
        span.end += time::kSecondsPerDay;
    }
    span.precision = std::max(first->precision, last->precision);
    return span;
}

}  // namespace

std::optional<time::Span>
clock_on(std::chrono::sys_days day, std::string_view text, ClockPlace place) {
    constexpr std::size_t longest = 60;
    text = trimmed(text);
    const bool has_t = !text.empty() && text.front() == 'T';
    if (!text.empty() && (text.front() == ',' || has_t)) {
        text = trimmed(text.substr(1));
    }
    text = trimmed(text.substr(0, std::min(text.find('('), text.find('['))));
    if (text.empty() || text.size() > longest) {
        return std::nullopt;
    }
    std::string lower = folded(text);
    for (std::size_t at = lower.find("−"); at != std::string::npos; at = lower.find("−")) {
        lower.replace(at, std::string_view("−").size(), "-");
    }
    std::string_view rest = lower;
    const bool about = take_lead(rest);
    std::optional<time::Span> span;
    if (const auto dash = has_t ? std::nullopt : dash_in(rest)) {
        const std::string_view last = rest.substr(dash->first + dash->second);
        const std::string_view zone = text.substr(text.size() - std::min(last.size(), text.size()));
        const std::string_view first = rest.substr(0, dash->first);
        span = stretch(one_clock(day, first, first, place), one_clock(day, last, zone, place));
    } else {
        span = one_clock(
            day,
            rest,
            text.substr(text.size() - std::min(rest.size(), text.size())),
            place);
    }
    if (span) {
        span->approximate = span->approximate || about;
    }
    return span;
}

std::string_view without_clock_word(std::string_view text) {
    text = trimmed(text);
    for (const std::string_view word : {" at", " о", " об", " в", " um", " à", ","}) {
        if (text.ends_with(word)) {
            return trimmed(text.substr(0, text.size() - word.size()));
        }
    }
    return text;
}

}  // namespace salient::io
