#pragma once

#include <cstddef>
#include <filesystem>
#include <limits>
#include <vector>

namespace salient::app {

/// The files that opening a folder reads, at any depth, in the order of their paths: all but hidden ones, backup copies of editors
/// (`name~`) and `README.md`. What cannot be looked into is left out.
/// @param most  stops looking when so many are found
/// @thread any
[[nodiscard]] std::vector<std::filesystem::path> files_in(
    const std::filesystem::path& folder,
    std::size_t most = std::numeric_limits<std::size_t>::max());

}  // namespace salient::app
