#include "io/written_date.hpp"

#include "io/date_numbers.hpp"
#include "io/fold_text.hpp"
#include "io/month_names.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <utility>
#include <vector>

namespace salient::io {

namespace {

using std::chrono::sys_days;

constexpr std::array<std::string_view, 23> kFillers = {
    "of",   "de", "del", "di",   "the", "st",   "nd", "rd", "th", "р",  "року", "рік",
    "роки", "г",  "гг",  "года", "год", "roku", "r",  "on", "d",  "er", "ер"};

constexpr std::array<std::string_view, 4> kParts = {"early", "mid", "middle", "late"};

struct Token {
    enum class Kind : std::uint8_t { Number, Month, Dash, Part, Quarter, Season, Unknown };
    Kind kind = Kind::Unknown;
    int value = 0;
    std::size_t width = 0;
};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || std::isalpha(byte) != 0;
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

Token word_token(std::string_view word) {
    using Kind = Token::Kind;
    if (is_one_of(word, kParts)) {
        return {Kind::Part, 0, 0};
    }
    if (word == "q") {
        return {Kind::Quarter, 0, 0};
    }
    static constexpr std::array<std::string_view, 4> kSeasons = {
        "spring",
        "summer",
        "autumn",
        "fall"};
    for (std::size_t i = 0; i < kSeasons.size(); ++i) {
        if (word == kSeasons.at(i)) {
            return {Kind::Season, static_cast<int>(std::min<std::size_t>(i, 2)), 0};
        }
    }
    if (const auto month = month_of_word(word)) {
        return {Kind::Month, static_cast<int>(*month), 0};
    }
    return {Kind::Unknown, 0, 0};
}

Token take_number(std::string_view text, std::size_t& at) {
    constexpr std::size_t most_digits = 5;
    const std::size_t begin = at;
    int value = 0;
    while (at < text.size() && is_digit(text[at]) && at - begin < most_digits) {
        value = value * 10 + (text[at++] - '0');
    }
    return {Token::Kind::Number, value, at - begin};
}

std::string_view take_word(std::string_view text, std::size_t& at) {
    const std::size_t begin = at;
    while (at < text.size() && is_letter(text[at])) {
        ++at;
    }
    return text.substr(begin, at - begin);
}

/// @return empty when there is something that does not belong into a date
std::vector<Token> tokens_of(std::string_view text) {
    constexpr std::string_view signs = " .,/'";
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size();) {
        if (is_digit(text[at])) {
            tokens.push_back(take_number(text, at));
            continue;
        }
        if (!is_letter(text[at])) {
            if (text[at] == '-') {
                tokens.push_back({Token::Kind::Dash, 0, 0});
            } else if (signs.find(text[at]) == std::string_view::npos) {
                return {};
            }
            ++at;
            continue;
        }
        const std::string_view word = take_word(text, at);
        if (is_one_of(word, kFillers)) {
            continue;
        }
        tokens.push_back(word_token(word));
        if (tokens.back().kind == Token::Kind::Unknown) {
            return {};
        }
    }
    return tokens;
}

std::optional<sys_days> make_day(int year, int month, int day) {
    if (year < 1 || year > 9999 || day < 1 || day > 31) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{
        std::chrono::year(year),
        std::chrono::month(static_cast<unsigned>(month)),
        std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? std::optional(sys_days(date)) : std::nullopt;
}

std::optional<time::Span> days(std::optional<sys_days> first, std::optional<sys_days> last) {
    if (!first || !last || *last < *first) {
        return std::nullopt;
    }
    return time::days_span(*first, *last);
}

time::Span months(int year, int month, int count, time::Precision precision) {
    const std::chrono::year_month first =
        std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month));
    time::Span span = time::month_span(first);
    span.end = time::month_span(first + std::chrono::months(count - 1)).end;
    span.precision = precision;
    return span;
}

/// What the tokens of one date are.
struct Parts {
    std::vector<Token> numbers;  // without the year
    std::vector<int> months;
    std::optional<int> year;
    bool dash = false;
    bool part = false;
    std::optional<int> season;
    bool quarter = false;
};

