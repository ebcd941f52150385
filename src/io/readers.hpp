#pragma once

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "io/table.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace salient::io {

/// Bounds that protect the program from a stranger's file.
struct ReadLimits {
    std::uint64_t max_bytes = std::uint64_t{2} << 30U;  ///< decompressed
    std::uint64_t max_features = 20'000'000;
    std::uint64_t max_field_bytes = std::uint64_t{16} << 20U;
    std::uint64_t max_vertices = 50'000'000;
};

/// Comma, semicolon, tab or pipe; quotes; a first line `sep=;`; a row of HXL tags. Rows with too few or too many cells are kept and reported.
/// @errors BadFormat: no rows, binary data, a quote that never closes; LimitExceeded.
[[nodiscard]] base::Result<Table> read_csv(
    std::string_view text,
    const std::string& path,
    const ReadLimits& limits,
    base::Diagnostics& diagnostics);

/// GeoJSON (a FeatureCollection, a Feature, a sequence of lines) and JSON that is an array of objects or holds one.
/// @errors BadFormat: not JSON (with the byte), or nothing in it is a list of objects; LimitExceeded.
[[nodiscard]] base::Result<Table> read_json(
    std::string_view text,
    const std::string& path,
    const ReadLimits& limits,
    base::Diagnostics& diagnostics);

/// KML with the times of placemarks and the folders around them. Network links and overlays are listed as not followed.
/// @errors BadFormat: not well-formed (with the line); LimitExceeded.
[[nodiscard]] base::Result<Table> read_kml(
    std::string_view text,
    const std::string& path,
    const ReadLimits& limits,
    base::Diagnostics& diagnostics);

/// Everything else that GDAL's allowed drivers open.
/// @errors BadFormat: none of them opens it; LimitExceeded.
[[nodiscard]] base::Result<Table>
read_with_gdal(const std::string& path, const ReadLimits& limits, base::Diagnostics& diagnostics);

}  // namespace salient::io
