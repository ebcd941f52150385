#pragma once

#include <string>
#include <string_view>

namespace salient::io {

/// A text to compare with words: Latin, Greek and Cyrillic in lower case, every kind of blank as ' ', marks without a width
/// (byte order, direction, soft hyphen) left out.
[[nodiscard]] std::string folded(std::string_view text);

/// Only for trimmed.
[[nodiscard]] std::string_view without_blanks(std::string_view text);

/// The text without blanks around it, those of no-break and zero width included.
[[nodiscard]] inline std::string_view trimmed(std::string_view text) {
    const auto is_plain = [](char c) {
        return static_cast<unsigned char>(c) > ' ' && static_cast<unsigned char>(c) < 0x7F;
    };
    return !text.empty() && is_plain(text.front()) && is_plain(text.back()) ? text
                                                                            : without_blanks(text);
}

}  // namespace salient::io
