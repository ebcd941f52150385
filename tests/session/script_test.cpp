#include "session/script.hpp"

#include "session/apply.hpp"
#include "time/text.hpp"

#include <catch2/catch.hpp>

using namespace salient;
using namespace salient::session;

namespace {

State run(const std::string& text) {
    State state = default_state();
    const auto steps = parse_script(text, "test");
    REQUIRE(steps);
    for (const ScriptStep& step : *steps) {
        if (const auto* command = std::get_if<Command>(&step)) {
            apply(state, *command);
        }
    }
    return state;
}

}  // namespace

TEST_CASE("a script sets what its lines say") {
    const State state =
        run("# a comment\r\n"
            "at 2025-01-12\n\n"
            "  window 2024-08-01..2025-03-31 \n"
            "zoom 8\n"
            "theme dark\n"
            "types strike,capture\n"
            "search Sudzha bridge\n"
            "layer rivers off\n"
            "speed 2.5\n"
            "play");

    CHECK(state.cursor == time::parse_iso("2025-01-12")->begin);
    CHECK(state.window.end == time::parse_iso("2025-03-31")->end);
    CHECK(state.camera.zoom == 8);
    CHECK(state.theme == Theme::Dark);
    CHECK(state.filter.types.count() == 2);
    CHECK(state.filter.text == "Sudzha bridge");
    CHECK_FALSE(state.layers.rivers);
    CHECK(state.playback == Playback{true, 2.5, false});
}

TEST_CASE("keys, clicks and waits are steps of their own") {
    const auto steps =
        parse_script("key Ctrl+Shift+Z\nkey +\nclick 10 20.5\nwait 3\nsettle\n", "t");

    REQUIRE(steps);
    REQUIRE(steps->size() == 5);
    CHECK(std::get<PressKey>(steps->at(0)) == PressKey{"Z", true, true});
    CHECK(std::get<PressKey>(steps->at(1)) == PressKey{"+", false, false});
    CHECK(std::get<Click>(steps->at(2)) == Click{10, 20.5});
    CHECK(std::get<WaitFrames>(steps->at(3)) == WaitFrames{3});
    CHECK(std::holds_alternative<Settle>(steps->at(4)));
}

TEST_CASE("a bad line is refused with its number") {
    const std::string line = GENERATE(
        as<std::string>(),
        "fly",
        "at tomorrow",
        "zoom big",
        "zoom nan",
        "pan 1",
        "window 2025-01-12..2024-01-01",
        "layer oceans on",
        "types tanks",
        "accept",
        "key Alt+X",
        "wait 0",
        "speed -1");

    const auto steps = parse_script("play\n" + line + "\n", "demo.txt");

    REQUIRE_FALSE(steps);
    CHECK(steps.error().where == "demo.txt:2");
    CHECK(steps.error().message.find("Expected ") == 0);
}

TEST_CASE("what is written as a script reads back to the same state") {
    State wanted = default_state();
    apply(wanted, MoveCamera{{{0.6, 0.33}, 7.25}});
    Filter filter;
    filter.types.reset(3);
    filter.text = "two words";
    filter.rejected = true;
    const Commands commands = {
        MoveCamera{wanted.camera},
        SetFilter{filter},
        SetLayers{{false, true, false, true, true}},
        SetPlayback{{true, 12, true}},
        SetTheme{Theme::Dark},
        SetLabels{LabelLanguage::Local},
        SetZone{"Europe/Kyiv"},
        SetMode{TimeMode::Window},
        MoveCursor{time::parse_iso("2024-08-15")->begin},
        SetWindow{{time::parse_iso("2024-08-06")->begin, time::parse_iso("2024-08-20")->end}}};
    std::string script;
    for (const Command& command : commands) {
        apply(wanted, command);
        for (const std::string& line : script_lines(command)) {
            script += line + "\n";
        }
    }

    State read = run(script);

    CHECK(read.camera.center.x == Approx(wanted.camera.center.x).epsilon(1e-12));
    read.camera.center = wanted.camera.center;
    CHECK(read == wanted);
}

TEST_CASE("bookmarks have lines") {
    const auto steps =
        parse_script("keep-bookmark\nkeep-bookmark At the bridge\nbookmark At the bridge\n", "t");

    REQUIRE(steps);
    CHECK(std::get<KeepBookmark>(std::get<Command>(steps->at(0))).name.empty());
    CHECK(std::get<KeepBookmark>(std::get<Command>(steps->at(1))).name == "At the bridge");
    CHECK(std::get<GoToBookmark>(std::get<Command>(steps->at(2))).name == "At the bridge");
    CHECK(script_lines(RemoveBookmark{"A b"}) == std::vector<std::string>{"remove-bookmark A b"});
    CHECK_FALSE(parse_script("bookmark", "t"));
    CHECK_FALSE(parse_script("remove-bookmark", "t"));
}

TEST_CASE("saving and recovering work has lines") {
    const auto steps =
        parse_script("save-workspace\nsave-workspace my work.gpkg\nrecover yes\nrecover no\n", "t");

    REQUIRE(steps);
    REQUIRE(steps->size() == 4);
    CHECK(std::get<SaveWorkspace>(std::get<Command>(steps->at(0))).path.empty());
    CHECK(std::get<SaveWorkspace>(std::get<Command>(steps->at(1))).path == "my work.gpkg");
    CHECK(std::get<Recover>(std::get<Command>(steps->at(2))).accept);
    CHECK_FALSE(std::get<Recover>(std::get<Command>(steps->at(3))).accept);
    CHECK(
        script_lines(SaveWorkspace{"a.gpkg"}) == std::vector<std::string>{"save-workspace a.gpkg"});
    CHECK(script_lines(Recover{false}) == std::vector<std::string>{"recover no"});
    CHECK_FALSE(parse_script("recover maybe", "t"));
}
