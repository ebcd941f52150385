#pragma once

#include "base/diagnostics.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace salient::io {

/// A file's text as valid UTF-8 without byte order mark.
struct Text {
    std::string utf8;
    std::string encoding;  ///< "UTF-8", "UTF-16LE", "windows-1251" …
};

/// Reads a file, gunzips it when its name ends in .gz, detects the encoding (byte order mark, valid UTF-8, UTF-16 by its NULs, Windows-1251
/// or -1252 by letters) and converts.
/// Ill-formed bytes are replaced and reported.
/// @errors NotFound, Io, LimitExceeded: also when it unpacks to more than `max_bytes`; BadFormat: empty or not text.
[[nodiscard]] base::Result<Text>
read_text(const std::string& path, std::uint64_t max_bytes, base::Diagnostics& diagnostics);

/// The bytes of a file, gunzipped when its name ends in .gz.
[[nodiscard]] base::Result<std::string> read_bytes(
    const std::string& path,
    std::uint64_t max_bytes);

}  // namespace salient::io
