#include "control/change.hpp"

#include "control/area_class.hpp"
#include "geo/geodesic.hpp"
#include "geo/polygon.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace salient::control {

namespace {

double area_km2(const geo::MultiPolygon& polygons) {
    return geo::area_m2(polygons) / 1e6;
}

/// Takes small pieces out of `ground`. @return their area, km²
double drop_slivers(geo::MultiPolygon& ground) {
    double dropped = 0;
    const auto is_sliver = [&dropped](const geo::Polygon& piece) {
        const double area = geo::area_m2(piece) / 1e6;
        dropped += area < kSliverKm2 ? area : 0;
        return area < kSliverKm2;
    };
    ground.erase(std::remove_if(ground.begin(), ground.end(), is_sliver), ground.end());
    return dropped;
}

}  // namespace

std::vector<ClassArea> areas_by_class(const Snapshot& snapshot) {
    std::vector<ClassArea> rows;
    for (const ControlArea& area : snapshot.areas) {
        const auto same = std::find_if(rows.begin(), rows.end(), [&area](const ClassArea& row) {
            return row.holder == area.holder && row.area_class == area.area_class;
        });
        const double km2 = area_km2(area.polygons);
        if (same != rows.end()) {
            same->area_km2 += km2;
        } else {
            rows.push_back({area.holder, area.area_class, km2, is_summed(area.area_class)});
        }
    }
    std::sort(rows.begin(), rows.end(), [](const ClassArea& a, const ClassArea& b) {
        return std::pair(a.holder, a.area_class) < std::pair(b.holder, b.area_class);
    });
    return rows;
}

double held_km2(const Snapshot& snapshot, Holder holder) {
    double sum = 0;
    int parts = 0;
    for (const ControlArea& area : snapshot.areas) {
        if (area.holder == holder && is_summed(area.area_class)) {
            sum += area_km2(area.polygons);
            ++parts;
        }
    }
    if (parts < 2) {
        return sum;
    }
    const auto ground = held_ground(snapshot, holder);
    const double joined = ground ? area_km2(*ground) : sum;
    // Overlay splits edges, which moves the area by some millionths: neighbours that share an edge keep their sum.
    constexpr double split_edges = 1e-5;
    return std::abs(joined - sum) <= split_edges * sum ? sum : joined;
}

base::Result<geo::MultiPolygon> held_ground(const Snapshot& snapshot, Holder holder) {
    std::vector<geo::MultiPolygon> parts;
    for (const ControlArea& area : snapshot.areas) {
        if (area.holder == holder && is_summed(area.area_class)) {
            parts.push_back(area.polygons);
        }
    }
    if (parts.size() == 1) {
        return std::move(parts.front());
    }
    return geo::union_of(parts);
}

base::Result<Change> change_between(const Snapshot& before, const Snapshot& after, Holder holder) {
    const auto old_ground = held_ground(before, holder);
    if (!old_ground) {
        return old_ground.error();
    }
    const auto new_ground = held_ground(after, holder);
    if (!new_ground) {
        return new_ground.error();
    }
    Change change;
    change.before_km2 = area_km2(*old_ground);
    change.after_km2 = area_km2(*new_ground);
    if (*old_ground == *new_ground) {
        return change;
    }
    auto gained = geo::difference(*new_ground, *old_ground);
    if (!gained) {
        return gained.error();
    }
    auto lost = geo::difference(*old_ground, *new_ground);
    if (!lost) {
        return lost.error();
    }
    change.gained = std::move(*gained);
    change.lost = std::move(*lost);
    change.slivers_km2 = drop_slivers(change.gained) - drop_slivers(change.lost);
    change.gained_km2 = area_km2(change.gained);
    change.lost_km2 = area_km2(change.lost);
    return change;
}

base::Result<std::vector<RegionArea>> area_by_region(
    const geo::MultiPolygon& ground,
    std::span<const Region> regions) {
    std::vector<RegionArea> rows;
    for (const Region& region : regions) {
        const auto inside = geo::intersection(ground, region.polygons);
        if (!inside) {
            return inside.error();
        }
        const double km2 = area_km2(*inside);
        if (km2 > 0) {
            rows.push_back({region.name, km2});
        }
    }
    return rows;
}

base::Result<Comparison>
compare_sources(const Snapshot& first, const Snapshot& second, Holder holder) {
    const auto a = held_ground(first, holder);
    if (!a) {
        return a.error();
    }
    const auto b = held_ground(second, holder);
    if (!b) {
        return b.error();
    }
    auto agreed = geo::intersection(*a, *b);
    auto only_first = geo::difference(*a, *b);
    auto only_second = geo::difference(*b, *a);
    for (const auto* part : {&agreed, &only_first, &only_second}) {
        if (!*part) {
            return part->error();
        }
    }
    Comparison result;
    result.agreed = std::move(*agreed);
    result.only_first = std::move(*only_first);
    result.only_second = std::move(*only_second);
    result.agreed_km2 = area_km2(result.agreed);
    result.only_first_km2 = area_km2(result.only_first);
    result.only_second_km2 = area_km2(result.only_second);
    return result;
}

}  // namespace salient::control
