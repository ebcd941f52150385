#include "scene/front_line.hpp"

#include "scene/banded_polygon.hpp"
#include "scene/mesh.hpp"
#include "scene/segment_grid.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <span>

namespace salient::scene {

namespace {

// The control table's cells are clipped to the base map's borders: 250 m catch what was simplified in between.
constexpr double kBorderToleranceDeg = 0.0025;
// Neighbouring areas share their vertices.
constexpr double kSeamToleranceDeg = 0.0008;
// A front along a coast needs the other side's land within reach: a reservoir or an estuary, not the open sea.
constexpr std::array<double, 7> kAcrossDeg = {0.004, 0.012, 0.03, 0.06, 0.1, 0.15, 0.2};
constexpr std::array<double, 3> kSlants = {0, 0.8, -0.8};  // sideways for each step across
// A shore that is front on both sides of a cape or an inlet is front there as well.
constexpr double kLongestGapDeg = 0.15;
// Where a border curls, some of its edges look like front: parts this short are none.
constexpr double kShortestDeg = 0.015;

/// What an edge of an outline is.
enum class Edge : std::uint8_t { Front, Shore, Border, Seam };

/// Tells the edges of an outline apart.
class EdgeSorter {
public:
    EdgeSorter(
        const geo::MultiPolygon& ground,
        const std::vector<const geo::MultiPolygon*>& others,
        const MapLayers* map)
        : map_(map) {
        held_.add(ground);
        for (const geo::MultiPolygon* other : others) {
            held_.add(*other);
            for (const geo::Polyline& ring : outlines(*other)) {
                neighbours_.add(ring);
            }
        }
    }

    [[nodiscard]] Edge sort(geo::LonLat a, geo::LonLat b) const {
        if (neighbours_.runs_along(a, b, kSeamToleranceDeg)) {
            return Edge::Seam;
        }
        if (map_ == nullptr || !map_->land_edges.runs_along(a, b, kBorderToleranceDeg)) {
            return Edge::Front;
        }
        return sort_on_land_edge(a, b);
    }

private:
    const MapLayers* map_;
    BandedPolygon held_;  // everything of the same holder
    SegmentGrid neighbours_;

    [[nodiscard]] const BandedPolygon* country_at(geo::LonLat point) const {
        for (const BandedPolygon& country : map_->land) {
            if (country.contains(point)) {
                return &country;
            }
        }
        return nullptr;
    }

    /// Front when beyond the water lies land of the country that the held ground on this side belongs to.
    [[nodiscard]] Edge sort_on_land_edge(geo::LonLat a, geo::LonLat b) const {
        const double dx = b.lon_deg - a.lon_deg;
        const double dy = b.lat_deg - a.lat_deg;
        const double length = std::hypot(dx, dy);
        if (length == 0) {
            return Edge::Shore;
        }
        const double along_x = dx / length;
        const double along_y = dy / length;
        const auto beside = [&](double distance, double slant) {
            const double sideways = distance * slant;
            return geo::LonLat{
                (a.lon_deg + b.lon_deg) / 2 + (along_x * sideways - along_y * distance) * 1.5,
                (a.lat_deg + b.lat_deg) / 2 + along_y * sideways + along_x * distance};
        };
        constexpr double inside_deg = 0.003;
        const double side = held_.contains(beside(inside_deg, 0)) ? 1 : -1;
        const BandedPolygon* country = country_at(beside(side * inside_deg, 0));
        if (country == nullptr) {
            return Edge::Shore;
        }
        Edge result = Edge::Shore;
        for (const double slant : kSlants) {
            const auto found = look_across(country, [&](double distance) {
                return beside(-side * distance, slant);
            });
            if (found == Edge::Front) {
                return found;
            }
            result = found == Edge::Border ? found : result;
        }
        return result;
    }

    /// Steps away from an edge until land or held ground comes.
    template <class PointAt>
    [[nodiscard]] Edge look_across(const BandedPolygon* country, const PointAt& point_at) const {
        for (const double distance : kAcrossDeg) {
            const geo::LonLat across = point_at(distance);
            if (held_.contains(across)) {
                return Edge::Shore;  // the near shore is held as well
            }
            const BandedPolygon* opposite = country_at(across);
            if (opposite == country) {
                return Edge::Front;
            }
            if (opposite != nullptr) {
                return Edge::Border;  // another country's land begins
            }
        }
        return Edge::Shore;
    }
};

/// Edges of one kind, one after the other in a ring.
struct Run {
    std::size_t first = 0;
    std::size_t count = 0;
    Edge kind = Edge::Front;
    double length_deg = 0;
};

double length_deg(geo::LonLat a, geo::LonLat b) {
    return std::hypot(b.lon_deg - a.lon_deg, b.lat_deg - a.lat_deg);
}

/// The first run begins where the kind changes, so that none is cut by the ring's beginning.
std::vector<Run> runs_of(const std::vector<Edge>& edges, const geo::Polyline& ring) {
    std::size_t start = 0;
    while (start < edges.size()
           && edges[start] == edges[(start + edges.size() - 1) % edges.size()]) {
        ++start;
    }
    std::vector<Run> runs;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const std::size_t at = (start + i) % edges.size();
        if (runs.empty() || runs.back().kind != edges[at]) {
            runs.push_back({at, 0, edges[at], 0});
        }
        ++runs.back().count;
        runs.back().length_deg += length_deg(ring[at], ring[at + 1]);
    }
    return runs;
}

void set(std::vector<Edge>& edges, const Run& run, Edge kind) {
    for (std::size_t i = 0; i < run.count; ++i) {
        edges[(run.first + i) % edges.size()] = kind;
    }
}

void close_gaps(std::vector<Edge>& edges, const geo::Polyline& ring) {
    const std::vector<Run> runs = runs_of(edges, ring);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const bool is_gap = runs[i].kind == Edge::Shore && runs[i].length_deg < kLongestGapDeg
                            && runs[(i + runs.size() - 1) % runs.size()].kind == Edge::Front
                            && runs[(i + 1) % runs.size()].kind == Edge::Front;
        if (is_gap) {
            set(edges, runs[i], Edge::Front);
        }
    }
}

void drop_crumbs(std::vector<Edge>& edges, const geo::Polyline& ring) {
    const std::vector<Run> runs = runs_of(edges, ring);
    for (const Run& run : runs) {
        if (run.kind == Edge::Front && run.length_deg < kShortestDeg && runs.size() > 1) {
            set(edges, run, Edge::Border);
        }
    }
}

}  // namespace

std::vector<geo::Polyline> front_lines(
    const geo::MultiPolygon& ground,
    const std::vector<const geo::MultiPolygon*>& others,
    const MapLayers* map) {
    const EdgeSorter sorter(ground, others, map);
    std::vector<geo::Polyline> lines;
    for (const geo::Polyline& ring : outlines(ground)) {
        std::vector<Edge> edges;
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
            edges.push_back(sorter.sort(ring[i], ring[i + 1]));
        }
        close_gaps(edges, ring);
        drop_crumbs(edges, ring);
        std::size_t next = 0;
        const auto parts = kept_parts(
            std::span<const geo::Polyline>(&ring, 1),
            [&](geo::LonLat, geo::LonLat) { return edges[next++] == Edge::Front; });
        lines.insert(lines.end(), parts.begin(), parts.end());
    }
    return lines;
}

}  // namespace salient::scene
