#pragma once

#include "scene/base_layer.hpp"
#include "scene/event_view.hpp"
#include "scene/map_layers.hpp"
#include "scene/text_measure.hpp"

#include <cstdint>
#include <memory>
#include <vector>

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

/// Marks of events with their badges and areas.
/// @param map  for the outlines of regions; nullptr: a ring stands for a region
/// @pre not visible.is_dense()
[[nodiscard]] std::vector<Item> event_items(
    const events::EventStore& store,
    const VisibleEvents& visible,
    const View& view,
    const TextStyle& style,
    const MapLayers* map);

/// The last image of dots. It serves again while the same dots are shown.
struct KeptDots {
    const void* store = nullptr;
    std::uint64_t key = 0;
    std::shared_ptr<const Image> image;
};

/// One image of dots, for so many events that marks would hide each other.
/// @pre visible.is_dense()
[[nodiscard]] ImageDraw event_dots(
    const events::EventStore& store,
    const VisibleEvents& visible,
    const View& view,
    const LayerStyle& style,
    KeptDots& kept);

/// The selected event's mark with a ring, to be drawn last. Nothing when it has no place.
/// @param visible  for the stack that it lies in
[[nodiscard]] std::vector<Item> selection_items(
    const EventOnMap& selected,
    const VisibleEvents& visible,
    const View& view,
    const TextStyle& style);

}  // namespace salient::scene
