#include "geo/geos_handle.hpp"
#include "geo/polygon.hpp"

#include <geos_c.h>

#include <cassert>
#include <cmath>
#include <utility>
#include <vector>

namespace salient::geo {

namespace {

double distance_to_segment(LonLat point, LonLat a, LonLat b) {
    const double dx = b.lon_deg - a.lon_deg;
    const double dy = b.lat_deg - a.lat_deg;
    const double squared = dx * dx + dy * dy;
    const double along =
        squared == 0.0
            ? 0.0
            : ((point.lon_deg - a.lon_deg) * dx + (point.lat_deg - a.lat_deg) * dy) / squared;
    const double t = along < 0.0 ? 0.0 : (along > 1.0 ? 1.0 : along);
    return std::hypot(point.lon_deg - (a.lon_deg + t * dx), point.lat_deg - (a.lat_deg + t * dy));
}

}  // namespace

base::Result<MultiPolygon> round_coordinates(const MultiPolygon& polygons, double step_deg) {
    assert(step_deg > 0);
    const Geos geos;
    const auto geometry = geos.geometry(polygons);
    if (!geometry) {
        return geos.error("rounded coordinates");
    }
    const auto rounded =
        geos.own(GEOSGeom_setPrecision_r(geos.context(), geometry.get(), step_deg, 0));
    if (!rounded) {
        return geos.error("rounded coordinates");
    }
    return geos.polygons(rounded.get());
}

MultiPolygon simplify(const MultiPolygon& polygons, double tolerance_deg) {
    assert(tolerance_deg >= 0);
    const Geos geos;
    const auto geometry = geos.geometry(polygons);
    if (!geometry || tolerance_deg == 0.0) {
        return polygons;
    }
    const auto simpler =
        geos.own(GEOSTopologyPreserveSimplify_r(geos.context(), geometry.get(), tolerance_deg));
    return simpler ? geos.polygons(simpler.get()) : polygons;
}

Polyline simplify(const Polyline& line, double tolerance_deg) {
    assert(tolerance_deg >= 0);
    if (line.size() < 3) {
        return line;
    }
    std::vector<bool> keep(line.size(), false);
    keep.front() = true;
    keep.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        double farthest = tolerance_deg;
        std::size_t split = first;
        for (std::size_t i = first + 1; i < last; ++i) {
            const double distance = distance_to_segment(line[i], line[first], line[last]);
            if (distance > farthest) {
                farthest = distance;
                split = i;
            }
        }
        if (split != first) {
            keep[split] = true;
            open.emplace_back(first, split);
            open.emplace_back(split, last);
        }
    }
    Polyline result;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (keep[i]) {
            result.push_back(line[i]);
        }
    }
    return result;
}

}  // namespace salient::geo
