#include "scene/map_levels.hpp"

#include "geo/mercator.hpp"

namespace salient::scene {

namespace {

// From this size of a pixel on, the far world is drawn (about zoom 3.2).
constexpr double kWorldFarDegreesPerPx = 0.15;

// Whether the box of degrees covers all of the view. Rows of the world plane count from the north.
bool covers(const geo::Box& box, const ViewBox& view) {
    const geo::WorldPoint north_west = geo::world_from_lonlat({box.west_deg, box.north_deg});
    const geo::WorldPoint south_east = geo::world_from_lonlat({box.east_deg, box.south_deg});
    return view.low.x > north_west.x && view.high.x < south_east.x && view.low.y > north_west.y
           && view.high.y < south_east.y;
}

}  // namespace

ViewBox view_box(const View& view) {
    const double half_width = view.size_px.width / 2.0 / view.pixels_per_world;
    const double half_height = view.size_px.height / 2.0 / view.pixels_per_world;
    return {
        {view.center.x - half_width, view.center.y - half_height},
        {view.center.x + half_width, view.center.y + half_height}};
}

double degrees_per_px(const View& view, float pixel_scale) {
    return 360.0 / (view.pixels_per_world / static_cast<double>(pixel_scale));
}

MapLevels levels_shown(const View& view, float pixel_scale, const geo::Box& theatre) {
    const double degrees = degrees_per_px(view, pixel_scale);
    if (degrees > kWorldFarDegreesPerPx) {
        return {
            .world_far = true,
            .world_near = false,
            .theatre_far = false,
            .theatre_near = false};
    }
    const bool far = degrees / static_cast<double>(pixel_scale) >= kFarDegreesPerPx;
    return {
        .world_far = false,
        .world_near = !covers(theatre, view_box(view)),
        .theatre_far = far,
        .theatre_near = !far};
}

}  // namespace salient::scene
