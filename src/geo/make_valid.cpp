#include "geo/geos_handle.hpp"
#include "geo/polygon.hpp"

#include <geos_c.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace salient::geo {

namespace {

bool is_finite(const Ring& ring) {
    return std::all_of(ring.begin(), ring.end(), [](LonLat point) {
        return std::isfinite(point.lon_deg) && std::isfinite(point.lat_deg);
    });
}

/// The ring without repeated points, closed; notes why it was changed.
Ring tidy(const Ring& ring, std::string& reason) {
    Ring result;
    result.reserve(ring.size() + 1);
    std::unique_copy(ring.begin(), ring.end(), std::back_inserter(result));
    if (result.size() != ring.size()) {
        reason = "Repeated points";
    }
    if (!result.empty() && result.front() != result.back()) {
        result.push_back(result.front());
        reason = "Ring is not closed";
    }
    return result;
}

constexpr std::size_t kFewestPoints = 4;  // of a closed ring

base::Result<MultiPolygon> tidy(const MultiPolygon& polygons, std::string& reason) {
    MultiPolygon result;
    result.reserve(polygons.size());
    for (const Polygon& polygon : polygons) {
        Polygon kept;
        for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
            if (!is_finite(polygon.rings[i])) {
                return base::Error{
                    base::ErrorCode::BadValue,
                    "Expected finite coordinates in a polygon",
                    {}};
            }
            Ring ring = tidy(polygon.rings[i], reason);
            if (ring.size() >= kFewestPoints) {
                kept.rings.push_back(std::move(ring));
                continue;
            }
            reason = "Ring with fewer than four points";
            if (i == 0) {
                break;  // without its outer ring the holes mean nothing
            }
        }
        if (!kept.rings.empty()) {
            result.push_back(std::move(kept));
        }
    }
    return result;
}

/// Why GEOS calls the geometry invalid; empty when it is valid.
std::string invalid_reason(const Geos& geos, const GEOSGeometry* geometry) {
    if (GEOSisValid_r(geos.context(), geometry) == 1) {
        return {};
    }
    char* text = GEOSisValidReason_r(geos.context(), geometry);
    std::string reason = text == nullptr ? "Invalid polygon" : text;
    GEOSFree_r(geos.context(), text);
    return reason;
}

/// GEOS would turn a hole outside its polygon into ground of its own; a hole only ever takes ground away.
MultiPolygon without_stray_holes(const MultiPolygon& polygons) {
    MultiPolygon result;
    for (const Polygon& polygon : polygons) {
        const Polygon outer{{polygon.rings.front()}};
        Polygon kept = outer;
        for (std::size_t i = 1; i < polygon.rings.size(); ++i) {
            const Ring& hole = polygon.rings[i];
            if (std::any_of(hole.begin(), hole.end(), [&](LonLat point) {
                    return contains(outer, point);
                })) {
                kept.rings.push_back(hole);
            }
        }
        result.push_back(std::move(kept));
    }
    return result;
}

Geos::Geometry repair(const Geos& geos, const GEOSGeometry* geometry) {
    GEOSMakeValidParams* params = GEOSMakeValidParams_create_r(geos.context());
    GEOSMakeValidParams_setMethod_r(geos.context(), params, GEOS_MAKE_VALID_STRUCTURE);
    GEOSMakeValidParams_setKeepCollapsed_r(geos.context(), params, 0);
    auto result = geos.own(GEOSMakeValidWithParams_r(geos.context(), geometry, params));
    GEOSMakeValidParams_destroy_r(geos.context(), params);
    return result;
}

}  // namespace

base::Result<Repaired> make_valid(const MultiPolygon& polygons) {
    Repaired result;
    base::Result<MultiPolygon> tidied = tidy(polygons, result.reason);
    if (!tidied) {
        return tidied.error();
    }
    result.polygons = std::move(*tidied);
    result.changed = !result.reason.empty();
    const Geos geos;
    const auto geometry = geos.geometry(result.polygons);
    if (!geometry) {
        return geos.error("a valid polygon");
    }
    if (const std::string reason = invalid_reason(geos, geometry.get()); !reason.empty()) {
        const auto inner = geos.geometry(without_stray_holes(result.polygons));
        const auto repaired = repair(geos, inner.get());
        if (!repaired) {
            return geos.error("a valid polygon");
        }
        result.polygons = geos.polygons(repaired.get());
        result.changed = true;
        result.reason = reason;
    }
    if (result.polygons.empty()) {
        return base::Error{
            base::ErrorCode::BadValue,
            "Expected a polygon with an area, found none",
            {}};
    }
    return result;
}

}  // namespace salient::geo
