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

using Groups = std::map<std::pair<control::Holder, control::AreaClass>, geo::MultiPolygon>;

// Areas of one holder and class together: fewer draws, and no seam between two areas of a file.
Groups grouped(const control::Snapshot& snapshot) {
    Groups groups;
    for (const control::ControlArea& area : snapshot.areas) {
        geo::MultiPolygon& polygons = groups[{area.holder, area.area_class}];
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
            held_.add(other);
            if (key != group.first) {
                for (const geo::Polyline& ring : outlines(other)) {
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
        for (const double slant : kSlants) {
            for (const double distance : kAcrossDeg) {
                const geo::LonLat across = beside(-side * distance, slant);
                if (held_.contains(across)) {
                    break;  // the near shore is held as well
                }
                if (country->contains(across)) {
                    return true;
                }
            }
        }
        return false;
    }
};

// A snapshot with its ground, to be compared with the next one.
struct Prepared {
    Groups groups;
    ControlDay day;
};

bool holds_the_same(const Groups& a, const Groups& b, control::Holder holder) {
    const auto ground = [&](const Groups& groups) {
        std::vector<const Groups::value_type*> found;
        for (const auto& group : groups) {
            if (group.first.first == holder) {
                found.push_back(&group);
            }
        }
        return found;
    };
    const auto first = ground(a);
    const auto second = ground(b);
    return std::equal(
        first.begin(),
        first.end(),
        second.begin(),
        second.end(),
        [](const Groups::value_type* x, const Groups::value_type* y) { return *x == *y; });
}

// From one snapshot to the next most ground stays as it was: its meshes are taken over.
Prepared
prepare_day(const control::Snapshot& snapshot, const MapLayers* map, const Prepared& before) {
    Prepared result;
    result.day.day = snapshot.day;
    result.groups = grouped(snapshot);
    for (const auto& group : result.groups) {
        const control::Holder holder = group.first.first;
        const auto known = std::find_if(
            before.day.areas.begin(),
            before.day.areas.end(),
            [&](const ControlMesh& mesh) {
                return mesh.holder == holder && mesh.area_class == group.first.second;
            });
        if (known != before.day.areas.end()
            && holds_the_same(result.groups, before.groups, holder)) {
            result.day.areas.push_back(*known);
            continue;
        }
        ControlMesh mesh;
        mesh.holder = holder;
        mesh.area_class = group.first.second;
        mesh.fill = make_fill_mesh(group.second);
        const FrontTest is_front(result.groups, group, map);
        mesh.front = make_line_mesh(kept_parts(outlines(group.second), is_front));
        if (mesh.fill != nullptr) {
            result.day.areas.push_back(std::move(mesh));
        }
    }
    return result;
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
    Prepared before;
    for (const control::Snapshot& snapshot : history.snapshots()) {
        if (stop.stop_requested()) {
            return nullptr;
        }
        before = prepare_day(snapshot, map, before);
        layers->days.push_back(before.day);
        hasher.add(static_cast<std::uint64_t>(snapshot.day.time_since_epoch().count()));
        for (const ControlMesh& mesh : layers->days.back().areas) {
            hasher.add(mesh.fill->id);
        }
    }
    layers->key = hasher.key();
    return layers;
}

}  // namespace salient::scene
