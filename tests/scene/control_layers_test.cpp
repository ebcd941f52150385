#include "scene/control_layers.hpp"

#include "geo/mercator.hpp"
#include "scene_support.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <utility>

using namespace salient;
using scene_support::day;

namespace {

constexpr double kWest = 34;
constexpr double kEast = 36;
constexpr int kHooks = 100;

/// A border from west to east that curls: every hook hangs over itself.
geo::Polyline curling_border() {
    geo::Polyline border;
    for (int i = 0; i < kHooks; ++i) {
        const double lon = kWest + (kEast - kWest) * i / kHooks;
        border.push_back({lon, 51});
        border.push_back({lon + 0.014, 51.004});
        border.push_back({lon + 0.002, 51.012});
        border.push_back({lon + 0.017, 51.014});
    }
    border.push_back({kEast, 51});
    return border;
}

/// Everything between a line from west to east and a latitude.
geo::MultiPolygon between(geo::Polyline line, double lat) {
    line.push_back({line.back().lon_deg, lat});
    line.push_back({line.front().lon_deg, lat});
    line.push_back(line.front());
    return {{{line}}};
}

scene::LayerFeature country(const char* code, geo::MultiPolygon polygons) {
    scene::LayerFeature result;
    result.country_a3 = code;
    result.polygons = std::move(polygons);
    return result;
}

scene::MapData curling_map() {
    scene::MapData data;
    data.theatre_countries = {
        country("UKR", between(curling_border(), 50)),
        country("RUS", between(curling_border(), 53))};
    return data;
}

/// The part of the border from 34.5 to 35.5 degrees east, and the ground north of it.
geo::MultiPolygon raid() {
    geo::Polyline line = curling_border();
    const auto is_outside = [](geo::LonLat point) {
        return point.lon_deg < 34.5 || point.lon_deg > 35.5;
    };
    line.erase(std::remove_if(line.begin(), line.end(), is_outside), line.end());
    return between(line, 51.5);
}

std::shared_ptr<const scene::ControlLayers> prepared(
    const std::vector<control::Snapshot>& snapshots,
    const scene::MapLayers* map) {
    return scene::prepare_control(control::ControlHistory("test", snapshots), map, {});
}

control::Snapshot held(geo::MultiPolygon ground, unsigned on_day) {
    return {
        day(2024, 8, on_day),
        {{control::Holder::Ukraine, control::AreaClass::Incursion, "", std::move(ground)}},
        "test"};
}

std::vector<geo::LonLat> points_of(const scene::LineMesh& mesh) {
    std::vector<geo::LonLat> points;
    for (std::size_t i = 0; i + 1 < mesh.offsets.size(); i += 2) {
        points.push_back(geo::lonlat_from_world(
            {mesh.origin.x + static_cast<double>(mesh.offsets[i]),
             mesh.origin.y + static_cast<double>(mesh.offsets[i + 1])}));
    }
    return points;
}

}  // namespace

TEST_CASE("where held ground ends at a curling border no front is drawn") {
    const auto map = scene::prepare_map_layers(curling_map(), {});

    const auto layers = prepared({held(raid(), 15)}, map.get());

    REQUIRE(layers->days.front().areas.size() == 1);
    const auto& front = layers->days.front().areas.front().front;
    REQUIRE(front != nullptr);
    CHECK(front->starts.size() == 2);  // one line
    const auto points = points_of(*front);
    CHECK(points.size() == 4);  // from the border up, east, and down to the border
    CHECK(
        std::count_if(
            points.begin(),
            points.end(),
            [](geo::LonLat point) { return point.lat_deg < 51.1; })
        == 2);
}

TEST_CASE("without a map all of the outline is front") {
    const auto layers = prepared({held(raid(), 15)}, nullptr);

    const auto& front = layers->days.front().areas.front().front;

    CHECK(points_of(*front).size() == raid().front().rings.front().size());
}

TEST_CASE(
    "a shore across from the same country's land is front, inlets included; a sea coast is none") {
    // A reservoir with an inlet in its southern shore; the country ends at the sea in the south.
    const geo::Polyline shore{
        {34, 50.4},
        {34.5, 50.4},
        {35, 50.4},
        {35, 50.34},
        {35.02, 50.34},
        {35.02, 50.4},
        {35.5, 50.4},
        {36, 50.4}};
    geo::MultiPolygon land = between({{32, 49.6}, {38, 49.6}}, 52);
    land.front().rings.push_back(between(shore, 50.5).front().rings.front());
    scene::MapData data;
    data.theatre_countries = {country("UKR", land)};
    const auto map = scene::prepare_map_layers(data, {});

    const auto layers = prepared({held(between(shore, 49.6), 15)}, map.get());

    const auto& front = layers->days.front().areas.front().front;
    REQUIRE(front != nullptr);
    CHECK(front->starts.size() == 2);  // the shore and the sides in one line
    CHECK(points_of(*front).size() == shore.size() + 2);
}

TEST_CASE("ground that stays shares its meshes with the day before") {
    const auto map = scene::prepare_map_layers(curling_map(), {});

    const auto layers = prepared(
        {held(raid(), 15), held(raid(), 16), held(between({{34, 52}, {35, 52}}, 52.5), 17)},
        map.get());

    REQUIRE(layers->days.size() == 3);
    CHECK(layers->days[0].areas.front().fill == layers->days[1].areas.front().fill);
    CHECK(layers->days[1].areas.front().fill != layers->days[2].areas.front().fill);
    CHECK(layers->at(day(2024, 8, 14)) == nullptr);
    CHECK(layers->at(day(2024, 9, 1)) == &layers->days[2]);
}
