#pragma once

#include "geo/types.hpp"
#include "scene/map_layers.hpp"

#include <vector>

namespace salient::scene {

/// Where ground ends inside a country: the parts of its outline that run neither along a border or the open sea nor against other
/// ground of the same holder. Along a reservoir or an estuary the shore is front when the far shore is the same country's. Short
/// gaps in such a shore are closed, and crumbs are left out.
/// @param others  further ground of the same holder
/// @param map  for borders and coasts; nullptr: every outline is front
[[nodiscard]] std::vector<geo::Polyline> front_lines(
    const geo::MultiPolygon& ground,
    const std::vector<const geo::MultiPolygon*>& others,
    const MapLayers* map);

}  // namespace salient::scene
