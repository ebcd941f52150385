#pragma once

#include "scene/area_spots.hpp"
#include "scene/label_layer.hpp"

#include <vector>

namespace salient::scene {

/// What decides which labels there are.
struct LabelScope {
    const MapLayers& map;
    const session::State& state;
    const View& view;
    WorldRect region;  ///< labels are placed in all of it, so that panning inside changes none
};

/// Labels of a region of the map, placed so that no two overlap, the most important first.
/// @param spots  of the same map; filled on the way
[[nodiscard]] std::vector<MapLabel>
place_map_labels(const LabelScope& scope, const TextStyle& style, AreaSpots& spots);

}  // namespace salient::scene
