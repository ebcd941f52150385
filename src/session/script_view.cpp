// Lines of a script that say where, when and what is shown.
#include "events/types.hpp"
#include "geo/mercator.hpp"
#include "session/script_reader.hpp"
#include "session/script_words.hpp"
#include "time/text.hpp"

#include <algorithm>
#include <array>

namespace salient::session {

namespace {

struct NamedLayer {
    std::string_view name;
    bool Layers::*shown;
};
constexpr std::array<NamedLayer, 5> kLayers = {{
    {"regions", &Layers::regions},
    {"rivers", &Layers::rivers},
    {"places", &Layers::places},
    {"control", &Layers::control},
    {"events", &Layers::events},
}};

// --- where and when ---

Outcome read_at(Line line) {
    const auto day = time::parse_iso(line.rest);
    return day ? done(MoveCursor{day->begin}) : expected("a day such as 2025-01-12");
}
Outcome read_window(Line line) {
    const auto window = read_days(line.rest);
    return window ? done(SetWindow{*window}) : expected("days such as 2024-08-01..2025-03-31");
}
Outcome read_timeline(Line line) {
    const auto window = read_days(line.rest);
    return window ? done(SetTimeline{*window}) : expected("days such as 2024-08-01..2025-03-31");
}
Outcome read_zoom(Line line) {
    const auto zoom = read_number(line.rest);
    if (!zoom) {
        return expected("a zoom level such as 8");
    }
    Camera camera = line.state.camera;
    camera.zoom = *zoom;
    return done(MoveCamera{camera});
}
Outcome read_center(Line line) {
    const auto lon = read_number(take_word(line.rest));
    const auto lat = read_number(line.rest);
    if (!lon || !lat) {
        return expected("longitude and latitude such as 35.2 51.2");
    }
    Camera camera = line.state.camera;
    camera.center = geo::world_from_lonlat({*lon, *lat});
    return done(MoveCamera{camera});
}
Outcome read_pan(Line line) {
    const auto dx = read_number(take_word(line.rest));
    const auto dy = read_number(line.rest);
    return dx && dy ? done(PanPixels{*dx, *dy}) : expected("two numbers of pixels such as 100 -20");
}
Outcome read_goto(Line line) {
    return line.rest.empty() ? expected("a place name") : done(GoToPlace{std::string(line.rest)});
}
Outcome read_step(Line line) {
    const auto count = read_integer(line.rest);
    return count ? done(StepDays{*count}) : expected("a number of days such as 1 or -7");
}
Outcome read_mode(Line line) {
    if (line.rest == "window") {
        return done(SetMode{TimeMode::Window});
    }
    return line.rest == "cumulative" ? done(SetMode{TimeMode::UpToCursor})
                                     : expected("'window' or 'cumulative'");
}
Outcome set_playing(Line line, bool playing) {
    Playback playback = line.state.playback;
    playback.playing = playing;
    return done(SetPlayback{playback});
}
Outcome read_speed(Line line) {
    const auto speed = read_number(line.rest);
    if (!speed || *speed <= 0) {
        return expected("days per second, more than 0");
    }
    Playback playback = line.state.playback;
    playback.days_per_second = *speed;
    return done(SetPlayback{playback});
}
Outcome read_loop(Line line) {
    const auto on = read_on_off(line.rest);
    Playback playback = line.state.playback;
    playback.loop = on.value_or(false);
    return on ? done(SetPlayback{playback}) : expected("'on' or 'off'");
}

// --- what is shown ---

Outcome read_theme(Line line) {
    if (line.rest == "light") {
        return done(SetTheme{Theme::Light});
    }
    return line.rest == "dark" ? done(SetTheme{Theme::Dark}) : expected("'light' or 'dark'");
}
Outcome read_labels(Line line) {
    if (line.rest == "local") {
        return done(SetLabels{LabelLanguage::Local});
    }
    return line.rest == "english" ? done(SetLabels{LabelLanguage::English})
                                  : expected("'english' or 'local'");
}
Outcome read_zone(Line line) {
    return line.rest.empty() ? expected("a time zone such as Europe/Kyiv")
                             : done(SetZone{std::string(line.rest)});
}
Outcome read_types(Line line) {
    Filter filter = line.state.filter;
    filter.types.reset();
    if (line.rest == "all") {
        filter.types.set();
    }
    while (!line.rest.empty() && line.rest != "all") {
        const auto comma = line.rest.find(',');
        const auto type = events::type_from_id(trim(line.rest.substr(0, comma)));
        if (!type) {
            return expected("event types such as strike,capture, or 'all'");
        }
        filter.types.set(static_cast<std::size_t>(*type));
        line.rest = comma == std::string_view::npos ? "" : line.rest.substr(comma + 1);
    }
    return done(SetFilter{filter});
}
Outcome read_search(Line line) {
    Filter filter = line.state.filter;
    filter.text = std::string(line.rest);
    return done(SetFilter{filter});
}
Outcome read_unreviewed(Line line) {
    const auto on = read_on_off(line.rest);
    Filter filter = line.state.filter;
    filter.unreviewed = on.value_or(true);
    return on ? done(SetFilter{filter}) : expected("'on' or 'off'");
}
Outcome read_rejected(Line line) {
    const auto on = read_on_off(line.rest);
    Filter filter = line.state.filter;
    filter.rejected = on.value_or(true);
    return on ? done(SetFilter{filter}) : expected("'on' or 'off'");
}
Outcome read_layer(Line line) {
    const std::string_view name = take_word(line.rest);
    const auto* layer =
        std::find_if(kLayers.begin(), kLayers.end(), [name](const NamedLayer& each) {
            return each.name == name;
        });
    const auto on = read_on_off(line.rest);
    if (layer == kLayers.end() || !on) {
        return expected("regions, rivers, places, control or events, then 'on' or 'off'");
    }
    Layers layers = line.state.layers;
    layers.*(layer->shown) = *on;
    return done(SetLayers{layers});
}

constexpr std::array<LineReader, 21> kReaders = {{
    {"at", read_at},
    {"window", read_window},
    {"timeline", read_timeline},
    {"zoom", read_zoom},
    {"center", read_center},
    {"pan", read_pan},
    {"goto", read_goto},
    {"step", read_step},
    {"mode", read_mode},
    {"play", [](Line line) { return set_playing(line, true); }},
    {"pause", [](Line line) { return set_playing(line, false); }},
    {"speed", read_speed},
    {"loop", read_loop},
    {"theme", read_theme},
    {"labels", read_labels},
    {"zone", read_zone},
    {"types", read_types},
    {"search", read_search},
    {"unreviewed", read_unreviewed},
    {"rejected", read_rejected},
    {"layer", read_layer},
}};

}  // namespace

std::span<const LineReader> view_line_readers() {
    return kReaders;
}

}  // namespace salient::session
