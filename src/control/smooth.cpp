#include "control/smooth.hpp"

#include "geo/geodesic.hpp"
#include "geo/polygon.hpp"

#include <algorithm>

namespace salient::control {

namespace {

geo::LonLat between(geo::LonLat a, geo::LonLat b, double share) {
    return {
        a.lon_deg + (b.lon_deg - a.lon_deg) * share,
        a.lat_deg + (b.lat_deg - a.lat_deg) * share};
}

geo::Ring edge_midpoints(const geo::Ring& ring) {
    geo::Ring result;
    result.reserve(ring.size());
    for (std::size_t i = 1; i < ring.size(); ++i) {
        result.push_back(between(ring[i - 1], ring[i], 0.5));
    }
    result.push_back(result.front());
    return result;
}

geo::Ring cut_corners(const geo::Ring& ring) {
    geo::Ring result;
    result.reserve(ring.size() * 2);
    for (std::size_t i = 1; i < ring.size(); ++i) {
        result.push_back(between(ring[i - 1], ring[i], 0.25));
        result.push_back(between(ring[i - 1], ring[i], 0.75));
    }
    result.push_back(result.front());
    return result;
}

geo::Ring smooth_ring(const geo::Ring& ring, int rounds) {
    constexpr std::size_t triangle = 4;
    if (ring.size() < triangle) {
        return ring;
    }
    // The midpoints of a lone cell would halve it: leave small outlines to corner cutting.
    constexpr std::size_t small_outline = 14;
    geo::Ring result = ring.size() < small_outline ? ring : edge_midpoints(ring);
    for (int i = 0; i < rounds; ++i) {
        result = cut_corners(result);
    }
    return result;
}

}  // namespace

geo::MultiPolygon smooth(const geo::MultiPolygon& polygons, int rounds) {
    if (rounds == 0 || polygons.empty()) {
        return polygons;
    }
    geo::MultiPolygon result = polygons;
    for (geo::Polygon& polygon : result) {
        for (geo::Ring& ring : polygon.rings) {
            ring = smooth_ring(ring, rounds);
        }
    }
    auto valid = geo::make_valid(result);
    if (!valid) {
        return polygons;
    }
    return std::move(valid->polygons);
}

geo::MultiPolygon without_specks(geo::MultiPolygon polygons, double smallest_km2) {
    constexpr double square_metres_per_km2 = 1e6;
    const auto is_speck = [smallest_km2](const geo::Ring& ring) {
        return geo::area_m2(geo::Polygon{{ring}}) / square_metres_per_km2 < smallest_km2;
    };
    geo::MultiPolygon result;
    for (geo::Polygon& polygon : polygons) {
        if (polygon.rings.empty() || is_speck(polygon.rings.front())) {
            continue;
        }
        const auto holes = polygon.rings.begin() + 1;
        polygon.rings.erase(
            std::remove_if(holes, polygon.rings.end(), is_speck),
            polygon.rings.end());
        result.push_back(std::move(polygon));
    }
    return result;
}

}  // namespace salient::control
