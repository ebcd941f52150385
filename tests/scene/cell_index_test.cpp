#include "scene/cell_index.hpp"

#include "geo/mercator.hpp"
#include "scene_support.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

using namespace salient;
using events::EventIndex;
using scene::CellHit;
using scene::CellIndex;
using scene::WorldRect;
using scene_support::pick;

namespace {

// Days, months, instants, open edges, undated and unlocated events around Sudzha.
events::EventStore random_store(unsigned seed, int count) {
    std::mt19937 random(seed);
    std::vector<events::Event> all;
    for (int i = 0; i < count; ++i) {
        const geo::LonLat point = {
            33 + (pick(random, 5000)) / 1000.0,
            50 + (pick(random, 2500)) / 1000.0};
        const auto when = scene_support::day(2024, 6, 1) + std::chrono::days(pick(random, 300));
        events::Event event = scene_support::event(
            "e" + std::to_string(i),
            static_cast<events::EventType>(pick(random, 11)),
            point,
            when);
        event.status = static_cast<events::ReviewStatus>(pick(random, 3));
        event.location->precision = static_cast<events::LocationPrecision>(pick(random, 4));
        switch (pick(random, 12)) {
            case 0:
                event.time->end = event.time->begin;
                break;
            case 1:
                event.time->end += (pick(random, 60)) * time::kSecondsPerDay;
                break;
            case 2:
                event.time->open_end = pick(random, 8) == 0;
                break;
            case 3:
                event.time->open_begin = pick(random, 8) == 0;
                break;
            case 4:
                event.time->begin += 3600;
                event.time->end = event.time->begin + 60;
                break;
            case 5:
                event.location.reset();
                break;
            case 6:
                event.time.reset();
                break;
            default:
                break;
        }
        all.push_back(std::move(event));
    }
    events::EventStore store;
    store.merge(std::move(all));
    return store;
}

using Cell = std::pair<long, long>;

struct Expected {
    EventIndex event = 0;
    std::uint32_t count = 0;
    bool certain = false;
};

std::map<Cell, Expected> brute_force(
    const events::EventStore& store,
    const CellIndex& index,
    double cell_world,
    const time::Window& window) {
    std::map<Cell, Expected> cells;
    const auto& columns = store.columns();
    const WorldRect& region = index.region();
    for (EventIndex i = 0; i < store.size(); ++i) {
        const auto& event = store.at(i);
        const double x = columns.world_x[i];
        const double y = columns.world_y[i];
        const bool inside =
            x >= region.low.x && x < region.high.x && y >= region.low.y && y < region.high.y;
        if (!inside || !event.time || !time::possibly_inside(*event.time, window)) {
            continue;
        }
        const Cell cell = {
            static_cast<long>(std::floor((x - region.low.x) / cell_world)),
            static_cast<long>(std::floor((y - region.low.y) / cell_world))};
        Expected& entry = cells[cell];
        ++entry.count;
        entry.event = i;  // in time order: the last one wins
        entry.certain = time::certainly_inside(*event.time, window);
    }
    return cells;
}

bool shows(const scene::EventDot& dot, const events::EventStore& store) {
    const events::Event event = store.at(dot.event);
    const geo::WorldPoint at = geo::world_from_lonlat(event.location->point);
    return dot.point.x == at.x && dot.point.y == at.y && dot.type == event.type
           && dot.status == event.status && dot.precision == event.location->precision;
}

}  // namespace

