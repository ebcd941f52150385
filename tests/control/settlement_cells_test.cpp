#include "control/settlement_cells.hpp"

#include "control/smooth.hpp"
#include "geo/geodesic.hpp"
#include "geo/polygon.hpp"

#include <catch2/catch.hpp>

namespace base = salient::base;
namespace control = salient::control;
namespace geo = salient::geo;
using control::AreaClass;
using control::Holder;
using namespace std::chrono_literals;

namespace {

std::chrono::sys_days on(int year, unsigned month, unsigned day) {
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day};
}

geo::MultiPolygon box(double west, double south, double east, double north) {
    return {{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}}};
}

double km2(const geo::MultiPolygon& polygons) {
    return geo::area_m2(polygons) / 1e6;
}

/// Ukraine is 30–34 E, Russia 34–38 E, both 48–52 N; a site in each square degree.
std::vector<control::Territory> two_countries() {
    control::Territory ukraine{Holder::Ukraine, box(30, 48, 34, 52), {}, {}};
    control::Territory russia{Holder::Russia, box(34, 48, 38, 52), {}, {}};
    for (int row = 0; row < 4; ++row) {
        for (int column = 0; column < 8; ++column) {
            auto& country = column < 4 ? ukraine : russia;
            const std::string id = std::to_string(30 + column) + "/" + std::to_string(48 + row);
            country.sites.push_back({id, {30.5 + column, 48.5 + row}});
        }
    }
    ukraine.regions.push_back({"south", box(30, 48, 34, 49)});
    return {ukraine, russia};
}

control::Snapshot
build(std::vector<control::HoldingFact> facts, std::chrono::sys_days day, int rounds = 0) {
    return control::SettlementCells::build(two_countries(), std::move(facts), rounds)
        .value()
        .on(day)
        .value();
}

}  // namespace

TEST_CASE("nothing is drawn where nobody but the owner holds ground") {
    CHECK(build({}, on(2024, 8, 6)).areas.empty());
    CHECK(build({{"31/49", Holder::Ukraine, on(1991, 8, 24), {}}}, on(2024, 8, 6)).areas.empty());
}

TEST_CASE("a settlement brings the ground around it from its first day to the day before its end") {
    const std::vector<control::HoldingFact> facts{
        {"33/50", Holder::Russia, on(2022, 2, 24), on(2022, 4, 2)}};

    CHECK(build(facts, on(2022, 2, 23)).areas.empty());
    const auto held = build(facts, on(2022, 2, 24));
    CHECK(build(facts, on(2022, 4, 1)).areas == held.areas);
    CHECK(build(facts, on(2022, 4, 2)).areas.empty());

    REQUIRE(held.areas.size() == 1);
    CHECK(held.areas[0].holder == Holder::Russia);
    CHECK(held.areas[0].area_class == AreaClass::Occupied);
    CHECK(geo::contains(held.areas[0].polygons, {33.5, 50.5}));
    CHECK(geo::contains(held.areas[0].polygons, {33.9, 50.5}));
    CHECK_FALSE(geo::contains(held.areas[0].polygons, {34.1, 50.5}));
    CHECK_FALSE(geo::contains(held.areas[0].polygons, {32.5, 50.5}));
}

TEST_CASE("ground held since before 2022 is a class of its own") {
    const auto day = build(
        {{"33/50", Holder::Russia, on(2014, 9, 5), {}},
         {"33/49", Holder::Russia, on(2022, 3, 1), {}}},
        on(2024, 1, 1));

    REQUIRE(day.areas.size() == 2);
    CHECK(day.areas[0].area_class == AreaClass::OccupiedBefore);
    CHECK(geo::contains(day.areas[0].polygons, {33.5, 50.5}));
    CHECK(day.areas[1].area_class == AreaClass::Occupied);
    CHECK(geo::contains(day.areas[1].polygons, {33.5, 49.5}));
    CHECK(geo::intersection(day.areas[0].polygons, day.areas[1].polygons).value().empty());
}

