// Which levels of detail a view draws, and that a map of only those gives the same picture.

#include "scene/map_levels.hpp"

#include "scene_support.hpp"

#include <catch2/catch.hpp>

#include <memory>
#include <variant>
#include <vector>

using namespace salient;
using scene::MapLevels;

namespace {

constexpr scene::SizePx kSize = {640, 400};

scene::View view_of(const geo::Box& box, float pixel_scale) {
    const session::Camera camera = session::camera_for_box(
        box,
        static_cast<int>(kSize.width / pixel_scale),
        static_cast<int>(kSize.height / pixel_scale),
        0);
    return scene::view_of(camera, kSize, pixel_scale);
}

scene::LayerFeature area(const char* a3, const geo::Box& box) {
    scene::LayerFeature feature;
    feature.country_a3 = a3;
    feature.name = a3;
    feature.polygons = {
        {{{{box.west_deg, box.south_deg},
           {box.east_deg, box.south_deg},
           {box.east_deg, box.north_deg},
           {box.west_deg, box.north_deg},
           {box.west_deg, box.south_deg}}}}};
    return feature;
}

/// The small world with the rest of the world around it.
scene::MapData whole_world() {
    scene::MapData data = scene_support::small_map_data();
    data.world_countries_110m = {
        area("UKR", {30, 49, 40, 51}),
        area("FRA", {0, 45, 5, 50}),
        area("AUS", {115, -35, 150, -15})};
    data.world_countries_50m = data.world_countries_110m;
    data.world_admin1 = {area("FRA", {1, 46, 2, 47})};
    scene::LayerFeature river;
    river.rank = 1;
    river.lines = {{{1, 46}, {3, 49}}, {{10, 45}, {17, 47}}};
    data.world_rivers = {river};
    data.theatre_water_far = data.theatre_water;
    return data;
}

/// The meshes that are drawn, in order.
std::vector<std::uint64_t> drawn(const scene::Scene& scene) {
    std::vector<std::uint64_t> ids;
    for (const scene::Layer& layer : scene.layers) {
        for (const scene::Item& item : layer.items) {
            if (const auto* fill = std::get_if<scene::FillDraw>(&item)) {
                ids.push_back(fill->mesh->id);
            } else if (const auto* stroke = std::get_if<scene::StrokeDraw>(&item)) {
                ids.push_back(stroke->mesh->id);
            }
        }
    }
    return ids;
}

MapLevels levels(bool world_far, bool world_near, bool theatre_far, bool theatre_near) {
    return {world_far, world_near, theatre_far, theatre_near};
}

}  // namespace

TEST_CASE("a view draws the levels that suit its scale, and the world only where it is seen") {
    const auto shown = [](const geo::Box& box, float pixel_scale = 1) {
        return scene::levels_shown(view_of(box, pixel_scale), pixel_scale);
    };

    CHECK(shown({34, 50.3, 37.5, 52}) == levels(false, false, false, true));
    CHECK(shown({22, 45, 40, 53}) == levels(false, false, true, false));
    CHECK(shown({16, 50, 19, 52}) == levels(false, true, false, true));
    CHECK(shown({0, 30, 60, 60}) == levels(false, true, true, false));
    CHECK(shown({-170, -70, 170, 70}) == levels(true, false, false, false));
    // Lines are as fine as pixels are; how much of the world belongs into a picture is not a question of pixels.
    CHECK(shown({34, 50.3, 37.5, 52}, 4) == levels(false, false, false, true));
    CHECK(shown({-20, 30, 60, 60}, 2) == levels(true, false, false, false));
    CHECK(shown({-20, 30, 60, 60}, 1) == levels(false, true, true, false));
}

TEST_CASE("each edge of the theatre lets the world be seen") {
    const geo::Box& frame = scene::kTheatreFrame;
    const auto world_shows = [](const geo::Box& box) {
        return scene::levels_shown(view_of(box, 1), 1).world_near;
    };

    CHECK_FALSE(world_shows({30, 48, 31, 49}));
    CHECK(world_shows({frame.west_deg - 0.5, 48, frame.west_deg + 0.5, 49}));
    CHECK(world_shows({frame.east_deg - 0.5, 48, frame.east_deg + 0.5, 49}));
    CHECK(world_shows({30, frame.south_deg - 0.5, 31, frame.south_deg + 0.5}));
    CHECK(world_shows({30, frame.north_deg - 0.5, 31, frame.north_deg + 0.5}));
}

TEST_CASE("a map of the shown levels only gives the same picture") {
    const geo::Box box = GENERATE(
        geo::Box{34, 50.3, 37.5, 52},
        geo::Box{22, 45, 40, 53},
        geo::Box{16, 50, 19, 52},
        geo::Box{0, 30, 60, 60},
        geo::Box{-170, -70, 170, 70});
    const float pixel_scale = GENERATE(1.0F, 2.0F);
    scene_support::SmallWorld world;
    world.size = kSize;
    world.pixel_scale = pixel_scale;
    world.state.camera = session::camera_for_box(
        box,
        static_cast<int>(kSize.width / pixel_scale),
        static_cast<int>(kSize.height / pixel_scale),
        0);
    const scene::MapData data = whole_world();
    world.map = scene::prepare_map_layers(data, {});
    const std::vector<std::uint64_t> expected = drawn(world.build());

    world.map = scene::prepare_map_layers(
        data,
        {},
        scene::levels_shown(view_of(box, pixel_scale), pixel_scale));

    REQUIRE_FALSE(expected.empty());
    CHECK(drawn(world.build()) == expected);
}
