#pragma once

#include <cstddef>
#include <vector>

namespace salient::geo {

/// A position on WGS 84. Longitude −180…180, latitude −90…90, degrees.
struct LonLat {
    double lon_deg = 0;
    double lat_deg = 0;
    friend bool operator==(const LonLat&, const LonLat&) = default;
};

/// An axis-parallel box in degrees. West may be greater than east: the box then crosses the antimeridian.
struct Box {
    double west_deg = 0;
    double south_deg = 0;
    double east_deg = 0;
    double north_deg = 0;
    friend bool operator==(const Box&, const Box&) = default;
};

/// Lon/lat in degrees; closed: the last point repeats the first. At least four points.
using Ring = std::vector<LonLat>;

/// rings — outer first, then holes.
struct Polygon {
    std::vector<Ring> rings;
    friend bool operator==(const Polygon&, const Polygon&) = default;
};
using MultiPolygon = std::vector<Polygon>;

/// Two points or more.
using Polyline = std::vector<LonLat>;

/// A point on the world plane (Web Mercator, EPSG:3857 scaled): x 0…1 from −180° to 180° east,
/// y 0…1 from 85.0511° N down to 85.0511° S (y points down, like the screen).
struct WorldPoint {
    double x = 0;
    double y = 0;
    friend bool operator==(const WorldPoint&, const WorldPoint&) = default;
};

}  // namespace salient::geo
