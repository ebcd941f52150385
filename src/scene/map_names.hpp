#pragma once

#include "scene/map_layers.hpp"

#include <string>
#include <vector>

namespace salient::scene {

/// How close two settlements of one name are for being one: 10 km at 50 degrees north, world units.
inline constexpr double kSameTownWorld = 4e-4;

/// Names of areas at their label points, widest first; `kind` begins their ids and tells kinds apart.
/// @param with_shapes  the names know their areas and find room in any part of them
[[nodiscard]] std::vector<MapName>
area_names(const std::vector<LayerFeature>& features, const std::string& kind, bool with_shapes);

/// All preferred names, and those of the others that have no namesake there. A namesake whose point lies in the frame gives its
/// point: the middle of the whole country looks better than that of a generalised part.
[[nodiscard]] std::vector<MapName> with_preferred(
    std::vector<MapName> preferred,
    const std::vector<MapName>& others,
    const geo::Box& frame);

/// Lakes and reservoirs that are large enough to be named.
[[nodiscard]] std::vector<MapName> lake_names(const std::vector<LayerFeature>& waters);
[[nodiscard]] std::vector<MapName> sea_names(const std::vector<LabelPlace>& places);

/// Settlements as labels, greatest first.
[[nodiscard]] std::vector<MapPlace> settlement_names(std::vector<LabelPlace> places);

/// The water has been drained or emptied: its name says "(until …)".
[[nodiscard]] bool is_gone(const LayerFeature& water);

}  // namespace salient::scene
