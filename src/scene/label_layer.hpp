#pragma once

#include "scene/area_spots.hpp"
#include "scene/cell_index.hpp"
#include "scene/map_layers.hpp"
#include "scene/text_measure.hpp"
#include "session/state.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace salient::scene {

/// A label that was placed, kept on the world plane so that panning only moves it.
struct MapLabel {
    std::string name_id;  ///< of the named thing; an area may be named in several places
    geo::WorldPoint anchor;
    std::vector<RectPx>
        boxes;  ///< of the text, relative to the anchor, px: the one it was given, then the others
    TextDraw text;
    float dot_px = 0;  ///< radius of the settlement's dot; 0: none
    bool is_capital = false;
    bool is_city = false;  ///< named even where an event's mark covers a part of the name
};

/// What labels keep clear of on the screen.
struct LabelObstacles {
    std::span<const RectPx> pieces;  ///< of the page: nothing is drawn there
    std::span<const RectPx> marks;   ///< of events: a label moves aside, or makes way
    bool whole_only = false;         ///< the view's edge cuts no label
    std::span<const MapPlace* const> marked =
        {};  ///< places of the marks, named where there is room
};

/// Where settlements lie whose names the view and its surroundings may show, with others of their name that come before them.
[[nodiscard]] geo::Box named_ground(const View& view);

/// Labels for a view and its surroundings. Stays as it is while the view moves inside the surroundings.
class LabelView {
public:
    /// Places labels again when zoom, language, theme or map change, or when the view leaves the surroundings.
    void update(
        const MapLayers& map,
        const session::State& state,
        const View& view,
        const TextStyle& style);
    /// What to draw. A label beside which there is no room clear of the obstacles is left out.
    [[nodiscard]] std::vector<Item>
    items(const View& view, const TextStyle& style, const LabelObstacles& obstacles) const;
    [[nodiscard]] const std::vector<MapLabel>& labels() const { return labels_; }
    /// Changes when the labels do.
    [[nodiscard]] std::uint64_t key() const { return key_; }

private:
    std::uint64_t key_ = 0;
    std::uint64_t map_key_ = 0;
    session::LabelLanguage language_ = session::LabelLanguage::English;
    WorldRect region_;
    std::vector<MapLabel> labels_;
    AreaSpots spots_;
};

}  // namespace salient::scene
