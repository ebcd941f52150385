#include "geo/mercator.hpp"

#include <catch2/catch.hpp>

namespace geo = salient::geo;

TEST_CASE("the world plane has 0/0 at the north-west corner and 1/1 at the south-east one") {
    const auto origin = geo::world_from_lonlat({-180, geo::kMercatorMaxLatDeg});
    const auto end = geo::world_from_lonlat({180, -geo::kMercatorMaxLatDeg});
    const auto middle = geo::world_from_lonlat({0, 0});

    CHECK(origin.x == Approx(0).margin(1e-15));
    CHECK(origin.y == Approx(0).margin(1e-12));
    CHECK(end.x == Approx(1));
    CHECK(end.y == Approx(1).epsilon(1e-12));
    CHECK(middle.x == 0.5);
    CHECK(middle.y == Approx(0.5).epsilon(1e-15));
}

TEST_CASE("a position comes back from the world plane") {
    const auto position = GENERATE(
        geo::LonLat{35.27, 51.19},
        geo::LonLat{-179.9, -60.5},
        geo::LonLat{180, 0},
        geo::LonLat{30.5234, 50.4501});

    const auto back = geo::lonlat_from_world(geo::world_from_lonlat(position));

    CHECK(back.lon_deg == Approx(position.lon_deg).epsilon(1e-13));
    CHECK(back.lat_deg == Approx(position.lat_deg).margin(1e-12));
}

TEST_CASE("a known place has the known tile coordinates") {
    // Tile 9/306/170 of the usual slippy-map scheme holds Sudzha (35.27 E, 51.19 N).
    const auto point = geo::world_from_lonlat({35.27, 51.19});

    CHECK(static_cast<int>(point.x * 512) == 306);
    CHECK(static_cast<int>(point.y * 512) == 170);
}

TEST_CASE("latitudes beyond the world are clamped to its edge") {
    CHECK(geo::world_from_lonlat({0, 90}).y == Approx(0).margin(1e-12));
    CHECK(geo::world_from_lonlat({0, -90}).y == Approx(1).epsilon(1e-12));
}

TEST_CASE("longitude is wrapped when a view runs over the edge of the world") {
    CHECK(geo::lonlat_from_world({1.25, 0.5}).lon_deg == Approx(-90));
    CHECK(geo::lonlat_from_world({-0.25, 0.5}).lon_deg == Approx(90));
}

TEST_CASE("a world unit is the circumference at the equator and half of it at 60 degrees") {
    CHECK(geo::metres_per_world_unit(0) == Approx(40'075'016.686).epsilon(1e-9));
    CHECK(geo::metres_per_world_unit(60) == Approx(20'037'508.343).epsilon(1e-9));
}
