#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace salient::events {

/// Lower case for comparing: Latin, Greek and Cyrillic letters; everything else stays.
/// @source Unicode 15, blocks Basic Latin to Cyrillic
[[nodiscard]] char32_t fold_case(char32_t value);

/// The capital of a small letter of the same scripts; everything else stays.
[[nodiscard]] char32_t capital(char32_t value);

/// The words of a search text, folded, split at white space. No duplicates.
[[nodiscard]] std::vector<std::u32string> folded_words(std::string_view text);

/// The text contains the folded word, whatever its case. Allocates nothing.
[[nodiscard]] bool contains_folded(std::string_view text, std::u32string_view word);

}  // namespace salient::events
