#pragma once

#include "scene/base_layer.hpp"
#include "scene/event_view.hpp"
#include "scene/text_measure.hpp"

namespace salient::scene {

/// The mark of an event as drawn on the map and in the legend.
/// @param certain  false: its date may lie outside the window; drawn fainter
[[nodiscard]] Symbol event_symbol(
    const LayerStyle& style,
    events::EventType type,
    events::ReviewStatus status,
    bool certain);

/// Marks of events with their badges and areas, or one image of dots when there are many.
/// @param selected  drawn last, with a ring
[[nodiscard]] std::vector<Item> event_items(
    const events::EventStore& store,
    const VisibleEvents& visible,
    const View& view,
    std::optional<events::EventIndex> selected,
    const TextStyle& style);

}  // namespace salient::scene
