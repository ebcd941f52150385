#include "geo/geos_handle.hpp"

#include <geos_c.h>

#include <cassert>
#include <utility>

namespace salient::geo {

namespace {

void keep_message(const char* message, void* keeper) {
    *static_cast<std::string*>(keeper) = message;
}

void ignore_message(const char* /*message*/, void* /*keeper*/) {}

}  // namespace

Geos::Geos() : context_(GEOS_init_r()) {
    assert(context_ != nullptr);
    GEOSContext_setErrorMessageHandler_r(context_, keep_message, &message_);
    GEOSContext_setNoticeMessageHandler_r(context_, ignore_message, nullptr);
}

Geos::~Geos() {
    GEOS_finish_r(context_);
}

void Geos::Destroy::operator()(GEOSGeom_t* geometry) const {
    GEOSGeom_destroy_r(context, geometry);
}

Geos::Geometry Geos::ring(const Ring& ring) const {
    std::vector<double> flat;
    flat.reserve(ring.size() * 2);
    for (const LonLat point : ring) {
        flat.push_back(point.lon_deg);
        flat.push_back(point.lat_deg);
    }
    GEOSCoordSequence* sequence = GEOSCoordSeq_copyFromBuffer_r(
        context_,
        flat.data(),
        static_cast<unsigned>(ring.size()),
        0,
        0);
    return own(sequence == nullptr ? nullptr : GEOSGeom_createLinearRing_r(context_, sequence));
}

Geos::Geometry Geos::polygon(const Polygon& polygon) const {
    std::vector<Geometry> rings;
    rings.reserve(polygon.rings.size());
    for (const Ring& points : polygon.rings) {
        rings.push_back(ring(points));
        if (!rings.back()) {
            return own(nullptr);
        }
    }
    if (rings.empty()) {
        return own(GEOSGeom_createEmptyPolygon_r(context_));
    }
    std::vector<GEOSGeometry*> holes;
    for (std::size_t i = 1; i < rings.size(); ++i) {
        holes.push_back(rings[i].release());
    }
    return own(GEOSGeom_createPolygon_r(
        context_,
        rings.front().release(),
        holes.data(),
        static_cast<unsigned>(holes.size())));
}

Geos::Geometry Geos::geometry(const MultiPolygon& polygons) const {
    std::vector<Geometry> parts;
    parts.reserve(polygons.size());
    for (const Polygon& part : polygons) {
        if (part.rings.empty()) {
            continue;
        }
        parts.push_back(polygon(part));
        if (!parts.back()) {
            return own(nullptr);
        }
    }
    std::vector<GEOSGeometry*> raw;
    raw.reserve(parts.size());
    for (Geometry& part : parts) {
        raw.push_back(part.release());
    }
    return own(GEOSGeom_createCollection_r(
        context_,
        GEOS_MULTIPOLYGON,
        raw.data(),
        static_cast<unsigned>(raw.size())));
}

Geos::Geometry Geos::geometry(const std::vector<LonLat>& points) const {
    std::vector<GEOSGeometry*> raw;
    raw.reserve(points.size());
    for (const LonLat point : points) {
        raw.push_back(GEOSGeom_createPointFromXY_r(context_, point.lon_deg, point.lat_deg));
    }
    return own(GEOSGeom_createCollection_r(
        context_,
        GEOS_MULTIPOINT,
        raw.data(),
        static_cast<unsigned>(raw.size())));
}

Ring Geos::points_of(const GEOSGeom_t* ring) const {
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(context_, ring);
    unsigned size = 0;
    if (sequence == nullptr || GEOSCoordSeq_getSize_r(context_, sequence, &size) == 0) {
        return {};
    }
    std::vector<double> flat(std::size_t{size} * 2);
    if (GEOSCoordSeq_copyToBuffer_r(context_, sequence, flat.data(), 0, 0) == 0) {
        return {};
    }
    Ring points;
    points.reserve(size);
    for (std::size_t i = 0; i < flat.size(); i += 2) {
        points.push_back({flat[i], flat[i + 1]});
    }
    return points;
}

void Geos::append_polygons(const GEOSGeom_t* geometry, MultiPolygon& out) const {
    const int type = GEOSGeomTypeId_r(context_, geometry);
    if (type == GEOS_POLYGON) {
        if (GEOSisEmpty_r(context_, geometry) != 0) {
            return;
        }
        Polygon polygon;
        polygon.rings.push_back(points_of(GEOSGetExteriorRing_r(context_, geometry)));
        const int holes = GEOSGetNumInteriorRings_r(context_, geometry);
        for (int i = 0; i < holes; ++i) {
            polygon.rings.push_back(points_of(GEOSGetInteriorRingN_r(context_, geometry, i)));
        }
        out.push_back(std::move(polygon));
        return;
    }
    if (type == GEOS_MULTIPOLYGON || type == GEOS_GEOMETRYCOLLECTION) {
        const int parts = GEOSGetNumGeometries_r(context_, geometry);
        for (int i = 0; i < parts; ++i) {
            append_polygons(GEOSGetGeometryN_r(context_, geometry, i), out);
        }
    }
}

MultiPolygon Geos::polygons(const GEOSGeom_t* geometry) const {
    MultiPolygon out;
    if (geometry != nullptr) {
        append_polygons(geometry, out);
    }
    return out;
}

base::Error Geos::error(const std::string& operation) const {
    const std::string reason = message_.empty() ? "a ring is not closed or too short" : message_;
    return {base::ErrorCode::BadValue, "Cannot compute " + operation + ": " + reason, {}};
}

}  // namespace salient::geo
