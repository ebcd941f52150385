#pragma once

#include <filesystem>
#include <string>

namespace salient::app {

/// Where pictures go: the desktop's pictures folder, else the home folder, else the current one.
/// @source XDG user directories: user-dirs.dirs in $XDG_CONFIG_HOME
[[nodiscard]] std::filesystem::path pictures_folder();
/// Where other files go, likewise.
[[nodiscard]] std::filesystem::path documents_folder();

/// `stem`, or `stem-2`, `stem-3` …, whichever does not exist yet in the folder.
[[nodiscard]] std::filesystem::path unused_name(
    const std::filesystem::path& folder,
    const std::string& stem,
    const std::string& ending);

}  // namespace salient::app
