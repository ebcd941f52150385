#include "base/digits.hpp"

#include <array>
#include <charconv>
#include <string_view>

namespace salient::base {

void append_padded(std::string& out, int value, std::size_t width) {
    std::array<char, 16> buffer{};
    const char* const end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    std::string_view digits(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const std::size_t zeros = width > digits.size() ? width - digits.size() : 0;
    if (value < 0) {
        out.push_back('-');
        digits.remove_prefix(1);
    }
    out.append(zeros, '0');
    out.append(digits);
}

std::string padded(int value, std::size_t width) {
    std::string out;
    append_padded(out, value, width);
    return out;
}

}  // namespace salient::base
