#include "page/publication_date.hpp"

#include "base/utf8.hpp"

#include <array>
#include <chrono>
#include <string>
#include <vector>

namespace salient::page {

namespace {

/// The first letters of each month in English, Ukrainian and Russian; long enough to tell them apart.
struct MonthName {
    std::string_view prefix;
    unsigned month;
};
constexpr std::array<MonthName, 36> kMonths = {{
    {"jan", 1}, {"feb", 2},  {"mar", 3},   {"apr", 4},   {"may", 5},       {"jun", 6},
    {"jul", 7}, {"aug", 8},  {"sep", 9},   {"oct", 10},  {"nov", 11},      {"dec", 12},
    {"січ", 1}, {"лют", 2},  {"берез", 3}, {"квіт", 4},  {"трав", 5},      {"черв", 6},
    {"лип", 7}, {"серп", 8}, {"верес", 9}, {"жовт", 10}, {"листопад", 11}, {"груд", 12},
    {"янв", 1}, {"фев", 2},  {"март", 3},  {"апр", 4},   {"мая", 5},       {"июн", 6},
    {"июл", 7}, {"авг", 8},  {"сент", 9},  {"окт", 10},  {"ноя", 11},      {"дек", 12},
}};

struct Word {
    std::string text;  // lower case
    bool is_number = false;
    char before = ' ';  // the byte in front of it
};

char32_t lower(char32_t c) {
    if ((c >= U'A' && c <= U'Z') || (c >= 0x410 && c <= 0x42F)) {
        return c + 0x20;
    }
    if (c >= 0x400 && c <= 0x40F) {
        return c + 0x50;
    }
    return c;
}

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

bool is_letter(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= 0x400 && c <= 0x52F) || c == 0x2BC;
}

std::vector<Word> split(std::string_view text) {
    std::vector<Word> words;
    int kind = 0;  // 0 between words, 1 number, 2 letters
    char last = ' ';
    for (std::size_t at = 0; at < text.size() && at < 400;) {
        const char32_t c = lower(base::decode_utf8(text, at));
        const int now = is_digit(c) ? 1 : is_letter(c) ? 2 : 0;
        if (now != 0 && now != kind) {
            words.push_back({"", now == 1, last});
        }
        if (now != 0) {
            base::append_utf8(words.back().text, c);
        }
        kind = now;
        last = c < 0x80 ? static_cast<char>(c) : ' ';
    }
    return words;
}

unsigned month_of(const std::string& word) {
    for (const MonthName& name : kMonths) {
        if (word.compare(0, name.prefix.size(), name.prefix) == 0) {
            return name.month;
        }
    }
    return 0;
}

std::optional<int> number(const Word& word, std::size_t max_digits) {
    if (!word.is_number || word.text.size() > max_digits) {
        return std::nullopt;
    }
    return std::stoi(word.text);
}

std::optional<time::Span> day(int year, int month, int day_of_month) {
    if (year < 1900 || year > 2199 || month < 1 || day_of_month < 1) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{
        std::chrono::year(year),
        std::chrono::month(static_cast<unsigned>(month)),
        std::chrono::day(static_cast<unsigned>(day_of_month))};
    if (!date.ok()) {
        return std::nullopt;
    }
    return time::day_span(std::chrono::sys_days(date));
}

std::optional<time::Span> numeric(const std::vector<Word>& words, std::size_t i) {
    const auto a = number(words[i], 8);
    if (words[i].text.size() == 8 && a) {  // 20250112
        return day(*a / 10000, *a / 100 % 100, *a % 100);
    }
    if (i + 2 >= words.size()) {
        return std::nullopt;
    }
    const auto b = number(words[i + 1], 2);
    const auto c = number(words[i + 2], 4);
    if (!a || !b || !c || words[i + 1].before != words[i + 2].before) {
        return std::nullopt;
    }
    const char separator = words[i + 1].before;
    if (words[i].text.size() == 4 && (separator == '-' || separator == '/' || separator == '.')) {
        return day(*a, *b, *c);
    }
    if (words[i + 2].text.size() == 4 && separator == '.') {
        return day(*c, *b, *a);
    }
    if (words[i + 2].text.size() == 4 && separator == '/'
        && (*a > 12 || *b > 12)) {  // only when the order is certain
        return *a > 12 ? day(*c, *b, *a) : day(*c, *a, *b);
    }
    return std::nullopt;
}

std::optional<time::Span> with_month_name(const std::vector<Word>& words, std::size_t i) {
    const unsigned month = words[i].is_number ? 0 : month_of(words[i].text);
    if (month == 0) {
        return std::nullopt;
    }
    // 12 January 2025, 12th of January, 2025
    if (i >= 1 && i + 1 < words.size()) {
        std::size_t before = i - 1;
        while (before > 0 && !words[before].is_number
               && (words[before].text == "of" || words[before].text.size() == 2)) {
            --before;
        }
        const auto day_number = number(words[before], 2);
        const auto year = number(words[i + 1], 4);
        if (day_number && year && words[i + 1].text.size() == 4) {
            return day(*year, static_cast<int>(month), *day_number);
        }
    }
    // January 12, 2025; January 12th, 2025
    if (i + 2 < words.size()) {
        const std::size_t behind = words[i + 2].is_number || i + 3 >= words.size() ? i + 2 : i + 3;
        const auto day_number = number(words[i + 1], 2);
        const auto year = number(words[behind], 4);
        if (day_number && year && words[behind].text.size() == 4) {
            return day(*year, static_cast<int>(month), *day_number);
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<time::Span> parse_publication_date(std::string_view text) {
    const std::vector<Word> words = split(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (auto found = words[i].is_number ? numeric(words, i) : with_month_name(words, i)) {
            return found;
        }
    }
    return std::nullopt;
}

std::optional<time::Span> date_in_url(std::string_view url) {
    const std::vector<Word> words = split(url);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool starts_with_year =
            words[i].is_number && (words[i].text.size() == 4 || words[i].text.size() == 8);
        if (starts_with_year) {
            if (auto found = numeric(words, i)) {
                return found;
            }
        }
    }
    return std::nullopt;
}

}  // namespace salient::page
