#include "scene/label_layer.hpp"

#include "geo/mercator.hpp"
#include "scene/hash.hpp"
#include "scene/label_candidates.hpp"
#include "scene/label_text.hpp"
#include "scene/map_names.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

namespace salient::scene {

namespace {

// Surroundings are whole tiles, so that equal views have equal ones.
constexpr double kTilePx = 256;
constexpr double kMarginTiles = 1.5;
constexpr float kEdgePx = 5;  // from a label to the picture's edge

// Whole tiles around the view.
WorldRect surroundings(const View& view) {
    const double tile = kTilePx / view.pixels_per_world;
    const auto from = [&](double center, int size) {
        return (std::floor((center - size / 2.0 / view.pixels_per_world) / tile) - kMarginTiles)
               * tile;
    };
    const auto to = [&](double center, int size) {
        return (std::ceil((center + size / 2.0 / view.pixels_per_world) / tile) + kMarginTiles)
               * tile;
    };
    return {
        {from(view.center.x, view.size_px.width), from(view.center.y, view.size_px.height)},
        {to(view.center.x, view.size_px.width), to(view.center.y, view.size_px.height)}};
}

bool needs_new_place(const WorldRect& region, const View& view) {
    const double half_width = view.size_px.width / 2.0 / view.pixels_per_world;
    const double half_height = view.size_px.height / 2.0 / view.pixels_per_world;
    const WorldRect shown = {
        {view.center.x - half_width, view.center.y - half_height},
        {view.center.x + half_width, view.center.y + half_height}};
    return !region.holds(shown);
}

bool overlap(const RectPx& a, const RectPx& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height
           && b.y < a.y + a.height;
}

bool is_inside(const RectPx& box, const RectPx& outer) {
    return box.x >= outer.x && box.y >= outer.y && box.x + box.width <= outer.x + outer.width
           && box.y + box.height <= outer.y + outer.height;
}

RectPx shifted(const RectPx& box, PointPx by) {
    return {box.x + by.x, box.y + by.y, box.width, box.height};
}

RingDraw dot(const MapLabel& label, PointPx at, const TextStyle& style) {
    RingDraw ring;
    ring.center = at;
    ring.radius_px = label.dot_px;
    ring.fill = label.is_capital ? style.theme().halo : style.theme().place_dot;
    ring.outline = label.is_capital ? style.theme().place_dot : style.theme().halo;
    ring.outline_px = style.px(label.is_capital ? 1.8F : 1);
    return ring;
}

// A label on the screen.
struct OnScreen {
    const MapLabel* label;
    PointPx at;
    RectPx box;
};

// Lets labels of one view keep clear of what is drawn over them.
class Dodger {
public:
    Dodger(const View& view, const TextStyle& style, const LabelObstacles& obstacles)
        : obstacles_(obstacles),
          screen_{
              0,
              0,
              static_cast<float>(view.size_px.width),
              static_cast<float>(view.size_px.height)} {
        const float edge = style.px(kEdgePx);
        inner_ = {edge, edge, screen_.width - 2 * edge, screen_.height - 2 * edge};
    }
    // Also labels beyond the edge: they hold their room, so that others do not move when they come into sight.
    void add(const MapLabel& label, PointPx at) {
        shown_.push_back({&label, at, shifted(label.boxes.front(), at)});
    }
    // One that is content with any room that the others leave.
    void add_last(const MapLabel& label, PointPx at) {
        last_.push_back({&label, at, shifted(label.boxes.front(), at)});
    }
    // First those that stand well, then each other one where it finds room beside them.
    [[nodiscard]] std::vector<OnScreen> take() {
        std::vector<OnScreen> settled;
        std::vector<OnScreen> pushed;
        for (const OnScreen& entry : shown_) {
            (is_clear(entry.box) ? settled : pushed).push_back(entry);
        }
        for (OnScreen& entry : pushed) {
            if (const auto box = free_box(entry, settled, 1)) {
                entry.box = *box;
                settled.push_back(entry);
            } else if (entry.label->is_city) {
                settled.push_back(entry);
            }
        }
        keep_drawable(settled);
        name_marked(settled);
        return settled;
    }

private:
    const LabelObstacles& obstacles_;
    RectPx screen_;
    RectPx inner_;
    std::vector<OnScreen> shown_;
    std::vector<OnScreen> last_;

