#include "session/document.hpp"

#include "geo/mercator.hpp"
#include "session/apply.hpp"
#include "time/text.hpp"

#include <catch2/catch.hpp>

using namespace salient;
using namespace salient::session;

namespace {

events::Event event(const std::string& id, const std::string& day) {
    events::Event e;
    e.id = id;
    e.title = "Event " + id;
    e.time = *time::parse_iso(day);
    e.location = events::Location{
        {35.27, 51.19},
        events::LocationPrecision::Settlement,
        0,
        "Sudzha",
        "",
        "",
        ""};
    e.status = events::ReviewStatus::Unreviewed;
    return e;
}

Document document() {
    Document d;
    d.state = default_state();
    d.events.merge({event("a", "2025-01-09"), event("b", "2025-01-11"), event("c", "2025-02-01")});
    return d;
}

events::ReviewStatus status_of(const Document& d, const std::string& id) {
    return d.events.at(*d.events.find(id)).status;
}

}  // namespace

TEST_CASE("an accepted event is unreviewed again after undo and accepted after redo") {
    Document d = document();

    CHECK(d.apply(Review{"a", events::ReviewStatus::Accepted}));
    CHECK(status_of(d, "a") == events::ReviewStatus::Accepted);
    CHECK(d.apply(Undo{}));
    CHECK(status_of(d, "a") == events::ReviewStatus::Unreviewed);
    CHECK(d.apply(Redo{}));
    CHECK(status_of(d, "a") == events::ReviewStatus::Accepted);
    CHECK_FALSE(d.apply(Redo{}));
}

TEST_CASE("a new edit drops what could be redone") {
    Document d = document();
    d.apply(Review{"a", events::ReviewStatus::Accepted});
    d.apply(Undo{});

    d.apply(Retype{"b", events::EventType::Strike});

    CHECK_FALSE(d.edits.can_redo());
    CHECK(d.events.at(*d.events.find("b")).type == events::EventType::Strike);
    CHECK(status_of(d, "b") == events::ReviewStatus::Edited);
}

TEST_CASE("an edit that changes nothing is no step") {
    Document d = document();

    CHECK_FALSE(d.apply(Review{"a", events::ReviewStatus::Unreviewed}));
    CHECK_FALSE(d.apply(Review{"gone", events::ReviewStatus::Accepted}));
    CHECK_FALSE(d.edits.can_undo());
}

TEST_CASE("work is unsaved until saved, and again after undoing past the save") {
    Document d = document();
    CHECK_FALSE(d.has_unsaved_work());

    d.apply(Redate{"a", *time::parse_iso("2025-01-10")});
    CHECK(d.has_unsaved_work());
    d.mark_saved();
    CHECK_FALSE(d.has_unsaved_work());
    d.apply(Undo{});
    CHECK(d.has_unsaved_work());
    d.apply(Redo{});
    CHECK_FALSE(d.has_unsaved_work());
}

TEST_CASE("a save that lay in the dropped redo list can not be reached again") {
    Document d = document();
    d.apply(Review{"a", events::ReviewStatus::Accepted});
    d.mark_saved();
    d.apply(Undo{});

    d.apply(Review{"b", events::ReviewStatus::Accepted});

    CHECK(d.has_unsaved_work());
}

TEST_CASE("the undo list is bounded") {
    EditHistory history(3);
    Document d = document();
    for (int i = 0; i < 10; ++i) {
        events::Event e = event("a", "2025-01-09");
        e.title = "Title " + std::to_string(i);
        CHECK(history.edit(d.events, e));
    }

    CHECK(history.undo(d.events));
    CHECK(history.undo(d.events));
    CHECK(history.undo(d.events));
    CHECK_FALSE(history.undo(d.events));
    CHECK(d.events.at(*d.events.find("a")).title == "Title 6");
    CHECK_FALSE(history.is_clean());
}

