#include "scene/map_layers.hpp"

#include "geo/mercator.hpp"
#include "geo/polygon.hpp"
#include "scene/hash.hpp"
#include "scene/map_names.hpp"
#include "scene/mesh.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace salient::scene {

namespace {

// Half a pixel at the limit of the coarse level, so that nobody sees the difference.
constexpr double kFarToleranceDeg = 0.004;

template <class Mesh>
Boxed<Mesh> boxed(std::shared_ptr<const Mesh> mesh) {
    Boxed<Mesh> result;
    result.low = mesh->origin;
    result.high = mesh->origin;
    for (std::size_t i = 0; i + 1 < mesh->offsets.size(); i += 2) {
        const double x = mesh->origin.x + static_cast<double>(mesh->offsets[i]);
        const double y = mesh->origin.y + static_cast<double>(mesh->offsets[i + 1]);
        result.low = {std::min(result.low.x, x), std::min(result.low.y, y)};
        result.high = {std::max(result.high.x, x), std::max(result.high.y, y)};
    }
    result.mesh = std::move(mesh);
    return result;
}

void add_fill(FillMeshes& out, const geo::MultiPolygon& polygons) {
    if (auto mesh = make_fill_mesh(polygons)) {
        out.push_back(boxed(std::move(mesh)));
    }
}

void add_lines(LineMeshes& out, const std::vector<geo::Polyline>& lines) {
    if (auto mesh = make_line_mesh(lines)) {
        out.push_back(boxed(std::move(mesh)));
    }
}

// Lines in meshes of tiles, so that a small view of the world does not draw all of it.
void add_tiled_lines(LineMeshes& out, const std::vector<geo::Polyline>& lines, double tile_deg) {
    std::map<std::pair<int, int>, std::vector<geo::Polyline>> tiles;
    for (const geo::Polyline& line : lines) {
        const int column = static_cast<int>(std::floor(line.front().lon_deg / tile_deg));
        const int row = static_cast<int>(std::floor(line.front().lat_deg / tile_deg));
        tiles[{column, row}].push_back(line);
    }
    for (const auto& [tile, tile_lines] : tiles) {
        add_lines(out, tile_lines);
    }
}

geo::MultiPolygon simplified(const geo::MultiPolygon& polygons, double tolerance_deg) {
    return tolerance_deg > 0 ? geo::simplify(polygons, tolerance_deg) : polygons;
}

std::vector<geo::Polyline> simplified(
    const std::vector<geo::Polyline>& lines,
    double tolerance_deg) {
    if (tolerance_deg <= 0) {
        return lines;
    }
    std::vector<geo::Polyline> result;
    result.reserve(lines.size());
    for (const geo::Polyline& line : lines) {
        result.push_back(geo::simplify(line, tolerance_deg));
    }
    return result;
}

void add_countries(
    MapDetail& detail,
    const std::vector<LayerFeature>& countries,
    double tolerance_deg) {
    for (const LayerFeature& country : countries) {
        FillMeshes& group = country.country_a3 == "UKR"   ? detail.ukraine
                            : country.country_a3 == "RUS" ? detail.russia
                                                          : detail.land;
        add_fill(group, simplified(country.polygons, tolerance_deg));
    }
}

std::vector<geo::Polyline> all_lines(const std::vector<LayerFeature>& features) {
    std::vector<geo::Polyline> lines;
    for (const LayerFeature& feature : features) {
        lines.insert(lines.end(), feature.lines.begin(), feature.lines.end());
        const std::vector<geo::Polyline> rings = outlines(feature.polygons);
        lines.insert(lines.end(), rings.begin(), rings.end());
    }
    return lines;
}

bool in_box(const geo::Box& box, geo::LonLat p) {
    return p.lon_deg >= box.west_deg && p.lon_deg <= box.east_deg && p.lat_deg >= box.south_deg
           && p.lat_deg <= box.north_deg;
}

// The parts of the lines outside the box, cut at vertices.
std::vector<geo::Polyline> outside(const std::vector<geo::Polyline>& lines, const geo::Box& box) {
    std::vector<geo::Polyline> parts;
    for (const geo::Polyline& line : lines) {
        geo::Polyline part;
        for (std::size_t i = 0; i < line.size(); ++i) {
            const bool inside = in_box(box, line[i]);
            if (!inside) {
                part.push_back(line[i]);
            }
            if ((inside || i + 1 == line.size()) && part.size() >= 2) {
                parts.push_back(part);
            }
            if (inside) {
                part.clear();
            }
        }
    }
    return parts;
}

// Segments that belong to one country only: the coast (and the frame of the data, which is left out).
std::vector<geo::Polyline> coast_lines(
    const std::vector<geo::Polyline>& rings,
    const geo::Box& frame) {
    using Vertex = std::pair<std::int64_t, std::int64_t>;
    const auto vertex = [](geo::LonLat p) {
        return Vertex{std::llround(p.lon_deg * 1e5), std::llround(p.lat_deg * 1e5)};
    };
    using Edge = std::pair<Vertex, Vertex>;
    const auto edge = [&](geo::LonLat a, geo::LonLat b) {
        const Vertex one = vertex(a);
        const Vertex other = vertex(b);
        return one < other ? Edge{one, other} : Edge{other, one};
    };
    std::map<Edge, int> uses;
    for (const geo::Polyline& ring : rings) {
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            ++uses[edge(ring[i], ring[i + 1])];
        }
    }
    const auto on_frame = [&](geo::LonLat p) {
        constexpr double kClose = 2e-3;
        return p.lon_deg - frame.west_deg < kClose || frame.east_deg - p.lon_deg < kClose
               || p.lat_deg - frame.south_deg < kClose || frame.north_deg - p.lat_deg < kClose;
    };
    std::vector<geo::Polyline> coast;
    for (const geo::Polyline& ring : rings) {
        geo::Polyline part;
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            const bool is_coast = uses[edge(ring[i], ring[i + 1])] == 1
                                  && !(on_frame(ring[i]) && on_frame(ring[i + 1]));
            if (is_coast && part.empty()) {
                part.push_back(ring[i]);
            }
            if (is_coast) {
                part.push_back(ring[i + 1]);
            }
            if ((!is_coast || i + 2 == ring.size()) && part.size() >= 2) {
                coast.push_back(part);
                part.clear();
            }
        }
    }
    return coast;
}

