#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace salient::fuzz {

/// The bytes libFuzzer made up, as text.
[[nodiscard]] inline std::string text_of(const std::uint8_t* data, std::size_t size) {
    return {data, data + size};
}

/// Ends the run with a crash when a promise is broken.
inline void require(bool promise) {
    if (!promise) {
        std::abort();
    }
}

}  // namespace salient::fuzz
