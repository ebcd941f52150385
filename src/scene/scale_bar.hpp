#pragma once

#include "scene/scene.hpp"

#include <string>

namespace salient::scene {

/// A round distance and its length on the screen.
struct ScaleMark {
    std::string text;  ///< "50 km", "500 m", "30 mi", "1,000 ft"
    float length_px = 0;
};

struct ScaleBar {
    ScaleMark metric;
    ScaleMark imperial;
};

/// The longest round distances (1, 2 or 5 times a power of ten) that fit, measured on the ellipsoid along the parallel through the
/// view's centre.
/// @param most_px  > 0
[[nodiscard]] ScaleBar scale_bar(const View& view, float most_px);

}  // namespace salient::scene
