#include "control/change.hpp"

#include "control/area_class.hpp"
#include "geo/geodesic.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <numbers>

namespace control = salient::control;
namespace geo = salient::geo;
using control::AreaClass;
using control::Holder;
using namespace std::chrono_literals;

namespace {

geo::MultiPolygon box(double west, double south, double east, double north) {
    return {{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}}};
}

double km2(const geo::MultiPolygon& polygons) {
    return geo::area_m2(polygons) / 1e6;
}

control::Snapshot snapshot(std::vector<control::ControlArea> areas) {
    return {std::chrono::sys_days(2024y / std::chrono::August / 6), std::move(areas), {}};
}

control::ControlArea held(geo::MultiPolygon polygons, AreaClass area_class = AreaClass::Occupied) {
    return {Holder::Russia, area_class, "", std::move(polygons)};
}

/// A ragged blob of 3,000 corners, like a day of a front line.
geo::MultiPolygon blob(double shift_deg) {
    geo::Ring ring;
    for (int i = 0; i < 3000; ++i) {
        const double angle = 2 * std::numbers::pi * i / 3000;
        const double radius = 2 + 0.1 * std::sin(40 * angle + 30 * shift_deg);
        ring.push_back(
            {37 + shift_deg + radius * std::cos(angle), 48 + radius * 0.7 * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return {{{ring}}};
}

}  // namespace

TEST_CASE("areas are listed by holder and class, and say what is summed") {
    const auto day = snapshot(
        {held(box(37, 48, 38, 49)),
         held(box(34, 45, 35, 46), AreaClass::OccupiedBefore),
         held(box(36, 48, 37, 49)),
         {Holder::Contested, AreaClass::Contested, "", box(35, 48, 36, 49)},
         {Holder::Ukraine, AreaClass::Liberated, "", box(30, 50, 31, 51)}});

    const auto rows = control::areas_by_class(day);

    REQUIRE(rows.size() == 4);
    CHECK(rows[0].area_class == AreaClass::Liberated);
    CHECK_FALSE(rows[0].summed);
    CHECK(rows[1].area_class == AreaClass::Occupied);
    CHECK(rows[1].area_km2 == Approx(2 * km2(box(36, 48, 37, 49))));
    CHECK(rows[1].summed);
    CHECK(rows[2].area_class == AreaClass::OccupiedBefore);
    CHECK_FALSE(rows[3].summed);
    CHECK(control::held_km2(day, Holder::Russia) == Approx(rows[1].area_km2 + rows[2].area_km2));
    CHECK(control::held_km2(day, Holder::Ukraine) == 0);
}

TEST_CASE("held ground counts overlapping areas once") {
    const auto day = snapshot({held(box(37, 48, 38, 49)), held(box(37.5, 48, 38.5, 49))});

    const auto ground = control::held_ground(day, Holder::Russia).value();

    CHECK(km2(ground) == Approx(km2(box(37, 48, 38.5, 49))).epsilon(1e-4));
    CHECK(control::held_ground(day, Holder::Ukraine).value().empty());
}

TEST_CASE("gained and lost ground are the parts that differ") {
    const auto before = snapshot({held(box(37, 48, 38, 49))});
    const auto after = snapshot({held(box(37.25, 48, 38.5, 49))});

    const auto change = control::change_between(before, after, Holder::Russia).value();

    CHECK(change.gained_km2 == Approx(km2(box(38, 48, 38.5, 49))).epsilon(1e-4));
    CHECK(change.lost_km2 == Approx(km2(box(37, 48, 37.25, 49))).epsilon(1e-4));
}

TEST_CASE("gained less lost is the difference of the areas") {
    const auto shift = GENERATE(0.0, 1e-9, 0.001, 0.05, 0.8, 5.0);
    const auto before = snapshot({held(blob(0))});
    const auto after = snapshot({held(blob(shift))});

    const auto change = control::change_between(before, after, Holder::Russia).value();

    const double found = change.gained_km2 - change.lost_km2 + change.slivers_km2;
    CHECK(found == Approx(change.after_km2 - change.before_km2).margin(1e-6 * change.before_km2));
    CHECK(change.gained.empty() == (shift < 1e-6));
    CHECK(change.lost.empty() == (shift < 1e-6));
}

TEST_CASE("no change between a day and itself, and all is gained from nothing") {
    const auto day = snapshot({held(blob(0))});

    const auto same = control::change_between(day, day, Holder::Russia).value();
    const auto all = control::change_between(snapshot({}), day, Holder::Russia).value();

    CHECK(same.gained.empty());
    CHECK(same.lost.empty());
    CHECK(same.before_km2 == same.after_km2);
    CHECK(all.before_km2 == 0);
    CHECK(all.gained_km2 == Approx(all.after_km2));
    CHECK(all.lost.empty());
}

TEST_CASE("slivers are left out and accounted for") {
    // 1e-6 degrees is about 0.1 m: 110 km of it are 0.008 km², so the strip is made shorter.
    const auto before = snapshot({held(box(37, 48, 38, 48.05))});
    const auto after = snapshot({held(box(37, 48, 38.000001, 48.05))});

    const auto change = control::change_between(before, after, Holder::Russia).value();

    CHECK(change.gained.empty());
    CHECK(change.slivers_km2 > 0);
    CHECK(change.slivers_km2 < control::kSliverKm2);
}

TEST_CASE("ground is divided among regions") {
    const std::vector<control::Region> regions{
        {"West", box(36, 47, 37.5, 50)},
        {"East", box(37.5, 47, 39, 50)},
        {"Far", box(0, 0, 1, 1)}};

    const auto rows = control::area_by_region(box(37, 48, 38, 49), regions).value();

    REQUIRE(rows.size() == 2);
    CHECK(rows[0].name == "West");
    CHECK(rows[0].area_km2 + rows[1].area_km2 == Approx(km2(box(37, 48, 38, 49))).epsilon(1e-4));
}

TEST_CASE("two sources agree on their common ground") {
    const auto first = snapshot({held(box(37, 48, 38, 49))});
    const auto second = snapshot({held(box(37.5, 48, 38.5, 49))});

    const auto result = control::compare_sources(first, second, Holder::Russia).value();

    CHECK(result.agreed_km2 == Approx(km2(box(37.5, 48, 38, 49))).epsilon(1e-4));
    CHECK(result.only_first_km2 == Approx(km2(box(37, 48, 37.5, 49))).epsilon(1e-4));
    CHECK(result.only_second_km2 == Approx(km2(box(38, 48, 38.5, 49))).epsilon(1e-4));
}
