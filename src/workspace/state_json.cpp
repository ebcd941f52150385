#include "events/types.hpp"
#include "workspace/json_codec.hpp"
#include "workspace/words.hpp"

#include <string>

namespace salient::workspace {

namespace {

// Structured bindings name every member: a new one does not compile until it is stored.

/// Reads a member that may be absent.
template <class T>
void read(const Json& json, const char* name, T& value) {
    if (const auto found = json.find(name); found != json.end()) {
        found->get_to(value);
    }
}

Json encode(const time::Window& window) {
    return {{"begin", window.begin}, {"end", window.end}};
}
void decode(const Json& json, time::Window& window) {
    json.at("begin").get_to(window.begin);
    json.at("end").get_to(window.end);
}

Json encode(const session::Camera& camera) {
    const auto& [center, zoom] = camera;
    return {{"x", center.x}, {"y", center.y}, {"zoom", zoom}};
}
void decode(const Json& json, session::Camera& camera) {
    json.at("x").get_to(camera.center.x);
    json.at("y").get_to(camera.center.y);
    json.at("zoom").get_to(camera.zoom);
}

Json encode(const session::Filter& filter) {
    const auto& [types, text, unreviewed, rejected] = filter;
    Json hidden = Json::array();  // types of a later version are shown until they are hidden
    for (std::size_t i = 0; i < events::kEventTypeCount; ++i) {
        if (!types.test(i)) {
            hidden.push_back(events::type_id(static_cast<events::EventType>(i)));
        }
    }
    return {
        {"hidden_types", hidden},
        {"text", text},
        {"unreviewed", unreviewed},
        {"rejected", rejected}};
}

void decode(const Json& json, session::Filter& filter) {
    if (const auto hidden = json.find("hidden_types"); hidden != json.end()) {
        filter.types.set();
        for (const Json& word : hidden->get_ref<const Json::array_t&>()) {
            if (const auto type = events::type_from_id(word.get_ref<const std::string&>())) {
                filter.types.reset(static_cast<std::size_t>(*type));
            }
        }
    }
    read(json, "text", filter.text);
    read(json, "unreviewed", filter.unreviewed);
    read(json, "rejected", filter.rejected);
}

Json encode(const session::Layers& layers) {
    const auto& [regions, rivers, places, control, events] = layers;
    return {
        {"regions", regions},
        {"rivers", rivers},
        {"places", places},
        {"control", control},
        {"events", events}};
}

void decode(const Json& json, session::Layers& layers) {
    read(json, "regions", layers.regions);
    read(json, "rivers", layers.rivers);
    read(json, "places", layers.places);
    read(json, "control", layers.control);
    read(json, "events", layers.events);
}

Json encode(const session::Playback& playback) {
    const auto& [playing, days_per_second, loop] = playback;
    return {{"playing", playing}, {"days_per_second", days_per_second}, {"loop", loop}};
}

void decode(const Json& json, session::Playback& playback) {
    read(json, "playing", playback.playing);
    read(json, "days_per_second", playback.days_per_second);
    read(json, "loop", playback.loop);
}

template <class T>
void decode_member(const Json& json, const char* name, T& value) {
    if (const auto found = json.find(name); found != json.end()) {
        decode(*found, value);
    }
}

}  // namespace

Json encode(const session::State& state) {
    const auto& [camera, window, cursor, mode, playback, filter, layers, theme, labels, zone, selected, timeline] =
        state;
    return {
        {"camera", encode(camera)},
        {"window", encode(window)},
        {"cursor", cursor},
        {"mode", mode_id(mode)},
        {"playback", encode(playback)},
        {"filter", encode(filter)},
        {"layers", encode(layers)},
        {"theme", theme == session::Theme::Dark ? "dark" : "light"},
        {"labels", labels == session::LabelLanguage::Local ? "local" : "english"},
        {"zone", zone},
        {"selected", selected},
        {"timeline", encode(timeline)}};
}

void decode(const Json& json, session::State& state) {
    decode_member(json, "camera", state.camera);
    decode_member(json, "window", state.window);
    read(json, "cursor", state.cursor);
    state.mode = mode_from_id(json.value("mode", "")).value_or(state.mode);
    decode_member(json, "playback", state.playback);
    decode_member(json, "filter", state.filter);
    decode_member(json, "layers", state.layers);
    if (const std::string theme = json.value("theme", ""); !theme.empty()) {
        state.theme = theme == "dark" ? session::Theme::Dark : session::Theme::Light;
    }
    if (const std::string labels = json.value("labels", ""); !labels.empty()) {
        state.labels =
            labels == "local" ? session::LabelLanguage::Local : session::LabelLanguage::English;
    }
    read(json, "zone", state.zone);
    read(json, "selected", state.selected);
    decode_member(json, "timeline", state.timeline);
}

Json encode(const Bookmark& bookmark) {
    const auto& [name, camera, window, cursor, mode] = bookmark;
    return {
        {"name", name},
        {"camera", encode(camera)},
        {"window", encode(window)},
        {"cursor", cursor},
        {"mode", mode_id(mode)}};
}

void decode(const Json& json, Bookmark& bookmark) {
    json.at("name").get_to(bookmark.name);
    decode(json.at("camera"), bookmark.camera);
    decode(json.at("window"), bookmark.window);
    json.at("cursor").get_to(bookmark.cursor);
    bookmark.mode = mode_from_id(json.value("mode", "")).value_or(bookmark.mode);
}

}  // namespace salient::workspace
