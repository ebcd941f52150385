#include "geo/ear_clipper.hpp"
#include "geo/mercator.hpp"
#include "geo/polygon.hpp"

#include <cmath>

namespace salient::geo {

namespace {

/// Appends the ring's points to `vertices`, without the closing one, repeats and what is not finite.
RingRange append_ring(const Ring& ring, std::vector<WorldPoint>& vertices) {
    RingRange range{static_cast<std::uint32_t>(vertices.size()), 0};
    for (const LonLat position : ring) {
        const WorldPoint point = world_from_lonlat(position);
        if (!std::isfinite(point.x) || !std::isfinite(point.y)) {
            continue;
        }
        const bool is_first = vertices.size() == range.first;
        if (is_first || !(vertices.back() == point)) {
            vertices.push_back(point);
        }
    }
    while (vertices.size() > range.first + 1U && vertices.back() == vertices[range.first]) {
        vertices.pop_back();
    }
    range.count = static_cast<std::uint32_t>(vertices.size()) - range.first;
    return range;
}

}  // namespace

Triangles triangulate(const MultiPolygon& polygons) {
    Triangles result;
    std::size_t points = 0;
    for (const Polygon& polygon : polygons) {
        for (const Ring& ring : polygon.rings) {
            points += ring.size();
        }
    }
    result.vertices.reserve(points);
    result.indices.reserve(points * 3);
    std::vector<RingRange> rings;
    for (const Polygon& polygon : polygons) {
        rings.clear();
        for (const Ring& ring : polygon.rings) {
            rings.push_back(append_ring(ring, result.vertices));
        }
        clip_ears(result.vertices, rings, result.indices);
    }
    return result;
}

}  // namespace salient::geo
