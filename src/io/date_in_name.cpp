#include "io/date_in_name.hpp"

#include "time/span.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <string>
#include <vector>

namespace salient::io {

namespace {

using std::chrono::sys_days;

constexpr int kMinutesPerHour = 60;
constexpr int kMinutesPerDay = 24 * kMinutesPerHour;

/// Of this and the last century, and the next: other years are no dates of files.
std::optional<sys_days> day_of_numbers(int year, int month, int day) {
    return year < 1900 || year > 2199 ? std::nullopt : time::make_day(year, month, day);
}

/// A run of digits or of letters, with the character in front of it (0 at the start).
struct Piece {
    std::string_view text;
    char before = '\0';
    bool is_number = false;

    [[nodiscard]] int number(std::size_t at, std::size_t count) const {
        int value = 0;
        std::from_chars(text.data() + at, text.data() + at + count, value);
        return value;
    }
    [[nodiscard]] int number() const { return number(0, text.size()); }
};

std::vector<Piece> pieces_of(std::string_view name) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < name.size();) {
        const bool digits = is_digit(name[i]);
        if (!digits && !is_letter(name[i])) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < name.size() && (digits ? is_digit(name[end]) : is_letter(name[end]))) {
            ++end;
        }
        pieces.push_back({name.substr(i, end - i), i == 0 ? '\0' : name[i - 1], digits});
        i = end;
    }
    return pieces;
}

/// A date that was found, with how many pieces it takes.
struct Found {
    sys_days day;
    int minute_of_day = 0;
    std::size_t pieces = 1;
};

std::optional<int> minutes_of(int hour, int minute) {
    const bool ok = hour < 24 && minute < kMinutesPerHour;
    return ok ? std::optional(hour * kMinutesPerHour + minute) : std::nullopt;
}

std::optional<Found> from_seconds(const Piece& piece) {
    constexpr std::size_t digits_of_seconds = 10;
    constexpr std::size_t digits_of_milliseconds = 13;
    if (piece.text.size() != digits_of_seconds && piece.text.size() != digits_of_milliseconds) {
        return std::nullopt;
    }
    std::int64_t seconds = 0;
    std::from_chars(piece.text.data(), piece.text.data() + digits_of_seconds, seconds);
    constexpr std::int64_t earliest = 946'684'800;  // the year 2000
    constexpr std::int64_t latest = 4'102'444'800;  // the year 2100
    if (seconds < earliest || seconds >= latest) {
        return std::nullopt;
    }
    const auto minutes = static_cast<int>(seconds / kMinutesPerHour % kMinutesPerDay);
    return Found{
        std::chrono::floor<std::chrono::days>(
            std::chrono::sys_seconds(std::chrono::seconds(seconds))),
        minutes,
        1};
}

/// YYYYMMDD (also with hhmm or hhmmss behind), DDMMYYYY, YYMMDD, DDMMYY, or seconds since 1970.
std::optional<Found> from_one(const Piece& piece) {
    const std::size_t size = piece.text.size();
    if (size == 8 || size == 12 || size == 14) {
        auto day = day_of_numbers(piece.number(0, 4), piece.number(4, 2), piece.number(6, 2));
        if (!day && size == 8) {
            day = day_of_numbers(piece.number(4, 4), piece.number(2, 2), piece.number(0, 2));
        }
        const auto minutes =
            size == 8 ? std::optional(0) : minutes_of(piece.number(8, 2), piece.number(10, 2));
        return day && minutes ? std::optional(Found{*day, *minutes, 1}) : std::nullopt;
    }
    if (size == 6) {
        const int first = piece.number(0, 2);
        const int last = piece.number(4, 2);
        auto day = day_of_numbers(2000 + first, piece.number(2, 2), last);
        if (!day) {
            day = day_of_numbers(2000 + last, piece.number(2, 2), first);
        }
        return day ? std::optional(Found{*day, 0, 1}) : std::nullopt;
    }
    return from_seconds(piece);
}

bool is_separator(char c) {
    return c == '-' || c == '_' || c == '.' || c == ' ';
}

/// 1 to 12 for an English month or its first three letters.
std::optional<int> month_of(std::string_view text) {
    static constexpr std::array<std::string_view, 12> kMonths = {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december"};
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        const bool known = lower == kMonths[i] || lower == kMonths[i].substr(0, 3);
        if (known || (lower == "sept" && kMonths[i] == "september")) {
            return static_cast<int>(i) + 1;
        }
    }
    return std::nullopt;
}

