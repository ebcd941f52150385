#pragma once

#include "geo/types.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <unordered_map>
#include <vector>

namespace salient::scene {

/// Segments in cells of a grid, to ask whether a point lies on one of many lines. Planar in degrees.
class SegmentGrid {
public:
    /// Adds every segment of the line.
    void add(std::span<const geo::LonLat> line);
    /// Some segment passes within `tolerance_deg` of the point. @pre tolerance_deg is below the cell size of 0.1°
    [[nodiscard]] bool is_near(geo::LonLat point, double tolerance_deg) const;
    /// Both ends of a segment and its middle lie on the grid's lines.
    [[nodiscard]] bool runs_along(geo::LonLat a, geo::LonLat b, double tolerance_deg) const;
    [[nodiscard]] bool empty() const { return segments_.empty(); }

private:
    struct Segment {
        geo::LonLat a;
        geo::LonLat b;
    };
    std::vector<Segment> segments_;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> cells_;
};

/// The parts of lines whose segments a test keeps. A ring's end and beginning are joined where both are kept.
[[nodiscard]] std::vector<geo::Polyline> kept_parts(
    std::span<const geo::Polyline> lines,
    const std::function<bool(geo::LonLat, geo::LonLat)>& keep);

}  // namespace salient::scene
