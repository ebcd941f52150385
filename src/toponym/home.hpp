#pragma once

#include "toponym/pieces.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace salient::toponym {

/// A country that a text is probably from, and how much that speaks for its places (log odds).
struct HomeCountry {
    std::uint16_t country = 0;  ///< places::country_key
    double weight = 0;
};

/// Where a text is from: the top-level domain of its publisher, and the words that local news of the United States ("Sheriff",
/// "County", "High School") and of Britain ("centre", "borough council") use.
[[nodiscard]] std::vector<HomeCountry> guess_home(
    std::string_view publisher_host,
    const std::vector<Piece>& pieces);

}  // namespace salient::toponym
