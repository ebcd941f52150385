#include "time/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace salient::time {

namespace {

struct MonthStem {
    std::string_view stem;  // as people type it, lower case or with a capital
    unsigned month;
};

/// First letters that tell the months apart in English, Ukrainian and Russian, upper and lower case.
constexpr std::array<MonthStem, 60> kMonths = {{
    {"jan", 1},  {"feb", 2},  {"mar", 3},  {"apr", 4},  {"may", 5},  {"jun", 6},  {"jul", 7},
    {"aug", 8},  {"sep", 9},  {"oct", 10}, {"nov", 11}, {"dec", 12}, {"січ", 1},  {"лют", 2},
    {"бер", 3},  {"кві", 4},  {"тра", 5},  {"чер", 6},  {"лип", 7},  {"сер", 8},  {"вер", 9},
    {"жов", 10}, {"лис", 11}, {"гру", 12}, {"янв", 1},  {"фев", 2},  {"мар", 3},  {"апр", 4},
    {"мая", 5},  {"май", 5},  {"июн", 6},  {"июл", 7},  {"авг", 8},  {"сен", 9},  {"окт", 10},
    {"ноя", 11}, {"дек", 12}, {"Січ", 1},  {"Лют", 2},  {"Бер", 3},  {"Кві", 4},  {"Тра", 5},
    {"Чер", 6},  {"Лип", 7},  {"Сер", 8},  {"Вер", 9},  {"Жов", 10}, {"Лис", 11}, {"Гру", 12},
    {"Янв", 1},  {"Фев", 2},  {"Мар", 3},  {"Апр", 4},  {"Май", 5},  {"Июн", 6},  {"Июл", 7},
    {"Авг", 8},  {"Сен", 9},  {"Окт", 10}, {"Ноя", 11},
}};

unsigned month_of(std::string_view word) {
    for (const MonthStem& entry : kMonths) {
        if (word.substr(0, entry.stem.size()) == entry.stem) {
            return entry.month;
        }
    }
    return word.substr(0, 6) == "Дек" ? 12 : 0;
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto flush = [&] {
        if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    };
    for (const char c : text) {
        if (c == ' ' || c == '.' || c == ',' || c == '/' || c == '-' || c == '\t') {
            flush();
        } else {
            word.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
        }
    }
    flush();
    return words;
}

int number(const std::string& word) {
    int value = -1;
    const auto result = std::from_chars(word.data(), word.data() + word.size(), value);
    return result.ptr == word.data() + word.size() ? value : -1;
}

base::Error not_understood(std::string_view text) {
    return {
        base::ErrorCode::BadValue,
        "Expected a date such as 2025-01-12, 12.01.2025, 12 Jan 2025, January 2025 or 2025, found '"
            + std::string(text.substr(0, 60)) + "'",
        ""};
}

std::optional<Span> from_parts(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || day < 1) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{
        std::chrono::year(year),
        std::chrono::month(static_cast<unsigned>(month)),
        std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? std::optional(day_span(std::chrono::sys_days(date))) : std::nullopt;
}

}  // namespace

base::Result<Span> parse_typed(std::string_view text) {
    if (auto iso = parse_iso(text)) {
        return iso;
    }
    const std::vector<std::string> words = split(text);
    std::optional<Span> span;
    if (words.size() == 3) {
        const auto [a, b, c] = std::tuple(number(words[0]), number(words[1]), number(words[2]));
        if (a > 0 && b > 0 && c > 999) {
            span = from_parts(c, b, a);  // day first, as in Europe; ISO has been tried
        } else if (a > 0 && c > 999) {
            span = from_parts(c, static_cast<int>(month_of(words[1])), a);
        } else if (b > 0 && c > 999) {
            span = from_parts(c, static_cast<int>(month_of(words[0])), b);
        }
    } else if (words.size() == 2 && number(words[1]) > 999 && month_of(words[0]) > 0) {
        span = month_span(
            std::chrono::year(number(words[1])) / std::chrono::month(month_of(words[0])));
    }
    return span ? base::Result<Span>(*span) : base::Result<Span>(not_understood(text));
}

}  // namespace salient::time
