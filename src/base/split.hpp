#pragma once

#include <string_view>
#include <vector>

namespace salient::base {

/// The parts between separators, empty ones too; one part when there is no separator. They view `text`.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace salient::base
