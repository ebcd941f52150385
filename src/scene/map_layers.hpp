#pragma once

#include "geo/types.hpp"
#include "scene/area_spots.hpp"
#include "scene/banded_polygon.hpp"
#include "scene/map_levels.hpp"
#include "scene/scene.hpp"
#include "scene/segment_grid.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
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
    std::vector<LayerFeature>
        theatre_water_far;  ///< simplified for kFarDegreesPerPx; empty: all is drawn there too
    std::vector<LayerFeature> world_countries_110m;
    std::vector<LayerFeature> world_countries_50m;
    std::vector<LayerFeature> world_admin1;
    std::vector<LayerFeature> world_rivers;
    std::vector<LabelPlace> places;
    std::string credits;  ///< one line: sources and licences
};

/// A mesh with the box it lies in, so that it is drawn only where it shows.
template <class Mesh>
struct Boxed {
    std::shared_ptr<const Mesh> mesh;
    geo::WorldPoint low;   ///< least x and y
    geo::WorldPoint high;  ///< greatest x and y
};
using FillMeshes = std::vector<Boxed<FillMesh>>;
using LineMeshes = std::vector<Boxed<LineMesh>>;

/// Lines and areas at one level of detail.
struct MapDetail {
    FillMeshes land;
    FillMeshes ukraine;
    FillMeshes russia;
    FillMeshes water;  ///< lakes and wide rivers
    LineMeshes coast;
    LineMeshes borders;                ///< international
    LineMeshes regions;                ///< first-level
    std::array<LineMeshes, 3> rivers;  ///< large, middle, small
};

/// A name of the base map with where it belongs.
struct MapName {
    std::string id;
    std::string name;
    std::string country;     ///< ISO 3166-1 alpha-3 of an area, or empty
    std::string name_local;  ///< in the language of the country; the English one when unknown
    geo::WorldPoint point;
    double extent_world = 0;                 ///< width of the named thing, world units; 0: a point
    double rank = 0;                         ///< larger comes first
    std::shared_ptr<const AreaShape> shape;  ///< of an area in the theatre, or nullptr
};

/// A settlement prepared for labels.
struct MapPlace {
    MapName name;
    std::uint32_t population = 0;
    bool is_capital = false;  ///< of a country
    bool is_region_capital = false;
    double key_bonus = 0;  ///< for being in the news of this war beyond its size
};

/// Settlements and seas to label.
struct PlaceNames {
    std::vector<MapName> seas;
    std::vector<MapPlace> settlements;                         ///< by rank, greatest first
    std::vector<std::pair<std::size_t, std::uint32_t>> by_id;  ///< hash, index; sorted
};

/// The base map projected, simplified for each level of detail and triangulated. Immutable, shared between threads.
struct MapLayers {
    geo::Box theatre = kTheatreFrame;             ///< inside, the world behind it is not drawn
    std::shared_ptr<const FillMesh> theatre_box;  ///< painted as water below the theatre's land
    MapDetail world_far;                          ///< 110 m
    MapDetail world_near;                         ///< 50 m, cut out of the theatre
    MapDetail theatre_far;                        ///< for pixels of kFarDegreesPerPx and more
    MapDetail theatre_near;
    std::vector<BandedPolygon> land;       ///< of the theatre, one a country
    SegmentGrid land_edges;                ///< borders and coasts of the theatre
    std::vector<MapName> countries;        ///< inside the theatre at a point of their part of it
    std::vector<MapName> world_countries;  ///< for views that show the world
    std::vector<MapName> regions;
    std::vector<MapName> waters;
    std::vector<MapPlace> places;                                     ///< by rank, greatest first
    std::vector<std::pair<std::size_t, std::uint32_t>> places_by_id;  ///< hash, index; sorted
    std::string credits;
    std::uint64_t key = 0;  ///< differs between two different maps

    /// The settlement of a gazetteer id, or nullptr.
    [[nodiscard]] const MapPlace* find_place(std::string_view id) const;
};

/// Projects, simplifies and triangulates. Run it on a worker.
/// @param levels  the others stay empty: for a picture, which has one view
/// @thread any, shares nothing
/// @return nullptr when stopped
[[nodiscard]] std::shared_ptr<const MapLayers>
prepare_map_layers(const MapData& data, const std::stop_token& stop, MapLevels levels = {});

/// Ranks settlements and projects them.
/// @thread any, shares nothing
[[nodiscard]] PlaceNames prepare_place_names(std::vector<LabelPlace> places);

/// The same map with names; the meshes are shared. For a map that was prepared without places, so that ground and borders need not
/// wait for the names.
[[nodiscard]] std::shared_ptr<const MapLayers> with_names(const MapLayers& map, PlaceNames names);

}  // namespace salient::scene
