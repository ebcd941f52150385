#pragma once

#include "geo/types.hpp"

namespace salient::geo {

/// The latitude where the square Web Mercator world ends, degrees.
/// @source EPSG:3857: atan(sinh(pi))
inline constexpr double kMercatorMaxLatDeg = 85.051128779806589;

/// Latitudes beyond ±85.0511° are clamped to the edge.
[[nodiscard]] WorldPoint world_from_lonlat(LonLat position);
/// Longitude is wrapped to −180…180.
[[nodiscard]] LonLat lonlat_from_world(WorldPoint point);
/// Metres on the ground for one world unit at this latitude (the sphere of EPSG:3857).
[[nodiscard]] double metres_per_world_unit(double lat_deg);

}  // namespace salient::geo
