#pragma once

#include "base/result.hpp"

#include <filesystem>

namespace salient::workspace {

/// The path is a plain file that can be a whole SQLite database, by its header and length.
/// @errors NotFound, Io: it cannot be read; BadFormat: empty, another kind of file, or cut short.
[[nodiscard]] base::Status check_sqlite_file(const std::filesystem::path& path);

}  // namespace salient::workspace
