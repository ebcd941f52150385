#include "session/apply.hpp"

#include "time/zone.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace salient::session {

namespace {

constexpr double kSlowest = 1e-5;  // days a second: about a second a second
constexpr double kFastest = 1e5;
constexpr time::UnixSeconds kShortestTimeline = 3600;

time::UnixSeconds clamp_time(time::UnixSeconds at) {
    return std::clamp(at, kFirstSecond, kLastSecond);
}

/// Ends in order, inside the calendar, at least `shortest` seconds long.
time::Window ordered(time::Window window, time::UnixSeconds shortest) {
    if (window.end < window.begin) {
        std::swap(window.begin, window.end);
    }
    window.begin = std::clamp(window.begin, kFirstSecond, kLastSecond - shortest);
    window.end = std::clamp(window.end, window.begin + shortest, kLastSecond);
    return window;
}

Camera bounded(Camera camera) {
    camera.zoom = std::isfinite(camera.zoom) ? std::clamp(camera.zoom, kMinZoom, kMaxZoom) : 5;
    camera.center.x = std::isfinite(camera.center.x) ? std::clamp(camera.center.x, 0.0, 1.0) : 0.5;
    camera.center.y = std::isfinite(camera.center.y) ? std::clamp(camera.center.y, 0.0, 1.0) : 0.5;
    return camera;
}

/// One overload a view command; everything else changes nothing.
struct Applier {
    State& state;

    void operator()(const MoveCamera& c) const { state.camera = bounded(c.camera); }
    void operator()(const PanPixels& c) const {
        Camera camera = state.camera;
        camera.center.x -= c.dx / pixels_per_world(camera);
        camera.center.y -= c.dy / pixels_per_world(camera);
        state.camera = bounded(camera);
    }
    void operator()(const ZoomAt& c) const {
        Camera camera = state.camera;
        camera.zoom = std::clamp(camera.zoom + c.levels, kMinZoom, kMaxZoom);
        const double shrink = std::exp2(state.camera.zoom - camera.zoom);
        camera.center.x = c.anchor.x + (camera.center.x - c.anchor.x) * shrink;
        camera.center.y = c.anchor.y + (camera.center.y - c.anchor.y) * shrink;
        state.camera = bounded(camera);
    }
    void operator()(const MoveCursor& c) const { state.cursor = clamp_time(c.to); }
    void operator()(const SetWindow& c) const {
        state.window = ordered(c.window, time::kSecondsPerDay);
    }
    void operator()(const SetTimeline& c) const {
        state.timeline = ordered(c.shown, kShortestTimeline);
    }
    void operator()(const SetMode& c) const { state.mode = c.mode; }
    void operator()(const StepDays& c) const {
        state.cursor = clamp_time(
            time::seconds_of(cursor_day(state)) + time::UnixSeconds{c.days} * time::kSecondsPerDay);
    }
    void operator()(const TogglePlay& /*c*/) const {
        state.playback.playing = !state.playback.playing;
        if (state.playback.playing && state.mode == TimeMode::UpToCursor
            && state.cursor >= state.window.end - time::kSecondsPerDay) {
            state.cursor = state.window.begin;
        }
    }
    void operator()(const SetPlayback& c) const {
        state.playback = c.playback;
        const double speed = c.playback.days_per_second;
        state.playback.days_per_second =
            std::isfinite(speed) ? std::clamp(speed, kSlowest, kFastest) : 1;
    }
    void operator()(const SetFilter& c) const { state.filter = c.filter; }
    void operator()(const SetLayers& c) const { state.layers = c.layers; }
    void operator()(const SetTheme& c) const { state.theme = c.theme; }
    void operator()(const SetLabels& c) const { state.labels = c.language; }
    void operator()(const SetZone& c) const {
        if (time::DisplayZone::find(c.zone)) {
            state.zone = c.zone;
        }
    }
    void operator()(const Select& c) const { state.selected = c.id; }
    template <class Other>
    void operator()(const Other& /*c*/) const {}
};

}  // namespace

bool apply(State& state, const Command& command) {
    const State before = state;
    std::visit(Applier{state}, command);
    return !(state == before);
}

bool advance(State& state, double elapsed_s) {
    if (!state.playback.playing || !(elapsed_s > 0)) {
        return false;
    }
    const double days = std::min(elapsed_s, 1.0) * state.playback.days_per_second;
    const auto step = static_cast<time::UnixSeconds>(
        std::llround(days * static_cast<double>(time::kSecondsPerDay)));
    const bool slides = state.mode == TimeMode::Window;
    const time::Window range = slides ? state.timeline : state.window;
    const time::UnixSeconds last = std::max(range.begin, range.end - 1);
    time::UnixSeconds next = state.cursor + step;
    if (next > last) {
        next = state.playback.loop ? range.begin : last;
        state.playback.playing = state.playback.loop;
    }
    if (slides) {
        const time::UnixSeconds moved = next - state.cursor;
        state.window =
            ordered({state.window.begin + moved, state.window.end + moved}, time::kSecondsPerDay);
    }
    state.cursor = clamp_time(next);
    return true;
}

}  // namespace salient::session
