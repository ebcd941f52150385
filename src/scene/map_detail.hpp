#pragma once

#include "scene/map_layers.hpp"

// Only for the .cpp files of this module.
namespace salient::scene {

/// Lines and areas of the theatre as they are.
[[nodiscard]] MapDetail near_theatre(const MapData& data, const geo::Box& frame);

/// The same for views from afar: the same ground, the simplified water that the data holds, and lines simplified here.
/// @param tolerance_deg  how far lines may move
[[nodiscard]] MapDetail far_theatre(
    const MapData& data,
    const geo::Box& frame,
    const MapDetail& near,
    double tolerance_deg);

/// The world at 50 m with the theatre cut out of its lines; its land lies below the theatre's own.
[[nodiscard]] MapDetail near_world(const MapData& data, const geo::Box& theatre);

/// The world at 110 m.
[[nodiscard]] MapDetail far_world(const MapData& data);

}  // namespace salient::scene
