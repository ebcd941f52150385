#pragma once

#include "prose/tokens.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace salient::prose {

/// A sentence, heading or list item. Byte offsets without the white space around; token indices, end exclusive.
struct Sentence {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t first_token = 0;
    std::size_t end_token = 0;
    friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// Cuts a text into sentences: O(n).
///
/// A full stop ends one unless it closes an abbreviation ("Gen.", "sq. km", "ім.", "обл.", "U.S.", "Jan. 9") or an initial, or a lower-case
/// word follows; closing quotes and brackets stay with their sentence. An empty line always ends one; a single line break does when the
/// line is a heading or list item, and does not inside a paragraph that was wrapped by hand.
[[nodiscard]] std::vector<Sentence> split_sentences(
    std::string_view text,
    const std::vector<Token>& tokens);

}  // namespace salient::prose
