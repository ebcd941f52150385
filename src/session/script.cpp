#include "session/script.hpp"

#include "events/types.hpp"
#include "geo/mercator.hpp"
#include "session/apply.hpp"
#include "time/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace salient::session {

namespace {

/// What one line turned into, or what was expected instead.
struct Outcome {
    std::optional<ScriptStep> step;
    std::string expected;
};
Outcome done(Command command) {
    return {ScriptStep(std::move(command)), ""};
}
Outcome expected(std::string what) {
    return {std::nullopt, std::move(what)};
}

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

/// Cuts the first word off.
std::string_view take_word(std::string_view& text) {
    text = trim(text);
    const std::string_view word = text.substr(0, text.find_first_of(" \t"));
    text = trim(text.substr(word.size()));
    return word;
}

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = code == std::errc() && end == text.data() + text.size();
    return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<int> integer(std::string_view text) {
    const auto value = number(text);
    const bool fits = value && std::abs(*value) < 1e8 && *value == std::trunc(*value);
    return fits ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

std::optional<bool> on_off(std::string_view text) {
    return text == "on" ? std::optional(true) : text == "off" ? std::optional(false) : std::nullopt;
}

std::optional<time::Window> days(std::string_view text) {
    const auto dots = text.find("..");
    const auto first = time::parse_iso(text.substr(0, dots));
    const auto last =
        dots == std::string_view::npos ? first : time::parse_iso(text.substr(dots + 2));
    if (!first || !last || last->end <= first->begin) {
        return std::nullopt;
    }
    return time::Window{first->begin, last->end};
}

struct Line {
    std::string_view rest;
    State& state;
};
using Reader = Outcome (*)(Line);

// --- where and when ---

Outcome read_at(Line line) {
    const auto day = time::parse_iso(line.rest);
    return day ? done(MoveCursor{day->begin}) : expected("a day such as 2025-01-12");
}
Outcome read_window(Line line) {
    const auto window = days(line.rest);
    return window ? done(SetWindow{*window}) : expected("days such as 2024-08-01..2025-03-31");
}
Outcome read_timeline(Line line) {
    const auto window = days(line.rest);
    return window ? done(SetTimeline{*window}) : expected("days such as 2024-08-01..2025-03-31");
}
Outcome read_zoom(Line line) {
    const auto zoom = number(line.rest);
    if (!zoom) {
        return expected("a zoom level such as 8");
    }
    Camera camera = line.state.camera;
    camera.zoom = *zoom;
    return done(MoveCamera{camera});
}
Outcome read_center(Line line) {
    const auto lon = number(take_word(line.rest));
    const auto lat = number(line.rest);
    if (!lon || !lat) {
        return expected("longitude and latitude such as 35.2 51.2");
    }
    Camera camera = line.state.camera;
    camera.center = geo::world_from_lonlat({*lon, *lat});
    return done(MoveCamera{camera});
}
Outcome read_pan(Line line) {
    const auto dx = number(take_word(line.rest));
    const auto dy = number(line.rest);
    return dx && dy ? done(PanPixels{*dx, *dy}) : expected("two numbers of pixels such as 100 -20");
}
Outcome read_goto(Line line) {
    return line.rest.empty() ? expected("a place name") : done(GoToPlace{std::string(line.rest)});
}
Outcome read_step(Line line) {
    const auto count = integer(line.rest);
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
    const auto speed = number(line.rest);
    if (!speed || *speed <= 0) {
        return expected("days per second, more than 0");
    }
    Playback playback = line.state.playback;
    playback.days_per_second = *speed;
    return done(SetPlayback{playback});
}
Outcome read_loop(Line line) {
    const auto on = on_off(line.rest);
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
    const auto on = on_off(line.rest);
    Filter filter = line.state.filter;
    filter.unreviewed = on.value_or(true);
    return on ? done(SetFilter{filter}) : expected("'on' or 'off'");
}
Outcome read_rejected(Line line) {
    const auto on = on_off(line.rest);
    Filter filter = line.state.filter;
    filter.rejected = on.value_or(true);
    return on ? done(SetFilter{filter}) : expected("'on' or 'off'");
}
Outcome read_layer(Line line) {
    static const std::map<std::string_view, bool Layers::*> kLayers = {
        {"regions", &Layers::regions},
        {"rivers", &Layers::rivers},
        {"places", &Layers::places},
        {"control", &Layers::control},
        {"events", &Layers::events}};
    const auto layer = kLayers.find(take_word(line.rest));
    const auto on = on_off(line.rest);
    if (layer == kLayers.end() || !on) {
        return expected("regions, rivers, places, control or events, then 'on' or 'off'");
    }
    Layers layers = line.state.layers;
    layers.*(layer->second) = *on;
    return done(SetLayers{layers});
}

// --- events ---

Outcome read_select(Line line) {
    return line.rest.empty() ? expected("an event id") : done(Select{std::string(line.rest), true});
}
Outcome review_as(Line line, events::ReviewStatus status) {
    return line.rest.empty() ? expected("an event id")
                             : done(Review{std::string(line.rest), status});
}
Outcome read_review(Line line) {
    const std::string id(take_word(line.rest));
    const auto status = events::status_from_id(line.rest);
    return status ? done(Review{id, *status})
                  : expected("an event id and unreviewed, accepted, edited or rejected");
}
Outcome read_retype(Line line) {
    const std::string id(take_word(line.rest));
    const auto type = events::type_from_id(line.rest);
    return type ? done(Retype{id, *type}) : expected("an event id and a type such as strike");
}
Outcome read_move(Line line) {
    const std::string id(take_word(line.rest));
    const auto lon = number(take_word(line.rest));
    const auto lat = number(line.rest);
    return lon && lat ? done(MoveEvent{id, {*lon, *lat}})
                      : expected("an event id, longitude and latitude");
}
Outcome read_redate(Line line) {
    const std::string id(take_word(line.rest));
    const auto span = time::parse_iso(line.rest);
    return span ? done(Redate{id, *span}) : expected("an event id and a date such as 2025-01-12");
}
Outcome read_published(Line line) {
    const std::string id(take_word(line.rest));
    const auto span = time::parse_iso(line.rest);
    return span ? done(SetPublished{id, time::first_day(*span)})
                : expected("an article id and a day such as 2025-01-12");
}

// --- the program ---

Outcome read_open(Line line) {
    return line.rest.empty() ? expected("a path") : done(OpenFiles{{std::string(line.rest)}});
}
Outcome read_key(Line line) {
    PressKey press;
    std::string_view rest = line.rest;
    for (auto plus = rest.find('+'); plus != std::string_view::npos && plus + 1 < rest.size();
         plus = rest.find('+')) {
        const std::string_view modifier = rest.substr(0, plus);
        if (modifier != "Ctrl" && modifier != "Shift") {
            return expected("a key such as Space, Ctrl+S or Shift+Right");
        }
        (modifier == "Ctrl" ? press.ctrl : press.shift) = true;
        rest.remove_prefix(plus + 1);
    }
    press.key = std::string(rest);
    return press.key.empty() ? expected("a key such as Space or Ctrl+S")
                             : Outcome{ScriptStep(press), ""};
}
Outcome read_click(Line line) {
    const auto x = number(take_word(line.rest));
    const auto y = number(line.rest);
    return x && y ? Outcome{ScriptStep(Click{*x, *y}), ""} : expected("x and y in pixels");
}
Outcome read_wait(Line line) {
    const auto frames = integer(line.rest);
    return frames && *frames > 0 && *frames <= 100'000
               ? Outcome{ScriptStep(WaitFrames{*frames}), ""}
               : expected("a number of frames from 1 to 100000");
}

const std::map<std::string_view, Reader>& readers() {
    static const std::map<std::string_view, Reader> kReaders = {
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
        {"select", read_select},
        {"deselect",
         [](Line) {
             return done(Select{"", false});
         }},
        {"next", [](Line) { return done(StepEvents{1}); }},
        {"previous", [](Line) { return done(StepEvents{-1}); }},
        {"unreviewed-next", [](Line) { return done(NextUnreviewed{}); }},
        {"accept", [](Line line) { return review_as(line, events::ReviewStatus::Accepted); }},
        {"reject", [](Line line) { return review_as(line, events::ReviewStatus::Rejected); }},
        {"review", read_review},
        {"retype", read_retype},
        {"move", read_move},
        {"redate", read_redate},
        {"undo", [](Line) { return done(Undo{}); }},
        {"redo", [](Line) { return done(Redo{}); }},
        {"open", read_open},
        {"save-picture", [](Line line) { return done(SavePicture{std::string(line.rest)}); }},
        {"save-events", [](Line line) { return done(SaveEvents{std::string(line.rest)}); }},
        {"published", read_published},
        {"key", read_key},
        {"click", read_click},
        {"wait", read_wait},
        {"settle",
         [](Line) {
             return Outcome{ScriptStep(Settle{}), ""};
         }},
        {"cancel", [](Line) { return done(CancelJob{}); }},
        {"quit", [](Line) { return done(Quit{false}); }},
        {"quit!", [](Line) { return done(Quit{true}); }},
    };
    return kReaders;
}

std::string text_of(double value) {
    std::array<char, 32> buffer = {};
    const char* end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return std::string(static_cast<const char*>(buffer.data()), end);
}

std::string days_text(time::Window window) {
    return time::iso_day(time::day_of(window.begin)) + ".."
           + time::iso_day(time::day_of(window.end - 1));
}

const char* on_off_text(bool on) {
    return on ? "on" : "off";
}

/// One overload a command that has a line.
struct Writer {
    using Lines = std::vector<std::string>;
    Lines operator()(const MoveCamera& c) const {
        const geo::LonLat at = geo::lonlat_from_world(c.camera.center);
        return {
            "center " + text_of(at.lon_deg) + " " + text_of(at.lat_deg),
            "zoom " + text_of(c.camera.zoom)};
    }
    Lines operator()(const PanPixels& c) const {
        return {"pan " + text_of(c.dx) + " " + text_of(c.dy)};
    }
    Lines operator()(const MoveCursor& c) const {
        return {"at " + time::iso_day(time::day_of(c.to))};
    }
    Lines operator()(const SetWindow& c) const { return {"window " + days_text(c.window)}; }
    Lines operator()(const SetTimeline& c) const { return {"timeline " + days_text(c.shown)}; }
    Lines operator()(const SetMode& c) const {
        return {c.mode == TimeMode::Window ? "mode window" : "mode cumulative"};
    }
    Lines operator()(const StepDays& c) const { return {"step " + std::to_string(c.days)}; }
    Lines operator()(const SetPlayback& c) const {
        return {
            "speed " + text_of(c.playback.days_per_second),
            std::string("loop ") + on_off_text(c.playback.loop),
            c.playback.playing ? "play" : "pause"};
    }
    Lines operator()(const SetFilter& c) const {
        std::string types;
        for (std::size_t i = 0; i < events::kEventTypeCount; ++i) {
            if (c.filter.types.test(i)) {
                types += (types.empty() ? "" : ",")
                         + std::string(events::type_id(static_cast<events::EventType>(i)));
            }
        }
        return {
            c.filter.types.all() ? "types all" : "types " + types,
            "search " + c.filter.text,
            std::string("unreviewed ") + on_off_text(c.filter.unreviewed),
            std::string("rejected ") + on_off_text(c.filter.rejected)};
    }
    Lines operator()(const SetLayers& c) const {
        return {
            std::string("layer regions ") + on_off_text(c.layers.regions),
            std::string("layer rivers ") + on_off_text(c.layers.rivers),
            std::string("layer places ") + on_off_text(c.layers.places),
            std::string("layer control ") + on_off_text(c.layers.control),
            std::string("layer events ") + on_off_text(c.layers.events)};
    }
    Lines operator()(const SetTheme& c) const {
        return {c.theme == Theme::Light ? "theme light" : "theme dark"};
    }
    Lines operator()(const SetLabels& c) const {
        return {c.language == LabelLanguage::Local ? "labels local" : "labels english"};
    }
    Lines operator()(const SetZone& c) const { return {"zone " + c.zone}; }
    Lines operator()(const Select& c) const {
        return {c.id.empty() ? "deselect" : "select " + c.id};
    }
    Lines operator()(const StepEvents& c) const { return {c.count < 0 ? "previous" : "next"}; }
    Lines operator()(const NextUnreviewed& /*c*/) const { return {"unreviewed-next"}; }
    Lines operator()(const Review& c) const {
        return {"review " + c.id + " " + std::string(events::status_id(c.status))};
    }
    Lines operator()(const Retype& c) const {
        return {"retype " + c.id + " " + std::string(events::type_id(c.type))};
    }
    Lines operator()(const MoveEvent& c) const {
        return {"move " + c.id + " " + text_of(c.point.lon_deg) + " " + text_of(c.point.lat_deg)};
    }
    Lines operator()(const Redate& c) const {
        return {"redate " + c.id + " " + time::iso_text(c.time)};
    }
    Lines operator()(const Undo& /*c*/) const { return {"undo"}; }
    Lines operator()(const Redo& /*c*/) const { return {"redo"}; }
    Lines operator()(const OpenFiles& c) const {
        Lines lines;
        for (const std::string& path : c.paths) {
            lines.push_back("open " + path);
        }
        return lines;
    }
    Lines operator()(const SavePicture& c) const { return {"save-picture " + c.path}; }
    Lines operator()(const SaveEvents& c) const { return {"save-events " + c.path}; }
    Lines operator()(const GoToPlace& c) const { return {"goto " + c.name}; }
    Lines operator()(const CancelJob& /*c*/) const { return {"cancel"}; }
    Lines operator()(const SetPublished& c) const {
        return {"published " + c.article_id + " " + time::iso_day(c.day)};
    }
    Lines operator()(const Quit& c) const { return {c.discard ? "quit!" : "quit"}; }
    template <class Other>
    Lines operator()(const Other& /*c*/) const {
        return {};
    }
};

}  // namespace

base::Result<std::vector<ScriptStep>>
parse_script(std::string_view text, std::string_view name, const State& start) {
    std::vector<ScriptStep> steps;
    State state = start;
    for (int line_number = 1; !text.empty(); ++line_number) {
        const std::size_t line_end = std::min(text.find('\n'), text.size());
        const std::string_view line = trim(text.substr(0, line_end));
        text.remove_prefix(std::min(text.size(), line_end + 1));
        if (line.empty() || line.front() == '#') {
            continue;
        }
        std::string_view rest = line;
        const auto reader = readers().find(take_word(rest));
        Outcome outcome = reader == readers().end() ? expected("a command such as 'at 2025-01-12'")
                                                    : reader->second({rest, state});
        if (!outcome.step) {
            return base::Error{
                base::ErrorCode::BadValue,
                "Expected " + outcome.expected + ", found '" + std::string(line.substr(0, 80))
                    + "'",
                std::string(name) + ":" + std::to_string(line_number)};
        }
        if (const auto* command = std::get_if<Command>(&*outcome.step)) {
            session::apply(state, *command);
        }
        steps.push_back(std::move(*outcome.step));
    }
    return steps;
}

std::vector<std::string> script_lines(const Command& command) {
    return std::visit(Writer{}, command);
}

}  // namespace salient::session
