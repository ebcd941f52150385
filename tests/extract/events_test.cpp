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
        Row{"Shells fell on Sumy on Friday, the governor said.",
            {"shelling 2025-01-10 Sumy claimed (the governor)"}},
        Row{"Its forces captured about 1,000 square kilometres of Kursk region on Friday.",
            {"control_change 2025-01-10 Kursk Oblast area=1000 reported"}},
        Row{"The acting governor of Kursk region said that 12 civilians had been killed on Friday.",
            {"casualties 2025-01-10 Kursk Oblast killed=12 claimed (The acting governor of Kursk "
             "region)"}},
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

TEST_CASE("speakers are names and offices, not scraps of the sentence") {
    const Row row = GENERATE(
        Row{"It gave no details, but said they had been the first soldiers captured in Sudzha on "
            "Friday.",
            {"capture 2025-01-10 Sudzha reported"}},
        Row{"A drone hit a depot in Rylsk on Friday, the regional governor said.",
            {"strike 2025-01-10 Rylsk claimed (the regional governor)"}},
        Row{"The United States said that a drone had hit a depot in Rylsk on Friday.",
            {"strike 2025-01-10 Rylsk claimed (The United States)"}},
        Row{"A drone hit a depot in Rylsk on Friday, residents said.",
            {"strike 2025-01-10 Rylsk claimed (residents)"}});

    CHECK(told(row.text) == row.expected);
}

TEST_CASE("what did not happen is told by nobody, no and without") {
    const char* text = GENERATE(
        "Nobody was hurt.",
        "There was no immediate word on casualties.",
        "The ships passed without any clashes.");

    CHECK(told(text).empty());
}

TEST_CASE("what had happened when somebody spoke has the date of the story") {
    const auto events =
        told("A missile hit a depot in Rylsk on Friday. The army said it had struck a fuel depot.");

    REQUIRE(events.size() == 2);
    CHECK(events[1].substr(0, 17) == "strike 2025-01-10");
}

TEST_CASE("a date in a clause about the place or the thing is not that of the main verb") {
    // A clause about the place, with a date of its own, behind the place of the main verb.
    const std::string where = GENERATE(
        as<std::string>{},
        ", where Ukrainian troops hold ground seized during an incursion last summer",
        ", the place Ukrainian troops hold ground seized during an incursion last summer",
        ", which Ukrainian troops entered in an incursion last summer");

    const auto undated =
        told("Two soldiers have been captured in the Kursk region" + where + ".", "2025-01-12");
    const auto dated =
        told("Two soldiers were captured in the Kursk region on Thursday" + where + ".");

    CAPTURE(where);
    REQUIRE_FALSE(undated.empty());
    CHECK(undated.front().starts_with("capture 2025-01-12 Kursk Oblast"));
    REQUIRE_FALSE(dated.empty());
    CHECK(dated.front().starts_with("capture 2025-01-09 Kursk Oblast"));
    const auto ukrainian = told(
        "Двоє солдатів потрапили в полон у Курській області, де українські війська ведуть бої "
        "після наступу влітку 2024 року.");
    REQUIRE_FALSE(ukrainian.empty());
    CHECK(ukrainian.front().starts_with("capture 2025-01-12 Kursk Oblast"));
}

TEST_CASE("a river crossed and a town named before do not take the place of where it happened") {
    CHECK(
        told("Soldiers entered the centre of Kherson on Friday after troops had retreated across "
             "the "
             "Dnipro.")
            .front()
        == "control_change 2025-01-10 Kherson reported");
    const auto events = told(
        "Troops recaptured the town of Sudzha on Friday. The town, in the Kursk region, "
        "had "
        "been under the control of the army since August.");

    REQUIRE(events.size() == 2);
    CHECK(events[1].find("Sudzha") != std::string::npos);
}

TEST_CASE("people with children among them and another two are counted once each") {
    CHECK(
        told(
            "At least 12 people, including children, were killed when a rocket hit Sumy on Friday.")
            .front()
        == "strike 2025-01-10 Sumy killed=12 reported");
    CHECK(
        told("A woman was killed and another two people injured in Sumy on Friday.").front()
        == "casualties 2025-01-10 Sumy killed=1 wounded=2 reported");
}

TEST_CASE("two events of one kind in one sentence are two, with ids of their own") {
    const auto events = events_of("On Friday Russian forces shelled Sudzha and shelled Kursk.");

    REQUIRE(events.size() == 2);
    CHECK(events[0].id != events[1].id);
}
