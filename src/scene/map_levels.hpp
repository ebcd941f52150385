#pragma once

#include "geo/types.hpp"
#include "scene/scene.hpp"

namespace salient::scene {

/// Where the theatre's data is cut off; inside, the world behind it is not drawn.
inline constexpr geo::Box kTheatreFrame = {18, 42, 60, 62};

/// From this size of a pixel on, the coarse meshes are drawn (their error is below half a pixel).
inline constexpr double kFarDegreesPerPx = 0.012;

/// Which levels of detail of a base map are drawn, or are there.
struct MapLevels {
    bool world_far = true;     ///< 110 m
    bool world_near = true;    ///< 50 m
    bool theatre_far = true;   ///< for pixels of kFarDegreesPerPx and more
    bool theatre_near = true;  ///< as its sources are
    friend bool operator==(const MapLevels&, const MapLevels&) = default;
};

/// The part of the world plane that a view shows.
struct ViewBox {
    geo::WorldPoint low;   ///< least x and y
    geo::WorldPoint high;  ///< greatest x and y
};
[[nodiscard]] ViewBox view_box(const View& view);

/// Degrees of longitude in one device-independent pixel.
[[nodiscard]] double degrees_per_px(const View& view, float pixel_scale);

/// The levels that a view draws.
[[nodiscard]] MapLevels
levels_shown(const View& view, float pixel_scale, const geo::Box& theatre = kTheatreFrame);

}  // namespace salient::scene
