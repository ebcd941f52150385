#pragma once

#include "base/result.hpp"
#include "io/file_bytes.hpp"
#include "io/table.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace salient::io {

/// Bytes that GDAL may map; owned elsewhere.
struct Member {
    std::string ending;  ///< "shp", "dbf", …, in small letters
    char* bytes = nullptr;
    std::size_t size = 0;
    [[nodiscard]] std::string_view view() const { return {bytes, size}; }
};

/// A Shapefile and its side files, in memory.
struct ShapefileFiles {
    std::vector<FileBytes> files;
    std::vector<Member> members;
};

/// Opens the side files of a .shp that lie beside it, whatever the case of their endings.
/// @errors Io: one of them is a pipe, device or folder.
[[nodiscard]] base::Result<ShapefileFiles> open_side_files(const std::filesystem::path& path);

/// Compares the sizes that the parts of a Shapefile state with what is there, and reports what does not fit.
void check_shapefile(const std::vector<Member>& members, Tables& out);

/// The encoding of a .dbf's texts for GDAL: empty to leave the choice to it (a .cpg file, a language mark, plain ASCII).
[[nodiscard]] std::string shapefile_encoding(const std::vector<Member>& members);

}  // namespace salient::io
