#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace salient::places {

/// Running hash of a matching key, so that "New" + "York" + "City" can be looked up word by word without building strings.
/// Two names have the same hash when their keys are equal; equal hashes of different keys are possible and very rare.
class KeyHash {
public:
    /// Folds `text` like match_key and takes it in.
    void add(std::string_view text);
    [[nodiscard]] std::uint64_t value() const {
        std::uint64_t mixed = state_ ^ (state_ >> 32U);
        mixed *= 0x9E3779B97F4A7C15ULL;
        return mixed ^ (mixed >> 29U);
    }
    /// True while nothing but dropped characters was taken in.
    [[nodiscard]] bool is_empty() const { return state_ == kSeed; }
    /// First byte of the key; 0 when empty.
    [[nodiscard]] std::uint8_t first_byte() const { return first_byte_; }

private:
    static constexpr std::uint64_t kSeed = 0xCBF29CE484222325ULL;
    std::uint64_t state_ = kSeed;
    std::uint8_t first_byte_ = 0;
};

/// Appends the folded form of `text` (see match_key) to `out`.
void append_match_key(std::string& out, std::string_view text);

/// True when the text holds a Cyrillic letter.
[[nodiscard]] bool has_cyrillic(std::string_view text);

}  // namespace salient::places
