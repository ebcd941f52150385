#include "scene/event_layer.hpp"

#include "geo/mercator.hpp"
#include "scene/hash.hpp"
#include "scene/splat.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <string>

namespace salient::scene {

namespace {

using events::Event;
using events::EventIndex;
using events::LocationPrecision;

constexpr float kMarkPx = 6.2F;
constexpr float kUncertain = 0.45F;    // how strongly a possibly-inside event is drawn
constexpr float kRejected = 0.35F;     // hollow too: it did not happen, or not so
constexpr float kLeastAreaPx = 11;     // smaller areas would hide behind their mark
constexpr float kLeastOutlinePx = 45;  // smaller regions are told by their ring alone

bool is_wide(LocationPrecision precision) {
    return precision >= LocationPrecision::District;
}

float radius_px(const events::Location& location, const View& view) {
    const double metres_per_px =
        geo::metres_per_world_unit(location.point.lat_deg) / view.pixels_per_world;
    return static_cast<float>(location.radius_m / metres_per_px);
}

RingDraw area_ring(const TextStyle& style, PointPx center, float radius_px, Color color) {
    RingDraw ring;
    ring.center = center;
    ring.radius_px = radius_px;
    // A large tinted disc would look like held ground.
    const float share = radius_px / style.px(110);
    ring.fill = faded(color, std::clamp(0.10F * (1 - share), 0.0F, 0.10F));
    ring.outline = faded(color, std::clamp(0.8F - 0.35F * share, 0.4F, 0.7F));
    ring.outline_px = style.px(1.1F);
    ring.dash_px = style.px(3);
    ring.gap_px = style.px(2.4F);
    return ring;
}

// Draws the areas in which events lie whose place is not a point; each area once.
class AreaPainter {
public:
    AreaPainter(const View& view, const TextStyle& style, const MapLayers* map)
        : view_(view),
          style_(style),
          map_(map) {}

    // @pre the event's place is wide
    void add(const Event& event) {
        const events::Location& place = *event.location;
        const PointPx at = screen_from_world(view_, geo::world_from_lonlat(place.point));
        if (std::find(drawn_.begin(), drawn_.end(), at) != drawn_.end()) {
            return;
        }
        drawn_.push_back(at);
        const MapName* region =
            place.precision == LocationPrecision::Region ? region_of(place) : nullptr;
        const float reach = radius_px(place, view_);
        const float limit =
            0.75F * static_cast<float>(std::min(view_.size_px.width, view_.size_px.height));
        // A country is no circle, and one wider than the picture cannot be read: only say that it is not a point.
        const bool is_vast = place.precision >= LocationPrecision::Country || reach > limit;
        const float least = style_.px(kLeastAreaPx);
        const bool is_small = region != nullptr || is_vast;
        rings_.emplace_back(area_ring(
            style_,
            at,
            is_small ? least : std::max(reach, least),
            style_.theme().text_quiet));
        if (region != nullptr) {
            add_outline(*region->shape);
        }
    }
    // Outlines lie below the rings.
    void take(std::vector<Item>& items) {
        items.insert(items.end(), outlines_.begin(), outlines_.end());
        items.insert(items.end(), rings_.begin(), rings_.end());
    }

private:
    const View& view_;
    const TextStyle& style_;
    const MapLayers* map_;
    std::vector<PointPx> drawn_;
    std::vector<Item> rings_;
    std::vector<Item> outlines_;

