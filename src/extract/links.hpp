#pragma once

#include "extract/models.hpp"
#include "toponym/toponym.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace salient::extract {

/// A stretch of text; bytes, end exclusive.
struct TextSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

/// Where the happening named by a word took place, as the names in the text: "Rome" for "demonstrated in Rome". Names that the gazetteer does
/// not know count when a preposition of place leads to them. Empty when the text does not say.
[[nodiscard]] std::vector<TextSpan> find_event_places(
    std::string_view text,
    std::string_view language,
    TextSpan trigger,
    const toponym::Finder& finder,
    const Models& models);

}  // namespace salient::extract
