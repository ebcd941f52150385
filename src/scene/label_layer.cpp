#include "scene/label_layer.hpp"

#include "base/utf8.hpp"
#include "events/fold.hpp"
#include "scene/hash.hpp"
#include "scene/labels.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace salient::scene {

namespace {

constexpr float kPaddingPx = 5;
constexpr double kTilePx =
    256;  // surroundings are whole tiles, so that equal views have equal ones
constexpr double kWorldZoom = 4;  // below, countries are labelled in their own middle
constexpr double kMarginTiles = 1.5;

std::string upper_case(const std::string& text) {
    std::string result;
    std::size_t offset = 0;
    while (offset < text.size()) {
        const char32_t value = base::decode_utf8(text, offset);
        base::append_utf8(result, events::capital(value));
    }
    return result;
}

// Builds the candidates of one view.
class Collector {
public:
    Collector(
        const View& view,
        const TextStyle& style,
        const session::State& state,
        WorldRect region)
        : view_(view),
          style_(style),
          state_(state),
          region_(region) {
        zoom_ = std::log2(view.pixels_per_world / static_cast<double>(style.layer.pixel_scale)) - 8;
    }

    void countries(const MapLayers& map) {
        if (zoom_ < 2 || zoom_ > 7.2) {
            return;
        }
        for (const MapName& name : zoom_ < kWorldZoom ? map.world_countries : map.countries) {
            // Small countries get a small label, tiny ones none until they are wide enough.
            LabelStyle look = style_.theme().country;
            const double width_px = name.extent_world * view_.pixels_per_world
                                    / static_cast<double>(style_.layer.pixel_scale);
            look.size_px =
                static_cast<float>(std::clamp(width_px / 22, 10.0, double{look.size_px}));
            look.spacing_px *= look.size_px / style_.theme().country.size_px;
            area_label(name, look, 90 + std::min(name.rank, 0.9), 0.95);
        }
    }
    void regions(const MapLayers& map) {
        if (!state_.layers.regions || zoom_ < 5.8 || zoom_ > 11) {
            return;
        }
        for (const MapName& name : map.regions) {
            const bool in_focus =
                name.country == "UKR" || name.country == "RUS" || name.country == "BLR";
            if (!in_focus && zoom_ < 7) {
                continue;
            }
            area_label(name, style_.theme().region, 5.2 + std::min(name.rank, 0.2), 0.9);
        }
    }
    void waters(const MapLayers& map) {
        if (zoom_ < 3.5) {
            return;
        }
        for (const MapName& name : map.waters) {
            const bool sea = name.rank >= 1e6;
            area_label(name, style_.theme().water_name, sea ? 80 : 4.4, sea ? 4 : 1.3);
        }
    }
    void places(const MapLayers& map) {
        if (!state_.layers.places) {
            return;
        }
        const double least = least_rank();
        for (const MapPlace& place : map.places) {
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
            label.box = candidates_[placed.candidate].boxes[placed.box];
            label.text.baseline = {
                label.box.x + label.text.halo_px,
                label.box.y + label.text.halo_px + kAscent * label.text.size_px};
            result.push_back(std::move(label));
        }
        return result;
    }

private:
    const View& view_;
    const TextStyle& style_;
    const session::State& state_;
    WorldRect region_;
    double zoom_ = 0;
    std::vector<LabelCandidate> candidates_;
    std::vector<MapLabel> labels_;  // one a candidate

