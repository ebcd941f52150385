// The period of the user's own files, where only they are shown.

#include "app/view_options.hpp"

#include <catch2/catch.hpp>

using namespace salient;

namespace {

events::EventStore store_of(std::initializer_list<std::chrono::sys_days> days) {
    events::EventStore store;
    events::EventList list;
    int number = 0;
    for (const auto day : days) {
        events::Event event;
        event.id = "e" + std::to_string(number++);
        event.time = time::day_span(day);
        list.push_back(event);
    }
    store.merge(std::move(list));
    return store;
}

constexpr std::chrono::sys_days kFirst = std::chrono::year(2016) / 12 / 1;
constexpr std::chrono::sys_days kLast = std::chrono::year(2016) / 12 / 3;

app::ViewOptions own_files_only() {
    app::ViewOptions options;
    options.default_events = false;
    return options;
}

}  // namespace

TEST_CASE("files outside the usual period are shown in their own") {
    session::State state = session::default_state();

    app::show_days_of(store_of({kLast, kFirst}), own_files_only(), state);

    CHECK(state.window.begin == time::seconds_of(kFirst));
    CHECK(state.window.end == time::seconds_of(kLast) + time::kSecondsPerDay);
    CHECK(session::cursor_day(state) == kLast);
    CHECK(state.timeline.begin < state.window.begin);
    CHECK(state.timeline.end > state.window.end);
}

TEST_CASE(
    "the period stays when it was asked for, shows an event, or the bundled articles are shown") {
    session::State state = session::default_state();
    const session::State before = state;
    app::ViewOptions options = own_files_only();
    SECTION("asked for") {
        options.from = "2024-01-01";
        app::show_days_of(store_of({kFirst}), options, state);
    }
    SECTION("an event is in it") {
        app::show_days_of(store_of({kFirst, session::cursor_day(state)}), options, state);
    }
    SECTION("bundled articles") {
        options.default_events = true;
        app::show_days_of(store_of({kFirst}), options, state);
    }
    SECTION("no dates") {
        events::EventStore store;
        events::Event event;
        event.id = "e";
        store.merge({event});
        app::show_days_of(store, options, state);
    }

    CHECK(state == before);
}

TEST_CASE("a day that was asked for is kept in the files' period") {
    session::State state = session::default_state();
    state.cursor = time::seconds_of(kFirst);
    app::ViewOptions options = own_files_only();
    options.at = "2016-12-01";

    app::show_days_of(store_of({kFirst, kLast}), options, state);

    CHECK(session::cursor_day(state) == kFirst);
    CHECK(state.window.begin == time::seconds_of(kFirst));
}
