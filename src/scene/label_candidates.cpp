#include "scene/label_candidates.hpp"

#include "scene/label_text.hpp"
#include "scene/labels.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace salient::scene {

namespace {

constexpr float kPaddingPx = 5;
constexpr double kCloseZoom = 7.2;  // above, names of countries are smaller and make way for towns
constexpr double kLastAreaZoom = 11.5;
constexpr int kTileHalvings = 10;  // a spot's tile is 1024 to 2048 px wide

// How the name of an area is written.
struct AreaLook {
    LabelStyle style;
    double priority = 0;
    double room = 1;  // how much of the area's width the text may take
};

// Builds the candidates of one view.
class Collector {
public:
    Collector(const LabelScope& scope, const TextStyle& style, AreaSpots& spots)
        : scope_(scope),
          view_(scope.view),
          style_(style),
          spots_(spots),
          zoom_(zoom_of(scope.view, style)) {}

    void countries() {
        if (zoom_ < 2 || zoom_ > kLastAreaZoom) {
            return;
        }
        const MapLayers& map = scope_.map;
        const bool close = zoom_ > kCloseZoom;
        const LabelStyle& full = style_.theme().country;
        for (const MapName& name : zoom_ < kWorldZoom ? map.world_countries : map.countries) {
            // Small countries get a small label, tiny ones none until they are wide enough.
            AreaLook look{full, close ? 13.5 : 90 + std::min(name.rank, 0.9), 0.95};
            const double width_px =
                name.extent_world * view_.pixels_per_world / double{style_.layer.pixel_scale};
            const double most = double{full.size_px} * (close ? 0.9 : 1);
            look.style.size_px = static_cast<float>(std::clamp(width_px / 22, 10.0, most));
            look.style.spacing_px *= look.style.size_px / full.size_px;
            area_label(name, look);
        }
    }
    void regions() {
        if (!scope_.state.layers.regions || zoom_ < 5.8 || zoom_ > kLastAreaZoom) {
            return;
        }
        for (const MapName& name : scope_.map.regions) {
            const bool in_focus =
                name.country == "UKR" || name.country == "RUS" || name.country == "BLR";
            if (in_focus || zoom_ >= 7) {
                area_label(name, {style_.theme().region, 5.2 + std::min(name.rank, 0.2), 0.9});
            }
        }
    }
    void waters() {
        if (zoom_ < 3.5) {
            return;
        }
        for (const MapName& name : scope_.map.waters) {
            const bool sea = name.rank >= 1e6;
            area_label(name, {style_.theme().water_name, sea ? 80.0 : 4.4, sea ? 4.0 : 1.3});
        }
    }
    void places() {
        if (!scope_.state.layers.places) {
            return;
        }
        const double least = least_rank();
        for (const MapPlace& place : scope_.map.places) {
            if (place.name.rank < least) {
                break;  // sorted by rank
            }
            place_label(place);
        }
    }
    [[nodiscard]] std::vector<MapLabel> place() const {
        std::vector<MapLabel> result;
        for (const PlacedLabel& placed : place_labels(candidates_, style_.px(kPaddingPx))) {
            MapLabel label = labels_[placed.candidate];
            label.boxes = candidates_[placed.candidate].boxes;
            std::swap(label.boxes.front(), label.boxes[placed.box]);
            result.push_back(std::move(label));
        }
        return result;
    }

private:
    const LabelScope& scope_;
    const View& view_;
    const TextStyle& style_;
    AreaSpots& spots_;
    double zoom_ = 0;
    std::vector<LabelCandidate> candidates_;
    std::vector<MapLabel> labels_;  // one a candidate