int full_year(const Token& token) {
    return token.width > 2 ? token.value
                           : token.value + (token.value < kFirstOfLastCentury ? 2000 : 1900);
}

std::optional<Parts> sort_parts(const std::vector<Token>& tokens) {
    using Kind = Token::Kind;
    Parts parts;
    for (const Token& token : tokens) {
        if (token.kind == Kind::Number && token.width >= 3) {
            if (parts.year || token.width > 4) {
                return std::nullopt;
            }
            parts.year = token.value;
        } else if (token.kind == Kind::Number) {
            parts.numbers.push_back(token);
        } else if (token.kind == Kind::Month) {
            parts.months.push_back(token.value);
        } else if (token.kind == Kind::Season) {
            parts.season = token.value;
        }
        parts.dash = parts.dash || token.kind == Kind::Dash;
        parts.part = parts.part || token.kind == Kind::Part;
        parts.quarter = parts.quarter || token.kind == Kind::Quarter;
    }
    // "24-Feb-22", "Mar-22": the last number is a year of two digits.
    const bool short_year = !parts.year && parts.months.size() == 1 && parts.dash
                            && !parts.numbers.empty() && parts.numbers.back().width == 2
                            && tokens.back().kind == Kind::Number;
    if (short_year) {
        parts.year = full_year(parts.numbers.back());
        parts.numbers.pop_back();
    }
    return parts.year ? std::optional(std::move(parts)) : std::nullopt;
}

/// The season or quarter of a year: "summer 2022", "Q3 2022".
std::optional<time::Span> from_quarter(const Parts& parts) {
    constexpr int months_each = 3;
    const std::size_t numbers = parts.numbers.size();
    if (!parts.months.empty()) {
        return std::nullopt;
    }
    if (parts.season && numbers == 0) {
        const int month = months_each + months_each * *parts.season;
        return months(*parts.year, month, months_each, time::Precision::Season);
    }
    if (parts.quarter && numbers == 1) {
        const int quarter = parts.numbers[0].value;
        if (quarter >= 1 && quarter <= 4) {
            const int month = months_each * (quarter - 1) + 1;
            return months(*parts.year, month, months_each, time::Precision::Quarter);
        }
    }
    return std::nullopt;
}

/// "March 2022", "5 March 2022", "5-7 March 2022"
std::optional<time::Span> from_one_month(const Parts& parts) {
    const int month = parts.months[0];
    const std::size_t numbers = parts.numbers.size();
    if (numbers == 0) {
        return months(*parts.year, month, 1, time::Precision::Month);
    }
    const auto first = make_day(*parts.year, month, parts.numbers[0].value);
    if (numbers == 1) {
        return days(first, first);
    }
    if (numbers == 2 && parts.dash) {
        return days(first, make_day(*parts.year, month, parts.numbers[1].value));
    }
    return std::nullopt;
}

/// "27 Feb - 2 Mar 2022", "March-May 2022"
std::optional<time::Span> from_two_months(const Parts& parts) {
    const int first = parts.months[0];
    const int last = parts.months[1];
    const int year = *parts.year;
    if (parts.numbers.size() == 2) {
        return days(
            make_day(year, first, parts.numbers[0].value),
            make_day(year, last, parts.numbers[1].value));
    }
    if (parts.numbers.empty() && parts.dash && first <= last) {
        return months(year, first, last - first + 1, time::Precision::Month);
    }
    return std::nullopt;
}

std::optional<time::Span> from_parts(const Parts& parts) {
    constexpr int months_a_year = 12;
    constexpr int last_year = 9999;
    if (*parts.year < 1 || *parts.year > last_year) {
        return std::nullopt;
    }
    if (parts.season || parts.quarter) {
        return from_quarter(parts);
    }
    if (parts.months.size() == 1) {
        return from_one_month(parts);
    }
    if (parts.months.size() == 2) {
        return from_two_months(parts);
    }
    if (parts.months.empty() && parts.numbers.size() == 1 && !parts.part) {
        const int month = parts.numbers[0].value;  // 03/2022
        const bool fits = month >= 1 && month <= months_a_year;
        return fits ? std::optional(months(*parts.year, month, 1, time::Precision::Month))
                    : std::nullopt;
    }
    return std::nullopt;
}