    // Cities of a million at zoom 5, of 12,000 at zoom 8.
    [[nodiscard]] double least_rank() const {
        return std::max(
            1.5,
            6.05 - 0.62 * std::max(0.0, zoom_ - 4.9) + 0.6 * std::max(0.0, 4.9 - zoom_));
    }
    [[nodiscard]] bool is_near(geo::WorldPoint p) const {
        return p.x >= region_.low.x && p.x <= region_.high.x && p.y >= region_.low.y
               && p.y <= region_.high.y;
    }
    [[nodiscard]] const std::string& text_of(const MapName& name) const {
        return state_.labels == session::LabelLanguage::Local ? name.name_local : name.name;
    }
    [[nodiscard]] PointPx anchor(geo::WorldPoint p) const {
        return {
            static_cast<float>((p.x - region_.low.x) * view_.pixels_per_world),
            static_cast<float>((p.y - region_.low.y) * view_.pixels_per_world)};
    }
    [[nodiscard]] TextDraw text(const std::string& words, const LabelStyle& look) const {
        TextDraw draw;
        draw.text = look.upper_case ? upper_case(words) : words;
        draw.weight = look.weight;
        draw.size_px = style_.px(look.size_px);
        draw.spacing_px = style_.px(look.spacing_px);
        draw.color = look.color;
        draw.halo = style_.theme().halo;
        draw.halo_px = style_.px(1.6F);
        return draw;
    }
    // Width and height of the text with its halo.
    [[nodiscard]] RectPx extent(const TextDraw& draw) const {
        const float width = style_.measure(draw.text, draw.weight, draw.size_px, draw.spacing_px);
        return {
            0,
            0,
            width - draw.spacing_px + 2 * draw.halo_px,
            (kAscent + kDescent) * draw.size_px + 2 * draw.halo_px};
    }
    // @param room  how much of the area's width the text may take
    void area_label(const MapName& name, const LabelStyle& look, double priority, double room) {
        const std::string& words = text_of(name);
        if (!is_near(name.point) || words.empty()) {
            return;
        }
        MapLabel label;
        label.anchor = name.point;
        label.text = text(words, look);
        const RectPx size = extent(label.text);
        if (static_cast<double>(size.width) > room * name.extent_world * view_.pixels_per_world) {
            return;
        }
        LabelCandidate candidate;
        candidate.id = name.id;
        candidate.priority = priority;
        candidate.anchor = anchor(name.point);
        const float step = size.height * 0.9F;
        for (const float shift : {0.0F, -step, step, -2 * step, 2 * step}) {
            candidate.boxes.push_back(
                {-size.width / 2, -size.height / 2 + shift, size.width, size.height});
        }
        add(std::move(candidate), std::move(label));
    }
    void place_label(const MapPlace& place) {
        const std::string& words = text_of(place.name);
        if (!is_near(place.name.point) || words.empty()) {
            return;
        }
        const Theme& theme = style_.theme();
        const LabelStyle& look = place.is_capital ? theme.capital
                                 : place.is_region_capital || place.population >= 250'000
                                     ? theme.city
                                     : theme.town;
        MapLabel label;
        label.anchor = place.name.point;
        label.is_capital = place.is_capital;
        label.dot_px = style_.px(place.is_capital ? 3.4F : &look == &theme.city ? 2.6F : 2);
        label.text = text(words, look);
        const RectPx size = extent(label.text);
        // Room for an event's mark on the dot.
        const float gap = style_.px(10.5F) - label.text.halo_px;
        LabelCandidate candidate;
        candidate.id = place.name.id;
        candidate.priority = 10 + place.name.rank;
        candidate.anchor = anchor(place.name.point);
        candidate.mark = {-label.dot_px, -label.dot_px, 2 * label.dot_px, 2 * label.dot_px};
        candidate.boxes = {
            {gap, -size.height * 0.52F, size.width, size.height},
            {-gap - size.width, -size.height * 0.52F, size.width, size.height},
            {-size.width / 2, -gap - size.height * 0.92F, size.width, size.height},
            {-size.width / 2, gap - size.height * 0.08F, size.width, size.height},
            {gap * 0.6F, -gap * 0.4F - size.height * 0.9F, size.width, size.height},
            {gap * 0.6F, gap * 0.4F - size.height * 0.1F, size.width, size.height}};
        add(std::move(candidate), std::move(label));
    }
    void add(LabelCandidate candidate, MapLabel label) {
        candidates_.push_back(std::move(candidate));
        labels_.push_back(std::move(label));
    }
};

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

bool is_whole(const RectPx& box, SizePx size) {
    return box.x >= 0 && box.y >= 0 && box.x + box.width <= static_cast<float>(size.width)
           && box.y + box.height <= static_cast<float>(size.height);
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

}  // namespace

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
    key_ = hasher.key();
    region_ = surroundings(view);
    Collector collector(view, style, state, region_);
    collector.countries(map);
    collector.waters(map);
    collector.regions(map);
    collector.places(map);
    labels_ = collector.place();
}

std::vector<Item> LabelView::items(
    const View& view,
    const TextStyle& style,
    std::span<const RectPx> keep_out,
    bool whole_only) const {
    std::vector<Item> items;
    std::vector<Item> texts;
    for (const MapLabel& label : labels_) {
        const PointPx exact = screen_from_world(view, label.anchor);
        // Whole pixels keep the text sharp; dot and text move together.
        const PointPx at = {std::round(exact.x), std::round(exact.y)};
        const RectPx box = {
            at.x + label.box.x,
            at.y + label.box.y,
            label.box.width,
            label.box.height};
        const RectPx screen = {
            0,
            0,
            static_cast<float>(view.size_px.width),
            static_cast<float>(view.size_px.height)};
        const bool hidden = std::any_of(keep_out.begin(), keep_out.end(), [&](const RectPx& rect) {
            return overlap(box, rect);
        });
        if (hidden || !overlap(box, screen) || (whole_only && !is_whole(box, view.size_px))) {
            continue;
        }
        if (label.dot_px > 0) {
            items.emplace_back(dot(label, at, style));
        }
        TextDraw text = label.text;
        text.baseline = {std::round(at.x + text.baseline.x), std::round(at.y + text.baseline.y)};
        texts.emplace_back(std::move(text));
    }
    items.insert(
        items.end(),
        std::make_move_iterator(texts.begin()),
        std::make_move_iterator(texts.end()));
    return items;
}

}  // namespace salient::scene
