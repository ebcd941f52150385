#pragma once

#include "prose/tokens.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace salient::extract {

/// The tokens of a text in lower case, side by side in one buffer.
class Words {
public:
    Words(std::string_view text, const std::vector<prose::Token>& tokens);

    [[nodiscard]] std::string_view operator[](std::size_t token) const {
        return {buffer_.data() + starts_[token], starts_[token + 1] - starts_[token]};
    }
    [[nodiscard]] std::size_t size() const { return starts_.size() - 1; }

private:
    std::string buffer_;
    std::vector<std::uint32_t> starts_;
};

/// The word stands in a short list.
template <std::size_t N>
[[nodiscard]] bool is_one_of(std::string_view word, const std::string_view (&words)[N]) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// FNV-1a, a byte at a time, so that every prefix of a word has its hash on the way.
class PrefixHash {
public:
    void add(char byte) { value_ = (value_ ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL; }
    [[nodiscard]] std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 0xCBF29CE484222325ULL;
};

}  // namespace salient::extract
