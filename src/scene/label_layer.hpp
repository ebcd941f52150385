#pragma once

#include "scene/cell_index.hpp"
#include "scene/map_layers.hpp"
#include "scene/text_measure.hpp"
#include "session/state.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace salient::scene {

/// A label that was placed, kept on the world plane so that panning only moves it.
struct MapLabel {
    geo::WorldPoint anchor;
    RectPx box;        ///< of the text, relative to the anchor, px
    TextDraw text;     ///< baseline relative to the anchor
    float dot_px = 0;  ///< radius of the settlement's dot; 0: none
    bool is_capital = false;
};

/// Labels for a view and its surroundings. Stays as it is while the view moves inside the surroundings.
class LabelView {
public:
    /// Places labels again when zoom, language, theme or map change, or when the view leaves the surroundings.
    void update(
        const MapLayers& map,
        const session::State& state,
        const View& view,
        const TextStyle& style);
    /// What to draw. Labels that would be cut by `keep_out` are left out; with `whole_only` also those cut by the view's edge.
    [[nodiscard]] std::vector<Item> items(
        const View& view,
        const TextStyle& style,
        std::span<const RectPx> keep_out,
        bool whole_only) const;
    [[nodiscard]] const std::vector<MapLabel>& labels() const { return labels_; }
    /// Changes when the labels do.
    [[nodiscard]] std::uint64_t key() const { return key_; }

private:
    std::uint64_t key_ = 0;
    WorldRect region_;
    std::vector<MapLabel> labels_;
};

}  // namespace salient::scene
