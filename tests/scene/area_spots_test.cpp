#include "scene/area_spots.hpp"

#include "geo/mercator.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace salient;

namespace {

scene::AreaShape shape_of(const geo::Ring& ring) {
    scene::AreaShape shape;
    shape.inside.add({geo::Polygon{{ring}}});
    geo::WorldPoint low{1, 1};
    geo::WorldPoint high{0, 0};
    for (const geo::LonLat& point : ring) {
        const geo::WorldPoint world = geo::world_from_lonlat(point);
        low = {std::min(low.x, world.x), std::min(low.y, world.y)};
        high = {std::max(high.x, world.x), std::max(high.y, world.y)};
    }
    shape.low = low;
    shape.high = high;
    return shape;
}

const geo::Ring kWide = {{0, 40}, {90, 40}, {90, 70}, {0, 70}, {0, 40}};

}  // namespace

TEST_CASE("a tile holds the points between its corners") {
    const geo::WorldPoint point = geo::world_from_lonlat({35.3, 51.2});
    const int level = GENERATE(0, 3, 7, 11);

    const scene::SpotTile tile = scene::tile_at(point, level);

    CHECK(tile.low().x <= point.x);
    CHECK(tile.low().y <= point.y);
    CHECK(tile.high().x > point.x);
    CHECK(tile.high().y > point.y);
}

TEST_CASE("a tile wholly inside an area is named in its middle") {
    const scene::AreaShape area = shape_of(kWide);
    const scene::SpotTile tile = scene::tile_at(geo::world_from_lonlat({45, 55}), 7);

    const auto spot = scene::find_spot(area, tile);

    REQUIRE(spot);
    const double width = tile.high().x - tile.low().x;
    CHECK(std::abs(spot->point.x - (tile.low().x + width / 2)) < width / 10);
    CHECK(spot->half_width_world > 0.4 * width);
}

TEST_CASE("a spot lies in the area, however little of it reaches into the tile") {
    const double east = GENERATE(37.0, 38.0, 40.0, 44.0);
    const scene::AreaShape area = shape_of({{30, 40}, {east, 40}, {east, 70}, {30, 70}, {30, 40}});
    const scene::SpotTile tile = scene::tile_at(geo::world_from_lonlat({35.3, 51.2}), 5);

    const auto spot = scene::find_spot(area, tile);

    REQUIRE(spot);
    CHECK(area.inside.contains(geo::lonlat_from_world(spot->point)));
    CHECK(
        geo::lonlat_from_world({spot->point.x + 0.9 * spot->half_width_world, spot->point.y})
            .lon_deg
        < east);
}

TEST_CASE("an area that does not reach into a tile has no spot there") {
    const scene::AreaShape area = shape_of(kWide);

    CHECK_FALSE(scene::find_spot(area, scene::tile_at(geo::world_from_lonlat({-60, 55}), 5)));
    CHECK_FALSE(scene::find_spot(area, scene::tile_at(geo::world_from_lonlat({45, 10}), 5)));
}

TEST_CASE("remembered spots are those that would be found") {
    const scene::AreaShape area = shape_of(kWide);
    const scene::SpotTile tile = scene::tile_at(geo::world_from_lonlat({20, 50}), 6);
    scene::AreaSpots spots;

    const auto first = spots.at(area, tile);
    const auto again = spots.at(area, tile);

    REQUIRE(first);
    CHECK(first->point.x == scene::find_spot(area, tile)->point.x);
    CHECK(again->point.x == first->point.x);
}
