#include "scene/control_layers.hpp"

#include "base/parallel.hpp"
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
        if (area.area_class == control::AreaClass::Home) {
            continue;  // what a country holds of its own is the map itself
        }
        geo::MultiPolygon& polygons = groups[{area.holder, area.area_class}];
        polygons.insert(polygons.end(), area.polygons.begin(), area.polygons.end());
    }
    return groups;
}

// A front along a coast needs the other side's land within reach: a reservoir or an estuary, not the open sea.
constexpr std::array<double, 7> kAcrossDeg = {0.004, 0.012, 0.03, 0.06, 0.1, 0.15, 0.2};
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
        constexpr double inside_deg = 0.003;
        const double side = held_.contains(beside(inside_deg, 0)) ? 1 : -1;
        const BandedPolygon* country = country_at(beside(side * inside_deg, 0));
        if (country == nullptr) {
            return false;
        }
        for (const double slant : kSlants) {
            for (const double distance : kAcrossDeg) {
                const geo::LonLat across = beside(-side * distance, slant);
                if (held_.contains(across)) {
                    break;  // the near shore is held as well
                }
                const BandedPolygon* opposite = country_at(across);
                if (opposite == country) {
                    return true;
                }
                if (opposite != nullptr) {
                    break;  // another country's land begins: this is its border
                }
            }
        }
        return false;
    }
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

// Where a border curls, some of its edges look like front: open parts this short are none.
std::vector<geo::Polyline> without_crumbs(std::vector<geo::Polyline> parts) {
    constexpr double shortest_deg = 0.015;
    const auto is_crumb = [](const geo::Polyline& part) {
        double length = 0;
        for (std::size_t i = 1; i < part.size(); ++i) {
            length += std::hypot(
                part[i].lon_deg - part[i - 1].lon_deg,
                part[i].lat_deg - part[i - 1].lat_deg);
        }
        return length < shortest_deg && part.front() != part.back();
    };
    parts.erase(std::remove_if(parts.begin(), parts.end(), is_crumb), parts.end());
    return parts;
}

// A day whose unchanged meshes are still empty: they are those of the day before.
struct Prepared {
    ControlDay day;
    std::vector<char> is_as_before;  // one a mesh
};

// From one snapshot to the next most ground stays as it was, and is not triangulated again.
Prepared prepare_day(
    const control::Snapshot& snapshot,
    const control::Snapshot* before,
    const MapLayers* map) {
    Prepared result;
    result.day.day = snapshot.day;
    const Groups groups = grouped(snapshot);
    const Groups groups_before = before != nullptr ? grouped(*before) : Groups();
    for (const auto& group : groups) {
        ControlMesh mesh;
        mesh.holder = group.first.first;
        mesh.area_class = group.first.second;
        const bool same =
            before != nullptr && holds_the_same(groups, groups_before, group.first.first);
        if (!same) {
            mesh.fill = make_fill_mesh(group.second);
            const FrontTest is_front(groups, group, map);
            mesh.front =
                make_line_mesh(without_crumbs(kept_parts(outlines(group.second), is_front)));
        }
        if (same || mesh.fill != nullptr) {
            result.day.areas.push_back(std::move(mesh));
            result.is_as_before.push_back(same ? 1 : 0);
        }
    }
    return result;
}

// Takes unchanged meshes over from the day before, which is complete.
void complete(Prepared& prepared, const ControlDay& before) {
    std::vector<ControlMesh> areas;
    for (std::size_t i = 0; i < prepared.day.areas.size(); ++i) {
        ControlMesh& mesh = prepared.day.areas[i];
        if (prepared.is_as_before[i] == 0) {
            areas.push_back(std::move(mesh));
            continue;
        }
        const auto known =
            std::find_if(before.areas.begin(), before.areas.end(), [&](const ControlMesh& other) {
                return other.holder == mesh.holder && other.area_class == mesh.area_class;
            });
        if (known != before.areas.end()) {
            areas.push_back(*known);
        }
    }
    prepared.day.areas = std::move(areas);
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
    const std::vector<control::Snapshot>& snapshots = history.snapshots();
    std::vector<Prepared> prepared(snapshots.size());
    base::for_each_index(
        snapshots.size(),
        [&](std::size_t i) {
            prepared[i] = prepare_day(snapshots[i], i > 0 ? &snapshots[i - 1] : nullptr, map);
        },
        stop);
    if (stop.stop_requested()) {
        return nullptr;
    }
    for (Prepared& one : prepared) {
        if (!layers->days.empty()) {
            complete(one, layers->days.back());
        }
        layers->days.push_back(std::move(one.day));
        hasher.add(static_cast<std::uint64_t>(layers->days.back().day.time_since_epoch().count()));
        for (const ControlMesh& mesh : layers->days.back().areas) {
            hasher.add(mesh.fill->id);
        }
    }
    layers->key = hasher.key();
    return layers;
}

}  // namespace salient::scene
