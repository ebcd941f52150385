#include "geo/polygon.hpp"

#include <catch2/catch.hpp>

#include <limits>

namespace geo = salient::geo;

namespace {

const geo::Polygon kHollowSquare{
    {{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}}, {{4, 4}, {6, 4}, {6, 6}, {4, 6}, {4, 4}}}};

}  // namespace

TEST_CASE("a point inside, in a hole, outside and on an edge") {
    CHECK(geo::contains(kHollowSquare, {1, 1}));
    CHECK_FALSE(geo::contains(kHollowSquare, {5, 5}));
    CHECK_FALSE(geo::contains(kHollowSquare, {11, 5}));
    CHECK(geo::contains(kHollowSquare, {0, 5}));
    CHECK(geo::contains(kHollowSquare, {10, 10}));
    CHECK(geo::contains(kHollowSquare, {4, 5}));
}

TEST_CASE("a ray through a vertex counts it once") {
    const geo::Polygon diamond{{{{0, 0}, {2, 2}, {4, 0}, {2, -2}, {0, 0}}}};

    CHECK(geo::contains(diamond, {1, 0}));
    CHECK_FALSE(geo::contains(diamond, {-1, 0}));
    CHECK_FALSE(geo::contains(diamond, {-1, 2}));
    CHECK_FALSE(geo::contains(diamond, {5, 0}));
}

TEST_CASE("a multipolygon contains what one of its parts contains") {
    const geo::MultiPolygon parts{
        kHollowSquare,
        {{{{4.5, 4.5}, {5.5, 4.5}, {5.5, 5.5}, {4.5, 5.5}, {4.5, 4.5}}}}};

    CHECK(geo::contains(parts, {5, 5}));
    CHECK_FALSE(geo::contains(parts, {4.2, 4.2}));
    CHECK_FALSE(geo::contains(geo::MultiPolygon{}, {5, 5}));
    CHECK_FALSE(geo::contains(geo::Polygon{}, {5, 5}));
}

TEST_CASE("a box across the antimeridian contains both sides of it") {
    const geo::Box box{170, -10, -170, 10};

    CHECK(geo::contains(box, {175, 0}));
    CHECK(geo::contains(box, {-175, 0}));
    CHECK_FALSE(geo::contains(box, {0, 0}));
    CHECK_FALSE(geo::contains(box, {175, 11}));
    CHECK(geo::contains(geo::Box{1, 1, 2, 2}, {1, 2}));
    CHECK_FALSE(geo::contains(geo::Box{1, 1, 2, 2}, {0.9, 1.5}));
}

TEST_CASE("bounds skip what is no number and are absent without points") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<geo::LonLat> points{{3, 4}, {nan, 90}, {-1, 7}};

    CHECK(geo::bounds(points) == geo::Box{-1, 4, 3, 7});
    CHECK(geo::bounds(geo::MultiPolygon{kHollowSquare}) == geo::Box{0, 0, 10, 10});
    CHECK_FALSE(geo::bounds(geo::MultiPolygon{}));
    CHECK_FALSE(geo::bounds(std::vector<geo::LonLat>{{nan, nan}}));
}
