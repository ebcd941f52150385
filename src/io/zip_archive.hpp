#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace salient::io {

/// One file of an archive.
struct ZipEntry {
    std::string name;
    std::uint64_t packed_bytes = 0;
    std::uint64_t bytes = 0;  ///< as the archive says
    std::uint64_t offset = 0;
    std::uint32_t checksum = 0;
    std::uint16_t method = 0;
    bool encrypted = false;
};

/// The bytes begin like a ZIP archive.
[[nodiscard]] bool is_zip(std::string_view bytes);

/// The plain files of an archive by its directory; nothing is unpacked. Folders and symbolic links are left out.
/// @errors BadFormat: no directory, damaged; Unsupported: over 4 GiB.
[[nodiscard]] base::Result<std::vector<ZipEntry>> list_zip(std::string_view bytes);

/// One file of the archive, unpacked into memory.
/// @errors BadFormat: damaged; Unsupported: encrypted or of another compression; LimitExceeded: larger than `max_bytes`.
[[nodiscard]] base::Result<std::string>
unzip(std::string_view bytes, const ZipEntry& entry, std::uint64_t max_bytes);

}  // namespace salient::io
