#pragma once

#include "geo/types.hpp"

namespace salient::control {

/// Rounds the corners of outlines: edge midpoints first, which takes the zigzag out of a line between two rows of
/// cells, then corner cutting.
/// @param rounds  of corner cutting, >= 0; 0 returns the polygons as they are
/// @return  valid polygons
/// @source G. Chaikin, An algorithm for high-speed curve generation, 1974
[[nodiscard]] geo::MultiPolygon smooth(const geo::MultiPolygon& polygons, int rounds);

/// Drops parts and holes smaller than `smallest_km2`.
[[nodiscard]] geo::MultiPolygon without_specks(geo::MultiPolygon polygons, double smallest_km2);

}  // namespace salient::control
