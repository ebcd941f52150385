#include "workspace/workspace.hpp"
#include "workspace_support.hpp"

#include <catch2/catch.hpp>
#include <sqlite3.h>

using namespace salient;
using workspace::testing::full_contents;
using workspace::testing::remove_event;
using workspace::testing::TempFolder;
namespace fs = std::filesystem;

namespace {

void run_sql(const fs::path& file, const char* sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    char* message = nullptr;
    const int result = sqlite3_exec(database, sql, nullptr, nullptr, &message);
    INFO((message != nullptr ? message : ""));
    REQUIRE(result == SQLITE_OK);
    sqlite3_close(database);
}

}  // namespace

TEST_CASE("a saved workspace opens with equal contents") {
    const TempFolder folder;
    const auto seed = GENERATE(as<std::uint64_t>(), 1, 2, 3, 4, 5, 6, 7, 8);
    const workspace::Contents contents = full_contents(folder.path(), 300, seed);

    REQUIRE(workspace::save(folder / "work.gpkg", contents));
    base::Diagnostics diagnostics;
    const auto opened = workspace::open(folder / "work.gpkg", diagnostics);

    REQUIRE(opened);
    REQUIRE(opened->events.size() == contents.events.size());
    for (std::size_t i = 0; i < contents.events.size(); ++i) {
        INFO("event " << i << " of seed " << seed);
        CHECK(opened->events[i] == contents.events[i]);
    }
    CHECK(opened->articles == contents.articles);
    CHECK(opened->decisions == contents.decisions);
    CHECK(opened->edits == contents.edits);
    CHECK(opened->layers == contents.layers);
    CHECK(opened->control_sources == contents.control_sources);
    CHECK(opened->files == contents.files);
    CHECK(opened->state == contents.state);
    CHECK(opened->bookmarks == contents.bookmarks);
    CHECK(opened->mappings == contents.mappings);
    CHECK(diagnostics.empty());
}

TEST_CASE("an empty workspace opens empty") {
    const TempFolder folder;

    REQUIRE(workspace::save(folder / "work.gpkg", {}));
    base::Diagnostics diagnostics;
    const auto opened = workspace::open(folder / "work.gpkg", diagnostics);

    REQUIRE(opened);
    CHECK(*opened == workspace::Contents());
    CHECK(workspace::is_workspace(folder / "work.gpkg"));
}

TEST_CASE("saving over a workspace leaves only the new contents") {
    const TempFolder folder;
    const workspace::Contents first = full_contents(folder.path(), 100, 1);
    const workspace::Contents second = full_contents(folder.path(), 7, 2);

    REQUIRE(workspace::save(folder / "work.gpkg", first));
    REQUIRE(workspace::save(folder / "work.gpkg", second));
    base::Diagnostics diagnostics;
    const auto opened = workspace::open(folder / "work.gpkg", diagnostics);

    REQUIRE(opened);
    CHECK(*opened == second);
}

TEST_CASE("what a GIS added to the file outlives a save") {
    const TempFolder folder;
    const fs::path file = folder / "work.gpkg";
    workspace::Contents contents = full_contents(folder.path(), 20, 1);
    REQUIRE(workspace::save(file, contents));
    run_sql(
        file,
        "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, styleQML TEXT);"
        "INSERT INTO layer_styles VALUES (1, '<qgis/>');"
        "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('layer_styles', "
        "'attributes', 'styles')");
    while (contents.events.size() > 5) {
        remove_event(contents, 5);
    }

    REQUIRE(workspace::save(file, contents));

    run_sql(
        file,
        "CREATE TABLE proof AS SELECT 1 / count(*) FROM layer_styles WHERE styleQML='<qgis/>'");
    base::Diagnostics diagnostics;
    const auto opened = workspace::open(file, diagnostics);
    REQUIRE(opened);
    CHECK(*opened == contents);
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    int rows = -1;
    const auto count = [](void* sum, int, char** cells, char**) {
        *static_cast<int*>(sum) = std::atoi(cells[0]);
        return 0;
    };
    sqlite3_exec(database, "SELECT count(*) FROM layer_styles", count, &rows, nullptr);
    CHECK(rows == 1);
    sqlite3_exec(database, "SELECT count(*) FROM rtree_events_geom", count, &rows, nullptr);
    CHECK(rows <= 5);
    sqlite3_close(database);
}

TEST_CASE("an event drawn in a GIS, with few cells filled, is an event") {
    const TempFolder folder;
    const fs::path file = folder / "work.gpkg";
    REQUIRE(workspace::save(file, {}));
    run_sql(
        file,
        "DROP TRIGGER rtree_events_geom_insert;"
        "INSERT INTO events (fid, geom, title, begin_at, type) VALUES (12, "
        "x'47500001E6100000' || x'0101000000' || x'0000000000004140' || x'0000000000004940', "
        "'Drawn', '2025-01-12T06:30:00.000Z', 'nonsense')");

    base::Diagnostics diagnostics;
    const auto opened = workspace::open(file, diagnostics);

    REQUIRE(opened);
    REQUIRE(opened->events.size() == 1);
    const events::Event& event = opened->events[0];
    CHECK(event.id == "row-12");
    CHECK(event.title == "Drawn");
    CHECK(event.type == events::EventType::Other);
    REQUIRE(event.location);
    CHECK(event.location->point == geo::LonLat{34, 50});
    REQUIRE(event.time);
    CHECK(event.time->begin == 1'736'663'400);
    CHECK(diagnostics.count("event.word") == 1);
}

TEST_CASE("a row that cannot be read costs one event and is reported") {
    const TempFolder folder;
    const fs::path file = folder / "work.gpkg";
    workspace::Contents contents = full_contents(folder.path(), 10, 1);
    REQUIRE(workspace::save(file, contents));
    run_sql(
        file,
        "DROP TRIGGER rtree_events_geom_update3; DROP TRIGGER rtree_events_geom_update4;"
        "UPDATE events SET extras='{broken' WHERE fid=4");

    base::Diagnostics diagnostics;
    const auto opened = workspace::open(file, diagnostics);

    REQUIRE(opened);
    CHECK(opened->events.size() == 9);
    REQUIRE(diagnostics.count("event.damaged") == 1);
    CHECK(diagnostics.items()[0].where == file.string() + ":events:4");
}

TEST_CASE("a save does not replace what someone else has changed meanwhile") {
    const TempFolder folder;
    const fs::path file = folder / "work.gpkg";
    workspace::Contents contents = full_contents(folder.path(), 5, 1);
    REQUIRE(workspace::save(file, contents));
    const std::string stamp = workspace::stamp_of(file);
    CHECK_FALSE(stamp.empty());
    CHECK(workspace::stamp_of(folder / "none.gpkg").empty());
    run_sql(file, "PRAGMA journal_mode=WAL; PRAGMA journal_mode=DELETE");  // merely looked at
    REQUIRE(workspace::stamp_of(file) == stamp);
    run_sql(
        file,
        "UPDATE gpkg_contents SET last_change='2031-01-01T00:00:00.000Z' WHERE "
        "table_name='events'");
    contents.decisions.clear();

    const auto refused = workspace::save(file, contents, stamp);

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::ErrorCode::BadValue);
    CHECK_THAT(refused.error().message, Catch::Contains("someone else has changed the file"));
    base::Diagnostics diagnostics;
    CHECK(workspace::open(file, diagnostics)->decisions.size() == 2);
    CHECK(workspace::save(file, contents, workspace::stamp_of(file)));
    CHECK(workspace::open(file, diagnostics)->decisions.empty());
}
