#pragma once

#include "time/span.hpp"

#include <optional>
#include <string_view>

namespace salient::session {

/// The words of a script's lines. Without spaces around.
[[nodiscard]] std::string_view trim(std::string_view text);
/// Cuts the first word off.
[[nodiscard]] std::string_view take_word(std::string_view& text);
/// A finite number and nothing else.
[[nodiscard]] std::optional<double> read_number(std::string_view text);
[[nodiscard]] std::optional<int> read_integer(std::string_view text);
/// "on" or "off".
[[nodiscard]] std::optional<bool> read_on_off(std::string_view text);
/// "2024-08-01..2025-03-31", both days included, or one date.
[[nodiscard]] std::optional<time::Window> read_days(std::string_view text);

}  // namespace salient::session
