#pragma once

#include "scene/map_layers.hpp"

#include <vector>

// Only for the .cpp files of this module.
namespace salient::scene {

/// The theatre at its two levels of detail, which share their ground.
class Theatre {
public:
    /// @param data   must outlive it
    /// @param frame  where the data is cut off
    Theatre(const MapData& data, const geo::Box& frame);

    /// Lines and areas as they are.
    [[nodiscard]] MapDetail near() const;

    /// For views from afar: the simplified water that the data holds, and lines simplified here.
    /// @param tolerance_deg  how far lines may move
    [[nodiscard]] MapDetail far(double tolerance_deg) const;

private:
    void add_lines(MapDetail& detail, double tolerance_deg) const;

    const MapData& data_;
    MapDetail ground_;
    std::vector<geo::Polyline> coast_;
};

/// The world at 50 m with the theatre cut out of its lines; its land lies below the theatre's own.
[[nodiscard]] MapDetail near_world(const MapData& data, const geo::Box& theatre);

/// The world at 110 m.
[[nodiscard]] MapDetail far_world(const MapData& data);

}  // namespace salient::scene
