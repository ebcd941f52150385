#include "prose/language.hpp"

#include "base/utf8.hpp"
#include "prose/letters.hpp"
#include "prose/tokens.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace salient::prose {

namespace {

constexpr std::size_t kSampleBytes = 20'000;

struct Counts {
    std::size_t latin = 0;
    std::size_t cyrillic = 0;
    std::size_t ukrainian = 0;  // letters that Russian does not have
    std::size_t russian = 0;    // letters that Ukrainian does not have
    std::size_t english_words = 0;
    std::size_t words = 0;
};

/// Small or capital letters.
bool is_english_word(std::string_view word) {
    static constexpr std::array<std::string_view, 24> kWords = {
        "the", "of",   "and", "to",   "in", "a",    "is",  "was", "that", "for", "on",  "said",
        "by",  "with", "at",  "from", "as", "were", "has", "had", "are",  "it",  "his", "be"};
    static constexpr std::size_t kLongest = 4;
    std::array<char, kLongest> lower{};
    if (word.size() > kLongest) {
        return false;
    }
    std::transform(word.begin(), word.end(), lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c;
    });
    const std::string_view folded(lower.data(), word.size());
    return std::find(kWords.begin(), kWords.end(), folded) != kWords.end();
}

/// Counts the letters that only one of the two languages has.
void count_own_letters(std::string_view word, Counts& counts) {
    for (std::size_t at = 0; at < word.size();) {
        switch (to_lower(base::decode_utf8(word, at))) {
            case U'і':
            case U'ї':
            case U'є':
            case U'ґ':
                ++counts.ukrainian;
                break;
            case U'ы':
            case U'э':
            case U'ъ':
            case U'ё':
                ++counts.russian;
                break;
            default:
                break;
        }
    }
}

}  // namespace

std::string detect_language(std::string_view text) {
    text = text.substr(0, kSampleBytes);
    Counts counts;
    for (const Token& token : tokenize(text)) {
        if (token.kind != TokenKind::Word) {
            continue;
        }
        const std::string_view word = token_text(text, token);
        const auto lead = static_cast<unsigned char>(word.front());
        ++counts.words;
        if (lead < 0x80) {
            counts.latin += word.size();
            counts.english_words += is_english_word(word) ? 1U : 0U;
        } else if (lead == 0xD0 || lead == 0xD1 || lead == 0xD2) {
            counts.cyrillic += word.size() / 2;
            count_own_letters(word, counts);
        }
    }
    if (counts.cyrillic > counts.latin) {
        if (counts.ukrainian != counts.russian) {
            return counts.ukrainian > counts.russian ? "uk" : "ru";
        }
        return "ru";
    }
    return counts.english_words * 12 >= counts.words && counts.words > 0 ? "en" : "";
}

}  // namespace salient::prose
