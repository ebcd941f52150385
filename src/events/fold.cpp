#include "events/fold.hpp"

#include "base/utf8.hpp"

#include <algorithm>

namespace salient::events {

namespace {

bool in(char32_t value, char32_t first, char32_t last) {
    return value >= first && value <= last;
}

// Blocks in which capital and small letters alternate, the capital being even (or odd).
bool is_even_capital(char32_t value) {
    return value % 2 == 0
           && (in(value, 0x100, 0x137) || in(value, 0x14A, 0x177) || in(value, 0x460, 0x481)
               || in(value, 0x48A, 0x4BF) || in(value, 0x4D0, 0x52F) || in(value, 0x1E00, 0x1EFF));
}
bool is_odd_capital(char32_t value) {
    return value % 2 == 1
           && (in(value, 0x139, 0x148) || in(value, 0x179, 0x17E) || in(value, 0x4C1, 0x4CE));
}

char32_t decode(std::string_view text, std::size_t& offset) {
    const auto byte = static_cast<unsigned char>(text[offset]);
    if (byte < 0x80) {
        ++offset;
        return byte;
    }
    return base::decode_utf8(text, offset);
}

bool starts_with_folded(std::string_view text, std::u32string_view word) {
    std::size_t offset = 0;
    for (const char32_t wanted : word) {
        if (offset >= text.size() || fold_case(decode(text, offset)) != wanted) {
            return false;
        }
    }
    return true;
}

}  // namespace

char32_t fold_case(char32_t value) {
    if (in(value, U'A', U'Z') || (in(value, 0xC0, 0xDE) && value != 0xD7)) {
        return value + 32;
    }
    if (value < 0x100) {
        return value;
    }
    if (in(value, 0x391, 0x3A9) || in(value, 0x410, 0x42F)) {
        return value + 32;
    }
    if (in(value, 0x400, 0x40F)) {
        return value + 80;
    }
    if (is_even_capital(value) || is_odd_capital(value)) {
        return value + 1;
    }
    return value;
}

char32_t capital(char32_t value) {
    // A capital lies 1, 32 or 80 code points below its small letter: the one that folds to it is it.
    for (const char32_t distance : {char32_t{32}, char32_t{1}, char32_t{80}}) {
        if (value >= distance && value - distance != value
            && fold_case(value - distance) == value) {
            return value - distance;
        }
    }
    return value;
}

std::vector<std::u32string> folded_words(std::string_view text) {
    std::vector<std::u32string> words;
    std::u32string word;
    const auto finish = [&] {
        if (!word.empty() && std::find(words.begin(), words.end(), word) == words.end()) {
            words.push_back(word);
        }
        word.clear();
    };
    std::size_t offset = 0;
    while (offset < text.size()) {
        const char32_t value = decode(text, offset);
        if (value <= U' ' || value == 0xA0) {
            finish();
        } else {
            word.push_back(fold_case(value));
        }
    }
    finish();
    return words;
}

bool contains_folded(std::string_view text, std::u32string_view word) {
    if (word.empty()) {
        return true;
    }
    std::size_t offset = 0;
    while (offset < text.size()) {
        if (starts_with_folded(text.substr(offset), word)) {
            return true;
        }
        static_cast<void>(decode(text, offset));
    }
    return false;
}

}  // namespace salient::events
