#pragma once

#include "base/result.hpp"
#include "geo/types.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace salient::geo {

/// The smallest box around all points; nullopt when there are none. Never crosses the antimeridian.
[[nodiscard]] std::optional<Box> bounds(const MultiPolygon& polygons);
[[nodiscard]] std::optional<Box> bounds(std::span<const LonLat> points);
/// Inside or on the edge, straight edges in lon/lat.
[[nodiscard]] bool contains(const Polygon& polygon, LonLat point);
[[nodiscard]] bool contains(const MultiPolygon& polygons, LonLat point);
[[nodiscard]] bool contains(const Box& box, LonLat point);

/// Overlay operations on lon/lat polygons (GEOS OverlayNG, planar in degrees).
/// Inputs must be valid (see make_valid); results hold polygons only.
/// @errors BadValue: GEOS refused the input; the message is its own.
[[nodiscard]] base::Result<MultiPolygon> intersection(const MultiPolygon& a, const MultiPolygon& b);
[[nodiscard]] base::Result<MultiPolygon> difference(const MultiPolygon& a, const MultiPolygon& b);
[[nodiscard]] base::Result<MultiPolygon> union_of(const std::vector<MultiPolygon>& parts);
/// The union of cells that do not overlap and share the vertices of common edges, many times faster than union_of; for other
/// parts it is union_of.
[[nodiscard]] base::Result<MultiPolygon> union_of_cells(std::span<const MultiPolygon* const> cells);

struct Repaired {
    MultiPolygon polygons;
    bool changed = false;
    std::string reason;  ///< why the input was invalid; empty when it was valid
};
/// Closes rings, drops points that repeat and rings of fewer than four points, then GEOS make-valid when still needed.
/// @errors BadValue: nothing with an area is left, or a coordinate is not finite.
[[nodiscard]] base::Result<Repaired> make_valid(const MultiPolygon& polygons);

/// Rounds coordinates to multiples of `step_deg` > 0 and keeps polygons valid; what collapses is dropped.
/// @errors BadValue: GEOS refused the input; the message is its own.
[[nodiscard]] base::Result<MultiPolygon> round_coordinates(
    const MultiPolygon& polygons,
    double step_deg);

/// Douglas-Peucker that keeps polygons valid. `tolerance_deg` ≥ 0.
[[nodiscard]] MultiPolygon simplify(const MultiPolygon& polygons, double tolerance_deg);
[[nodiscard]] Polyline simplify(const Polyline& line, double tolerance_deg);

/// One Voronoi cell for each site, clipped to `clip`; cells come in the order of the sites.
/// Nearest is meant on the Mercator plane, so that a cell is not stretched from north to south.
/// @pre sites are distinct
/// @errors BadValue: fewer than two sites.
[[nodiscard]] base::Result<std::vector<MultiPolygon>> voronoi_cells(
    std::span<const LonLat> sites,
    const Box& clip);

/// Triangles of polygons on the world plane, for drawing. Three indices a triangle into `vertices`.
struct Triangles {
    std::vector<WorldPoint> vertices;
    std::vector<std::uint32_t> indices;
};
/// Ear clipping with holes. Bad rings give fewer triangles, never a crash.
[[nodiscard]] Triangles triangulate(const MultiPolygon& polygons);

}  // namespace salient::geo
