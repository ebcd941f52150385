#include "geo/geos_handle.hpp"
#include "geo/polygon.hpp"

#include <geos_c.h>

#include <cmath>
#include <iterator>

namespace salient::geo {

namespace {

using BinaryOperation =
    GEOSGeometry* (*)(GEOSContextHandle_t, const GEOSGeometry*, const GEOSGeometry*);

base::Result<MultiPolygon> overlay(
    const MultiPolygon& a,
    const MultiPolygon& b,
    BinaryOperation operation,
    const std::string& name) {
    const Geos geos;
    const auto first = geos.geometry(a);
    const auto second = geos.geometry(b);
    if (!first || !second) {
        return geos.error(name);
    }
    const auto result = geos.own(operation(geos.context(), first.get(), second.get()));
    if (!result) {
        return geos.error(name);
    }
    return geos.polygons(result.get());
}

bool apart(const MultiPolygon& a, const MultiPolygon& b) {
    const auto first = bounds(a);
    const auto second = bounds(b);
    return !first || !second || first->east_deg < second->west_deg
           || second->east_deg < first->west_deg || first->north_deg < second->south_deg
           || second->north_deg < first->south_deg;
}

}  // namespace

base::Result<MultiPolygon> intersection(const MultiPolygon& a, const MultiPolygon& b) {
    if (apart(a, b)) {
        return MultiPolygon{};
    }
    return overlay(a, b, GEOSIntersection_r, "the common ground");
}

base::Result<MultiPolygon> difference(const MultiPolygon& a, const MultiPolygon& b) {
    if (apart(a, b)) {
        return a;
    }
    return overlay(a, b, GEOSDifference_r, "the difference");
}

base::Result<MultiPolygon> union_of(const std::vector<MultiPolygon>& parts) {
    MultiPolygon all;
    for (const MultiPolygon& part : parts) {
        all.insert(all.end(), part.begin(), part.end());
    }
    const Geos geos;
    const auto joined = geos.geometry(all);
    if (!joined) {
        return geos.error("the union");
    }
    const auto result = geos.own(GEOSUnaryUnion_r(geos.context(), joined.get()));
    if (!result) {
        return geos.error("the union");
    }
    return geos.polygons(result.get());
}

base::Result<MultiPolygon> union_of_cells(std::span<const MultiPolygon* const> cells) {
    MultiPolygon all;
    for (const MultiPolygon* cell : cells) {
        all.insert(all.end(), cell->begin(), cell->end());
    }
    const Geos geos;
    const auto joined = geos.geometry(all);
    if (!joined) {
        return geos.error("the union");
    }
    const auto result = geos.own(GEOSCoverageUnion_r(geos.context(), joined.get()));
    double before = 0;
    double after = 0;
    GEOSArea_r(geos.context(), joined.get(), &before);
    const double same_area = 1e-9;
    const bool same = result && GEOSArea_r(geos.context(), result.get(), &after) == 1
                      && std::abs(before - after) <= same_area * before
                      && GEOSisValid_r(geos.context(), result.get()) == 1;
    if (same) {
        return geos.polygons(result.get());
    }
    return union_of({all});
}

}  // namespace salient::geo
