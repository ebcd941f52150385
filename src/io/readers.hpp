#pragma once

#include "io/read_events.hpp"
#include "io/table.hpp"

#include <filesystem>
#include <stop_token>

namespace salient::io {

/// Reads KML, KMZ and GPX. A row is a placemark, waypoint, track or route. What KML says of the time stands in the columns
/// "time begin" and "time end" (see Table), inherited from the folders around; a track's vertices with their times stand in "track".
/// Links, icons and overlays are listed and never opened.
/// @errors NotFound, Io; BadFormat: it is none of these; Unsupported: XML entities; LimitExceeded; Cancelled.
[[nodiscard]] base::Status read_kml(
    const std::filesystem::path& path,
    const ReadOptions& options,
    Tables& out,
    Progress* progress,
    const std::stop_token& stop);

/// Reads what GDAL opens by its allowed drivers: GeoPackage, FlatGeobuf, Shapefile, XLSX, ODS, TopoJSON, zipped files; all layers.
/// @errors NotFound, Io; BadFormat: no allowed driver opens it; Unsupported; LimitExceeded; Cancelled.
[[nodiscard]] base::Status read_gdal(
    const std::filesystem::path& path,
    const ReadOptions& options,
    Tables& out,
    Progress* progress,
    const std::stop_token& stop);

}  // namespace salient::io
