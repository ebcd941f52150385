#include "extract/numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>

namespace salient::extract {

namespace {

struct NumberWord {
    std::string_view stem;
    double value;
    bool is_exact;  // false: any ending
};

// Cardinals of English, Ukrainian and Russian, case endings left open where the stem is safe.
constexpr NumberWord kUnits[] = {
    {"one", 1, true},       {"two", 2, true},        {"three", 3, true},
    {"four", 4, true},      {"five", 5, true},       {"six", 6, true},
    {"seven", 7, true},     {"eight", 8, true},      {"nine", 9, true},
    {"ten", 10, true},      {"eleven", 11, true},    {"twelve", 12, true},
    {"thirteen", 13, true}, {"fourteen", 14, true},  {"fifteen", 15, true},
    {"sixteen", 16, true},  {"seventeen", 17, true}, {"eighteen", 18, true},
    {"nineteen", 19, true}, {"twenty", 20, true},    {"thirty", 30, true},
    {"forty", 40, true},    {"fifty", 50, true},     {"sixty", 60, true},
    {"seventy", 70, true},  {"eighty", 80, true},    {"ninety", 90, true},
    {"dozen", 12, true},    {"another", 1, true},    {"один", 1, true},
    {"одного", 1, true},    {"одна", 1, true},       {"одну", 1, true},
    {"одне", 1, true},      {"два", 2, true},        {"дві", 2, true},
    {"двоє", 2, true},      {"двох", 2, true},       {"три", 3, true},
    {"троє", 3, true},      {"трьох", 3, true},      {"чотири", 4, true},
    {"четверо", 4, true},   {"чотирьох", 4, true},   {"п'ят", 5, false},
    {"шість", 6, true},     {"шести", 6, true},      {"шестеро", 6, true},
    {"сім", 7, true},       {"семи", 7, true},       {"вісім", 8, true},
    {"восьми", 8, true},    {"дев'ять", 9, true},    {"десять", 10, true},
    {"десяти", 10, true},   {"двадцять", 20, true},  {"тридцять", 30, true},
    {"сорок", 40, true},    {"п'ятдесят", 50, true}, {"две", 2, true},
    {"двое", 2, true},      {"двух", 2, true},       {"трое", 3, true},
    {"трех", 3, true},      {"трёх", 3, true},       {"четыре", 4, true},
    {"четырех", 4, true},   {"четырёх", 4, true},    {"пять", 5, true},
    {"пятеро", 5, true},    {"пяти", 5, true},       {"шесть", 6, true},
    {"семь", 7, true},      {"восемь", 8, true},     {"девять", 9, true},
    {"двадцать", 20, true}, {"тридцать", 30, true},  {"пятьдесят", 50, true},
    {"сто", 100, true}};

constexpr NumberWord kScales[] = {
    {"hundred", 100, true},
    {"thousand", 1e3, true},
    {"million", 1e6, true},
    {"billion", 1e9, true},
    {"тисяч", 1e3, false},
    {"тис", 1e3, true},
    {"мільйон", 1e6, false},
    {"млн", 1e6, true},
    {"мільярд", 1e9, false},
    {"млрд", 1e9, true},
    {"тысяч", 1e3, false},
    {"тыс", 1e3, true},
    {"миллион", 1e6, false},
    {"миллиард", 1e9, false},
    {"сотн", 100, false}};

/// Which words may be in a table, by the bytes that all its stems have: three of Latin ones, four of Cyrillic ones.
class Openings {
public:
    template <std::size_t N>
    explicit constexpr Openings(const NumberWord (&table)[N]) {
        for (const NumberWord& row : table) {
            are_set_.at(sign(row.stem)) = true;
        }
    }
    [[nodiscard]] constexpr bool has(std::string_view word) const {
        return word.size() >= kShortest && are_set_[sign(word)];
    }

private:
    static constexpr std::size_t kShortest = 3;
    std::array<bool, 256> are_set_{};

