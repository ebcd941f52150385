#pragma once

#include "geo/types.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace salient::geo {

/// A run of vertices that make up one ring; the closing point is not repeated.
struct RingRange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// Cuts one polygon into triangles by clipping ears, nearby points found along a space-filling curve.
///
/// About O(n log n) for real outlines. Rings may have any orientation. A polygon that crosses itself
/// gives triangles that cover most of it; the work is bounded whatever the input.
///
/// @param vertices  finite; all rings of all polygons
/// @param rings     outer first, then holes; may be empty or degenerate
/// @param indices   three for each triangle are appended
/// @source M. Held, FIST: fast industrial-strength triangulation of polygons, 2001 (hashing, recovery);
///         D. Eberly, Triangulation by ear clipping, 2002 (bridges to holes)
void clip_ears(
    std::span<const WorldPoint> vertices,
    std::span<const RingRange> rings,
    std::vector<std::uint32_t>& indices);

}  // namespace salient::geo
