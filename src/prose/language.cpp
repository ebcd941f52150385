#include "prose/language.hpp"

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

bool is_english_word(std::string_view word) {
    static constexpr std::size_t kLongest = 4;
    if (word.size() > kLongest) {
        return false;
    }
    static constexpr std::array<std::string_view, 24> kWords = {
        "the", "of",   "and", "to",   "in", "a",    "is",  "was", "that", "for", "on",  "said",
        "by",  "with", "at",  "from", "as", "were", "has", "had", "are",  "it",  "his", "be"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

template <std::size_t N>
std::size_t count_all(std::string_view text, const std::array<std::string_view, N>& needles) {
    std::size_t count = 0;
    for (const std::string_view needle : needles) {
        for (std::size_t at = text.find(needle); at != std::string_view::npos;
             at = text.find(needle, at + needle.size())) {
            ++count;
        }
    }
    return count;
}

}  // namespace

std::string detect_language(std::string_view text) {
    text = text.substr(0, kSampleBytes);
    Counts counts;
    std::string word;
    for (const Token& token : tokenize(text)) {
        if (token.kind != TokenKind::Word) {
            continue;
        }
        word.clear();
        append_folded(word, token_text(text, token));
        const auto lead = static_cast<unsigned char>(word.front());
        ++counts.words;
        if (lead < 0x80) {
            counts.latin += word.size();
            counts.english_words += is_english_word(word) ? 1U : 0U;
        } else if (lead == 0xD0 || lead == 0xD1 || lead == 0xD2) {
            counts.cyrillic += word.size() / 2;
            static constexpr std::array<std::string_view, 4> kUkrainian = {"і", "ї", "є", "ґ"};
            static constexpr std::array<std::string_view, 4> kRussian = {"ы", "э", "ъ", "ё"};
            counts.ukrainian += count_all(word, kUkrainian);
            counts.russian += count_all(word, kRussian);
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