    [[nodiscard]] const MapName* region_of(const events::Location& place) const {
        if (map_ == nullptr || place.region_id.empty()) {
            return nullptr;
        }
        const std::string id = "region/" + place.region_id;
        const auto found =
            std::find_if(map_->regions.begin(), map_->regions.end(), [&](const MapName& name) {
                return name.id == id && name.shape != nullptr;
            });
        return found == map_->regions.end() ? nullptr : &*found;
    }
    void add_outline(const AreaShape& shape) {
        const double width_px = (shape.high.x - shape.low.x) * view_.pixels_per_world;
        if (shape.outline == nullptr || width_px < double{style_.px(kLeastOutlinePx)}) {
            return;
        }
        outlines_.emplace_back(StrokeDraw{
            .mesh = shape.outline,
            .width_px = style_.px(1.2F),
            .color = faded(style_.theme().text_quiet, 0.75F),
            .dash_px = style_.px(4),
            .gap_px = style_.px(3),
            .casing_px = style_.px(1),
            .casing = faded(style_.theme().halo, 0.6F)});
    }
};

void add_badge(std::vector<Item>& items, PointPx at, std::size_t count, const TextStyle& style) {
    const std::string text = count > 999 ? "999+" : std::to_string(count);
    const float size = style.px(9.5F);
    const float width = style.measure(text, FontWeight::Bold, size, 0);
    const float height = style.px(13);
    PanelDraw pill;
    pill.rect = {
        std::round(at.x + style.px(2.5F)),
        std::round(at.y - style.px(4) - height),
        std::round(std::max(width + style.px(7), height)),
        std::round(height)};
    pill.fill = style.theme().badge;
    pill.border = style.theme().event_casing;
    pill.border_px = style.px(1);
    pill.corner_px = height / 2;
    items.emplace_back(pill);
    TextDraw number;
    number.text = text;
    number.weight = FontWeight::Bold;
    number.size_px = size;
    number.color = style.theme().badge_text;
    number.baseline = {
        pill.rect.x + (pill.rect.width - width) / 2,
        pill.rect.y + (height + kCapHeight * size) / 2};
    items.emplace_back(number);
}

Symbol symbol_at(
    const events::Columns& columns,
    EventIndex index,
    bool certain,
    PointPx at,
    const TextStyle& style) {
    Symbol symbol = event_symbol(style.layer, columns.type[index], columns.status[index], certain);
    symbol.position = at;
    symbol.event = index;
    return symbol;
}

void add_selection(std::vector<Item>& items, PointPx at, const TextStyle& style) {
    RingDraw ring;
    ring.center = at;
    ring.radius_px = style.px(kMarkPx + 5.5F);
    ring.outline = faded(style.theme().event_casing, 0.9F);
    ring.outline_px = style.px(4.5F);
    items.emplace_back(ring);
    ring.outline = style.theme().selection;
    ring.outline_px = style.px(2);
    items.emplace_back(ring);
}

bool holds(const EventGroup& group, EventIndex event) {
    return std::find(group.events.begin(), group.events.end(), event) != group.events.end();
}

}  // namespace

Symbol event_symbol(
    const LayerStyle& style,
    events::EventType type,
    events::ReviewStatus status,
    bool certain) {
    const EventStyle look = event_style(style.theme, type);
    const bool is_rejected = status == events::ReviewStatus::Rejected;
    const float strength = (certain ? 1 : kUncertain) * (is_rejected ? kRejected : 1);
    Symbol symbol;
    symbol.shape = look.shape;
    symbol.radius_px = kMarkPx * style.pixel_scale;
    symbol.casing = faded(style.theme.event_casing, strength);
    symbol.casing_px = 1.3F * style.pixel_scale;
    if (status == events::ReviewStatus::Unreviewed || is_rejected) {
        symbol.fill = faded(style.theme.halo, 0.8F * strength);
        symbol.outline = faded(look.color, strength);
        symbol.outline_px = 2 * style.pixel_scale;
        symbol.radius_px *= 0.92F;
    } else {
        symbol.fill = faded(look.color, strength);
        symbol.outline = faded(style.theme.event_outline, strength);
        symbol.outline_px = 0.9F * style.pixel_scale;
    }
    return symbol;
}

std::vector<Item> event_items(
    const events::EventStore& store,
    const VisibleEvents& visible,
    const View& view,
    const TextStyle& style,
    const MapLayers* map) {
    assert(!visible.is_dense());
    std::vector<Item> items;
    AreaPainter areas(view, style, map);
    for (const EventGroup& group : visible.groups) {
        for (const EventIndex index : group.events) {
            if (is_wide(store.columns().precision[index])) {
                areas.add(store.at(index));
            }
        }
    }
    areas.take(items);
    SymbolDraw marks;
    for (const EventGroup& group : visible.groups) {
        const EventIndex top = group.events.front();
        const PointPx at = screen_from_world(view, group.point);
        marks.symbols.push_back(symbol_at(store.columns(), top, group.certain, at, style));
    }
    items.emplace_back(std::move(marks));
    for (const EventGroup& group : visible.groups) {
        if (group.events.size() > 1) {
            add_badge(items, screen_from_world(view, group.point), group.events.size(), style);
        }
    }
    return items;
}

ImageDraw event_dots(
    const events::EventStore& store,
    const VisibleEvents& visible,
    const View& view,
    const LayerStyle& style,
    KeptDots& kept) {
    assert(visible.is_dense());
    Hasher hasher;
    hasher.add(static_cast<std::uint64_t>(store.version())).add(view.center.x).add(view.center.y);
    hasher.add(view.pixels_per_world).add(static_cast<std::uint64_t>(visible.total));
    hasher.add(double{style.pixel_scale});
    hasher.add(static_cast<std::uint64_t>(style.theme.name));
    hasher.add(static_cast<std::uint64_t>(view.size_px.width));
    hasher.add(static_cast<std::uint64_t>(view.size_px.height));
    for (const CellHit& cell : visible.cells) {
        hasher.add(std::uint64_t{cell.dot.event} << 1U | (cell.certain ? 1U : 0U));
    }
    if (kept.image == nullptr || kept.store != &store || kept.key != hasher.key()) {
        kept = {&store, hasher.key(), splat(visible.cells, view, style)};
    }
    ImageDraw dots;
    dots.image = kept.image;
    dots.key = kept.key;
    return dots;
}

std::vector<Item> selection_items(
    const EventOnMap& selected,
    const VisibleEvents& visible,
    const View& view,
    const TextStyle& style) {
    std::vector<Item> items;
    const Event& event = selected.event;
    if (!event.location) {
        return items;
    }
    PointPx at = screen_from_world(view, geo::world_from_lonlat(event.location->point));
    std::size_t stacked = 1;
    for (const EventGroup& group : visible.groups) {
        if (holds(group, selected.index)) {
            at = screen_from_world(view, group.point);
            stacked = group.events.size();
        }
    }
    add_selection(items, at, style);
    Symbol symbol = event_symbol(style.layer, event.type, event.status, true);
    symbol.position = at;
    symbol.event = selected.index;
    items.emplace_back(SymbolDraw{{symbol}});
    if (stacked > 1) {
        add_badge(items, at, stacked, style);
    }
    return items;
}

}  // namespace salient::scene
