#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace salient::places {

/// Names in the nominative that a Ukrainian or Russian word could be a case form of, likeliest first:
/// "Києві" → "Київ", "Курском" → "Курск", "Курської" → "Курська", "Авдіївці" → "Авдіївка".
/// Rules only, so most answers are no words: look them up. The word itself is not among them.
/// @param word  one word in Cyrillic; hyphens allowed (only the last part, or each part of a compound, is changed)
[[nodiscard]] std::vector<std::string> nominative_forms(std::string_view word);

/// The same for a name of several words ("Великої Новосілки" → "Велика Новосілка"), at most `limit` of them.
[[nodiscard]] std::vector<std::string> nominative_names(
    std::string_view name,
    std::size_t limit = 128);

}  // namespace salient::places
