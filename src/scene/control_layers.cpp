#include "scene/control_layers.hpp"

#include "scene/banded_polygon.hpp"
#include "scene/hash.hpp"
#include "scene/mesh.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace salient::scene {

namespace {

// The control table's cells are clipped to the base map's borders: 250 m catch what was simplified in between.
constexpr double kBorderToleranceDeg = 0.0025;
// Neighbouring areas share their vertices.
constexpr double kSeamToleranceDeg = 0.0008;

struct Group {
    geo::MultiPolygon polygons;
};
using Groups = std::map<std::pair<control::Holder, control::AreaClass>, Group>;

// Areas of one holder and class together: fewer draws, and no seam between two areas of a file.
Groups grouped(const control::Snapshot& snapshot) {
    Groups groups;
    for (const control::ControlArea& area : snapshot.areas) {
        auto& polygons = groups[{area.holder, area.area_class}].polygons;
        polygons.insert(polygons.end(), area.polygons.begin(), area.polygons.end());
    }
    return groups;
}

// A front along a coast needs the other side's land within reach: a reservoir or an estuary, not the open sea.
constexpr std::array<double, 6> kAcrossDeg = {0.012, 0.03, 0.06, 0.1, 0.15, 0.2};
constexpr std::array<double, 3> kSlants = {0, 0.8, -0.8};  // sideways for each step across

// Decides which parts of an outline are front.
class FrontTest {
public:
    FrontTest(const Groups& groups, const Groups::value_type& group, const MapLayers* map)
        : map_(map) {
        for (const auto& [key, other] : groups) {
            if (key.first != group.first.first) {
                continue;
            }
            held_.add(other.polygons);
            if (key != group.first) {
                for (const geo::Polyline& ring : outlines(other.polygons)) {
                    neighbours_.add(ring);
                }
            }
        }
    }

    [[nodiscard]] bool operator()(geo::LonLat a, geo::LonLat b) const {
        if (neighbours_.runs_along(a, b, kSeamToleranceDeg)) {
            return false;
        }
        if (map_ == nullptr || !map_->land_edges.runs_along(a, b, kBorderToleranceDeg)) {
            return true;
        }
        return faces_own_country(a, b);
    }

private:
    const MapLayers* map_;
    BandedPolygon held_;  // everything of the same holder
    SegmentGrid neighbours_;

    [[nodiscard]] const BandedPolygon* country_at(geo::LonLat point) const {
        for (const BandedPolygon& country : map_->land) {
            if (country.contains(point)) {
                return &country;
            }
        }
        return nullptr;
    }
    // Beyond the water on the one side lies land of the country that the held ground on the other side belongs to.
    [[nodiscard]] bool faces_own_country(geo::LonLat a, geo::LonLat b) const {
        const double dx = b.lon_deg - a.lon_deg;
        const double dy = b.lat_deg - a.lat_deg;
        const double length = std::hypot(dx, dy);
        if (length == 0) {
            return false;
        }
        const double along_x = dx / length;
        const double along_y = dy / length;
        const auto beside = [&](double distance, double slant) {
            const double sideways = distance * slant;
            return geo::LonLat{
                (a.lon_deg + b.lon_deg) / 2 + (along_x * sideways - along_y * distance) * 1.5,
                (a.lat_deg + b.lat_deg) / 2 + along_y * sideways + along_x * distance};
        };
        constexpr double kInsideDeg = 0.003;
        const double side = held_.contains(beside(kInsideDeg, 0)) ? 1 : -1;
        const BandedPolygon* country = country_at(beside(side * kInsideDeg, 0));
        if (country == nullptr) {
            return false;
        }
        for (const double distance : kAcrossDeg) {
            for (const double slant : kSlants) {
                const geo::LonLat across = beside(-side * distance, slant);
                if (country->contains(across) && !held_.contains(across)) {
                    return true;
                }
            }
        }
        return false;
    }
};

ControlDay prepare_day(const control::Snapshot& snapshot, const MapLayers* map) {
    ControlDay day;
    day.day = snapshot.day;
    const Groups groups = grouped(snapshot);
    for (const auto& group : groups) {
        ControlMesh mesh;
        mesh.holder = group.first.first;
        mesh.area_class = group.first.second;
        mesh.fill = make_fill_mesh(group.second.polygons);
        const FrontTest is_front(groups, group, map);
        mesh.front = make_line_mesh(kept_parts(outlines(group.second.polygons), is_front));
        if (mesh.fill != nullptr) {
            day.areas.push_back(std::move(mesh));
        }
    }
    return day;
}

}  // namespace

const ControlDay* ControlLayers::at(std::chrono::sys_days day) const {
    const auto behind = std::upper_bound(
        days.begin(),
        days.end(),
        day,
        [](std::chrono::sys_days wanted, const ControlDay& entry) { return wanted < entry.day; });
    return behind == days.begin() ? nullptr : &*std::prev(behind);
}

std::shared_ptr<const ControlLayers> prepare_control(
    const control::ControlHistory& history,
    const MapLayers* map,
    const std::stop_token& stop) {
    auto layers = std::make_shared<ControlLayers>();
    layers->source = history.source();
    Hasher hasher;
    hasher.add(history.source());
    for (const control::Snapshot& snapshot : history.snapshots()) {
        if (stop.stop_requested()) {
            return nullptr;
        }
        layers->days.push_back(prepare_day(snapshot, map));
        hasher.add(static_cast<std::uint64_t>(snapshot.day.time_since_epoch().count()));
        for (const ControlMesh& mesh : layers->days.back().areas) {
            hasher.add(mesh.fill->id);
        }
    }
    layers->key = hasher.key();
    return layers;
}

}  // namespace salient::scene
