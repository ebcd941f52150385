#include "extract/groups.hpp"

#include "time/text.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace salient;

namespace {

events::Event strike(const std::string& article, const char* day, geo::LonLat point) {
    events::Event event;
    event.type = events::EventType::Strike;
    event.article_id = article;
    event.source_text = "A drone hit a depot, " + article + " reports.";
    event.time = time::parse_typed(day).value();
    event.location = events::Location();
    event.location->point = point;
    event.sources.push_back({"", article, "", "", ""});
    return event;
}

const geo::LonLat kToropets{31.633, 56.5};
const geo::LonLat kNearToropets{31.7, 56.55};
const geo::LonLat kRylsk{34.67, 51.57};

}  // namespace

TEST_CASE("events of two articles near each other on the same day are proposed as one happening") {
    const std::vector events = {
        strike("a", "2024-09-18", kToropets),
        strike("b", "2024-09-18", kNearToropets),
        strike("c", "2024-09-18", kRylsk)};

    const auto groups = extract::propose_groups(events);

    REQUIRE(groups.size() == 1);
    CHECK(groups[0].members == std::vector<std::size_t>{0, 1});
    CHECK(groups[0].independent_sources == 2);
}

TEST_CASE("what differs in day, type or article, is planned or has no place is in no group") {
    std::vector events = {
        strike("a", "2024-09-18", kToropets),
        strike("b", "2024-09-18", kToropets)};
    SECTION("another day") {
        events[1] = strike("b", "2024-09-20", kToropets);
    }
    SECTION("another type") {
        events[1].type = events::EventType::Shelling;
    }
    SECTION("the same article") {
        events[1].article_id = "a";
    }
    SECTION("a plan") {
        events[1].assertion = events::Assertion::Planned;
    }
    SECTION("no place") {
        events[1].location.reset();
    }

    CHECK(extract::propose_groups(events).empty());
}

TEST_CASE("a reprint and a second text of the same publisher are no independent sources") {
    std::vector events = {
        strike("a", "2024-09-18", kToropets),
        strike("b", "2024-09-18", kToropets)};
    SECTION("the same sentence") {
        events[1].source_text = "a drone hit a depot — \"a\" reports";
    }
    SECTION("the same publisher") {
        events[1].sources[0].publisher = "a";
    }

    const auto groups = extract::propose_groups(events);

    REQUIRE(groups.size() == 1);
    CHECK(groups[0].independent_sources == 1);
}