    // Cities of a million at zoom 5, of 12,000 at zoom 8, villages from zoom 9 on.
    [[nodiscard]] double least_rank() const {
        const double far = 0.6 * std::max(0.0, 4.9 - zoom_);
        const double near = 0.62 * std::max(0.0, zoom_ - 4.9) + 0.7 * std::max(0.0, zoom_ - 8.5);
        return std::max(1.0, 6.05 + far - near);
    }
    [[nodiscard]] bool is_near(geo::WorldPoint p) const {
        const WorldRect& region = scope_.region;
        return p.x >= region.low.x && p.x <= region.high.x && p.y >= region.low.y
               && p.y <= region.high.y;
    }
    [[nodiscard]] const std::string& text_of(const MapName& name) const {
        return in_language(name, scope_.state.labels);
    }
    [[nodiscard]] PointPx anchor(geo::WorldPoint p) const {
        return {
            static_cast<float>((p.x - scope_.region.low.x) * view_.pixels_per_world),
            static_cast<float>((p.y - scope_.region.low.y) * view_.pixels_per_world)};
    }
    void area_label(const MapName& name, const AreaLook& look) {
        const std::string& words = text_of(name);
        if (words.empty()) {
            return;
        }
        MapLabel label;
        label.name_id = name.id;
        label.text = label_text(words, look.style, style_);
        const RectPx size = extent(label.text, style_);
        if (double{size.width} > look.room * name.extent_world * view_.pixels_per_world) {
            return;
        }
        if (is_near(name.point)) {
            label.anchor = name.point;
            const double width = name.extent_world * view_.pixels_per_world;
            add_area({label, size, width, name.id, look.priority});
        }
        if (name.shape != nullptr) {
            spot_labels(name, label, size, look.priority);
        }
    }
    // The name again in each tile that the area reaches into, for views in which its own point does not lie.
    void spot_labels(const MapName& name, MapLabel label, const RectPx& size, double priority) {
        const int level = static_cast<int>(std::floor(zoom_ + 8)) - kTileHalvings;
        const AreaShape& shape = *name.shape;
        const WorldRect& region = scope_.region;
        const SpotTile home = tile_at(name.point, level);
        const SpotTile first = tile_at(
            {std::max(region.low.x, shape.low.x), std::max(region.low.y, shape.low.y)},
            level);
        const SpotTile last = tile_at(
            {std::min(region.high.x, shape.high.x), std::min(region.high.y, shape.high.y)},
            level);
        for (SpotTile tile = first; tile.row <= last.row; ++tile.row) {
            for (tile.column = first.column; tile.column <= last.column; ++tile.column) {
                if (tile == home) {
                    continue;
                }
                const auto& spot = spots_.at(shape, tile);
                const double width = spot ? 2 * spot->half_width_world * view_.pixels_per_world : 0;
                if (spot && is_near(spot->point) && double{size.width} < 0.95 * width) {
                    label.anchor = spot->point;
                    const std::string id = name.id + "@" + std::to_string(tile.column) + ","
                                           + std::to_string(tile.row);
                    // The roomiest comes first.
                    const double rank = std::min(priority, 13.4) + spot->half_width_world;
                    add_area({label, size, width, id, rank});
                }
            }
        }
    }
    struct AreaName {
        const MapLabel& label;
        RectPx size;               // of the text
        double area_width_px = 0;  // around its anchor
        const std::string& id;
        double priority = 0;
    };
    // In the middle, else above or below, else also to the side where the area is wide enough for that.
    void add_area(const AreaName& name) {
        LabelCandidate candidate;
        candidate.id = name.id;
        candidate.priority = name.priority;
        candidate.anchor = anchor(name.label.anchor);
        const RectPx& size = name.size;
        const float up = size.height * 0.9F;
        const float aside = size.width * 0.3F;
        const bool is_wide = name.area_width_px > 2.5 * double{size.width};
        for (const float x : {0.0F, -aside, aside}) {
            for (const float y : {0.0F, -up, up, -2 * up, 2 * up, -3 * up, 3 * up}) {
                if (x == 0 || is_wide) {
                    candidate.boxes.push_back(
                        {-size.width / 2 + x, -size.height / 2 + y, size.width, size.height});
                }
            }
        }
        add(std::move(candidate), name.label);
    }
    void place_label(const MapPlace& place) {
        if (!is_near(place.name.point) || text_of(place.name).empty()) {
            return;
        }
        MapLabel label = make_place_label(place, scope_.state.labels, view_, style_);
        LabelCandidate candidate;
        candidate.id = place.name.id;
        candidate.priority = 10 + place.name.rank;
        candidate.anchor = anchor(place.name.point);
        candidate.mark = {-label.dot_px, -label.dot_px, 2 * label.dot_px, 2 * label.dot_px};
        candidate.boxes = label.boxes;
        add(std::move(candidate), std::move(label));
    }
    void add(LabelCandidate candidate, MapLabel label) {
        candidates_.push_back(std::move(candidate));
        labels_.push_back(std::move(label));
    }
};

}  // namespace

std::vector<MapLabel>
place_map_labels(const LabelScope& scope, const TextStyle& style, AreaSpots& spots) {
    Collector collector(scope, style, spots);
    collector.countries();
    collector.waters();
    collector.regions();
    collector.places();
    return collector.place();
}

}  // namespace salient::scene
