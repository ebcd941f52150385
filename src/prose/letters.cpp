#include "prose/letters.hpp"

#include <unicode/uchar.h>

#include <array>
#include <cstddef>

namespace salient::prose {

namespace {

constexpr std::size_t kTableSize = 0x600;  // Latin, Greek, Cyrillic: what the texts are made of

struct Letter {
    bool letter = false;
    bool upper = false;
    char32_t lower = 0;
};

// ICU answers once for each character of the table: a look-up a character is ten times faster than a call.
const std::array<Letter, kTableSize>& table() {
    static const std::array<Letter, kTableSize> kTable = [] {
        std::array<Letter, kTableSize> out;
        for (std::size_t i = 0; i < kTableSize; ++i) {
            const auto c = static_cast<UChar32>(i);
            const bool modifier = i == 0x2BC || i == 0x2B9;
            out[i] = {
                u_isalpha(c) != 0 && !modifier,
                u_isupper(c) != 0,
                static_cast<char32_t>(u_tolower(c))};
        }
        return out;
    }();
    return kTable;
}

}  // namespace

bool is_wide_letter(char32_t c) {
    if (c < kTableSize) {
        return table()[c].letter;
    }
    return u_isalpha(static_cast<UChar32>(c)) != 0
           || u_getCombiningClass(static_cast<UChar32>(c)) != 0;
}

bool is_wide_upper(char32_t c) {
    return c < kTableSize ? table()[c].upper : u_isupper(static_cast<UChar32>(c)) != 0;
}

bool is_space(char32_t c) {
    return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || c == 0x85
           || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F
           || c == 0x3000 || c == 0xFEFF;
}

bool is_apostrophe(char32_t c) {
    return c == U'\'' || c == 0x2019 || c == 0x2BC || c == 0x2018 || c == 0x60 || c == 0x2B9;
}

bool is_cyrillic(char32_t c) {
    return c >= 0x400 && c <= 0x52F;
}

char32_t wide_to_lower(char32_t c) {
    return c < kTableSize ? table()[c].lower
                          : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

}  // namespace salient::prose
