#include "geo/antimeridian.hpp"

#include "geo/geodesic.hpp"
#include "geo/polygon.hpp"

#include <catch2/catch.hpp>

namespace geo = salient::geo;

namespace {

geo::Ring box(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
}

}  // namespace

TEST_CASE("polygons on one side of the antimeridian stay as they are") {
    const geo::MultiPolygon polygons{{{box(37, 48, 38, 49)}}, {{box(-180, -60, 180, 60)}}};
    bool changed = false;

    const auto cut = geo::cut_at_antimeridian(polygons, changed);

    CHECK(cut == polygons);
    CHECK_FALSE(changed);
}

TEST_CASE("a polygon across the antimeridian becomes one on each side, holes included") {
    const geo::MultiPolygon polygons{{{box(170, 50, -170, 60), box(178, 54, -178, 56)}}};
    bool changed = false;

    const auto cut = geo::cut_at_antimeridian(polygons, changed);

    CHECK(changed);
    REQUIRE(cut.size() == 2);
    const auto bounds = geo::bounds(cut);
    REQUIRE(bounds);
    CHECK(bounds->west_deg == -180);
    CHECK(bounds->east_deg == 180);
    CHECK_FALSE(geo::contains(cut, {179, 55}));
    CHECK(geo::contains(cut, {175, 55}));
    CHECK(geo::contains(cut, {-175, 55}));
    const double whole = geo::area_m2(geo::Polygon{{box(0, 50, 20, 60), box(8, 54, 12, 56)}});
    // An edge along a parallel and its two halves are not the same geodesic.
    CHECK(geo::area_m2(cut) == Approx(whole).epsilon(0.01));
}
