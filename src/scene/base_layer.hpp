#pragma once

#include "scene/control_layers.hpp"
#include "scene/map_layers.hpp"
#include "scene/scene.hpp"
#include "scene/theme.hpp"
#include "session/state.hpp"

namespace salient::scene {

/// What a layer needs to know besides its data.
struct LayerStyle {
    const Theme& theme;
    float pixel_scale = 1;
};

/// Land, water, rivers, borders and regions, back to front, at the detail that suits the view.
[[nodiscard]] std::vector<Item> base_items(
    const MapLayers& map,
    const session::Layers& shown,
    const View& view,
    const LayerStyle& style);

/// The held ground of one day, tints below front lines.
[[nodiscard]] std::vector<Item> control_items(const ControlDay& day, const LayerStyle& style);

}  // namespace salient::scene
