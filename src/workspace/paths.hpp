#pragma once

#include "base/diagnostics.hpp"
#include "workspace/contents.hpp"

#include <filesystem>

namespace salient::workspace {

/// Absolute paths become relative to the folder; addresses lose their passwords.
void make_relative(Contents& contents, const std::filesystem::path& folder);

/// Relative paths become absolute. Addresses of databases and servers are left out and reported (`file.address`): a file may
/// not make the program connect.
void make_absolute(
    Contents& contents,
    const std::filesystem::path& folder,
    base::Diagnostics& diagnostics);

}  // namespace salient::workspace
