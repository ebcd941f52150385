#pragma once

#include <cstdint>
#include <string>

namespace salient::scene {

/// Whole numbers with commas between thousands ("1,234"), others in their shortest decimal form ("0.5").
[[nodiscard]] std::string number_text(double value);

/// "1 event", "1,234 events".
[[nodiscard]] std::string count_text(std::uint64_t count, const std::string& noun);

}  // namespace salient::scene
