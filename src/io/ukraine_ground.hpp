#pragma once

#include "geo/types.hpp"

namespace salient::io {

/// Ukraine inside its recognised border, of the bundled map; empty when the map data is missing. Read once.
/// @thread any
[[nodiscard]] const geo::MultiPolygon& ukraine_ground();

}  // namespace salient::io
