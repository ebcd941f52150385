#include "geo/geos_handle.hpp"
#include "geo/mercator.hpp"
#include "geo/polygon.hpp"

#include <geos_c.h>

#include <algorithm>
#include <cassert>
#include <numeric>

namespace salient::geo {

namespace {

/// Cells are built on the world plane, where nearness is the same in all directions around a place.
LonLat plane_from_lonlat(LonLat position) {
    const WorldPoint world = world_from_lonlat(position);
    return {world.x, -world.y};
}

LonLat lonlat_from_plane(LonLat plane) {
    return lonlat_from_world({plane.lon_deg, -plane.lat_deg});
}

void to_lonlat(MultiPolygon& polygons) {
    for (Polygon& polygon : polygons) {
        for (Ring& ring : polygon.rings) {
            std::transform(ring.begin(), ring.end(), ring.begin(), lonlat_from_plane);
        }
    }
}

/// Finds the site inside a cell. Cells are convex and hold exactly one site.
class SiteFinder {
public:
    explicit SiteFinder(const std::vector<LonLat>& sites) : sites_(sites), by_x_(sites.size()) {
        std::iota(by_x_.begin(), by_x_.end(), std::size_t{0});
        std::sort(by_x_.begin(), by_x_.end(), [&](std::size_t a, std::size_t b) {
            return sites_[a].lon_deg < sites_[b].lon_deg;
        });
    }
    [[nodiscard]] std::optional<std::size_t> find(const MultiPolygon& cell) const {
        const auto box = bounds(cell);
        if (!box) {
            return std::nullopt;
        }
        auto it = std::lower_bound(
            by_x_.begin(),
            by_x_.end(),
            box->west_deg,
            [&](std::size_t site, double x) { return sites_[site].lon_deg < x; });
        for (; it != by_x_.end() && sites_[*it].lon_deg <= box->east_deg; ++it) {
            if (contains(*box, sites_[*it]) && contains(cell, sites_[*it])) {
                return *it;
            }
        }
        return std::nullopt;
    }

private:
    const std::vector<LonLat>& sites_;
    std::vector<std::size_t> by_x_;
};

}  // namespace

base::Result<std::vector<MultiPolygon>> voronoi_cells(
    std::span<const LonLat> sites,
    const Box& clip) {
    if (sites.size() < 2) {
        return base::Error{
            base::ErrorCode::BadValue,
            "Expected two sites or more to divide the ground",
            {}};
    }
    std::vector<LonLat> plane(sites.size());
    std::transform(sites.begin(), sites.end(), plane.begin(), plane_from_lonlat);
    const LonLat low = plane_from_lonlat({clip.west_deg, clip.south_deg});
    const LonLat high = plane_from_lonlat({clip.east_deg, clip.north_deg});
    const MultiPolygon frame{
        {{{low, {high.lon_deg, low.lat_deg}, high, {low.lon_deg, high.lat_deg}, low}}}};
    const Geos geos;
    const auto points = geos.geometry(plane);
    const auto envelope = geos.geometry(frame);
    const auto diagram =
        geos.own(GEOSVoronoiDiagram_r(geos.context(), points.get(), envelope.get(), 0.0, 0));
    if (!diagram) {
        return geos.error("cells around sites");
    }
    const SiteFinder finder(plane);
    std::vector<MultiPolygon> cells(sites.size());
    const int count = GEOSGetNumGeometries_r(geos.context(), diagram.get());
    for (int i = 0; i < count; ++i) {
        const GEOSGeometry* cell = GEOSGetGeometryN_r(geos.context(), diagram.get(), i);
        const auto site = finder.find(geos.polygons(cell));
        const auto clipped = geos.own(GEOSClipByRect_r(
            geos.context(),
            cell,
            low.lon_deg,
            low.lat_deg,
            high.lon_deg,
            high.lat_deg));
        if (!site || !clipped) {
            continue;
        }
        cells[*site] = geos.polygons(clipped.get());
        to_lonlat(cells[*site]);
    }
    return cells;
}

}  // namespace salient::geo