    // Its dot would lie below a piece of the page.
    [[nodiscard]] bool is_hidden(PointPx at, const MapLabel& label) const {
        const float r = label.dot_px + 1;
        return label.dot_px > 0 && meets(obstacles_.pieces, {at.x - r, at.y - r, 2 * r, 2 * r});
    }
    static bool meets(std::span<const RectPx> rects, const RectPx& box) {
        return std::any_of(rects.begin(), rects.end(), [&](const RectPx& rect) {
            return overlap(box, rect);
        });
    }
    // A picture's labels also move out of the way of its pieces and edges; in a window, which is panned, they only vanish.
    [[nodiscard]] bool is_drawable(const RectPx& box) const {
        return !meets(obstacles_.pieces, box) && (!obstacles_.whole_only || is_inside(box, inner_));
    }
    [[nodiscard]] bool is_clear(const RectPx& box) const {
        return !meets(obstacles_.marks, box) && (!obstacles_.whole_only || is_drawable(box));
    }
    // An area whose whole name is in sight is named there alone, not also where the edge cuts the name.
    void keep_drawable(std::vector<OnScreen>& entries) const {
        std::erase_if(entries, [&](const OnScreen& entry) {
            return !overlap(entry.box, screen_) || !is_drawable(entry.box)
                   || is_hidden(entry.at, *entry.label);
        });
        std::map<std::string_view, const MapLabel*> named;
        for (const OnScreen& entry : entries) {
            if (!entry.label->name_id.empty() && is_inside(entry.box, screen_)) {
                named.emplace(entry.label->name_id, entry.label);
            }
        }
        std::erase_if(entries, [&](const OnScreen& entry) {
            const auto found = named.find(entry.label->name_id);
            return found != named.end() && found->second != entry.label;
        });
    }
    void name_marked(std::vector<OnScreen>& settled) const {
        for (OnScreen entry : last_) {
            const bool is_named =
                std::any_of(settled.begin(), settled.end(), [&](const OnScreen& other) {
                    return other.label->name_id == entry.label->name_id;
                });
            const auto box = is_named ? std::nullopt : free_box(entry, settled, 0);
            if (box && overlap(*box, screen_) && is_drawable(*box)
                && !is_hidden(entry.at, *entry.label)) {
                entry.box = *box;
                settled.push_back(entry);
            }
        }
    }
    static bool covers(const RectPx& box, const OnScreen& other) {
        const float r = other.label->dot_px;
        return overlap(box, other.box)
               || (r > 0 && overlap(box, {other.at.x - r, other.at.y - r, 2 * r, 2 * r}));
    }
    [[nodiscard]] std::optional<RectPx>
    free_box(const OnScreen& entry, const std::vector<OnScreen>& settled, std::size_t first) const {
        for (std::size_t i = first; i < entry.label->boxes.size(); ++i) {
            const RectPx box = shifted(entry.label->boxes[i], entry.at);
            const bool taken =
                std::any_of(settled.begin(), settled.end(), [&](const OnScreen& other) {
                    return covers(box, other);
                });
            if (!taken && is_clear(box)) {
                return box;
            }
        }
        return std::nullopt;
    }
};

}  // namespace

geo::Box named_ground(const View& view) {
    const WorldRect region = surroundings(view);
    // Beyond the edges of the world longitudes would begin anew.
    const geo::LonLat north_west = geo::lonlat_from_world(
        {std::max(region.low.x - kSameTownWorld, 0.0), region.low.y - kSameTownWorld});
    const geo::LonLat south_east = geo::lonlat_from_world(
        {std::min(region.high.x + kSameTownWorld, 1.0), region.high.y + kSameTownWorld});
    return {north_west.lon_deg, south_east.lat_deg, south_east.lon_deg, north_west.lat_deg};
}

void LabelView::update(
    const MapLayers& map,
    const session::State& state,
    const View& view,
    const TextStyle& style) {
    Hasher hasher;
    hasher.add(map.key).add(view.pixels_per_world).add(double{style.layer.pixel_scale});
    hasher.add(static_cast<std::uint64_t>(state.labels))
        .add(static_cast<std::uint64_t>(state.theme));
    hasher.add(static_cast<std::uint64_t>(state.layers.places ? 1 : 0));
    hasher.add(static_cast<std::uint64_t>(state.layers.regions ? 1 : 0));
    if (key_ == hasher.key() && !needs_new_place(region_, view)) {
        return;
    }
    if (map_key_ != map.key) {
        spots_.clear();
        map_key_ = map.key;
    }
    key_ = hasher.key();
    language_ = state.labels;
    region_ = surroundings(view);
    labels_ = place_map_labels({map, state, view, region_}, style, spots_);
}

std::vector<Item>
LabelView::items(const View& view, const TextStyle& style, const LabelObstacles& obstacles) const {
    Dodger dodger(view, style, obstacles);
    for (const MapLabel& label : labels_) {
        dodger.add(label, screen_from_world(view, label.anchor));
    }
    std::vector<MapLabel> marked;
    if (names_marked_places(view, style)) {
        for (const MapPlace* place : obstacles.marked) {
            marked.push_back(make_place_label(*place, language_, view, style));
        }
    }
    for (const MapLabel& label : marked) {
        dodger.add_last(label, screen_from_world(view, label.anchor));
    }
    std::vector<Item> items;
    std::vector<Item> texts;
    for (const OnScreen& entry : dodger.take()) {
        // Whole pixels keep the text sharp, and dot and text move together. What is decided above is decided on exact
        // positions: rounded ones come closer and part again while the view pans.
        const PointPx at = {std::round(entry.at.x), std::round(entry.at.y)};
        if (entry.label->dot_px > 0) {
            items.emplace_back(dot(*entry.label, at, style));
        }
        TextDraw text = entry.label->text;
        text.baseline = {
            std::round(at.x + (entry.box.x - entry.at.x) + text.halo_px),
            std::round(at.y + (entry.box.y - entry.at.y) + text.halo_px + kAscent * text.size_px)};
        texts.emplace_back(std::move(text));
    }
    items.insert(
        items.end(),
        std::make_move_iterator(texts.begin()),
        std::make_move_iterator(texts.end()));
    return items;
}

}  // namespace salient::scene
