#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace salient::timex {

/// Sixteen bits that tell most different words apart, from their length and three of their bytes. Words are looked for in many
/// lists and stand in few: a look at these bits mostly answers.
[[nodiscard]] constexpr std::uint16_t word_sign(std::string_view word) {
    if (word.empty()) {
        return 0;
    }
    const auto byte = [word](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(word[i]));
    };
    const std::size_t last = word.size() - 1;
    // In Cyrillic every second byte says little.
    const std::size_t middle = last == 0 ? 0 : (word.size() / 2) | 1U;
    const std::uint32_t mixed = static_cast<std::uint32_t>(word.size()) * 0x9E3779B1U
                                ^ byte(0) * 0x85EBCA77U ^ byte(middle) * 0xC2B2AE3DU
                                ^ byte(last) * 0x27D4EB2FU;
    return static_cast<std::uint16_t>(mixed >> 16U);
}

/// One of 64 bits for the signs of a few words.
[[nodiscard]] constexpr std::uint64_t sign_bit(std::uint16_t sign) {
    return std::uint64_t{1} << (sign % 64U);
}

/// The bits of the pieces of `text` between separators.
[[nodiscard]] constexpr std::uint64_t sign_bits(std::string_view text, char separator) {
    std::uint64_t bits = 0;
    while (!text.empty()) {
        const std::size_t end = text.find(separator);
        bits |= sign_bit(word_sign(text.substr(0, end)));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return bits;
}

/// Words separated by spaces, known when the program is compiled.
class WordList {
public:
    // NOLINTNEXTLINE(google-explicit-constructor) -- the list is written where a word is looked for in it
    consteval WordList(const char* words) : WordList(std::string_view(words)) {}
    // NOLINTNEXTLINE(google-explicit-constructor) -- as above
    consteval WordList(std::string_view words) : words_(words), bits_(sign_bits(words, ' ')) {}

    /// @param sign  word_sign of the word
    [[nodiscard]] bool has(std::string_view word, std::uint16_t sign) const {
        return (bits_ & sign_bit(sign)) != 0 && holds(word);
    }

private:
    std::string_view words_;
    std::uint64_t bits_ = 0;

    [[nodiscard]] bool holds(std::string_view word) const;
};

}  // namespace salient::timex
