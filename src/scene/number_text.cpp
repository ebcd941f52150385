#include "scene/number_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>

namespace salient::scene {

std::string number_text(double value) {
    if (std::abs(value) < 1e15 && std::floor(value) == value) {
        std::string digits = std::to_string(static_cast<std::int64_t>(std::abs(value)));
        for (std::size_t at = digits.size(); at > 3; at -= 3) {
            digits.insert(digits.begin() + static_cast<std::ptrdiff_t>(at - 3), ',');
        }
        if (value < 0) {
            digits.insert(digits.begin(), '-');
        }
        return digits;
    }
    std::array<char, 32> buffer{};
    const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), result.ptr};
}

std::string count_text(std::uint64_t count, const std::string& noun) {
    return number_text(static_cast<double>(count)) + " " + noun + (count == 1 ? "" : "s");
}

}  // namespace salient::scene
