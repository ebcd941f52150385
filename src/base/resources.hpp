#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace salient::base {

/// The folder with Salient's own data (`layers/`, `gazetteer.tsv`, `control/`, `fonts/`, `articles/`, `shaders/`, `models/`).
///
/// Looked for in this order: $SALIENT_DATA; `share/salient` beside the program (build tree);
/// `../share/salient` from the program's folder (installed).
/// @errors NotFound: none of them exists; the message lists the places.
[[nodiscard]] Result<std::filesystem::path> data_directory();

/// One file or folder in the data directory.
/// @errors NotFound: the data directory or the file is missing.
[[nodiscard]] Result<std::filesystem::path> data_file(const std::filesystem::path& relative);

/// A whole file as bytes.
/// @param max_bytes  larger files are refused
/// @errors NotFound: no such file; Io: a directory, special file or unreadable; LimitExceeded: larger than max_bytes.
[[nodiscard]] Result<std::string> read_file(
    const std::filesystem::path& path,
    std::uintmax_t max_bytes = std::uintmax_t{2} << 30U);

/// Writes to a temporary file beside `given` and renames it, so that a full disk leaves the old file whole. A link stays one.
/// @errors Io: the folder cannot be written, the disk is full, there is a device, pipe or folder of that name.
[[nodiscard]] Status write_file_atomically(
    const std::filesystem::path& given,
    std::string_view bytes);

}  // namespace salient::base
