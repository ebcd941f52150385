#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string_view>

namespace salient::scene {

/// Collects a 64-bit key over values, for caches: equal input, equal key, on every machine of one endianness.
/// @source the finaliser of SplitMix64 (S. Vigna, 2015)
class Hasher {
public:
    Hasher& add(std::uint64_t value) {
        state_ = mix(state_ ^ value);
        return *this;
    }
    Hasher& add(double value) { return add(std::bit_cast<std::uint64_t>(value)); }
    Hasher& add(std::string_view text) {
        add(static_cast<std::uint64_t>(text.size()));
        for (const char c : text) {
            add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
        }
        return *this;
    }
    [[nodiscard]] std::uint64_t key() const { return state_; }

private:
    std::uint64_t state_ = 0x9E3779B97F4A7C15U;
    static std::uint64_t mix(std::uint64_t value) {
        value += 0x9E3779B97F4A7C15U;
        value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
        value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
        return value ^ (value >> 31U);
    }
};

}  // namespace salient::scene
