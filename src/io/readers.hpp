#pragma once

#include "io/read_events.hpp"
#include "io/table.hpp"

#include <filesystem>

namespace salient::io {

/// Reads KML, KMZ and GPX, times inherited from folders and tracks included.
/// @errors BadFormat: it is none of these; LimitExceeded; Cancelled.
[[nodiscard]] base::Status read_kml(
    const std::filesystem::path& path,
    const ReadOptions& options,
    Tables& out,
    Progress* progress,
    const std::stop_token& stop);

/// Reads what GDAL opens by its allowed drivers: GeoPackage, FlatGeobuf, Shapefile, XLSX, ODS, TopoJSON, zipped files.
/// @errors BadFormat: no allowed driver opens it; LimitExceeded; Cancelled.
[[nodiscard]] base::Status read_gdal(
    const std::filesystem::path& path,
    const ReadOptions& options,
    Tables& out,
    Progress* progress,
    const std::stop_token& stop);

}  // namespace salient::io
