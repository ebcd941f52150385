#pragma once

#include "page/html_tree.hpp"

#include <cstddef>
#include <vector>

namespace salient::page {

/// For each node the bytes of prose at and below it: text of blocks that are long or end like a sentence, without their links.
/// @param left_out  for each node: its text does not count
[[nodiscard]] std::vector<std::size_t> prose_below(
    const HtmlTree& tree,
    const std::vector<bool>& left_out);

}  // namespace salient::page
