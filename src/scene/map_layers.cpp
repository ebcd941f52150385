#include "scene/map_layers.hpp"

#include "scene/hash.hpp"
#include "scene/map_detail.hpp"
#include "scene/map_names.hpp"
#include "scene/mesh.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace salient::scene {

namespace {

// Half a pixel at the limit of the coarse level, so that nobody sees the difference. geodata/to_fgb.sh simplifies water by it.
constexpr double kFarToleranceDeg = 0.004;

std::size_t hash_of(std::string_view id) {
    return std::hash<std::string_view>()(id);
}

template <class Meshes>
void add_ids(Hasher& hasher, const Meshes& meshes) {
    for (const auto& entry : meshes) {
        hasher.add(entry.mesh->id);
    }
}

std::uint64_t content_key(const MapLayers& map) {
    Hasher hasher;
    for (const MapDetail* detail :
         {&map.world_far, &map.world_near, &map.theatre_far, &map.theatre_near}) {
        add_ids(hasher, detail->land);
        add_ids(hasher, detail->ukraine);
        add_ids(hasher, detail->russia);
        add_ids(hasher, detail->water);
        add_ids(hasher, detail->coast);
        add_ids(hasher, detail->borders);
        add_ids(hasher, detail->regions);
        for (const LineMeshes& rivers : detail->rivers) {
            add_ids(hasher, rivers);
        }
    }
    hasher.add(static_cast<std::uint64_t>(map.places.size()));
    for (const MapPlace& place : map.places) {
        hasher.add(place.name.id);
    }
    return hasher.key();
}

void take_names(MapLayers& map, PlaceNames names) {
    map.waters.insert(map.waters.end(), names.seas.begin(), names.seas.end());
    map.places = std::move(names.settlements);
    map.places_by_id = std::move(names.by_id);
    map.key = content_key(map);
}

}  // namespace

const MapPlace* MapLayers::find_place(std::string_view id) const {
    const std::pair wanted(hash_of(id), std::uint32_t{0});
    for (auto at = std::lower_bound(places_by_id.begin(), places_by_id.end(), wanted);
         at != places_by_id.end() && at->first == wanted.first;
         ++at) {
        if (places[at->second].name.id == id) {
            return &places[at->second];
        }
    }
    return nullptr;
}

std::shared_ptr<const MapLayers>
prepare_map_layers(const MapData& data, const std::stop_token& stop, MapLevels levels) {
    auto map = std::make_shared<MapLayers>();
    map->theatre_box = make_box_mesh(map->theatre);
    map->credits = data.credits;
    const Theatre theatre(data, map->theatre);
    if (levels.theatre_near) {
        map->theatre_near = theatre.near();
    }
    if (stop.stop_requested()) {
        return nullptr;
    }
    if (levels.theatre_far) {
        map->theatre_far = theatre.far(kFarToleranceDeg);
    }
    if (stop.stop_requested()) {
        return nullptr;
    }
    if (levels.world_far) {
        map->world_far = far_world(data);
    }
    if (levels.world_near) {
        map->world_near = near_world(data, map->theatre);
    }
    if (stop.stop_requested()) {
        return nullptr;
    }
    for (const LayerFeature& country : data.theatre_countries) {
        map->land.emplace_back().add(country.polygons);
        for (const geo::Polyline& ring : outlines(country.polygons)) {
            map->land_edges.add(ring);
        }
    }
    map->world_countries = area_names(data.world_countries_50m, "country", false);
    map->countries = with_preferred(
        area_names(data.theatre_countries, "country", true),
        map->world_countries,
        map->theatre);
    map->regions = area_names(data.theatre_admin1, "region", true);
    map->waters = lake_names(data.theatre_water);
    take_names(*map, prepare_place_names(data.places));
    return map;
}

PlaceNames prepare_place_names(std::vector<LabelPlace> places) {
    PlaceNames names;
    names.seas = sea_names(places);
    names.settlements = settlement_names(std::move(places));
    names.by_id.reserve(names.settlements.size());
    for (std::uint32_t i = 0; i < names.settlements.size(); ++i) {
        names.by_id.emplace_back(hash_of(names.settlements[i].name.id), i);
    }
    std::sort(names.by_id.begin(), names.by_id.end());
    return names;
}

std::shared_ptr<const MapLayers> with_names(const MapLayers& map, PlaceNames names) {
    auto named = std::make_shared<MapLayers>(map);
    take_names(*named, std::move(names));
    return named;
}

}  // namespace salient::scene