TEST_CASE("the cell index finds what a look at every event finds") {
    const auto store = random_store(GENERATE(1U, 2U), 6000);
    const double cell_world = GENERATE(2e-5, 4e-4);  // some events a cell, many
    const CellIndex index(
        store.columns(),
        std::vector<std::uint8_t>(store.size(), 1),
        {{0.593, 0.331}, {0.601, 0.339}},
        cell_world);
    std::mt19937 random(3);

    for (int round = 0; round < 40; ++round) {
        const auto first = scene_support::day(2024, 5, 20) + std::chrono::days(pick(random, 320));
        const auto length = std::chrono::days(1 + pick(random, round % 2 == 0 ? 5 : 200));
        const auto cut_off = pick(random, 2) * time::kSecondsPerDay / 2;  // of the first day
        const time::Window window = {
            time::seconds_of(first) + cut_off,
            time::seconds_of(first + length)};
        const auto expected = brute_force(store, index, cell_world, window);

        const auto hits = index.query(window, index.region());

        REQUIRE(hits.size() == expected.size());
        for (const CellHit& hit : hits) {
            const Cell cell = {
                static_cast<long>(std::floor(
                    (store.columns().world_x[hit.dot.event] - index.region().low.x) / cell_world)),
                static_cast<long>(std::floor(
                    (store.columns().world_y[hit.dot.event] - index.region().low.y) / cell_world))};
            REQUIRE(expected.count(cell) == 1);
            REQUIRE(expected.at(cell).count == hit.count);
            REQUIRE(expected.at(cell).event == hit.dot.event);
            REQUIRE(expected.at(cell).certain == hit.certain);
            REQUIRE(shows(hit.dot, store));
        }
    }
}

