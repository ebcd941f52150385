#include "control/history.hpp"

#include "control/gaps.hpp"

#include <catch2/catch.hpp>

namespace control = salient::control;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::sys_days day(unsigned day_of_month) {
    return std::chrono::sys_days(2024y / std::chrono::August / std::chrono::day(day_of_month));
}

control::Snapshot snapshot(unsigned day_of_month, double side = 1, const char* origin = "") {
    const salient::geo::MultiPolygon square{
        {{{{0, 0}, {side, 0}, {side, side}, {0, side}, {0, 0}}}}};
    return {
        day(day_of_month),
        {{control::Holder::Russia, control::AreaClass::Occupied, "", square}},
        origin};
}

}  // namespace

TEST_CASE("a day shows the last snapshot at or before it, with its age") {
    const control::ControlHistory history("test", {snapshot(20), snapshot(6)});

    CHECK_FALSE(history.at(day(5)));
    REQUIRE(history.at(day(6)));
    CHECK(history.at(day(6))->age_days == 0);
    CHECK(history.at(day(19))->snapshot->day == day(6));
    CHECK(history.at(day(19))->age_days == 13);
    CHECK(history.at(day(25))->snapshot->day == day(20));
    CHECK(history.at(day(25))->age_days == 5);
}

TEST_CASE("the history of one day holds what holds on it, or since when there is any") {
    const control::ControlHistory history("test", {snapshot(6), snapshot(20)});

    CHECK(history.only(day(5)).snapshots() == std::vector{history.snapshots()[0]});
    CHECK_FALSE(history.only(day(5)).at(day(5)));
    CHECK(history.only(day(19)).snapshots() == std::vector{history.snapshots()[0]});
    CHECK(history.only(day(25)).snapshots() == std::vector{history.snapshots()[1]});
    CHECK(history.only(day(25)).source() == "test");
    CHECK(control::ControlHistory().only(day(5)).empty());
}

TEST_CASE("of two snapshots of one day the later in the list wins") {
    const control::ControlHistory history(
        "test",
        {snapshot(6, 1, "first"), snapshot(8), snapshot(6, 2, "second")});

    REQUIRE(history.snapshots().size() == 2);
    CHECK(history.at(day(7))->snapshot->origin == "second");
}

TEST_CASE("an empty history holds nothing") {
    const control::ControlHistory history;

    CHECK(history.empty());
    CHECK_FALSE(history.at(day(6)));
    CHECK(control::gaps(history).empty());
    CHECK(control::unchanged_days(history).empty());
}

TEST_CASE("gaps are the runs of days without a snapshot") {
    const control::ControlHistory history(
        "test",
        {snapshot(1), snapshot(2), snapshot(4), snapshot(10)});

    const auto gaps = control::gaps(history);

    REQUIRE(gaps.size() == 2);
    CHECK(gaps[0] == control::Gap{day(3), day(3)});
    CHECK(gaps[1] == control::Gap{day(5), day(9)});
    CHECK(gaps[1].days() == 5);
}

TEST_CASE("a day is unchanged when its areas equal those of the snapshot before") {
    const control::ControlHistory history(
        "test",
        {snapshot(1), snapshot(2, 1, "other file"), snapshot(3, 2), snapshot(9, 2)});

    CHECK(control::unchanged_days(history) == std::vector<std::chrono::sys_days>{day(2), day(9)});
}
