#include "extract_support.hpp"

#include <catch2/catch.hpp>

using namespace salient::extract::test;

namespace {

struct Row {
    const char* text;
    std::vector<std::string> expected;
};

}  // namespace

TEST_CASE("what happened, when, where and who says so is read from one sentence") {
    const Row row = GENERATE(
        Row{"A missile hit a school in Sumy on Friday, killing three people and wounding seven.",
            {"strike 2025-01-10 Sumy killed=3 wounded=7 reported"}},
        Row{"Ukraine's security service said on Saturday that one soldier was captured near Sudzha "
            "on Thursday.",
            {"capture 2025-01-09 Sudzha captured=1 claimed (Ukraine's security service)"}},
        Row{"Russian troops captured the village of Kurakhove on 6 January, Russia's defence "
            "ministry said.",
            {"control_change 2025-01-06 Kurakhove claimed (Russia's defence ministry)"}},
        Row{"Thousands of people protested in Tbilisi on Friday.",
            {"protest 2025-01-10 Tbilisi reported"}});

    CHECK(told(row.text) == row.expected);
}

TEST_CASE("soldiers are captured, villages change hands") {
    CHECK(
        told("Ukrainian troops captured two soldiers near Sudzha on Friday.").front().substr(0, 7)
        == "capture");
    CHECK(
        told("Ukrainian troops captured two villages near Sudzha on Friday.").front().substr(0, 14)
        == "control_change");
}

TEST_CASE("what somebody thinks, denies, forbids or might do is not told as having happened") {
    const char* text = GENERATE(
        "The army did not attack Sumy on Friday.",
        "The drones could hit Kyiv.",
        "If Russia attacks Sumy, people will flee.",
        "Captured soldiers are protected by the Geneva Conventions.");

    CHECK(told(text).empty());
}

TEST_CASE("relative dates stay open when the day of publication is unknown") {
    const auto events =
        events_of("A missile hit a school in Sumy on Friday, killing three people.", "");

    REQUIRE(events.size() == 1);
    CHECK_FALSE(events[0].time.has_value());
}
