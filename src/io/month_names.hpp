#pragma once

#include <optional>
#include <string_view>

namespace salient::io {

/// The month that a word names, 1 to 12: full names with their endings and usual short forms in English, German, French, Spanish,
/// Italian, Portuguese, Polish, Ukrainian and Russian. "maybe" and "Marne" are no months.
/// @param word  in lower case, without a full stop
[[nodiscard]] std::optional<unsigned> month_of_word(std::string_view word);

/// "3", "03", "3.0", "March", "Mar.", "березень"
[[nodiscard]] std::optional<unsigned> month_of_text(std::string_view text);

}  // namespace salient::io
