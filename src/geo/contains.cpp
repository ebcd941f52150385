#include "geo/polygon.hpp"

#include <algorithm>
#include <cmath>

namespace salient::geo {

namespace {

enum class Side { Outside, Edge, Inside };

bool is_finite(LonLat point) {
    return std::isfinite(point.lon_deg) && std::isfinite(point.lat_deg);
}

void grow(std::optional<Box>& box, LonLat point) {
    if (!is_finite(point)) {
        return;
    }
    if (!box) {
        box = Box{point.lon_deg, point.lat_deg, point.lon_deg, point.lat_deg};
        return;
    }
    box->west_deg = std::min(box->west_deg, point.lon_deg);
    box->east_deg = std::max(box->east_deg, point.lon_deg);
    box->south_deg = std::min(box->south_deg, point.lat_deg);
    box->north_deg = std::max(box->north_deg, point.lat_deg);
}

/// Whether the point lies on the segment, and if not whether a ray towards east crosses it.
struct EdgeTest {
    bool touches = false;
    bool crosses = false;
};
EdgeTest test_edge(LonLat a, LonLat b, LonLat point) {
    const auto [west, east] = std::minmax(a.lon_deg, b.lon_deg);
    const auto [south, north] = std::minmax(a.lat_deg, b.lat_deg);
    if (point.lat_deg < south || point.lat_deg > north || point.lon_deg > east) {
        return {};
    }
    const double turn = (b.lon_deg - a.lon_deg) * (point.lat_deg - a.lat_deg)
                        - (b.lat_deg - a.lat_deg) * (point.lon_deg - a.lon_deg);
    if (turn == 0.0 && point.lon_deg >= west) {
        return {true, false};
    }
    // Half-open in latitude, so that a vertex on the ray counts once.
    const bool upward = a.lat_deg <= point.lat_deg && b.lat_deg > point.lat_deg;
    const bool downward = b.lat_deg <= point.lat_deg && a.lat_deg > point.lat_deg;
    return {false, (upward && turn > 0) || (downward && turn < 0)};
}

Side side_of(const Ring& ring, LonLat point) {
    bool inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const EdgeTest edge = test_edge(ring[i], ring[(i + 1) % ring.size()], point);
        if (edge.touches) {
            return Side::Edge;
        }
        inside = inside != edge.crosses;
    }
    return inside ? Side::Inside : Side::Outside;
}

}  // namespace

std::optional<Box> bounds(const MultiPolygon& polygons) {
    std::optional<Box> box;
    for (const Polygon& polygon : polygons) {
        for (const Ring& ring : polygon.rings) {
            for (const LonLat point : ring) {
                grow(box, point);
            }
        }
    }
    return box;
}

std::optional<Box> bounds(std::span<const LonLat> points) {
    std::optional<Box> box;
    for (const LonLat point : points) {
        grow(box, point);
    }
    return box;
}

bool contains(const Polygon& polygon, LonLat point) {
    if (polygon.rings.empty()) {
        return false;
    }
    const Side outer = side_of(polygon.rings.front(), point);
    if (outer != Side::Inside) {
        return outer == Side::Edge;
    }
    for (std::size_t i = 1; i < polygon.rings.size(); ++i) {
        const Side hole = side_of(polygon.rings[i], point);
        if (hole != Side::Outside) {
            return hole == Side::Edge;
        }
    }
    return true;
}

bool contains(const MultiPolygon& polygons, LonLat point) {
    return std::any_of(polygons.begin(), polygons.end(), [point](const Polygon& polygon) {
        return contains(polygon, point);
    });
}

bool contains(const Box& box, LonLat point) {
    const bool lat_inside = point.lat_deg >= box.south_deg && point.lat_deg <= box.north_deg;
    const bool past_west = point.lon_deg >= box.west_deg;
    const bool before_east = point.lon_deg <= box.east_deg;
    const bool crosses_antimeridian = box.west_deg > box.east_deg;
    return lat_inside
           && (crosses_antimeridian ? past_west || before_east : past_west && before_east);
}

}  // namespace salient::geo
