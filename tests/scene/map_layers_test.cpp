#include "geo/mercator.hpp"
#include "scene/control_layers.hpp"
#include "scene/map_input.hpp"
#include "scene/mesh.hpp"
#include "scene/theme.hpp"
#include "scene_support.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <set>

using namespace salient;
using scene_support::day;

namespace {

// All points of a line mesh in degrees.
std::vector<geo::LonLat> points_of(const scene::LineMesh& mesh) {
    std::vector<geo::LonLat> points;
    for (std::size_t i = 0; i + 1 < mesh.offsets.size(); i += 2) {
        points.push_back(geo::lonlat_from_world(
            {mesh.origin.x + double{mesh.offsets[i]},
             mesh.origin.y + double{mesh.offsets[i + 1]}}));
    }
    return points;
}

}  // namespace

TEST_CASE("the front runs where held ground ends inside a country, not along its border") {
    const auto map = scene::prepare_map_layers(scene_support::small_map_data(), {});
    const auto control = scene::prepare_control(scene_support::small_history(), map.get(), {});

    const scene::ControlMesh& area = control->at(day(2024, 9, 1))->areas.at(0);

    REQUIRE(area.front != nullptr);
    // The rectangle stands on the border at 51 north: three of its four sides are front.
    const auto points = points_of(*area.front);
    REQUIRE(points.size() == 4);
    CHECK(points.front().lat_deg == Approx(51).margin(1e-4));
    CHECK(points.back().lat_deg == Approx(51).margin(1e-4));
    CHECK(points[1].lat_deg == Approx(51.3).margin(1e-4));
    CHECK(points[2].lat_deg == Approx(51.3).margin(1e-4));
}

TEST_CASE("ground of one holder has no front between its classes") {
    const auto box = [](double west, double east) {
        return geo::MultiPolygon{
            {{{{west, 50}, {east, 50}, {east, 50.5}, {west, 50.5}, {west, 50}}}}};
    };
    control::Snapshot snapshot;
    snapshot.day = day(2022, 3, 1);
    snapshot.areas = {
        {control::Holder::Russia, control::AreaClass::OccupiedBefore, "", box(35, 36)},
        {control::Holder::Russia, control::AreaClass::Occupied, "", box(36, 37)}};

    const auto control =
        scene::prepare_control(control::ControlHistory("x", {snapshot}), nullptr, {});

    for (const scene::ControlMesh& area : control->days.at(0).areas) {
        for (const geo::LonLat& point : points_of(*area.front)) {
            const bool inner = point.lon_deg > 35.99 && point.lon_deg < 36.01
                               && point.lat_deg > 50.1 && point.lat_deg < 50.4;
            CHECK_FALSE(inner);
        }
        CHECK(points_of(*area.front).size() == 4);
    }
}

TEST_CASE("a day takes the latest snapshot that is not after it") {
    const auto control = scene::prepare_control(scene_support::small_history(), nullptr, {});

    CHECK(control->at(day(2024, 8, 5)) == nullptr);
    CHECK(control->at(day(2024, 8, 6))->day == day(2024, 8, 6));
    CHECK(control->at(day(2025, 1, 9))->day == day(2024, 8, 6));
    CHECK(control->at(day(2030, 1, 1))->day == day(2025, 1, 10));
}

TEST_CASE("the coast is what only one country has") {
    const auto map = scene::prepare_map_layers(scene_support::small_map_data(), {});

    REQUIRE_FALSE(map->theatre_near.coast.empty());
    for (const geo::LonLat& a : points_of(*map->theatre_near.coast.at(0).mesh)) {
        const bool on_border =
            a.lat_deg > 50.99 && a.lat_deg < 51.01 && a.lon_deg > 30.1 && a.lon_deg < 39.9;
        CHECK_FALSE(on_border);
    }
}

TEST_CASE("meshes with one content have one id, others have others") {
    const geo::MultiPolygon square = {{{{{1, 1}, {2, 1}, {2, 2}, {1, 2}, {1, 1}}}}};
    const geo::MultiPolygon other = {{{{{1, 1}, {3, 1}, {3, 2}, {1, 2}, {1, 1}}}}};

    CHECK(scene::make_fill_mesh(square)->id == scene::make_fill_mesh(square)->id);
    CHECK(scene::make_fill_mesh(square)->id != scene::make_fill_mesh(other)->id);
    CHECK(scene::make_line_mesh(scene::outlines(square))->id != scene::make_fill_mesh(square)->id);
    CHECK(scene::make_fill_mesh({}) == nullptr);
    CHECK(scene::make_line_mesh(std::vector<geo::Polyline>{{{1, 1}}}) == nullptr);
}

TEST_CASE("preparing stops when asked") {
    std::stop_source source;
    source.request_stop();

    CHECK(
        scene::prepare_map_layers(scene_support::small_map_data(), source.get_token()) == nullptr);
    CHECK(
        scene::prepare_control(scene_support::small_history(), nullptr, source.get_token())
        == nullptr);
}

TEST_CASE("a layer feature takes what its attributes say and skips numbers that are none") {
    const std::map<std::string, std::string, std::less<>> attributes = {
        {"name", "Don"},
        {"scalerank", "3"},
        {"km2", "x"},
        {"left", "UKR"},
        {"right", "RUS"},
        {"lx", "36.5"}};
    const auto attribute = [&](std::string_view name) -> std::string_view {
        const auto found = attributes.find(name);
        return found == attributes.end() ? std::string_view() : std::string_view(found->second);
    };

    const auto feature = scene::make_layer_feature({}, {}, attribute);

    CHECK(feature.name == "Don");
    CHECK(feature.rank == 3);
    CHECK(feature.area_km2 == 0);
    CHECK(feature.country_a3 == "UKR");
    CHECK(feature.other_a3 == "RUS");
    CHECK_FALSE(feature.label_point);
}

TEST_CASE("every event type has its own colour and its own shape in both themes") {
    const auto name = GENERATE(session::Theme::Light, session::Theme::Dark);
    std::set<std::tuple<int, int, int>> colors;
    std::set<scene::Shape> shapes;
    for (std::size_t i = 0; i < events::kEventTypeCount; ++i) {
        const auto style =
            scene::event_style(scene::theme(name), static_cast<events::EventType>(i));
        colors.insert({style.color.red, style.color.green, style.color.blue});
        shapes.insert(style.shape);
        CHECK(scene::shape_outline(style.shape).size() >= 3);
    }
    CHECK(colors.size() == events::kEventTypeCount);
    CHECK(shapes.size() == events::kEventTypeCount);
}
