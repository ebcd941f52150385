#pragma once

#include "scene/base_layer.hpp"
#include "scene/event_view.hpp"
#include "scene/map_layers.hpp"
#include "scene/text_measure.hpp"

namespace salient::scene {

/// The mark of an event as drawn on the map and in the legend.
/// @param certain  false: its date may lie outside the window; drawn fainter
[[nodiscard]] Symbol event_symbol(
    const LayerStyle& style,
    events::EventType type,
    events::ReviewStatus status,
    bool certain);

/// An event with its position in the store.
struct EventOnMap {
    const events::Event& event;
    events::EventIndex index = 0;
};

/// Marks of events with their badges and areas, or one image of dots when there are many.
/// @param map  for the outlines of regions; nullptr: a ring stands for a region
[[nodiscard]] std::vector<Item> event_items(
    const events::EventStore& store,
    const VisibleEvents& visible,
    const View& view,
    const TextStyle& style,
    const MapLayers* map);

/// The selected event's mark with a ring, to be drawn last. Nothing when it has no place.
/// @param visible  for the stack that it lies in
[[nodiscard]] std::vector<Item> selection_items(
    const EventOnMap& selected,
    const VisibleEvents& visible,
    const View& view,
    const TextStyle& style);

}  // namespace salient::scene
