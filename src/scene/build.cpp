#include "scene/build.hpp"

#include "scene/base_layer.hpp"
#include "scene/event_layer.hpp"
#include "scene/hash.hpp"
#include "scene/number_text.hpp"
#include "scene/theme.hpp"
#include "text/font.hpp"
#include "time/text.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace salient::scene {

namespace {

constexpr const char* kBorderNote =
    "Borders: internationally recognised (UN General Assembly resolution 68/262).";
constexpr const char* kControlNote =
    "Held ground is approximate, drawn from public reporting; it may be wrong by kilometres.";

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

std::string window_text(const Inputs& inputs, const ShownEvents& shown) {
    const time::Window window = session::shown_window(inputs.state);
    const std::chrono::sys_days first = time::day_of(window.begin);
    const std::chrono::sys_days last = std::max(first, time::day_of(window.end - 1));
    return "Events of " + time::display_text(time::days_span(first, last)) + " ("
           + inputs.state.zone + "): " + number_text(static_cast<double>(shown.total))
           + " in this view";
}

/// Day and age of the held ground; with details also its source.
std::vector<std::string> control_notes(const Inputs& inputs, const ControlDay* day) {
    if (inputs.control == nullptr || inputs.control->days.empty() || !inputs.state.layers.control) {
        return {};
    }
    if (day == nullptr) {
        return {"Front: no data before " + time::display_day(inputs.control->days.front().day)};
    }
    const auto age = (session::cursor_day(inputs.state) - day->day).count();
    const std::string how_old =
        age == 0 ? "" : ", " + count_text(static_cast<std::uint64_t>(age), "day") + " old";
    std::vector<std::string> notes = {"Front as of " + time::display_day(day->day) + how_old};
    if (inputs.page.details) {
        notes.push_back("Source: " + inputs.control->source);
    }
    return notes;
}

std::string credits_text(const Inputs& inputs, const ControlDay* day) {
    std::string credits = kBorderNote;
    if (day != nullptr) {
        credits += std::string(" ") + kControlNote;
    }
    if (inputs.map != nullptr && !inputs.map->credits.empty()) {
        credits += " Map data: " + inputs.map->credits;
    }
    return credits;
}

PageContent page_content(
    const Inputs& inputs,
    const View& view,
    const ControlDay* day,
    const VisibleEvents& visible) {
    PageContent content;
    const ShownEvents shown =
        count_shown(inputs.events, visible, session::shown_window(inputs.state));
    content.headline = inputs.page.headline;
    content.date = time::display_day(session::cursor_day(inputs.state));
    if (inputs.page.details && inputs.state.layers.events) {
        content.notes.push_back(window_text(inputs, shown));
    }
    // The age of the held ground is never hidden: carried-forward data must not pass for today's.
    for (std::string& note : control_notes(inputs, day)) {
        content.notes.push_back(std::move(note));
    }
    content.legend = legend_rows(shown_control(day, view), shown, inputs.page.legend_types);
    content.credits = credits_text(inputs, day);
    return content;
}

Layer label_layer(
    const Inputs& inputs,
    const View& view,
    const TextStyle& style,
    const Page& page,
    SceneCache& cache) {
    Layer layer;
    layer.kind = LayerKind::Labels;
    if (inputs.map == nullptr) {
        return layer;
    }
    cache.labels.update(*inputs.map, inputs.state, view, style);
    layer.items = cache.labels.items(view, style, page.taken, inputs.page.whole_labels);
    Hasher hasher = frame_hash(inputs, view);
    hasher.add(cache.labels.key()).add(number(inputs.page.whole_labels));
    for (const RectPx& rect : page.taken) {
        hasher.add(double{rect.x}).add(double{rect.y});
        hasher.add(double{rect.width}).add(double{rect.height});
    }
    layer.key = hasher.key();
    return layer;
}

Layer event_layer(
    const Inputs& inputs,
    const VisibleEvents& visible,
    const View& view,
    const TextStyle& style) {
    Layer layer;
    layer.kind = LayerKind::Events;
    layer.changes_often = true;
    if (!inputs.state.layers.events) {
        return layer;
    }
    layer.items = event_items(inputs.events, visible, view, style);
    if (const auto selected = inputs.events.find(inputs.state.selected)) {
        std::vector<Item> on_top =
            selection_items({inputs.events.at(*selected), *selected}, visible, view, style);
        layer.items.insert(layer.items.end(), on_top.begin(), on_top.end());
    }
    return layer;
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
    Layer labels = label_layer(inputs, scene.view, text_style, page, cache);
    Layer events = event_layer(inputs, visible, scene.view, text_style);
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