// Enough of them that all cores take part.
TEST_CASE("many events are each put into their cell, in time order") {
    const auto store = random_store(13, 40'000);
    const double cell_world = GENERATE(2e-5, 0.02);  // many cells, one for nearly all
    const CellIndex index(
        store.columns(),
        std::vector<std::uint8_t>(store.size(), 1),
        {{0.59, 0.325}, {0.607, 0.345}},
        cell_world);
    const time::Window window = {
        time::seconds_of(scene_support::day(2024, 1, 1)),
        time::seconds_of(scene_support::day(2026, 1, 1))};
    const auto expected = brute_force(store, index, cell_world, window);

    const auto hits = index.query(window, index.region());

    REQUIRE(hits.size() == expected.size());
    for (const CellHit& hit : hits) {
        const auto cell = std::find_if(expected.begin(), expected.end(), [&](const auto& entry) {
            return entry.second.event == hit.dot.event;
        });
        REQUIRE(cell != expected.end());
        REQUIRE(cell->second.count == hit.count);
        REQUIRE(cell->second.certain == hit.certain);
    }
    CHECK(index.events_in(store.columns(), window, index.region()).size() > 30'000);
}

TEST_CASE("a part of the cells is found as it is found among all") {
    const auto store = random_store(11, 6000);
    const double cell_world = GENERATE(2e-5, 4e-4);
    const CellIndex index(
        store.columns(),
        std::vector<std::uint8_t>(store.size(), 1),
        {{0.593, 0.331}, {0.601, 0.339}},
        cell_world);
    const time::Window window = {
        time::seconds_of(scene_support::day(2024, 7, 1)),
        time::seconds_of(scene_support::day(2024, 10, 1))};
    std::mt19937 random(5);
    const auto all = index.query(window, index.region());
    const auto cell_at = [&](double value, double origin) {
        return static_cast<long>(std::floor((value - origin) / cell_world));
    };
    const geo::WorldPoint origin = index.region().low;

    for (int round = 0; round < 30; ++round) {
        const geo::WorldPoint low = {
            0.5935 + pick(random, 70) * 1e-4 + 1e-6,
            0.3315 + pick(random, 70) * 1e-4 + 1e-6};
        const WorldRect rect = {low, {low.x + pick(random, 60) * 1e-4, low.y + 2e-3}};
        std::vector<CellHit> expected;
        for (const CellHit& hit : all) {
            const long column = cell_at(hit.dot.point.x, origin.x);
            const long row = cell_at(hit.dot.point.y, origin.y);
            if (column >= cell_at(rect.low.x, origin.x) && column <= cell_at(rect.high.x, origin.x)
                && row >= cell_at(rect.low.y, origin.y) && row <= cell_at(rect.high.y, origin.y)) {
                expected.push_back(hit);
            }
        }

        const auto found = index.query(window, rect);

        const auto is_same = [](const CellHit& a, const CellHit& b) {
            return a.cell == b.cell && a.count == b.count && a.dot.event == b.dot.event
                   && a.certain == b.certain;
        };
        CAPTURE(round, expected.size());
        CHECK(std::equal(found.begin(), found.end(), expected.begin(), expected.end(), is_same));
    }
}

TEST_CASE("events in a rectangle are those that lie in it, in store order") {
    const auto store = random_store(9, 3000);
    const auto& columns = store.columns();
    const CellIndex index(
        columns,
        std::vector<std::uint8_t>(store.size(), 1),
        {{0.59, 0.33}, {0.605, 0.34}},
        3e-5);
    const time::Window window = {
        time::seconds_of(scene_support::day(2024, 7, 1)),
        time::seconds_of(scene_support::day(2024, 12, 1))};
    const WorldRect rect = {{0.595, 0.333}, {0.598, 0.336}};
    std::vector<EventIndex> expected;
    for (EventIndex i = 0; i < store.size(); ++i) {
        const bool inside = columns.world_x[i] >= rect.low.x && columns.world_x[i] <= rect.high.x
                            && columns.world_y[i] >= rect.low.y
                            && columns.world_y[i] <= rect.high.y;
        if (inside && presence(columns, i, window) != events::Presence::Absent) {
            expected.push_back(i);
        }
    }
    REQUIRE(expected.size() > 50);

    CHECK(index.events_in(columns, window, rect) == expected);
}

TEST_CASE("events that do not pass are not in the index") {
    const auto store = random_store(4, 500);
    std::vector<std::uint8_t> passes(store.size(), 0);
    const CellIndex index(store.columns(), passes, {{0, 0}, {1, 1}}, 1e-3);

    CHECK(index.size() == 0);
    CHECK(
        index.query({0, time::seconds_of(scene_support::day(2030, 1, 1))}, index.region()).empty());
}

TEST_CASE("the index is built once while time is scrubbed and the view pans a little") {
    const auto store = random_store(6, 15000);
    scene::EventView events;
    session::State state = scene_support::kursk_state();
    const auto look_at = [&](const scene::View& view) {
        const scene::EventView::Look look{view, 1, session::shown_window(state)};
        events.update(store, state.filter, look);
        return events.visible(store, look);
    };
    const scene::SizePx size = {640, 400};
    const auto many = look_at(scene::view_of(state.camera, size, 1));
    CHECK(many.is_dense());
    CHECK(many.total > scene::kMaxSingleEvents);

    state.cursor += 20 * time::kSecondsPerDay;
    look_at(scene::view_of(state.camera, size, 1));
    state.camera.center.x += 100 / session::pixels_per_world(state.camera);
    look_at(scene::view_of(state.camera, size, 1));
    CHECK(events.builds() == 1);

    state.filter.types.reset(0);
    look_at(scene::view_of(state.camera, size, 1));
    CHECK(events.builds() == 2);
    state.camera.zoom += 2;
    look_at(scene::view_of(state.camera, size, 1));
    CHECK(events.builds() == 3);
}

TEST_CASE("a few events come as groups, many as one hit a cell with the same total") {
    const auto store = random_store(8, 2000);
    scene::EventView events;
    session::State state = scene_support::kursk_state();
    const scene::View view = scene::view_of(state.camera, {640, 400}, 1);
    const scene::EventView::Look look{view, 1, session::shown_window(state)};
    events.update(store, state.filter, look);

    const auto visible = events.visible(store, look);

    REQUIRE_FALSE(visible.is_dense());
    std::size_t grouped = 0;
    for (const scene::EventGroup& group : visible.groups) {
        grouped += group.events.size();
        CHECK(std::is_sorted(group.events.rbegin(), group.events.rend()));
    }
    CHECK(grouped == visible.total);
}
