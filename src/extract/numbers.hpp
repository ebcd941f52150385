#pragma once

#include "extract/reading.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace salient::extract {

/// A number in a text, with what stands before it. Tokens, end exclusive.
struct Number {
    std::uint32_t first = 0;  ///< of the qualifier, if any
    std::uint32_t value_first = 0;
    std::uint32_t end = 0;
    double value = 0;
    std::string_view qualifier;  ///< "", "more than", "at least", "about", "up to"
    bool is_money = false;       ///< "$" stands before it
    bool is_article = false;     ///< "a woman": one, if anything is counted
};

/// The number at a token: "11,000", "1.7 billion", "two hundred", "дві тисячі", "dozens"; nullopt when there is none.
[[nodiscard]] std::optional<Number>
number_at(const Reading& reading, std::size_t token, std::size_t begin, std::size_t end);

}  // namespace salient::extract
