#include "scene/scale_bar.hpp"

#include "geo/geodesic.hpp"
#include "geo/mercator.hpp"
#include "scene/number_text.hpp"

#include <cmath>

namespace salient::scene {

namespace {

// @source international mile and foot (1959)
constexpr double kMetresPerMile = 1609.344;
constexpr double kMetresPerFoot = 0.3048;

double metres_per_px(const View& view) {
    const geo::LonLat center = geo::lonlat_from_world(view.center);
    // A short piece of the parallel: its chord and the arc agree to a millionth.
    constexpr double piece_deg = 0.01;
    const geo::LonLat east = {center.lon_deg + piece_deg, center.lat_deg};
    return geo::distance_m(center, east) / (piece_deg / 360 * view.pixels_per_world);
}

double round_down(double value) {
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    const double digit = value / power;
    return (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power;
}

ScaleMark mark(double most_metres, double unit_metres, const char* unit, double px_per_metre) {
    const double amount = round_down(most_metres / unit_metres);
    return {
        number_text(amount) + " " + unit,
        static_cast<float>(amount * unit_metres * px_per_metre)};
}

}  // namespace

ScaleBar scale_bar(const View& view, float most_px) {
    const double px_per_metre = 1 / metres_per_px(view);
    const double most = static_cast<double>(most_px) / px_per_metre;
    ScaleBar bar;
    bar.metric =
        most >= 1000 ? mark(most, 1000, "km", px_per_metre) : mark(most, 1, "m", px_per_metre);
    bar.imperial = most >= kMetresPerMile ? mark(most, kMetresPerMile, "mi", px_per_metre)
                                          : mark(most, kMetresPerFoot, "ft", px_per_metre);
    return bar;
}

}  // namespace salient::scene
