#include "session/state.hpp"

#include "geo/mercator.hpp"

#include <algorithm>
#include <cmath>

namespace salient::session {

double pixels_per_world(const Camera& camera) {
    return 256.0 * std::exp2(camera.zoom);
}

Camera camera_for_box(const geo::Box& box, double width_px, double height_px, double margin_px) {
    const geo::WorldPoint north_west = geo::world_from_lonlat({box.west_deg, box.north_deg});
    const geo::WorldPoint south_east = geo::world_from_lonlat({box.east_deg, box.south_deg});
    const double width = std::max(1e-9, south_east.x - north_west.x);
    const double height = std::max(1e-9, south_east.y - north_west.y);
    const double scale = std::min(
        std::max(16.0, width_px - 2 * margin_px) / width,
        std::max(16.0, height_px - 2 * margin_px) / height);
    Camera camera;
    camera.center = {(north_west.x + south_east.x) / 2, (north_west.y + south_east.y) / 2};
    camera.zoom = std::clamp(std::log2(scale / 256.0), kMinZoom, kMaxZoom);
    return camera;
}

State default_state() {
    using std::chrono::sys_days;
    using std::chrono::year;
    State state;
    state.camera = camera_for_box(kTheatreBox, 1280, 720, 20);
    state.window = {
        time::seconds_of(sys_days(year(2024) / 8 / 1)),
        time::seconds_of(sys_days(year(2025) / 4 / 1))};
    state.cursor = time::seconds_of(sys_days(year(2025) / 1 / 12));
    state.timeline = {
        time::seconds_of(sys_days(year(2024) / 7 / 20)),
        time::seconds_of(sys_days(year(2025) / 4 / 12))};
    return state;
}

std::chrono::sys_days cursor_day(const State& state) {
    return time::day_of(state.cursor);
}

time::Window shown_window(const State& state) {
    if (state.mode == TimeMode::Window) {
        return state.window;
    }
    const time::UnixSeconds end = time::seconds_of(cursor_day(state)) + time::kSecondsPerDay;
    return {std::min(state.window.begin, end - time::kSecondsPerDay), end};
}

}  // namespace salient::session
