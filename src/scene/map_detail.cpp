#include "scene/map_detail.hpp"

#include "geo/polygon.hpp"
#include "scene/map_names.hpp"
#include "scene/mesh.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace salient::scene {

namespace {

constexpr double kTileDeg = 20;             // of the world's lines
constexpr double kOnFrameDeg = 2e-3;        // how close to its edge the data is cut
constexpr std::size_t kFewPoints = 40;      // shores of up to so many points are rounded once
constexpr std::size_t kVeryFewPoints = 14;  // and of so many twice

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

void add_countries(MapDetail& detail, const std::vector<LayerFeature>& countries) {
    for (const LayerFeature& country : countries) {
        FillMeshes& group = country.country_a3 == "UKR"   ? detail.ukraine
                            : country.country_a3 == "RUS" ? detail.russia
                                                          : detail.land;
        add_fill(group, country.polygons);
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
        return p.lon_deg - frame.west_deg < kOnFrameDeg || frame.east_deg - p.lon_deg < kOnFrameDeg
               || p.lat_deg - frame.south_deg < kOnFrameDeg
               || frame.north_deg - p.lat_deg < kOnFrameDeg;
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

// Cuts each corner at a quarter of its sides. @source G. Chaikin, An algorithm for high-speed curve generation, 1974
geo::Ring with_cut_corners(const geo::Ring& ring) {
    geo::Ring result;
    result.reserve(2 * ring.size() + 1);
    const auto between = [](geo::LonLat a, geo::LonLat b, double share) {
        return geo::LonLat{
            a.lon_deg + share * (b.lon_deg - a.lon_deg),
            a.lat_deg + share * (b.lat_deg - a.lat_deg)};
    };
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        result.push_back(between(ring[i], ring[i + 1], 0.25));
        result.push_back(between(ring[i], ring[i + 1], 0.75));
    }
    if (!result.empty()) {
        result.push_back(result.front());
    }
    return result;
}

// Ponds that their source gives as a handful of points have shores, not corners.
geo::MultiPolygon rounded(geo::MultiPolygon polygons) {
    for (geo::Polygon& polygon : polygons) {
        for (geo::Ring& ring : polygon.rings) {
            const int times = ring.size() <= kVeryFewPoints ? 2 : ring.size() <= kFewPoints ? 1 : 0;
            for (int i = 0; i < times; ++i) {
                ring = with_cut_corners(ring);
            }
        }
    }
    return polygons;
}

geo::MultiPolygon all_water(const std::vector<LayerFeature>& waters) {
    geo::MultiPolygon together;
    for (const LayerFeature& water : waters) {
        if (!is_gone(water)) {
            together.insert(together.end(), water.polygons.begin(), water.polygons.end());
        }
    }
    return together;
}

}  // namespace

Theatre::Theatre(const MapData& data, const geo::Box& frame)
    : data_(data),
      coast_(coast_lines(all_lines(data.theatre_countries), frame)) {
    add_countries(ground_, data.theatre_countries);
}

void Theatre::add_lines(MapDetail& detail, double tolerance_deg) const {
    scene::add_lines(detail.coast, simplified(coast_, tolerance_deg));
    std::vector<geo::Polyline> borders;
    std::vector<geo::Polyline> regions;
    for (const LayerFeature& feature : data_.theatre_borders) {
        auto& lines = feature.kind == "international" ? borders : regions;
        const auto part = simplified(feature.lines, tolerance_deg);
        lines.insert(lines.end(), part.begin(), part.end());
    }
    scene::add_lines(detail.borders, borders);
    scene::add_lines(detail.regions, regions);
    add_rivers(detail, data_.theatre_rivers, tolerance_deg);
}

MapDetail Theatre::near() const {
    MapDetail detail = ground_;
    add_lines(detail, 0);
    add_fill(detail.water, rounded(all_water(data_.theatre_water)));
    return detail;
}

// Triangles of simplified ground would be three quarters as many: not worth making both.
MapDetail Theatre::far(double tolerance_deg) const {
    MapDetail detail = ground_;
    add_lines(detail, tolerance_deg);
    const bool is_simplified = !data_.theatre_water_far.empty();
    add_fill(
        detail.water,
        all_water(is_simplified ? data_.theatre_water_far : data_.theatre_water));
    return detail;
}

// A 50 m world with the theatre cut out of its lines; its land lies below the theatre's own.
MapDetail near_world(const MapData& data, const geo::Box& theatre) {
    MapDetail detail;
    add_countries(detail, data.world_countries_50m);
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
    add_countries(detail, data.world_countries_110m);
    add_lines(detail.borders, all_lines(data.world_countries_110m));
    return detail;
}

}  // namespace salient::scene
