#pragma once

#include "base/result.hpp"
#include "control/history.hpp"

#include <span>
#include <string>
#include <vector>

namespace salient::control {

/// Ground of one holder and class, geodesic, square kilometres.
struct ClassArea {
    Holder holder = Holder::Russia;
    AreaClass area_class = AreaClass::Occupied;
    double area_km2 = 0;
    bool summed = false;  ///< counts as held ground, see is_summed
    friend bool operator==(const ClassArea&, const ClassArea&) = default;
};
/// One row for each holder and class in the snapshot, in the order of the enums.
[[nodiscard]] std::vector<ClassArea> areas_by_class(const Snapshot& snapshot);

/// Square kilometres of the summed classes of one holder; ground in two areas counts once.
[[nodiscard]] double held_km2(const Snapshot& snapshot, Holder holder);

/// The summed classes of one holder as one valid multipolygon without overlaps.
/// @errors BadValue: the polygons cannot be joined.
[[nodiscard]] base::Result<geo::MultiPolygon> held_ground(const Snapshot& snapshot, Holder holder);

/// Pieces smaller than this are noise of two drawings of one line, not ground that changed hands.
inline constexpr double kSliverKm2 = 0.001;

/// Ground of one holder that differs between two days.
///
/// after_km2 − before_km2 = gained_km2 − lost_km2 + slivers_km2, exact to 1e-6 of before_km2: overlay splits
/// edges in lon/lat, which moves the geodesic area by that much.
struct Change {
    geo::MultiPolygon gained;  ///< held after and not before; pieces of kSliverKm2 and more
    geo::MultiPolygon lost;    ///< held before and not after; pieces of kSliverKm2 and more
    double before_km2 = 0;
    double after_km2 = 0;
    double gained_km2 = 0;
    double lost_km2 = 0;
    double slivers_km2 = 0;  ///< left out above: gained minus lost
};
/// @errors BadValue: the polygons of a snapshot cannot be overlaid.
[[nodiscard]] base::Result<Change>
change_between(const Snapshot& before, const Snapshot& after, Holder holder);

/// A named part of the ground: an oblast, a raion.
struct Region {
    std::string name;
    geo::MultiPolygon polygons;
};
struct RegionArea {
    std::string name;
    double area_km2 = 0;
    friend bool operator==(const RegionArea&, const RegionArea&) = default;
};
/// How much of `ground` lies in each region, in the order of the regions; regions without any are left out.
/// @errors BadValue: the polygons cannot be overlaid.
[[nodiscard]] base::Result<std::vector<RegionArea>> area_by_region(
    const geo::MultiPolygon& ground,
    std::span<const Region> regions);

/// Two sources on one day, for one holder.
struct Comparison {
    geo::MultiPolygon agreed;
    geo::MultiPolygon only_first;
    geo::MultiPolygon only_second;
    double agreed_km2 = 0;
    double only_first_km2 = 0;
    double only_second_km2 = 0;
};
/// @errors BadValue: the polygons of a snapshot cannot be overlaid.
[[nodiscard]] base::Result<Comparison>
compare_sources(const Snapshot& first, const Snapshot& second, Holder holder);

}  // namespace salient::control
