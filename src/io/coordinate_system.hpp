#pragma once

#include "base/result.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace salient::io {

/// Moves a position of another coordinate system to lon/lat on WGS 84, in place. @return false when it cannot be moved
/// @thread one
using ToLonLat = std::function<bool(double& x, double& y)>;

/// Empty for systems that are lon/lat on WGS 84 already ("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326").
/// @param name  as a file states it: "EPSG:3857", "urn:ogc:def:crs:EPSG::3857" or WKT; addresses and file names are not looked at
/// @errors BadValue: not such a name, or no such system.
[[nodiscard]] base::Result<ToLonLat> to_lonlat(std::string_view name);

/// For files that state no system, when a person has named one: x is the easting, y the northing. A pair that could be degrees is
/// taken for degrees and stays, unless the system counts in degrees itself. Empty for an empty text and one that names no system.
/// @param text  that passes check_coordinate_system
[[nodiscard]] ToLonLat typed_to_lonlat(const std::string& text);

/// Whether PROJ understands the text a person typed: "EPSG:32637", "+proj=utm +zone=37", WKT; an empty one is fine.
/// @errors BadValue: it does not; the message says what was expected.
[[nodiscard]] base::Status check_coordinate_system(const std::string& text);

}  // namespace salient::io
