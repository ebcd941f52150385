#pragma once

#include "scene/base_layer.hpp"
#include "scene/event_view.hpp"
#include "scene/scene.hpp"

#include <memory>

namespace salient::scene {

/// Draws one dot a cell into an image of the view's size, on the CPU: 100,000 dots take a few milliseconds.
/// Region-level events become rings instead of dots.
[[nodiscard]] std::shared_ptr<const Image>
splat(const std::vector<CellHit>& cells, const View& view, const LayerStyle& style);

}  // namespace salient::scene
