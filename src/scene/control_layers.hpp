#pragma once

#include "control/history.hpp"
#include "scene/map_layers.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace salient::scene {

/// One holder's ground of one class, ready to draw.
struct ControlMesh {
    control::Holder holder = control::Holder::Russia;
    control::AreaClass area_class = control::AreaClass::Occupied;
    std::shared_ptr<const FillMesh> fill;
    /// Where the ground ends inside a country: neither along a border or coast nor against ground of the same holder.
    /// nullptr when there is no such place.
    std::shared_ptr<const LineMesh> front;
};

struct ControlDay {
    std::chrono::sys_days day;
    std::vector<ControlMesh> areas;  ///< in drawing order
};

/// All snapshots of one source, triangulated. Immutable, shared between threads.
struct ControlLayers {
    std::string source;
    std::vector<ControlDay> days;  ///< by day
    std::uint64_t key = 0;         ///< differs between two different histories
    /// The snapshot that holds on a day: the latest not after it; nullptr before the first.
    [[nodiscard]] const ControlDay* at(std::chrono::sys_days day) const;
};

/// Triangulates every snapshot and finds its front lines. Ground that stays as it was shares its meshes with the day before.
/// @param map  for borders and coasts; nullptr: every outline is drawn as a front
/// @thread any; uses all cores
/// @return nullptr when stopped
[[nodiscard]] std::shared_ptr<const ControlLayers> prepare_control(
    const control::ControlHistory& history,
    const MapLayers* map,
    const std::stop_token& stop);

}  // namespace salient::scene
