#include "app/control_figures.hpp"
#include "control/area_class.hpp"
#include "geo/geodesic.hpp"
#include "time/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace salient::app {

namespace {

using Json = nlohmann::ordered_json;

/// Positive when the ring runs counter-clockwise.
double signed_area(const geo::Ring& ring) {
    double twice_area = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        twice_area += ring[i - 1].lon_deg * ring[i].lat_deg - ring[i].lon_deg * ring[i - 1].lat_deg;
    }
    return twice_area / 2;
}

/// Outlines run counter-clockwise, holes clockwise.
Json ring_json(geo::Ring ring, bool is_outline) {
    if ((signed_area(ring) > 0) != is_outline) {
        std::reverse(ring.begin(), ring.end());
    }
    Json points = Json::array();
    for (const geo::LonLat& point : ring) {
        points.push_back({point.lon_deg, point.lat_deg});
    }
    return points;
}

Json coordinates_json(const geo::MultiPolygon& polygons) {
    Json coordinates = Json::array();
    for (const geo::Polygon& polygon : polygons) {
        Json rings = Json::array();
        for (const geo::Ring& ring : polygon.rings) {
            rings.push_back(ring_json(ring, rings.empty()));
        }
        coordinates.push_back(std::move(rings));
    }
    return coordinates;
}

double km2(const geo::MultiPolygon& polygons) {
    constexpr double square_metres_per_tenth = 1e5;
    return std::round(geo::area_m2(polygons) / square_metres_per_tenth) / 10;
}

}  // namespace

std::string differing_geojson(const std::vector<DifferingGround>& differing) {
    Json features = Json::array();
    for (const DifferingGround& part : differing) {
        Json feature{{"type", "Feature"}};
        feature["properties"] = {
            {"change", part.what},
            {"holder", control::file_text(part.holder)},
            {"from", time::iso_day(part.from)},
            {"to", time::iso_day(part.to)},
            {"km2", km2(part.polygons)}};
        feature["geometry"] = {
            {"type", "MultiPolygon"},
            {"coordinates", coordinates_json(part.polygons)}};
        features.push_back(std::move(feature));
    }
    Json collection{{"type", "FeatureCollection"}};
    collection["features"] = std::move(features);
    return collection.dump() + "\n";
}

}  // namespace salient::app