TEST_CASE("ground across the border is an incursion and ends at the border") {
    const auto day = build({{"34/50", Holder::Ukraine, on(2024, 8, 6), {}}}, on(2024, 8, 6), 3);

    REQUIRE(day.areas.size() == 1);
    CHECK(day.areas[0].holder == Holder::Ukraine);
    CHECK(day.areas[0].area_class == AreaClass::Incursion);
    const auto bounds = geo::bounds(day.areas[0].polygons).value();
    CHECK(bounds.west_deg == 34.0);
    CHECK(bounds.east_deg < 35.01);
}

TEST_CASE("contested ground is not held by anyone") {
    const auto day = build(
        {{"33/50", Holder::Russia, on(2022, 3, 1), {}},
         {"32/50", Holder::Contested, on(2022, 3, 1), {}}},
        on(2022, 3, 1),
        2);

    REQUIRE(day.areas.size() == 2);
    CHECK(day.areas[1].holder == Holder::Contested);
    CHECK(day.areas[1].area_class == AreaClass::Contested);
    CHECK(geo::contains(day.areas[1].polygons, {32.5, 50.5}));
    CHECK(control::held_km2(day, Holder::Contested) == 0);
    const auto common = geo::intersection(day.areas[0].polygons, day.areas[1].polygons).value();
    CHECK(km2(common) < 1e-6);
}

TEST_CASE("a fact about a region fills it to its border") {
    const auto day = build({{"south", Holder::Russia, on(2014, 3, 18), {}}}, on(2020, 1, 1), 3);

    REQUIRE(day.areas.size() == 1);
    CHECK(km2(day.areas[0].polygons) == Approx(km2(box(30, 48, 34, 49))).epsilon(1e-6));
}

TEST_CASE("the later of two facts about one day wins") {
    const std::vector<control::HoldingFact> facts{
        {"33/50", Holder::Ukraine, on(2022, 4, 2), {}},
        {"33/50", Holder::Russia, on(2022, 2, 24), {}}};

    CHECK(build(facts, on(2022, 4, 1)).areas.size() == 1);
    CHECK(build(facts, on(2022, 4, 2)).areas.empty());
}

TEST_CASE("smoothing rounds the line and keeps its size") {
    std::vector<control::HoldingFact> facts;
    for (const char* id : {"33/48", "33/49", "33/50", "33/51", "32/49", "32/50"}) {
        facts.push_back({id, Holder::Russia, on(2022, 3, 1), {}});
    }
    const auto sharp = build(facts, on(2022, 3, 1), 0);
    const auto round = build(facts, on(2022, 3, 1), 3);

    REQUIRE(sharp.areas.size() == 1);
    REQUIRE(round.areas.size() == 1);
    CHECK(round.areas[0].polygons[0].rings[0].size() > sharp.areas[0].polygons[0].rings[0].size());
    CHECK(km2(round.areas[0].polygons) == Approx(km2(sharp.areas[0].polygons)).epsilon(0.1));
    CHECK_FALSE(geo::make_valid(round.areas[0].polygons).value().changed);
}

TEST_CASE("bad facts and sites are refused with the name of the place") {
    auto twice = two_countries();
    twice[0].sites.push_back({"again", twice[0].sites[3].position});

    const auto unknown =
        control::SettlementCells::build(two_countries(), {{"40/50", Holder::Russia, {}, {}}});
    const auto doubled = control::SettlementCells::build(twice, {});
    const auto alone = control::SettlementCells::build(
        {{Holder::Ukraine, box(30, 48, 34, 52), {}, {{"only", {31, 50}}}}},
        {});

    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().message.find("40/50") != std::string::npos);
    REQUIRE_FALSE(doubled);
    CHECK(doubled.error().message.find("again") != std::string::npos);
    CHECK(alone.error().code == base::ErrorCode::BadValue);
}

TEST_CASE("specks and pinholes go") {
    auto polygons = box(30, 48, 31, 49);
    polygons[0].rings.push_back(box(30.5, 48.5, 30.501, 48.501)[0].rings[0]);
    polygons.push_back(box(32, 48, 32.001, 48.001)[0]);

    CHECK(control::without_specks(polygons, 0.5) == box(30, 48, 31, 49));
    CHECK(control::without_specks({}, 0.5).empty());
    CHECK(control::smooth({}, 3).empty());
}
