#include "geo/geodesic.hpp"

#include <catch2/catch.hpp>

#include <limits>

namespace geo = salient::geo;

namespace {

geo::Ring rectangle(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

}  // namespace

TEST_CASE("a quarter of the meridian has the known length") {
    // The quarter meridian of WGS 84 is 10,001,965.729 m.
    CHECK(geo::distance_m({0, 0}, {0, 90}) == Approx(10'001'965.729).margin(0.001));
}

TEST_CASE("distances agree with the published test line from New York to London") {
    // GeographicLib's documentation: 40.6 N 73.8 W to 51.6 N 0.5 W is 5,551,759.4 m.
    const auto line = geo::bearing({-73.8, 40.6}, {-0.5, 51.6});

    CHECK(line.distance_m == Approx(5'551'759.4).margin(0.1));
    CHECK(line.azimuth_deg == Approx(51.198883).margin(1e-5));
}

TEST_CASE("a bearing leads to its end") {
    const geo::LonLat from{35.27, 51.19};
    const geo::LonLat to{30.52, 50.45};

    const auto line = geo::bearing(from, to);
    const auto reached = geo::destination(from, line);

    CHECK(line.azimuth_deg > 180);
    CHECK(line.azimuth_deg < 360);
    CHECK(reached.lon_deg == Approx(to.lon_deg).epsilon(1e-12));
    CHECK(reached.lat_deg == Approx(to.lat_deg).epsilon(1e-12));
}

TEST_CASE("a polygon has the published geodesic area") {
    // Antarctica in GeographicLib's Planimeter documentation: 13,662,703,680,020.1 m².
    const geo::Ring antarctica{
        {-58, -63.1},
        {-74, -72.9},
        {-102, -71.9},
        {-102, -74.9},
        {-131, -74.3},
        {-163, -77.5},
        {163, -77.4},
        {172, -71.7},
        {140, -65.9},
        {113, -65.7},
        {88, -66.6},
        {59, -66.9},
        {25, -69.8},
        {-4, -70},
        {-14, -71},
        {-33, -77.3},
        {-46, -77.9},
        {-61, -74.7},
        {-58, -63.1}};

    CHECK(geo::area_m2(geo::Polygon{{antarctica}}) == Approx(13'662'703'680'020.1).epsilon(1e-12));
}

TEST_CASE("holes are subtracted whatever the orientation of the rings") {
    auto hole = rectangle(31, 48.2, 31.5, 48.6);
    const double outer_area = geo::area_m2(geo::Polygon{{rectangle(30, 48, 32, 49)}});
    const double hole_area = geo::area_m2(geo::Polygon{{hole}});
    const geo::Ring backwards(hole.rbegin(), hole.rend());

    CHECK(hole_area > 1e9);
    CHECK(
        geo::area_m2(geo::Polygon{{rectangle(30, 48, 32, 49), hole}})
        == Approx(outer_area - hole_area));
    CHECK(
        geo::area_m2(geo::Polygon{{rectangle(30, 48, 32, 49), backwards}})
        == Approx(outer_area - hole_area));
}

TEST_CASE("an area across the antimeridian is the small one") {
    const double across = geo::area_m2(geo::Polygon{{rectangle(179, 50, 181, 51)}});
    const double wrapped =
        geo::area_m2(geo::Polygon{{{{179, 50}, {-179, 50}, {-179, 51}, {179, 51}, {179, 50}}}});

    CHECK(wrapped == Approx(across));
    CHECK(across < 2e10);
}

TEST_CASE("points that are no numbers do not spoil an area") {
    auto ring = rectangle(30, 48, 32, 49);
    const double clean = geo::area_m2(geo::Polygon{{ring}});
    ring.insert(ring.begin() + 2, {std::numeric_limits<double>::quiet_NaN(), 48});
    ring.insert(ring.begin() + 2, ring[1]);

    CHECK(geo::area_m2(geo::Polygon{{ring}}) == clean);
}

TEST_CASE("nothing has no area and one point has no length") {
    CHECK(geo::area_m2(geo::Polygon{}) == 0);
    CHECK(geo::area_m2(geo::MultiPolygon{}) == 0);
    CHECK(geo::area_m2(geo::Polygon{{geo::Ring{}}}) == 0);
    CHECK(geo::length_m({{30, 50}}) == 0);
}

TEST_CASE("a line is as long as its parts") {
    const double first = geo::distance_m({30, 50}, {31, 50});
    const double second = geo::distance_m({31, 50}, {31, 51});

    CHECK(geo::length_m({{30, 50}, {31, 50}, {31, 51}}) == Approx(first + second));
}
