#pragma once

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "control/history.hpp"
#include "io/control_content.hpp"
#include "io/date_in_name.hpp"
#include "io/read_events.hpp"

#include <filesystem>
#include <stop_token>

namespace salient::io {

/// Reads who held what on dated days, whatever the path holds:
///
/// - one file of areas with a date each: GeoJSON (also `.gz`), KML, KMZ, GeoPackage, FlatGeobuf, Shapefile, DeepState's and
///   Liveuamap's JSON; or one day's file with the date in its name;
/// - a folder of such files, also in folders of years: one history. Of two files of one day the later shows, and it is said.
///   Files that cannot be read are reported and left out;
/// - a settlement-by-day table (VIINA) made into areas: cells from a `.geojson` with `geonameid` beside it, or around the
///   positions of the places.
///
/// Invalid polygons are repaired, and it is said.
/// @param progress  files, of a folder; may be null
/// @errors NotFound, Io, BadFormat: it cannot be read; BadValue: it has no areas, or no date; LimitExceeded; Cancelled.
/// @thread any; uses all cores
[[nodiscard]] base::Result<control::ControlHistory> read_control(
    const std::filesystem::path& path,
    base::Diagnostics& diagnostics,
    const ControlReading& how = {},
    Progress* progress = nullptr,
    const std::stop_token& stop = {});

/// One file, as above.
[[nodiscard]] base::Result<control::ControlHistory> read_control_file(
    const std::filesystem::path& path,
    base::Diagnostics& diagnostics,
    const ControlReading& how = {},
    const std::stop_token& stop = {});

/// A folder, as above.
[[nodiscard]] base::Result<control::ControlHistory> read_control_folder(
    const std::filesystem::path& folder,
    base::Diagnostics& diagnostics,
    const ControlReading& how = {},
    Progress* progress = nullptr,
    const std::stop_token& stop = {});

}  // namespace salient::io
