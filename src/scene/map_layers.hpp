#pragma once

#include "geo/types.hpp"
#include "scene/scene.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace salient::scene {

/// A feature of a base layer as read from its file. Absent properties stay empty.
struct LayerFeature {
    geo::MultiPolygon polygons;
    std::vector<geo::Polyline> lines;
    std::string name;        ///< English
    std::string name_uk;     ///< Ukrainian
    std::string name_ru;     ///< Russian
    std::string kind;        ///< borders: international, admin1, …; water: lake, river
    std::string iso;         ///< ISO 3166-1 alpha-2 of a country, 3166-2 of a region
    std::string country_a3;  ///< ISO 3166-1 alpha-3 (`a3`; `left` of a border)
    std::string other_a3;    ///< `right` of a border
    int rank = 0;            ///< rivers: 0 is the largest (`rank`, `scalerank`)
    double area_km2 = 0;     ///< water (`km2`)
    std::optional<geo::LonLat> label_point;  ///< `lx`, `ly`
};

/// A settlement that may be labelled.
struct LabelPlace {
    std::string id;
    std::string name;     ///< English
    std::string name_uk;  ///< empty: unknown
    std::string name_ru;
    std::string country;  ///< ISO 3166-1 alpha-2
    std::string code;     ///< GeoNames feature code: PPLC, PPLA, PPLA2, PPL …
    geo::LonLat point;
    std::uint32_t population = 0;
};

/// Everything the base map is made of, as files give it. Any list may be empty.
struct MapData {
    std::vector<LayerFeature> theatre_countries;
    std::vector<LayerFeature> theatre_admin1;
    std::vector<LayerFeature> theatre_borders;  ///< lines
    std::vector<LayerFeature> theatre_rivers;   ///< lines
    std::vector<LayerFeature> theatre_water;    ///< areas
    std::vector<LayerFeature> world_countries_110m;
    std::vector<LayerFeature> world_countries_50m;
    std::vector<LayerFeature> world_admin1;
    std::vector<LayerFeature> world_rivers;
    std::vector<LabelPlace> places;
    std::string credits;  ///< one line: sources and licences
};

/// The same, projected, simplified for each level of detail and triangulated. Immutable, shared between threads.
class MapLayers;

/// Projects, simplifies and triangulates. Half a second or so for the default theatre: run it on a worker.
/// @thread any, shares nothing
/// @return nullptr when stopped
[[nodiscard]] std::shared_ptr<const MapLayers> prepare_map_layers(
    const MapData& data,
    const std::stop_token& stop);

}  // namespace salient::scene
