#include "control/border_split.hpp"

#include "control/change.hpp"

#include <catch2/catch.hpp>

namespace control = salient::control;
namespace geo = salient::geo;
using control::AreaClass;
using control::Holder;

namespace {

geo::MultiPolygon box(double west, double south, double east, double north) {
    return {{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}}};
}

const geo::MultiPolygon kRussia = box(38, 46, 42, 54);

double km2(const control::Snapshot& snapshot, Holder holder, AreaClass area_class) {
    for (const control::ClassArea& row : control::areas_by_class(snapshot)) {
        if (row.holder == holder && row.area_class == area_class) {
            return row.area_km2;
        }
    }
    return 0;
}

}  // namespace

TEST_CASE("ground of a source that draws both sides is classed by where it lies") {
    const geo::MultiPolygon ukraine = box(30, 48, 38, 52);
    control::Snapshot snapshot{
        {},
        {{Holder::Russia, AreaClass::Occupied, "", box(36, 48, 40, 50)},
         {Holder::Ukraine, AreaClass::Home, "", box(30, 50, 38.5, 51)}},
        {}};
    REQUIRE(control::draws_both_sides(snapshot));

    REQUIRE(control::split_at_border(snapshot, ukraine, kRussia));

    const double two_degrees = km2(snapshot, Holder::Russia, AreaClass::Occupied);
    CHECK(two_degrees > 30'000);
    CHECK(km2(snapshot, Holder::Russia, AreaClass::Home) == Approx(two_degrees).epsilon(1e-3));
    CHECK(km2(snapshot, Holder::Ukraine, AreaClass::Incursion) > 3'000);
    CHECK(km2(snapshot, Holder::Ukraine, AreaClass::Home) > 50'000);
}

TEST_CASE("a strip along the border is no incursion") {
    const geo::MultiPolygon ukraine = box(30, 48, 38, 52);
    control::Snapshot snapshot{
        {},
        {{Holder::Ukraine, AreaClass::Home, "", box(30, 48, 38.005, 52)}},
        {}};

    REQUIRE(control::split_at_border(snapshot, ukraine, kRussia));

    CHECK(km2(snapshot, Holder::Ukraine, AreaClass::Incursion) == 0);
}

TEST_CASE("water that is in no country is no incursion") {
    geo::MultiPolygon ukraine = box(30, 48, 38, 52);
    ukraine.front().rings.push_back({{33, 49}, {33, 50}, {34, 50}, {34, 49}, {33, 49}});
    control::Snapshot snapshot{
        {},
        {{Holder::Ukraine, AreaClass::Home, "", box(30, 48, 38, 52)}},
        {}};

    REQUIRE(control::split_at_border(snapshot, ukraine, kRussia));

    CHECK(km2(snapshot, Holder::Ukraine, AreaClass::Incursion) == 0);
    CHECK(km2(snapshot, Holder::Ukraine, AreaClass::Home) > 200'000);
}

TEST_CASE("a source that draws one side is no source of both") {
    const control::Snapshot snapshot{
        {},
        {{Holder::Russia, AreaClass::Occupied, "", box(36, 48, 40, 50)}},
        {}};

    CHECK_FALSE(control::draws_both_sides(snapshot));
}
