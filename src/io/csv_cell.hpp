#pragma once

#include <string>
#include <string_view>

namespace salient::io {

/// A text as a cell of comma-separated values: quoted where needed, with an apostrophe in front of what a spreadsheet would run as a
/// formula, and of what begins with an apostrophe. NUL becomes U+FFFD.
[[nodiscard]] std::string csv_cell(std::string_view text);

/// The text without the apostrophe that csv_cell put in front.
[[nodiscard]] std::string_view without_guard(std::string_view cell);

}  // namespace salient::io
