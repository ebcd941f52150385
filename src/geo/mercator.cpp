#include "geo/mercator.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace salient::geo {

namespace {

constexpr double kRadiansPerDegree = std::numbers::pi / 180.0;
/// The sphere of EPSG:3857.
constexpr double kSphereRadiusM = 6'378'137.0;

}  // namespace

WorldPoint world_from_lonlat(LonLat position) {
    const double lat_deg = std::clamp(position.lat_deg, -kMercatorMaxLatDeg, kMercatorMaxLatDeg);
    const double northing = std::asinh(std::tan(lat_deg * kRadiansPerDegree));
    return {
        position.lon_deg / 360.0 + 0.5,
        std::clamp(0.5 - northing / (2.0 * std::numbers::pi), 0.0, 1.0)};
}

LonLat lonlat_from_world(WorldPoint point) {
    const double lon_deg = (point.x - 0.5) * 360.0;
    const bool in_range = lon_deg >= -180.0 && lon_deg <= 180.0;
    const double northing = (1.0 - 2.0 * point.y) * std::numbers::pi;
    return {
        in_range ? lon_deg : std::remainder(lon_deg, 360.0),
        std::atan(std::sinh(northing)) / kRadiansPerDegree};
}

double metres_per_world_unit(double lat_deg) {
    const double clamped = std::clamp(lat_deg, -kMercatorMaxLatDeg, kMercatorMaxLatDeg);
    return 2.0 * std::numbers::pi * kSphereRadiusM * std::cos(clamped * kRadiansPerDegree);
}

}  // namespace salient::geo