int river_class(int rank) {
    return rank <= 1 ? 0 : rank <= 3 ? 1 : 2;
}

void add_rivers(MapDetail& detail, const std::vector<LayerFeature>& rivers, double tolerance_deg) {
    std::array<std::vector<geo::Polyline>, 3> by_class;
    for (const LayerFeature& river : rivers) {
        auto& lines = by_class[static_cast<std::size_t>(river_class(river.rank))];
        const auto part = simplified(river.lines, tolerance_deg);
        lines.insert(lines.end(), part.begin(), part.end());
    }
    for (std::size_t i = 0; i < by_class.size(); ++i) {
        add_lines(detail.rivers[i], by_class[i]);
    }
}

void add_water(MapDetail& detail, const std::vector<LayerFeature>& waters, double tolerance_deg) {
    // Smaller than a few pixels at the coarse level: invisible.
    const double least_km2 = tolerance_deg > 0 ? 8 : 0;
    geo::MultiPolygon together;
    for (const LayerFeature& water : waters) {
        if (water.area_km2 >= least_km2 && !is_gone(water)) {
            const geo::MultiPolygon part = simplified(water.polygons, tolerance_deg);
            together.insert(together.end(), part.begin(), part.end());
        }
    }
    add_fill(detail.water, together);
}

MapDetail theatre_detail(const MapData& data, const geo::Box& frame, double tolerance_deg) {
    MapDetail detail;
    add_countries(detail, data.theatre_countries, tolerance_deg);
    add_lines(
        detail.coast,
        simplified(coast_lines(all_lines(data.theatre_countries), frame), tolerance_deg));
    std::vector<geo::Polyline> borders;
    std::vector<geo::Polyline> regions;
    for (const LayerFeature& feature : data.theatre_borders) {
        auto& lines = feature.kind == "international" ? borders : regions;
        const auto part = simplified(feature.lines, tolerance_deg);
        lines.insert(lines.end(), part.begin(), part.end());
    }
    add_lines(detail.borders, borders);
    add_lines(detail.regions, regions);
    add_rivers(detail, data.theatre_rivers, tolerance_deg);
    add_water(detail, data.theatre_water, tolerance_deg);
    return detail;
}

// A 50 m world with the theatre cut out of its lines; its land lies below the theatre's own.
MapDetail near_world(const MapData& data, const geo::Box& theatre) {
    constexpr double kTileDeg = 20;
    MapDetail detail;
    add_countries(detail, data.world_countries_50m, 0);
    add_tiled_lines(
        detail.borders,
        outside(all_lines(data.world_countries_50m), theatre),
        kTileDeg);
    add_tiled_lines(detail.regions, outside(all_lines(data.world_admin1), theatre), kTileDeg);
    for (const LayerFeature& river : data.world_rivers) {
        const int rank = river_class(river.rank - 2);
        add_lines(detail.rivers[static_cast<std::size_t>(rank)], outside(river.lines, theatre));
    }
    return detail;
}

MapDetail far_world(const MapData& data) {
    MapDetail detail;
    add_countries(detail, data.world_countries_110m, 0);
    add_lines(detail.borders, all_lines(data.world_countries_110m));
    return detail;
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

void take_places(MapLayers& map, const std::vector<LabelPlace>& places) {
    const std::vector<MapName> seas = sea_names(places);
    map.waters.insert(map.waters.end(), seas.begin(), seas.end());
    map.places = settlement_names(places);
    map.key = content_key(map);
}

}  // namespace

std::shared_ptr<const MapLayers> prepare_map_layers(
    const MapData& data,
    const std::stop_token& stop) {
    auto map = std::make_shared<MapLayers>();
    map->theatre_box = make_box_mesh(map->theatre);
    map->credits = data.credits;
    map->theatre_far = theatre_detail(data, map->theatre, kFarToleranceDeg);
    if (stop.stop_requested()) {
        return nullptr;
    }
    map->theatre_near = theatre_detail(data, map->theatre, 0);
    if (stop.stop_requested()) {
        return nullptr;
    }
    map->world_far = far_world(data);
    map->world_near = near_world(data, map->theatre);
    if (stop.stop_requested()) {
        return nullptr;
    }
    for (const LayerFeature& country : data.theatre_countries) {
        map->land.emplace_back().add(country.polygons);
        for (const geo::Polyline& ring : outlines(country.polygons)) {
            map->land_edges.add(ring);
        }
    }
    map->world_countries = area_names(data.world_countries_50m, "country");
    map->countries = with_preferred(
        area_names(data.theatre_countries, "country"),
        map->world_countries,
        map->theatre);
    map->regions = area_names(data.theatre_admin1, "region");
    map->waters = lake_names(data.theatre_water);
    take_places(*map, data.places);
    return map;
}

std::shared_ptr<const MapLayers> with_places(
    const MapLayers& map,
    const std::vector<LabelPlace>& places) {
    auto named = std::make_shared<MapLayers>(map);
    take_places(*named, places);
    return named;
}

}  // namespace salient::scene
