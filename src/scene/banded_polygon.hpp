#pragma once

#include "geo/types.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace salient::scene {

/// Polygons with their edges sorted into bands of latitude, to ask about many points: a look at some edges, not at all.
class BandedPolygon {
public:
    /// Adds polygons; together they should not overlap.
    void add(const geo::MultiPolygon& polygons);
    /// Even-odd rule, straight edges in degrees.
    [[nodiscard]] bool contains(geo::LonLat point) const;
    /// Longitudes at which a parallel enters or leaves the polygons, from west to east: for many points of one latitude.
    [[nodiscard]] std::vector<double> crossings_deg(double lat_deg) const;
    [[nodiscard]] bool empty() const { return bands_.empty(); }

private:
    struct Edge {
        geo::LonLat a;
        geo::LonLat b;
        [[nodiscard]] double west_deg() const { return std::min(a.lon_deg, b.lon_deg); }
        /// @pre it crosses the parallel
        [[nodiscard]] double lon_at_deg(double lat_deg) const {
            const double along = (lat_deg - a.lat_deg) / (b.lat_deg - a.lat_deg);
            return a.lon_deg + along * (b.lon_deg - a.lon_deg);
        }
    };
    double west_deg_ = std::numeric_limits<double>::infinity();
    double east_deg_ = -std::numeric_limits<double>::infinity();
    std::size_t first_band_ = 0;            // counted from 90 south, kBandDeg each
    std::vector<std::vector<Edge>> bands_;  // edges from west to east; empty when there are none

    void add_edge(const Edge& edge);
    void reach(std::size_t first, std::size_t last);
};

}  // namespace salient::scene