    static constexpr std::uint8_t sign(std::string_view word) {
        const auto byte = [word](std::size_t i) {
            return i < word.size() ? static_cast<unsigned>(static_cast<unsigned char>(word[i]))
                                   : 0U;
        };
        const unsigned fourth = byte(0) < 0x80U ? 0U : byte(3);
        return static_cast<std::uint8_t>(byte(0) + 5U * byte(1) + 23U * byte(2) + 57U * fourth);
    }
};
constexpr Openings kUnitOpenings{kUnits};
constexpr Openings kScaleOpenings{kScales};

template <std::size_t N>
std::optional<double>
word_value(const NumberWord (&table)[N], const Openings& openings, std::string_view word) {
    if (!openings.has(word)) {
        return std::nullopt;
    }
    for (const NumberWord& row : table) {
        if (row.is_exact ? word == row.stem : word.substr(0, row.stem.size()) == row.stem) {
            return row.value;
        }
    }
    return std::nullopt;
}

/// "11,000", "150.5", "1 294" (with narrow spaces).
std::optional<double> digits_value(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool is_group = c == ',' && text.size() - i >= 4 && (text.size() - i - 1) % 4 == 3;
        if ((c >= '0' && c <= '9') || c == '.') {
            plain += c;
        } else if (c == ',' && !is_group) {
            plain += '.';
        }
    }
    double value = 0;
    const auto parsed = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (parsed.ec != std::errc() || parsed.ptr != plain.data() + plain.size()) {
        return std::nullopt;
    }
    return value;
}

/// "twenty-three"
std::optional<double> hyphenated_value(std::string_view word) {
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos) {
        return std::nullopt;
    }
    const auto tens = word_value(kUnits, kUnitOpenings, word.substr(0, hyphen));
    const auto ones = word_value(kUnits, kUnitOpenings, word.substr(hyphen + 1));
    if (!tens || !ones || *tens < 20 || *ones > 9) {
        return std::nullopt;
    }
    return *tens + *ones;
}

std::optional<double> token_value(const Reading& reading, std::size_t token) {
    const std::string_view word = reading.words[token];
    if (reading.tokens[token].kind == prose::TokenKind::Number) {
        return digits_value(word);
    }
    if (!reading.is_word(token)) {
        return std::nullopt;
    }
    const auto value = word_value(kUnits, kUnitOpenings, word);
    return value ? value : hyphenated_value(word);
}

void read_qualifier(const Reading& reading, std::size_t begin, Number& number) {
    struct Row {
        Cue cue;
        std::string_view text;
    };
    static constexpr Row kRows[] = {
        {Cue::MoreThan, "more than"},
        {Cue::AtLeast, "at least"},
        {Cue::UpTo, "up to"},
        {Cue::About, "about"}};
    std::size_t at = number.value_first;
    if (number.is_money && at > begin) {
        --at;
    }
    if (at == begin) {
        number.first = static_cast<std::uint32_t>(at);
        return;
    }
    for (const Row& row : kRows) {
        std::size_t first = at;
        while (first > begin && at - first < 4 && reading.has(first - 1, cue(row.cue))) {
            --first;
        }
        if (first < at) {
            number.first = static_cast<std::uint32_t>(first);
            number.qualifier = row.text;
            return;
        }
    }
    number.first = static_cast<std::uint32_t>(at);
}

}  // namespace

std::optional<Number>
number_at(const Reading& reading, std::size_t token, std::size_t begin, std::size_t end) {
    Number number;
    number.value_first = static_cast<std::uint32_t>(token);
    const std::optional<double> value = token_value(reading, token);
    std::size_t next = token + 1;
    if (value && reading.words[token] == "another" && next < end && token_value(reading, next)) {
        return std::nullopt;  // "another two": the two count
    }
    if (value) {
        number.value = *value;
        while (next < end) {
            if (const auto scale = word_value(kScales, kScaleOpenings, reading.words[next])) {
                number.value *= *scale;
                const bool is_abbreviated = next + 1 < end && reading.is_mark(next + 1, '.')
                                            && reading.words[next].size() <= 8;
                next += is_abbreviated ? std::size_t{2} : std::size_t{1};
                continue;
            }
            break;
        }
    } else if (reading.words[token] == "a" || reading.words[token] == "an") {
        number.value = 1;
        number.is_article = true;
    } else {
        return std::nullopt;
    }
    number.end = static_cast<std::uint32_t>(next);
    number.is_money = token > begin && reading.is_mark(token - 1, '$');
    read_qualifier(reading, begin, number);
    return number;
}

}  // namespace salient::extract