/// 8 July 2024, July 8 2024, 2024 Jul 08, whatever stands between.
std::optional<sys_days> with_month_name(const Piece& a, const Piece& b, const Piece& c) {
    if (a.is_number && !b.is_number && c.is_number) {
        const auto month = month_of(b.text);
        if (month && a.text.size() <= 2 && c.text.size() == 4) {
            return day_of_numbers(c.number(), *month, a.number());
        }
        if (month && a.text.size() == 4 && c.text.size() <= 2) {
            return day_of_numbers(a.number(), *month, c.number());
        }
    }
    if (!a.is_number && b.is_number && c.is_number && b.text.size() <= 2 && c.text.size() == 4) {
        const auto month = month_of(a.text);
        return month ? day_of_numbers(c.number(), *month, b.number()) : std::nullopt;
    }
    return std::nullopt;
}

/// YYYY-MM-DD, YY_MM_DD, DD.MM.YYYY: three numbers with one separator between them.
std::optional<sys_days> with_numbers(const Piece& a, const Piece& b, const Piece& c) {
    const bool separated = is_separator(b.before) && c.before == b.before;
    if (!a.is_number || !b.is_number || !c.is_number || !separated || b.text.size() != 2) {
        return std::nullopt;
    }
    if (a.text.size() == 4 && c.text.size() == 2) {
        return day_of_numbers(a.number(), b.number(), c.number());
    }
    if (a.text.size() == 2 && c.text.size() == 2) {
        const auto day = day_of_numbers(2000 + a.number(), b.number(), c.number());
        return day ? day : day_of_numbers(2000 + c.number(), b.number(), a.number());
    }
    if (a.text.size() == 2 && c.text.size() == 4) {
        return day_of_numbers(c.number(), b.number(), a.number());
    }
    return std::nullopt;
}

std::optional<Found> date_at(const std::vector<Piece>& pieces, std::size_t i) {
    if (i + 2 < pieces.size()) {
        auto day = with_numbers(pieces[i], pieces[i + 1], pieces[i + 2]);
        if (!day) {
            day = with_month_name(pieces[i], pieces[i + 1], pieces[i + 2]);
        }
        if (day) {
            return Found{*day, 0, 3};
        }
    }
    return pieces[i].is_number ? from_one(pieces[i]) : std::nullopt;
}

/// A time of day right behind a date: `_1915`, `T191500`, `_19-15`.
std::optional<int> clock_at(const std::vector<Piece>& pieces, std::size_t i) {
    if (i < pieces.size() && (pieces[i].text == "T" || pieces[i].text == "t")) {
        ++i;
    }
    if (i >= pieces.size() || !pieces[i].is_number) {
        return std::nullopt;
    }
    const Piece& piece = pieces[i];
    if (piece.text.size() == 4 || piece.text.size() == 6) {
        return minutes_of(piece.number(0, 2), piece.number(2, 2));
    }
    const bool two_parts = piece.text.size() == 2 && i + 1 < pieces.size()
                           && pieces[i + 1].is_number && pieces[i + 1].text.size() == 2;
    return two_parts ? minutes_of(piece.number(), pieces[i + 1].number()) : std::nullopt;
}

}  // namespace

std::optional<NamedTime> time_in_name(std::string_view file_name) {
    const std::vector<Piece> pieces = pieces_of(file_name);
    std::optional<NamedTime> found;
    for (std::size_t i = 0; i < pieces.size();) {
        const auto date = date_at(pieces, i);
        if (!date) {
            ++i;
            continue;
        }
        if (found && date->day != found->day) {
            return std::nullopt;
        }
        i += date->pieces;
        if (!found) {
            found = NamedTime{date->day, date->minute_of_day};
            if (const auto clock = clock_at(pieces, i)) {
                found->minute_of_day = *clock;
                i += pieces[i].is_number && pieces[i].text.size() > 2 ? 1U : 2U;
            }
        }
    }
    return found;
}

std::optional<sys_days> date_in_name(std::string_view file_name) {
    const auto found = time_in_name(file_name);
    return found ? std::optional(found->day) : std::nullopt;
}

}  // namespace salient::io
