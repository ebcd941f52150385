#include "app/workspace_keeper.hpp"

#include "app/workspace_file.hpp"
#include "workspace/workspace.hpp"

#include <catch2/catch.hpp>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace salient;
using app::WorkspaceKeeper;
namespace fs = std::filesystem;

namespace {

struct TempFolder {
    fs::path path;
    TempFolder() {
        std::string pattern = (fs::temp_directory_path() / "salient-keeper-XXXXXX").string();
        path = fs::canonical(::mkdtemp(pattern.data()));
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder() { fs::remove_all(path); }
};

session::Document two_events() {
    session::Document document;
    document.state = session::default_state();
    events::Event first;
    first.id = "first";
    first.status = events::ReviewStatus::Unreviewed;
    events::Event second = first;
    second.id = "second";
    document.events.merge({first, second});
    return document;
}

void act(WorkspaceKeeper& keeper, session::Document& document, const session::Command& command) {
    std::optional<base::Error> trouble;
    CHECK(keeper.apply(command, document, trouble));
    CHECK_FALSE(trouble);
}

events::Event event(const session::Document& document, const char* id) {
    const auto index = document.events.find(id);
    REQUIRE(index);
    return document.events.at(*index);
}

/// What a person has who starts again and takes up the work.
session::Document taken_up(WorkspaceKeeper& keeper, session::Document document) {
    REQUIRE(keeper.pending());
    auto work = app::load_pending(*keeper.pending(), {});
    REQUIRE(work);
    REQUIRE(keeper.take_recovered(*work, document));
    return document;
}

}  // namespace

TEST_CASE(
    "bookmarks of a killed session are taken up, and are unsaved until a workspace holds them") {
    const TempFolder folder;
    const workspace::Bookmark bridge{"Bridge", {{0.6, 0.34}, 8}, {0, 86'400}, 3'600, {}};
    {
        WorkspaceKeeper keeper;
        REQUIRE(keeper.start(folder.path));
        REQUIRE(keeper.set_bookmarks({bridge}));
    }  // killed
    WorkspaceKeeper keeper;
    REQUIRE(keeper.start(folder.path));

    session::Document document = taken_up(keeper, two_events());

    CHECK(keeper.rest().bookmarks == std::vector{bridge});
    CHECK(document.has_unsaved_bookmarks);
    document.mark_saved();  // the events, to a file of their own
    CHECK(document.has_unsaved_work());

    app::WorkspaceSave save = keeper.begin_save((folder.path / "work.gpkg").string(), document);
    REQUIRE(app::save_workspace(save));
    workspace::Bookmark later = bridge;
    later.name = "Kept while it was saved";
    SECTION("all is in it") {
        REQUIRE(keeper.saved(save, document));
        CHECK_FALSE(document.has_unsaved_bookmarks);
        const auto loaded = app::load_workspace(save.target, {}, {});
        REQUIRE(loaded);
        CHECK(loaded->workspace->bookmarks == std::vector{bridge});
    }
    SECTION("another was kept while it was saved") {
        REQUIRE(keeper.set_bookmarks({bridge, later}));
        REQUIRE(keeper.saved(save, document));
        CHECK(document.has_unsaved_bookmarks);
    }
}

TEST_CASE("work of a killed session is found, taken up, and survives a second kill") {
    const TempFolder folder;
    {
        WorkspaceKeeper keeper;
        REQUIRE(keeper.start(folder.path));
        CHECK_FALSE(keeper.pending());
        session::Document document = two_events();
        act(keeper, document, session::Review{"first", events::ReviewStatus::Accepted});
        act(keeper, document, session::Retype{"second", events::EventType::Aid});
    }  // killed
    for (int kill = 0; kill < 2; ++kill) {
        WorkspaceKeeper keeper;
        REQUIRE(keeper.start(folder.path));

        const session::Document document = taken_up(keeper, two_events());

        CHECK(event(document, "first").status == events::ReviewStatus::Accepted);
        CHECK(event(document, "second").type == events::EventType::Aid);
        CHECK(document.has_unsaved_work());
        CHECK_FALSE(keeper.pending());
        CHECK(keeper.rest().edits.size() == 2);
        CHECK(keeper.rest().decisions.size() == 2);
    }
}

TEST_CASE("work that the user drops is gone, and a clean exit leaves nothing") {
    const TempFolder folder;
    {
        WorkspaceKeeper keeper;
        REQUIRE(keeper.start(folder.path));
        session::Document document = two_events();
        act(keeper, document, session::Retype{"first", events::EventType::Aid});
    }
    WorkspaceKeeper keeper;
    REQUIRE(keeper.start(folder.path));
    CHECK_THAT(keeper.pending_text(), Catch::StartsWith("Changes up to 20"));

    REQUIRE(keeper.drop_pending());
    keeper.finish();

    CHECK(fs::is_empty(folder.path));
}

TEST_CASE("an undone edit is undone after a kill too") {
    const TempFolder folder;
    {
        WorkspaceKeeper keeper;
        REQUIRE(keeper.start(folder.path));
        session::Document document = two_events();
        act(keeper, document, session::Retype{"first", events::EventType::Aid});
        act(keeper, document, session::Retype{"first", events::EventType::Protest});
        act(keeper, document, session::Undo{});
    }
    WorkspaceKeeper keeper;
    REQUIRE(keeper.start(folder.path));

    const session::Document document = taken_up(keeper, two_events());

    CHECK(event(document, "first").type == events::EventType::Aid);
}

TEST_CASE("an edit made while a save is running stays in the journal until the next save") {
    const TempFolder folder;
    const std::string file = (folder.path / "work.gpkg").string();
    {
        WorkspaceKeeper keeper;
        REQUIRE(keeper.start(folder.path / "journal"));
        session::Document document = two_events();
        act(keeper, document, session::Retype{"first", events::EventType::Aid});
        keeper.rest().bookmarks = {{"here", {}, {}, 0}};
        app::WorkspaceSave save = keeper.begin_save(file, document);
        act(keeper, document, session::Retype{"second", events::EventType::Protest});
        REQUIRE(app::save_workspace(save));
        REQUIRE(keeper.saved(save, document));
        CHECK(keeper.target() == file);
        CHECK(document.has_unsaved_work());
    }
    WorkspaceKeeper keeper;
    REQUIRE(keeper.start(folder.path / "journal"));
    CHECK(keeper.pending_text().find("made to work.gpkg") != std::string::npos);

    const session::Document document = taken_up(keeper, session::Document());

    CHECK(event(document, "first").type == events::EventType::Aid);
    CHECK(event(document, "second").type == events::EventType::Protest);
    CHECK(keeper.target() == file);
    CHECK(keeper.rest().bookmarks.size() == 1);
}

TEST_CASE("a workspace that is opened and saved elsewhere keeps what the window does not show") {
    const TempFolder folder;
    workspace::Contents contents;
    contents.bookmarks = {{"here", {{0.5, 0.25}, 6}, {0, 1}, 0}};
    contents.state.zone = "Europe/Kyiv";
    contents.state.playback.playing = true;
    events::Event one;
    one.id = "one";
    contents.events = {one};
    contents.articles.emplace_back().id = "page";
    contents.articles[0].text = "Text.";
    REQUIRE(workspace::save(folder.path / "old.gpkg", contents));

    auto loaded = app::load_workspace((folder.path / "old.gpkg").string(), {}, {});
    REQUIRE(loaded);
    session::Document document;
    WorkspaceKeeper keeper;
    REQUIRE(keeper.take_loaded(*loaded, document));
    document.events.merge(loaded->events);
    CHECK(document.state.zone == "Europe/Kyiv");
    CHECK_FALSE(document.state.playback.playing);
    app::WorkspaceSave save = keeper.begin_save((folder.path / "new.gpkg").string(), document);
    REQUIRE(app::save_workspace(save));
    REQUIRE(keeper.saved(save, document));

    base::Diagnostics diagnostics;
    const auto again = workspace::open(folder.path / "new.gpkg", diagnostics);
    REQUIRE(again);
    CHECK(again->bookmarks == contents.bookmarks);
    CHECK(again->events == contents.events);
    CHECK(again->articles[0].text == "Text.");
    CHECK_FALSE(document.has_unsaved_work());
}

TEST_CASE("changes are found even when their workspace is gone, and no journal holds a password") {
    const TempFolder folder;
    {
        WorkspaceKeeper keeper;
        REQUIRE(keeper.start(folder.path));
        session::Document document = two_events();
        app::Loaded loaded;
        loaded.address = "PG:host=127.0.0.1 port=1 dbname=x password=hunter2";
        loaded.workspace.emplace();
        REQUIRE(keeper.take_loaded(loaded, document));
        act(keeper, document, session::Retype{"first", events::EventType::Aid});
        CHECK(keeper.shown_target().find("hunter2") == std::string::npos);
    }
    for (const fs::directory_entry& entry : fs::directory_iterator(folder.path)) {
        std::ifstream stream(entry.path());
        const std::string text(std::istreambuf_iterator<char>(stream), {});
        CHECK(text.find("Aid") == std::string::npos);
        CHECK(text.find("aid") != std::string::npos);
        CHECK(text.find("hunter2") == std::string::npos);
    }
    WorkspaceKeeper keeper;
    REQUIRE(keeper.start(folder.path));
    const auto work = app::load_pending(*keeper.pending(), {});
    REQUIRE(work);
    CHECK(work->loaded.diagnostics.count("recovery.no_workspace") == 1);
    REQUIRE(work->loaded.events.size() == 1);
    CHECK(work->loaded.events[0].type == events::EventType::Aid);
    CHECK(work->loaded.address.empty());
}