TEST_CASE("selecting an event moves map and time to it") {
    Document d = document();
    d.state.window = {0, 86'400};

    CHECK(d.apply(Select{"c"}));

    CHECK(d.state.selected == "c");
    CHECK(time::iso_day(cursor_day(d.state)) == "2025-02-01");
    CHECK(d.state.window.end == time::parse_iso("2025-02-01")->end);
    CHECK(d.state.camera.center == geo::world_from_lonlat({35.27, 51.19}));
    CHECK(d.state.camera.zoom >= 8);
}

TEST_CASE("selecting without revealing leaves map and time") {
    Document d = document();
    const State before = d.state;

    CHECK(d.apply(Select{"c", false}));

    CHECK(d.state.camera == before.camera);
    CHECK(d.state.cursor == before.cursor);
}

TEST_CASE(
    "stepping by events goes in time, over those that the filter hides, and stops at the end") {
    Document d = document();
    d.state.cursor = time::parse_iso("2025-01-10")->begin;

    d.apply(StepEvents{1});
    CHECK(d.state.selected == "b");
    d.apply(StepEvents{-1});
    CHECK(d.state.selected == "a");
    CHECK_FALSE(d.apply(StepEvents{-1}));

    d.apply(Review{"b", events::ReviewStatus::Rejected});
    d.apply(StepEvents{1});
    CHECK(d.state.selected == "c");
}

TEST_CASE("the next unreviewed event is found, starting over behind the last") {
    Document d = document();
    d.apply(Review{"b", events::ReviewStatus::Accepted});
    d.apply(Select{"a"});

    CHECK(d.apply(NextUnreviewed{}));
    CHECK(d.state.selected == "c");
    CHECK(d.apply(NextUnreviewed{}));
    CHECK(d.state.selected == "a");
}

TEST_CASE("zooming keeps the anchor on its pixel") {
    State state = default_state();
    const geo::WorldPoint anchor = {0.6, 0.33};
    const double before = (anchor.x - state.camera.center.x) * pixels_per_world(state.camera);

    apply(state, ZoomAt{1.5, anchor});

    CHECK((anchor.x - state.camera.center.x) * pixels_per_world(state.camera) == Approx(before));
}

TEST_CASE("values out of range are clamped") {
    State state = default_state();

    apply(state, MoveCamera{{{5, -3}, 99}});
    CHECK(state.camera == Camera{{1, 0}, kMaxZoom});
    apply(state, MoveCursor{std::numeric_limits<std::int64_t>::max()});
    CHECK(state.cursor == kLastSecond);
    apply(state, SetWindow{{500'000, 100}});
    CHECK(state.window == time::Window{100, 500'000});
    CHECK_FALSE(apply(state, SetZone{"Mars/Olympus"}));
    CHECK(state.zone == "UTC");
}

TEST_CASE("a command that changes nothing asks for no redraw") {
    State state = default_state();

    CHECK_FALSE(apply(state, SetTheme{Theme::Light}));
    CHECK(apply(state, SetTheme{Theme::Dark}));
    CHECK_FALSE(apply(state, Undo{}));
}

TEST_CASE("playback goes on to the end of the window and stops, or starts over") {
    State state = default_state();
    state.window = {0, 10 * 86'400};
    state.cursor = 8 * 86'400;
    state.playback = {true, 4, false};

    CHECK(advance(state, 0.25));
    CHECK(state.cursor == 9 * 86'400);
    CHECK(advance(state, 0.5));
    CHECK(state.cursor == 10 * 86'400 - 1);
    CHECK_FALSE(state.playback.playing);
    CHECK_FALSE(advance(state, 0.5));

    state.playback = {true, 4, true};
    CHECK(advance(state, 0.5));
    CHECK(state.cursor == 0);
    CHECK(state.playback.playing);
}

TEST_CASE("in window mode the window moves with playback") {
    State state = default_state();
    state.mode = TimeMode::Window;
    state.timeline = {0, 100 * 86'400};
    state.window = {10 * 86'400, 20 * 86'400};
    state.cursor = 15 * 86'400;
    state.playback = {true, 2, false};

    advance(state, 0.5);

    CHECK(state.window == time::Window{11 * 86'400, 21 * 86'400});
    CHECK(state.cursor == 16 * 86'400);
}
