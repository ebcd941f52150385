#pragma once

#include "control/history.hpp"
#include "events/store.hpp"
#include "scene/control_layers.hpp"
#include "scene/event_layer.hpp"
#include "scene/event_view.hpp"
#include "scene/furniture.hpp"
#include "scene/label_layer.hpp"
#include "scene/map_layers.hpp"
#include "scene/scene.hpp"
#include "session/state.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace salient::text {
class FontSet;
}

namespace salient::scene {

/// All that a picture is a function of. Nothing is owned; everything must outlive the call.
struct Inputs {
    const session::State& state;
    const events::EventStore& events;
    SizePx size_px;                          ///< of the picture, device pixels, both > 0
    float pixel_scale = 1;                   ///< device pixels for one device-independent pixel
    const MapLayers* map = nullptr;          ///< nullptr: not loaded yet
    const ControlLayers* control = nullptr;  ///< nullptr: none
    const MeasureText& measure;
    PageOptions page;
};

/// What is kept between frames so that scrubbing through time costs little. It never changes what is drawn.
struct SceneCache {
    EventView events;
    KeptDots dots;
    LabelView labels;
    std::uint64_t base_key = 0;
    std::vector<Item> base_items;
};

/// The view that the state's camera gives at a size.
[[nodiscard]] View view_of(const session::Camera& camera, SizePx size_px, float pixel_scale);

/// Builds the picture. The same inputs give the same scene, whatever the cache held before.
[[nodiscard]] Scene build(const Inputs& inputs, SceneCache& cache);

/// Events whose mark lies under a point of the picture, topmost first; empty when events are not shown.
[[nodiscard]] std::vector<events::EventIndex>
hit_events(const Inputs& inputs, SceneCache& cache, PointPx point);

/// Measures with the label fonts. The fonts must outlive the result.
[[nodiscard]] MeasureText measure_with(const text::FontSet& fonts);

/// The size of text and lines that suits a picture: 1 for 1280×720, in proportion otherwise, never below 0.75.
[[nodiscard]] float pixel_scale_for(SizePx size_px);

}  // namespace salient::scene
