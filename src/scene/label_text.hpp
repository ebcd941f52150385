#pragma once

#include "scene/label_layer.hpp"

#include <string>

namespace salient::scene {

inline constexpr double kWorldZoom = 4;  ///< below, a view shows the world

/// Zoom level of a view as web maps count it: the world is 256 · 2^zoom device-independent pixels wide.
[[nodiscard]] double zoom_of(const View& view, const TextStyle& style);

[[nodiscard]] const std::string& in_language(const MapName& name, session::LabelLanguage language);

/// The words in a label's look, with a halo; the baseline is not set.
[[nodiscard]] TextDraw
label_text(const std::string& words, const LabelStyle& look, const TextStyle& style);

/// Width and height of the text with its halo; the corner is 0, 0.
[[nodiscard]] RectPx extent(const TextDraw& draw, const TextStyle& style);

/// The view is near enough to name each place that has an event.
[[nodiscard]] bool names_marked_places(const View& view, const TextStyle& style);

/// A settlement's name with all its boxes, not placed yet.
[[nodiscard]] MapLabel make_place_label(
    const MapPlace& place,
    session::LabelLanguage language,
    const View& view,
    const TextStyle& style);

}  // namespace salient::scene
