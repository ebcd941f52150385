#include "scene/build.hpp"

#include "scene/base_layer.hpp"
#include "scene/hash.hpp"
#include "scene/page_content.hpp"
#include "scene/theme.hpp"
#include "text/font.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <iterator>

namespace salient::scene {

namespace {

constexpr std::size_t kMostNamedMarks = 80;

std::uint64_t number(bool value) {
    return value ? 1 : 0;
}

// Whatever changes the look of every layer.
Hasher frame_hash(const Inputs& inputs, const View& view) {
    Hasher hasher;
    hasher.add(view.center.x).add(view.center.y).add(view.pixels_per_world);
    hasher.add(static_cast<std::uint64_t>(view.size_px.width));
    hasher.add(static_cast<std::uint64_t>(view.size_px.height));
    hasher.add(double{inputs.pixel_scale});
    hasher.add(static_cast<std::uint64_t>(inputs.state.theme));
    return hasher;
}

Layer base_layer(
    const Inputs& inputs,
    const View& view,
    const LayerStyle& style,
    SceneCache& cache) {
    Layer layer;
    layer.kind = LayerKind::Base;
    Hasher hasher = frame_hash(inputs, view);
    hasher.add(inputs.map != nullptr ? inputs.map->key : 0);
    hasher.add(number(inputs.state.layers.regions)).add(number(inputs.state.layers.rivers));
    layer.key = hasher.key();
    if (inputs.map == nullptr) {
        return layer;
    }
    if (cache.base_key != layer.key) {
        cache.base_items = base_items(*inputs.map, inputs.state.layers, view, style);
        cache.base_key = layer.key;
    }
    layer.items = cache.base_items;
    return layer;
}

const ControlDay* control_day(const Inputs& inputs) {
    if (inputs.control == nullptr || !inputs.state.layers.control) {
        return nullptr;
    }
    return inputs.control->at(session::cursor_day(inputs.state));
}

Layer control_layer(
    const Inputs& inputs,
    const View& view,
    const LayerStyle& style,
    const ControlDay* day) {
    Layer layer;
    layer.kind = LayerKind::Control;
    Hasher hasher = frame_hash(inputs, view);
    if (day != nullptr) {
        layer.items = control_items(*day, style);
        hasher.add(inputs.control->key);
        hasher.add(static_cast<std::uint64_t>(day->day.time_since_epoch().count()));
    }
    layer.key = hasher.key();
    return layer;
}

VisibleEvents visible_events(const Inputs& inputs, const View& view, SceneCache& cache) {
    if (!inputs.state.layers.events || inputs.events.empty()) {
        return {};
    }
    const EventView::Look look{view, inputs.pixel_scale, session::shown_window(inputs.state)};
    cache.events.update(inputs.events, inputs.state.filter, look);
    return cache.events.visible(inputs.events, look);
}

RectPx box_around(PointPx center, float reach) {
    return {center.x - reach, center.y - reach, 2 * reach, 2 * reach};
}

// Where marks, their badges and the ring of the selected one lie; nothing for a carpet of dots.
std::vector<RectPx> mark_boxes(const Layer& events) {
    std::vector<RectPx> boxes;
    for (const Item& item : events.items) {
        if (const auto* badge = std::get_if<PanelDraw>(&item)) {
            boxes.push_back(badge->rect);
        } else if (const auto* marks = std::get_if<SymbolDraw>(&item)) {
            for (const Symbol& symbol : marks->symbols) {
                boxes.push_back(box_around(symbol.position, symbol.radius_px));
            }
        } else if (const auto* ring = std::get_if<RingDraw>(&item)) {
            if (ring->dash_px <= 0) {
                boxes.push_back(box_around(ring->center, ring->radius_px));
            }
        }
    }
    return boxes;
}

// Settlements with a mark, the latest event's first, while there are few enough to name.
std::vector<const MapPlace*> marked_places(const Inputs& inputs, const VisibleEvents& visible) {
    std::vector<const MapPlace*> places;
    if (inputs.map == nullptr || visible.is_dense() || visible.groups.size() > kMostNamedMarks
        || !inputs.state.layers.places) {
        return places;
    }
    for (auto group = visible.groups.size(); group-- > 0;) {
        const events::EventIndex top = visible.groups[group].events.front();
        if (inputs.events.columns().precision[top] > events::LocationPrecision::Settlement) {
            continue;
        }
        const auto location = inputs.events.at(top).location;
        if (const MapPlace* place = inputs.map->find_place(location->place_id)) {
            places.push_back(place);
        }
    }
    return places;
}

Layer label_layer(
    const Inputs& inputs,
    const View& view,
    const TextStyle& style,
    const LabelObstacles& obstacles,
    SceneCache& cache) {
    Layer layer;
    layer.kind = LayerKind::Labels;
    if (inputs.map == nullptr) {
        return layer;
    }
    cache.labels.update(*inputs.map, inputs.state, view, style);
    layer.items = cache.labels.items(view, style, obstacles);
    Hasher hasher = frame_hash(inputs, view);
    hasher.add(cache.labels.key());
    // The same labels may stand elsewhere: marks push them aside.
    for (const Item& item : layer.items) {
        if (const auto* text = std::get_if<TextDraw>(&item)) {
            hasher.add(text->text).add(double{text->baseline.x}).add(double{text->baseline.y});
        }
    }
    layer.key = hasher.key();
    return layer;
}

Layer event_layer(
    const Inputs& inputs,
    const VisibleEvents& visible,
    const View& view,
    const TextStyle& style,
    SceneCache& cache) {
    Layer layer;
    layer.kind = LayerKind::Events;
    layer.changes_often = true;
    if (!inputs.state.layers.events) {
        return layer;
    }
    if (visible.is_dense()) {
        layer.items.emplace_back(event_dots(inputs.events, visible, view, style.layer, cache.dots));
    } else {
        layer.items = event_items(inputs.events, visible, view, style, inputs.map);
    }
    if (const auto selected = inputs.events.find(inputs.state.selected)) {
        std::vector<Item> on_top =
            selection_items({inputs.events.at(*selected), *selected}, visible, view, style);
        layer.items.insert(layer.items.end(), on_top.begin(), on_top.end());
    }
    return layer;
}

// Outlines of regions lie below the names.
void move_outlines(Layer& events, Layer& labels) {
    const auto first_mark =
        std::stable_partition(events.items.begin(), events.items.end(), [](const Item& item) {
            return std::holds_alternative<StrokeDraw>(item);
        });
    Hasher hasher;
    hasher.add(labels.key);
    for (auto item = events.items.begin(); item != first_mark; ++item) {
        hasher.add(std::get<StrokeDraw>(*item).mesh->id);
    }
    labels.key = hasher.key();
    labels.items.insert(
        labels.items.begin(),
        std::make_move_iterator(events.items.begin()),
        std::make_move_iterator(first_mark));
    events.items.erase(events.items.begin(), first_mark);
}

}  // namespace

View view_of(const session::Camera& camera, SizePx size_px, float pixel_scale) {
    return {
        camera.center,
        session::pixels_per_world(camera) * static_cast<double>(pixel_scale),
        size_px};
}

Scene build(const Inputs& inputs, SceneCache& cache) {
    assert(inputs.size_px.width > 0 && inputs.size_px.height > 0 && inputs.pixel_scale > 0);
    Scene scene;
    scene.view = view_of(inputs.state.camera, inputs.size_px, inputs.pixel_scale);
    scene.pixel_scale = inputs.pixel_scale;
    const Theme& colors = theme(inputs.state.theme);
    scene.background = colors.water;
    const LayerStyle style{colors, inputs.pixel_scale};
    const TextStyle text_style{style, inputs.measure};

    const ControlDay* day = control_day(inputs);
    const VisibleEvents visible = visible_events(inputs, scene.view, cache);
    Page page = lay_out_page(
        page_content(inputs, scene.view, day, visible),
        inputs.page,
        scene.view,
        text_style);
    scene.layers.push_back(base_layer(inputs, scene.view, style, cache));
    scene.layers.push_back(control_layer(inputs, scene.view, style, day));
    Layer events = event_layer(inputs, visible, scene.view, text_style, cache);
    const std::vector<RectPx> marks = mark_boxes(events);
    const auto marked = marked_places(inputs, visible);
    const LabelObstacles obstacles{page.taken, marks, inputs.page.whole_labels, marked};
    Layer labels = label_layer(inputs, scene.view, text_style, obstacles, cache);
    move_outlines(events, labels);
    if (visible.is_dense()) {
        // A carpet of dots would hide every name.
        std::swap(labels, events);
    }
    scene.layers.push_back(std::move(labels));
    scene.layers.push_back(std::move(events));
    Layer furniture;
    furniture.kind = LayerKind::Furniture;
    furniture.changes_often = true;
    furniture.items = std::move(page.items);
    scene.layers.push_back(std::move(furniture));
    return scene;
}

std::vector<events::EventIndex> hit_events(const Inputs& inputs, SceneCache& cache, PointPx point) {
    if (!inputs.state.layers.events || inputs.events.empty()) {
        return {};
    }
    const View view = view_of(inputs.state.camera, inputs.size_px, inputs.pixel_scale);
    const EventView::Look look{view, inputs.pixel_scale, session::shown_window(inputs.state)};
    cache.events.update(inputs.events, inputs.state.filter, look);
    return cache.events.hit(inputs.events, look, point);
}

MeasureText measure_with(const text::FontSet& fonts) {
    return [&fonts](std::string_view words, FontWeight weight, float size_px, float spacing_px) {
        const text::Weight face =
            weight == FontWeight::Bold ? text::Weight::Bold : text::Weight::Regular;
        return fonts.measure(words, face, size_px, spacing_px);
    };
}

float pixel_scale_for(SizePx size_px) {
    const float by_width = static_cast<float>(size_px.width) / 1280;
    const float by_height = static_cast<float>(size_px.height) / 720;
    return std::max(0.75F, std::min(by_width, by_height));
}

}  // namespace salient::scene
