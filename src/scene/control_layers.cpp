#include "scene/control_layers.hpp"

#include "scene/hash.hpp"
#include "scene/mesh.hpp"

#include <algorithm>
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

std::shared_ptr<const LineMesh>
front_of(const Groups& groups, const Groups::value_type& group, const MapLayers* map) {
    std::vector<geo::Polyline> lines = outlines(group.second.polygons);
    if (map != nullptr && !map->land_edges.empty()) {
        lines = parts_off_grid(lines, map->land_edges, kBorderToleranceDeg);
    }
    SegmentGrid neighbours;
    for (const auto& [key, other] : groups) {
        if (key.first == group.first.first && key != group.first) {
            for (const geo::Polyline& ring : outlines(other.polygons)) {
                neighbours.add(ring);
            }
        }
    }
    if (!neighbours.empty()) {
        lines = parts_off_grid(lines, neighbours, kSeamToleranceDeg);
    }
    return make_line_mesh(lines);
}

ControlDay prepare_day(const control::Snapshot& snapshot, const MapLayers* map) {
    ControlDay day;
    day.day = snapshot.day;
    const Groups groups = grouped(snapshot);
    for (const auto& group : groups) {
        ControlMesh mesh;
        mesh.holder = group.first.first;
        mesh.area_class = group.first.second;
        mesh.fill = make_fill_mesh(group.second.polygons);
        mesh.front = front_of(groups, group, map);
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
