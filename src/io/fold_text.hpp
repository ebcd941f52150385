#pragma once

#include <string>
#include <string_view>

namespace salient::io {

/// A text to compare with words: Latin, Greek and Cyrillic in lower case, every kind of blank as ' ', marks without a width
/// (byte order, direction, soft hyphen) left out.
[[nodiscard]] std::string folded(std::string_view text);

/// The text without blanks around it, those of no-break and zero width included.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace salient::io
