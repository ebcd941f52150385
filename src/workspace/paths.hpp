#pragma once

#include "base/diagnostics.hpp"
#include "workspace/contents.hpp"

#include <filesystem>

namespace salient::workspace {

/// All but the events, which are many: what is changed on its way into a file.
[[nodiscard]] Contents without_events(const Contents& contents);

/// Absolute paths become relative to the folder; addresses lose their passwords.
void make_relative(Contents& contents, const std::filesystem::path& folder);

/// Addresses lose their passwords; paths stay as they are.
void hide_credentials(Contents& contents);

/// Relative paths become absolute. Addresses of databases and servers are left out and reported (`file.address`): a file may
/// not make the program connect.
void make_absolute(
    Contents& contents,
    const std::filesystem::path& folder,
    base::Diagnostics& diagnostics);

}  // namespace salient::workspace
