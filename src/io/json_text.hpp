#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace salient::io {

/// Appends a JSON string literal. Ill-formed UTF-8 becomes U+FFFD; control characters and the non-characters U+FFFE and U+FFFF are
/// escaped, so that the literal may also stand in XML.
void append_json_string(std::string& out, std::string_view text);

/// The shortest text that reads back to the same number; empty for infinity and NaN.
[[nodiscard]] std::string number_text(double value);
/// The same, appended to `out`.
void append_number(std::string& out, double value);
void append_count(std::string& out, std::size_t count);

}  // namespace salient::io
