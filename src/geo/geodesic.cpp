#include "geo/geodesic.hpp"

#include <geodesic.h>

#include <algorithm>
#include <cmath>

namespace salient::geo {

namespace {

/// @source EPSG:7030, the ellipsoid of WGS 84
const geod_geodesic& wgs84() {
    static const geod_geodesic kEllipsoid = [] {
        geod_geodesic result = {};
        geod_init(&result, 6'378'137.0, 1.0 / 298.257223563);
        return result;
    }();
    return kEllipsoid;
}

bool is_finite(LonLat point) {
    return std::isfinite(point.lon_deg) && std::isfinite(point.lat_deg);
}

double ring_area_m2(const Ring& ring) {
    geod_polygon accumulator = {};
    geod_polygon_init(&accumulator, 0);
    const bool closed = ring.size() > 1 && ring.front() == ring.back();
    const std::size_t count = closed ? ring.size() - 1 : ring.size();
    for (std::size_t i = 0; i < count; ++i) {
        const bool repeats = i > 0 && ring[i] == ring[i - 1];
        if (is_finite(ring[i]) && !repeats) {
            geod_polygon_addpoint(&wgs84(), &accumulator, ring[i].lat_deg, ring[i].lon_deg);
        }
    }
    double area = 0;
    geod_polygon_compute(&wgs84(), &accumulator, 0, 1, &area, nullptr);
    return std::abs(area);
}

}  // namespace

double distance_m(LonLat from, LonLat to) {
    double result = 0;
    geod_inverse(
        &wgs84(),
        from.lat_deg,
        from.lon_deg,
        to.lat_deg,
        to.lon_deg,
        &result,
        nullptr,
        nullptr);
    return result;
}

Bearing bearing(LonLat from, LonLat to) {
    Bearing result;
    geod_inverse(
        &wgs84(),
        from.lat_deg,
        from.lon_deg,
        to.lat_deg,
        to.lon_deg,
        &result.distance_m,
        &result.azimuth_deg,
        nullptr);
    if (result.azimuth_deg < 0) {
        result.azimuth_deg += 360.0;
    }
    return result;
}

LonLat destination(LonLat from, Bearing bearing) {
    LonLat result;
    geod_direct(
        &wgs84(),
        from.lat_deg,
        from.lon_deg,
        bearing.azimuth_deg,
        bearing.distance_m,
        &result.lat_deg,
        &result.lon_deg,
        nullptr);
    return result;
}

double area_m2(const Polygon& polygon) {
    if (polygon.rings.empty()) {
        return 0;
    }
    double area = ring_area_m2(polygon.rings.front());
    for (std::size_t i = 1; i < polygon.rings.size(); ++i) {
        area -= ring_area_m2(polygon.rings[i]);
    }
    return std::max(area, 0.0);
}

double area_m2(const MultiPolygon& polygons) {
    double area = 0;
    for (const Polygon& polygon : polygons) {
        area += area_m2(polygon);
    }
    return area;
}

double length_m(const Polyline& line) {
    double length = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        length += distance_m(line[i - 1], line[i]);
    }
    return length;
}

}  // namespace salient::geo
