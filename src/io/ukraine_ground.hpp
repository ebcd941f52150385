#pragma once

#include "geo/types.hpp"

namespace salient::io {

/// Ukraine inside its recognised border, of the bundled map; empty when the map data is missing. Read once.
/// @thread any
[[nodiscard]] const geo::MultiPolygon& ukraine_ground();

/// Russia inside its recognised border, as far as the bundled map of the theatre reaches; like ukraine_ground().
/// @thread any
[[nodiscard]] const geo::MultiPolygon& russia_ground();

}  // namespace salient::io
