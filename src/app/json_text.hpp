#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace salient::app {

// JSON written straight into a string, for long lists of small objects: byte for byte what nlohmann::json would dump,
// without a tree of values in between.

/// Appends a string with its quotes; ill-formed UTF-8 becomes U+FFFD.
void append_json_string(std::string& out, std::string_view text);

/// Appends a whole number.
void append_json_count(std::string& out, std::size_t count);

/// Appends a number; null when it is not finite.
void append_json_number(std::string& out, double number);

}  // namespace salient::app
