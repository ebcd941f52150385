// A picture takes the names of its own ground only: the same as if it had all.

#include "geo/mercator.hpp"
#include "places/gazetteer.hpp"
#include "scene/map_input.hpp"
#include "scene_support.hpp"
#include "shipped_gazetteer.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <string>

using namespace salient;

namespace {

const places::Gazetteer& shipped() {
    return tests::shipped_gazetteer();
}

scene::PlaceNames names_of(const geo::Box& ground) {
    return scene::prepare_place_names(scene::label_places(shipped(), "", ground));
}

const scene::PlaceNames& all_names() {
    static const scene::PlaceNames names = names_of(scene::kWholeWorld);
    return names;
}

}  // namespace

TEST_CASE("a picture with the names of its ground has the labels of one with all names") {
    const geo::Box box = GENERATE(
        geo::Box{34.5, 50.8, 36.5, 51.9},
        geo::Box{22, 45, 40, 53},
        geo::Box{36.9, 48.2, 37.3, 48.5},
        geo::Box{-170, -60, 175, 70});
    scene_support::SmallWorld world;
    world.size = {1280, 720};
    world.state.camera = session::camera_for_box(box, 1280, 720, 0);
    const auto ground =
        scene::named_ground(scene::view_of(world.state.camera, world.size, world.pixel_scale));
    const auto map = world.map;
    world.map = scene::with_names(*map, all_names());
    const auto expected = scene_support::texts(world.build(), scene::LayerKind::Labels);

    const scene::PlaceNames names = names_of(ground);
    world.map = scene::with_names(*map, names);

    CHECK(expected.size() > 3);
    CHECK(scene_support::texts(world.build(), scene::LayerKind::Labels) == expected);
    CHECK(names.seas.size() == all_names().seas.size());
}

TEST_CASE("settlements far from the ground of a picture are left out") {
    const scene::PlaceNames names = names_of({34.5, 50.8, 36.5, 51.9});

    CHECK(names.settlements.size() > 100);
    CHECK(names.settlements.size() < all_names().settlements.size() / 10);
}

TEST_CASE("places that have been renamed have their present names in Ukrainian") {
    const scene::PlaceNames& names = all_names();
    const auto local = [&names](std::string_view english, double lon_deg) {
        for (const scene::MapPlace& place : names.settlements) {
            const double lon = geo::lonlat_from_world(place.name.point).lon_deg;
            if (place.name.name == english && std::abs(lon - lon_deg) < 1) {
                return place.name.name_local;
            }
        }
        return std::string("not found");
    };

    CHECK(local("Bakhmut", 38) == "Бахмут");
    CHECK(local("Pokrovsk", 37.2) == "Покровськ");
    CHECK(local("Toretsk", 37.9) == "Торецьк");
    CHECK(local("Sumy", 34.8) == "Суми");
}
