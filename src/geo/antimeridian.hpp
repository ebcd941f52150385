#pragma once

#include "geo/types.hpp"

namespace salient::geo {

/// Cuts polygons at 180° east or west, so that every longitude lies in −180…180.
///
/// An edge that spans more than half the globe is read as crossing the antimeridian; longitudes beyond ±180 are
/// brought back. Rings from −180 to 180 that cross nothing (the whole world) stay as they are.
/// @param[out] changed  set when something was cut or moved; never cleared
[[nodiscard]] MultiPolygon cut_at_antimeridian(MultiPolygon polygons, bool& changed);

}  // namespace salient::geo
