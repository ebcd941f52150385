#pragma once

#include "extract/lexicon.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace salient::extract::tool {

/// A sentence with its label, as features.
struct Example {
    std::string label;
    std::size_t template_number = 0;  ///< equal for sentences of one template
    std::vector<std::string> features;
};

/// Fills the slots of the templates; which fillers is the same on every run.
[[nodiscard]] std::vector<Example> examples_from(std::string_view table, const Lexicon& lexicon);

}  // namespace salient::extract::tool
