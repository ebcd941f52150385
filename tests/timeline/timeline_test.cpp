#include "time/text.hpp"
#include "timeline/axis.hpp"
#include "timeline/bins.hpp"
#include "timeline/marks.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <random>

using namespace salient;
using namespace salient::timeline;
using time::kSecondsPerDay;

namespace {

time::UnixSeconds at(const char* text) {
    return time::parse_iso(text)->begin;
}

Axis axis(const char* from, const char* to, double width = 1000) {
    return {{at(from), at(to)}, 100, width};
}

events::EventStore random_store(std::size_t count) {
    std::mt19937 random(7);
    std::vector<events::Event> list(count);
    for (std::size_t i = 0; i < count; ++i) {
        list[i].id = std::to_string(i);
        list[i].type = static_cast<events::EventType>(random() % events::kEventTypeCount);
        if (i % 50 != 0) {
            const auto day = time::day_of(at("1990-01-01")) + std::chrono::days(random() % 15'000);
            list[i].time = time::day_span(day);
        }
    }
    events::EventStore store;
    store.merge(std::move(list));
    return store;
}

control::ControlHistory history(std::initializer_list<const char*> days) {
    std::vector<control::Snapshot> snapshots;
    for (const char* day : days) {
        snapshots.push_back({time::day_of(at(day)), {}, ""});
    }
    return {"test", std::move(snapshots)};
}

}  // namespace

TEST_CASE("pixels and times map to each other") {
    const Axis a = axis("2025-01-01", "2025-01-11");

    CHECK(a.x_of(at("2025-01-01")) == Approx(100));
    CHECK(a.x_of(at("2025-01-06")) == Approx(600));
    CHECK(a.at(600) == at("2025-01-06"));
    CHECK(a.px_per_day() == Approx(100));
}

TEST_CASE("zooming keeps the time under the pointer") {
    Axis a = axis("2025-01-01", "2025-01-11");
    const time::UnixSeconds anchor = at("2025-01-04");
    const double before = a.x_of(anchor);

    a.shown = zoomed(a.shown, 0.37, anchor);

    CHECK(a.x_of(anchor) == Approx(before).margin(0.01));
}

TEST_CASE("zoom and pan stay inside the calendar") {
    time::Window w = {at("2025-01-01"), at("2025-01-11")};

    const time::Window all = zoomed(w, 1e12, at("2025-01-05"));
    CHECK(time::iso_day(time::day_of(all.begin)) == "0001-01-01");
    CHECK(time::iso_day(time::day_of(all.end - 1)) == "9999-12-31");
    w = zoomed(w, 1e-12, at("2025-01-05"));
    CHECK(w.end - w.begin == 3600);
    w = panned(w, std::numeric_limits<std::int64_t>::max() / 4);
    CHECK(w.end - w.begin == 3600);
    CHECK(time::iso_day(time::day_of(w.begin)) == "9999-12-31");
}

TEST_CASE("ticks are round, in order and apart at every zoom") {
    const double spacing = 60;
    for (double days = 0.05; days < 3'600'000; days *= 1.7) {
        Axis a = axis("2024-02-20", "2024-02-21");
        a.shown = zoomed(a.shown, days, at("2024-02-20T10:00"));

        const auto marks = ticks(a, spacing);

        REQUIRE(!marks.empty());
        CHECK(marks.size() <= 18);
        for (std::size_t i = 1; i < marks.size(); ++i) {
            // Months differ in length: February is 8 % shorter than the mean.
            CHECK(a.x_of(marks[i].at) - a.x_of(marks[i - 1].at) >= spacing * 0.9);
        }
    }
}

TEST_CASE("a month of days is labelled by day, with the month where it begins") {
    const auto marks = ticks(axis("2025-01-30", "2025-02-09"), 60);

    REQUIRE(marks.size() == 10);
    CHECK(marks[0].label == "30 Jan 2025");
    CHECK(marks[0].is_major);
    CHECK(marks[1].label == "31");
    CHECK(marks[2].label == "1 Feb 2025");
    CHECK(marks[2].is_major);
}

TEST_CASE("weeks begin on Monday") {
    for (const Tick& tick : ticks(axis("2025-01-01", "2025-04-01"), 60)) {
        CHECK(std::chrono::weekday(time::day_of(tick.at)) == std::chrono::Monday);
    }
}

TEST_CASE("bars add up to every dated event at every zoom") {
    const events::EventStore store = random_store(20'000);
    const DayCounts counts = DayCounts::build(store, {});
    CHECK(counts.dated() + counts.undated() == store.size());
    CHECK(counts.undated() == 400);

    for (double factor = 0.0001; factor < 3; factor *= 1.9) {
        Axis a = axis("1990-01-01", "2031-01-01");
        a.shown = zoomed(a.shown, factor, at("2011-05-05"));

        const Bars bars = make_bars(counts, a, 3);

        std::size_t sum = bars.before + bars.after;
        for (const Bar& bar : bars.bars) {
            sum += bar.total();
        }
        CHECK(sum == counts.dated());
        CHECK(bars.bars.size() <= 335);
    }
}

TEST_CASE("events that do not pass are not counted") {
    const events::EventStore store = random_store(1000);

    const DayCounts counts = DayCounts::build(store, [&store](events::EventIndex i) {
        return store.columns().type[i] == events::EventType::Strike;
    });

    CHECK(counts.dated() + counts.undated() == counts.totals()[1]);
    CHECK(counts.totals()[1] > 50);
    CHECK(counts.totals()[0] == 0);
}

TEST_CASE("snapshot marks that fall together are merged and counted") {
    const auto h = history({"2024-08-06", "2024-08-07", "2024-10-15", "2026-01-01"});

    const auto marks = snapshot_marks(h, axis("2024-08-01", "2024-12-31"), 10);

    REQUIRE(marks.size() == 2);
    CHECK(marks[0].count == 2);
    CHECK(time::iso_day(marks[0].last) == "2024-08-07");
    CHECK(marks[1].count == 1);
}

TEST_CASE("gaps are days on which an older snapshot is carried forward") {
    const auto h = history({"2024-08-06", "2024-08-07", "2024-10-15"});

    const auto found = gaps(h, {at("2024-01-01"), at("2025-01-01")}, 1);

    REQUIRE(found.size() == 1);
    CHECK(time::iso_day(found[0].from) == "2024-08-07");
    CHECK(time::iso_day(found[0].to) == "2024-10-15");
}

TEST_CASE("the next and previous snapshot are found from any day") {
    const auto h = history({"2024-08-06", "2024-10-15"});
    const auto day = time::day_of(at("2024-09-01"));

    CHECK(time::iso_day(*next_snapshot(h, day, 1)) == "2024-10-15");
    CHECK(time::iso_day(*next_snapshot(h, day, -1)) == "2024-08-06");
    CHECK_FALSE(next_snapshot(h, time::day_of(at("2024-10-15")), 1));
}

TEST_CASE("the handles win over the cursor, and only in their row") {
    const Axis a = axis("2025-01-01", "2025-01-11");
    const Parts parts = {at("2025-01-03"), {at("2025-01-03"), at("2025-01-06")}};

    CHECK(hit_test(a, parts, 302, true, 5) == Part::WindowBegin);
    CHECK(hit_test(a, parts, 302, false, 5) == Part::Cursor);
    CHECK(hit_test(a, parts, 598, true, 5) == Part::WindowEnd);
    CHECK(hit_test(a, parts, 450, true, 5) == Part::WindowBody);
    CHECK(hit_test(a, parts, 450, false, 5) == Part::None);
    CHECK(hit_test(a, parts, 900, true, 5) == Part::None);
}
