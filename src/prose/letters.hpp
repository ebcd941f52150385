#pragma once

namespace salient::prose {

// Beyond ASCII.
[[nodiscard]] bool is_wide_letter(char32_t c);
[[nodiscard]] bool is_wide_upper(char32_t c);
[[nodiscard]] char32_t wide_to_lower(char32_t c);

[[nodiscard]] inline bool is_letter(char32_t c) {
    return c < 0x80 ? (c | 0x20U) >= U'a' && (c | 0x20U) <= U'z' : is_wide_letter(c);
}
[[nodiscard]] inline bool is_upper(char32_t c) {
    return c < 0x80 ? c >= U'A' && c <= U'Z' : is_wide_upper(c);
}
[[nodiscard]] inline bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
/// White space of Unicode, the no-break and zero-width ones included.
[[nodiscard]] bool is_space(char32_t c);
/// ' ’ ʼ ʹ and the like, as written inside words.
[[nodiscard]] bool is_apostrophe(char32_t c);
[[nodiscard]] bool is_cyrillic(char32_t c);
/// Simple lower case of Latin, Greek and Cyrillic; other characters as they are.
[[nodiscard]] inline char32_t to_lower(char32_t c) {
    if (c < 0x80) {
        return is_upper(c) ? c + 0x20U : c;
    }
    return wide_to_lower(c);
}

}  // namespace salient::prose
