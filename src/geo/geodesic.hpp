#pragma once

#include "geo/types.hpp"

namespace salient::geo {

/// Length of the shortest line between two points, metres, on WGS 84.
/// @source C. F. F. Karney, Algorithms for geodesics, 2013 (PROJ's geodesic.h)
[[nodiscard]] double distance_m(LonLat from, LonLat to);

struct Bearing {
    double azimuth_deg = 0;  ///< clockwise from north, 0…360, at the start
    double distance_m = 0;
};
[[nodiscard]] Bearing bearing(LonLat from, LonLat to);
/// The point reached from `from` after `distance_m` in direction `azimuth_deg`.
[[nodiscard]] LonLat destination(LonLat from, Bearing bearing);

/// Ground area in square metres on WGS 84, holes subtracted, orientation of rings ignored.
/// Edges are geodesics.
[[nodiscard]] double area_m2(const Polygon& polygon);
[[nodiscard]] double area_m2(const MultiPolygon& polygons);
/// Geodesic length in metres.
[[nodiscard]] double length_m(const Polyline& line);

}  // namespace salient::geo
