#include "app/bookmarks.hpp"

#include "session/apply.hpp"

#include <catch2/catch.hpp>

using namespace salient;

namespace {

constexpr time::UnixSeconds day(int number) {
    return number * time::kSecondsPerDay;
}

session::State somewhere() {
    session::State state = session::default_state();
    state.camera = {{0.6, 0.34}, 8.5};
    state.window = {day(19'900), day(19'960)};
    state.cursor = day(19'940);
    state.mode = session::TimeMode::Window;
    state.timeline = {day(19'800), day(20'100)};
    return state;
}

session::State gone_to(
    const std::vector<workspace::Bookmark>& bookmarks,
    const std::string& name,
    session::State state) {
    const auto commands = app::commands_to(bookmarks, name, state);
    REQUIRE(commands);
    for (const session::Command& command : *commands) {
        session::apply(state, command);
    }
    return state;
}

}  // namespace

TEST_CASE("a bookmark brings back place, day, period and mode, and leaves the rest as it is") {
    const session::State then = somewhere();
    const auto bookmarks = app::with_bookmark({}, app::bookmark_of(then, "Bridge"));
    session::State now = session::default_state();
    now.theme = session::Theme::Dark;
    now.filter.text = "drone";
    now.timeline = then.timeline;

    const session::State after = gone_to(bookmarks, "Bridge", now);

    CHECK(after.camera == then.camera);
    CHECK(after.window == then.window);
    CHECK(after.cursor == then.cursor);
    CHECK(after.mode == session::TimeMode::Window);
    CHECK(after.timeline == then.timeline);
    CHECK(after.theme == session::Theme::Dark);
    CHECK(after.filter.text == "drone");
}

TEST_CASE("the time axis moves only when the days of the bookmark are not on it") {
    const auto bookmarks = app::with_bookmark({}, app::bookmark_of(somewhere(), "Bridge"));
    session::State elsewhere = somewhere();
    elsewhere.timeline = {day(10'000), day(10'100)};

    const session::State after = gone_to(bookmarks, "Bridge", elsewhere);

    CHECK(after.timeline.begin < somewhere().window.begin);
    CHECK(after.timeline.end > somewhere().window.end);
}

TEST_CASE(
    "a bookmark without a name is called by its day, one of a name takes the place of the other") {
    session::State state = somewhere();
    auto bookmarks = app::with_bookmark({}, app::bookmark_of(state, ""));
    bookmarks = app::with_bookmark(std::move(bookmarks), app::bookmark_of(state, "Bridge"));
    state.camera.zoom = 11;
    bookmarks = app::with_bookmark(std::move(bookmarks), app::bookmark_of(state, "5 August 2024"));

    REQUIRE(bookmarks.size() == 2);
    CHECK(bookmarks[0].name == "5 August 2024");
    CHECK(bookmarks[0].camera.zoom == 11);
    CHECK(bookmarks[1].name == "Bridge");
}

TEST_CASE("a bookmark that is not there is refused, with those that are") {
    const auto bookmarks = app::with_bookmark({}, app::bookmark_of(somewhere(), "Bridge"));

    const auto wrong = app::commands_to(bookmarks, "Brigde", somewhere());
    const auto none = app::commands_to({}, "Bridge", somewhere());

    REQUIRE_FALSE(wrong);
    CHECK(
        wrong.error().message
        == "Expected a bookmark, found none called 'Brigde'; there is 'Bridge'");
    REQUIRE_FALSE(none);
    CHECK(none.error().message == "Expected the bookmark 'Bridge', found no bookmarks");
}
