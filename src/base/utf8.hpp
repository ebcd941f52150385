#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace salient::base {

/// U+FFFD, drawn and written where bytes are not UTF-8.
inline constexpr char32_t kReplacementCharacter = 0xFFFD;

/// Decodes the code point at `offset` and moves `offset` behind it.
/// Ill-formed bytes give U+FFFD and move by one byte, so every input ends.
/// @pre offset < text.size()
[[nodiscard]] char32_t decode_utf8(std::string_view text, std::size_t& offset);

/// Appends `code_point` as UTF-8; surrogates and values over U+10FFFF become U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

/// Byte offset of the first ill-formed sequence; nullopt when the text is valid UTF-8
/// (no overlong forms, no surrogates).
/// @source Unicode 15, table 3-7
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// The text with each ill-formed byte replaced by U+FFFD.
[[nodiscard]] std::string repair_utf8(std::string_view text);

/// Number of code points; ill-formed bytes count one each.
[[nodiscard]] std::size_t count_code_points(std::string_view text);

/// The text with control characters (C0, DEL, C1, bidi overrides) made visible as `\u{XX}`, so that a terminal or a
/// log line cannot be steered by input.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace salient::base
