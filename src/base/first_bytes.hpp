#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace salient::base {

/// The first eight bytes of a text as a number, the first in the highest place, zeros where there are none.
/// Of two texts with different numbers the one with the smaller number comes first in byte order: sorting by it first saves looking
/// at most of the texts.
[[nodiscard]] constexpr std::uint64_t first_bytes(std::string_view text) {
    std::uint64_t start = 0;
    for (std::size_t i = 0; i < sizeof start; ++i) {
        start = start << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    }
    return start;
}

}  // namespace salient::base
