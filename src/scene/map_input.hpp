#pragma once

#include "places/gazetteer.hpp"
#include "scene/map_layers.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace salient::scene {

/// The text of a feature's attribute, or empty.
using AttributeText = std::function<std::string_view(std::string_view)>;

/// A base map feature from a file's geometry and attributes, as geodata/README.md names them (`a3`, `iso`, `name`, `name_uk`,
/// `name_ru`, `kind`, `left`, `right`, `rank` or `scalerank`, `km2`, `lx`, `ly`). A number that cannot be read counts as
/// absent.
[[nodiscard]] LayerFeature make_layer_feature(
    geo::MultiPolygon polygons,
    std::vector<geo::Polyline> lines,
    const AttributeText& attribute);

/// All positions, and more.
inline constexpr geo::Box kWholeWorld = {-360, -90, 360, 90};

/// Settlements and seas of the gazetteer with their Ukrainian and Russian names.
/// @param names_tsv  lines of `id`, language (`uk`, `ru`), name, tab separated; a line that is none is skipped
/// @param ground     settlements elsewhere are left out; seas never are. Degrees, west < east
[[nodiscard]] std::vector<LabelPlace> label_places(
    const places::Gazetteer& gazetteer,
    std::string_view names_tsv,
    const geo::Box& ground = kWholeWorld);

}  // namespace salient::scene
