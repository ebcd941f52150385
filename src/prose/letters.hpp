#pragma once

namespace salient::prose {

[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] bool is_upper(char32_t c);
[[nodiscard]] inline bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}
/// White space of Unicode, the no-break and zero-width ones included.
[[nodiscard]] bool is_space(char32_t c);
/// ' ’ ʼ ʹ and the like, as written inside words.
[[nodiscard]] bool is_apostrophe(char32_t c);
[[nodiscard]] bool is_cyrillic(char32_t c);
/// Simple lower case of Latin, Greek and Cyrillic; other characters as they are.
[[nodiscard]] char32_t to_lower(char32_t c);

}  // namespace salient::prose