/// "1990s", "the 1990s"
std::optional<time::Span> read_decade(std::string_view text) {
    text = text.starts_with("the ") ? text.substr(4) : text;
    if (text.size() < 5 || text.size() > 6 || text[3] != '0' || text.back() != 's'
        || !std::all_of(text.begin(), text.begin() + 4, is_digit)
        || (text.size() == 6 && text[4] != '\'')) {
        return std::nullopt;
    }
    const int year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10;
    if (year < 1) {
        return std::nullopt;
    }
    time::Span span = time::year_span(std::chrono::year(year));
    span.end = time::year_span(std::chrono::year(year + 9)).end;
    span.precision = time::Precision::Decade;
    return span;
}

/// 2022-055: the 55th day of the year.
std::optional<time::Span> read_day_of_year(std::string_view text) {
    if (text.size() != 8 || text[4] != '-') {
        return std::nullopt;
    }
    std::string digits(text);
    digits.erase(4, 1);
    if (!std::all_of(digits.begin(), digits.end(), is_digit)) {
        return std::nullopt;
    }
    const int year = std::stoi(digits.substr(0, 4));
    const int day = std::stoi(digits.substr(4));
    const auto first = make_day(year, 1, 1);
    const int length = std::chrono::year(year).is_leap() ? 366 : 365;
    return first && day >= 1 && day <= length
               ? std::optional(time::day_span(*first + std::chrono::days(day - 1)))
               : std::nullopt;
}

/// Takes "before", "after" and the like from the front. @return -1 before, 1 after, 0 neither
int take_side(std::string& text) {
    static constexpr std::array<std::pair<std::string_view, int>, 12> kSideWords = {
        {{"before ", -1},
         {"until ", -1},
         {"till ", -1},
         {"up to ", -1},
         {"до ", -1},
         {"after ", 1},
         {"since ", 1},
         {"from ", 1},
         {"після ", 1},
         {"после ", 1},
         {"з ", 1},
         {"с ", 1}}};
    for (const auto& [word, side] : kSideWords) {
        if (text.starts_with(word)) {
            text.erase(0, word.size());
            return side;
        }
    }
    return 0;
}

}  // namespace

std::optional<time::Span> read_written_date(std::string_view raw) {
    if (raw.size() < 4 || raw.size() > 80) {
        return std::nullopt;
    }
    std::string text = folded(raw);
    for (const std::string_view dash : {"–", "—", "−", "‐", "‑"}) {
        replace_all(text, dash, "-");
    }
    for (const auto& [sign, plain] :
         {std::pair("年", "-"), std::pair("月", "-"), std::pair("日", "")}) {
        replace_all(text, sign, plain);
    }
    if (auto decade = read_decade(text)) {
        return decade;
    }
    if (auto day = read_day_of_year(text)) {
        return day;
    }
    const int side = take_side(text);
    const std::vector<Token> tokens = tokens_of(text);
    if (tokens.empty()) {
        return std::nullopt;
    }
    const auto parts = sort_parts(tokens);
    if (!parts) {
        return std::nullopt;
    }
    auto span = from_parts(*parts);
    if (!span && parts->numbers.size() == 2 && parts->months.empty() && tokens.front().width == 4) {
        // 2022年2月24日
        const auto day = make_day(
            *parts->year,
            std::clamp(parts->numbers[0].value, 1, 12),
            parts->numbers[1].value);
        span = parts->numbers[0].value <= 12 ? days(day, day) : std::nullopt;
    }
    const bool is_year = parts->numbers.empty() && parts->months.empty() && !parts->season;
    const bool has_words = text.find_first_not_of("0123456789 .") != std::string::npos;
    if (!span && is_year && *parts->year >= 1 && (side != 0 || has_words)) {
        // "before 1900", "early 1900", "2022 рік"
        span = months(*parts->year, 1, 12, time::Precision::Year);
    }
    if (span) {
        span->approximate = parts->part;
        span->open_begin = side < 0;
        span->open_end = side > 0;
    }
    return span;
}

}  // namespace salient::io
