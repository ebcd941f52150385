#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>

namespace salient::io {

enum class FileKind : std::uint8_t {
    Article,    ///< plain text, HTML or Markdown
    Events,     ///< dated or placed rows
    Control,    ///< polygons of who holds what, dated by the file's name or a date each
    Gazetteer,  ///< a table of place names
    Folder,
};

/// What a path holds, by content first and by name where the content leaves it open.
/// @errors NotFound: no such path; Io: a device, pipe or unreadable file; BadFormat: an empty file, or of no known kind.
[[nodiscard]] base::Result<FileKind> file_kind(const std::filesystem::path& path);

}  // namespace salient::io
