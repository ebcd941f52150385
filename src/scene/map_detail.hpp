#pragma once

#include "scene/map_layers.hpp"

// Only for the .cpp files of this module.
namespace salient::scene {

/// Lines and areas of the theatre.
/// @param tolerance_deg  how far lines may move; 0: nothing is simplified
[[nodiscard]] MapDetail
theatre_detail(const MapData& data, const geo::Box& frame, double tolerance_deg);

/// The world at 50 m with the theatre cut out of its lines; its land lies below the theatre's own.
[[nodiscard]] MapDetail near_world(const MapData& data, const geo::Box& theatre);

/// The world at 110 m.
[[nodiscard]] MapDetail far_world(const MapData& data);

}  // namespace salient::scene
