#include "scene/control_layers.hpp"

#include "base/parallel.hpp"
#include "scene/front_line.hpp"
#include "scene/hash.hpp"
#include "scene/mesh.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace salient::scene {

namespace {

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

/// The further ground of a group's holder.
std::vector<const geo::MultiPolygon*> others_of(
    const Groups& groups,
    const Groups::value_type& group) {
    std::vector<const geo::MultiPolygon*> others;
    for (const auto& [key, ground] : groups) {
        if (key.first == group.first.first && key != group.first) {
            others.push_back(&ground);
        }
    }
    return others;
}

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
            mesh.front = make_line_mesh(front_lines(group.second, others_of(groups, group), map));
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
