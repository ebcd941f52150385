#pragma once

#include "base/result.hpp"
#include "geo/types.hpp"

#include <memory>
#include <string>
#include <vector>

struct GEOSContextHandle_HS;
struct GEOSGeom_t;

namespace salient::geo {

/// One GEOS context with its last message. Geometries must not outlive it.
/// @thread any, shares nothing
class Geos {
public:
    Geos();
    ~Geos();
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;

    struct Destroy {
        GEOSContextHandle_HS* context = nullptr;
        void operator()(GEOSGeom_t* geometry) const;
    };
    using Geometry = std::unique_ptr<GEOSGeom_t, Destroy>;

    [[nodiscard]] GEOSContextHandle_HS* context() const { return context_; }
    [[nodiscard]] Geometry own(GEOSGeom_t* geometry) const {
        return Geometry(geometry, Destroy{context_});
    }
    /// The multipolygon; null when a ring is refused (too short, not closed).
    [[nodiscard]] Geometry geometry(const MultiPolygon& polygons) const;
    /// The multipoint of all points.
    [[nodiscard]] Geometry geometry(const std::vector<LonLat>& points) const;
    /// Every polygon in the geometry, however deep in collections; lines and points are left out.
    [[nodiscard]] MultiPolygon polygons(const GEOSGeom_t* geometry) const;
    /// What GEOS said last, as an error of a user's input.
    [[nodiscard]] base::Error error(const std::string& operation) const;

private:
    GEOSContextHandle_HS* context_ = nullptr;
    std::string message_;

    [[nodiscard]] Geometry ring(const Ring& ring) const;
    [[nodiscard]] Geometry polygon(const Polygon& polygon) const;
    [[nodiscard]] Ring points_of(const GEOSGeom_t* ring) const;
    void append_polygons(const GEOSGeom_t* geometry, MultiPolygon& out) const;
};

}  // namespace salient::geo
