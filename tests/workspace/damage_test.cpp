#include "workspace/workspace.hpp"
#include "workspace_support.hpp"

#include <catch2/catch.hpp>
#include <sqlite3.h>

#include <random>

using namespace salient;
using workspace::testing::full_contents;
using workspace::testing::read_text;
using workspace::testing::TempFolder;
using workspace::testing::write_text;
namespace fs = std::filesystem;

namespace {

void run_sql(const fs::path& file, const char* sql) {
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    REQUIRE(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

base::Error error_of(const fs::path& file) {
    base::Diagnostics diagnostics;
    const auto opened = workspace::open(file, diagnostics);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().where == file.string());
    return opened.error();
}

std::string random_bytes(std::size_t count, std::uint64_t seed) {
    std::mt19937_64 engine(seed);
    std::string bytes;
    for (std::size_t i = 0; i < count; ++i) {
        bytes += static_cast<char>(engine() & 0xFFU);
    }
    return bytes;
}

}  // namespace

TEST_CASE("a file that is no workspace is refused with what was found") {
    const TempFolder folder;
    const fs::path file = folder / "file.gpkg";
    struct Case {
        const char* what;
        std::string bytes;
        const char* message;
    };
    const auto example = GENERATE(values<Case>(
        {{"empty", "", "empty file"},
         {"text", "hello\n", "another kind of file"},
         {"a magic word only", "SQLite format 3", "another kind of file"},
         {"random bytes", random_bytes(5000, 3), "another kind of file"},
         {"a header and random bytes",
          std::string("SQLite format 3\0", 16) + random_bytes(9000, 4),
          ""}}));
    write_text(file, example.bytes);
    INFO(example.what);

    const base::Error error = error_of(file);

    CHECK(error.code == base::ErrorCode::BadFormat);
    CHECK_THAT(error.message, Catch::Contains(example.message));
    CHECK_FALSE(workspace::is_workspace(file));
}

TEST_CASE("a missing file and a folder are refused") {
    const TempFolder folder;

    CHECK(error_of(folder / "none.gpkg").code == base::ErrorCode::NotFound);
    CHECK(error_of(folder.path()).code == base::ErrorCode::Io);
}

TEST_CASE("a GeoPackage of others is an event file, and another database is neither") {
    const TempFolder folder;
    run_sql(
        folder / "foreign.gpkg",
        "CREATE TABLE gpkg_contents (table_name TEXT); CREATE TABLE towns (fid INTEGER)");
    run_sql(folder / "notes.db", "CREATE TABLE notes (text TEXT)");

    CHECK_FALSE(workspace::is_workspace(folder / "foreign.gpkg"));
    CHECK_THAT(
        error_of(folder / "foreign.gpkg").message,
        Catch::Contains("open it as an event file"));
    CHECK_FALSE(workspace::is_workspace(folder / "notes.db"));
    CHECK_THAT(error_of(folder / "notes.db").message, Catch::Contains("another SQLite database"));
}

TEST_CASE("a workspace of a newer version is refused and says so") {
    const TempFolder folder;
    REQUIRE(workspace::save(folder / "work.gpkg", full_contents(folder.path(), 3, 1)));
    run_sql(folder / "work.gpkg", "UPDATE salient_meta SET value='2' WHERE key='schema'");

    const base::Error error = error_of(folder / "work.gpkg");

    CHECK(error.code == base::ErrorCode::Unsupported);
    CHECK_THAT(error.message, Catch::Contains("newer Salient"));
}

TEST_CASE("a workspace of the future with one more column and one table less opens") {
    const TempFolder folder;
    const workspace::Contents contents = full_contents(folder.path(), 3, 1);
    REQUIRE(workspace::save(folder / "work.gpkg", contents));
    run_sql(
        folder / "work.gpkg",
        "ALTER TABLE events ADD COLUMN mood TEXT; DROP TABLE salient_bookmarks;"
        "ALTER TABLE salient_decisions DROP COLUMN made_at");

    base::Diagnostics diagnostics;
    const auto opened = workspace::open(folder / "work.gpkg", diagnostics);

    REQUIRE(opened);
    CHECK(opened->events == contents.events);
    CHECK(opened->decisions.size() == contents.decisions.size());
    CHECK(diagnostics.count("table.missing") == 1);
}

TEST_CASE("a workspace that is cut short is refused, wherever it is cut") {
    const TempFolder folder;
    REQUIRE(workspace::save(folder / "work.gpkg", full_contents(folder.path(), 100, 1)));
    const std::string whole = read_text(folder / "work.gpkg");

    for (std::size_t part = 0; part < 40; ++part) {
        const std::size_t length = whole.size() * part / 40;
        INFO(length << " of " << whole.size() << " bytes");
        write_text(folder / "cut.gpkg", whole.substr(0, length));
        CHECK(error_of(folder / "cut.gpkg").code == base::ErrorCode::BadFormat);
    }
}

TEST_CASE("damaged pages give an error or whole events, never a crash") {
    const TempFolder folder;
    REQUIRE(workspace::save(folder / "work.gpkg", full_contents(folder.path(), 60, 1)));
    const std::string whole = read_text(folder / "work.gpkg");
    std::mt19937_64 engine(17);
    std::size_t refused = 0;

    for (int round = 0; round < 150; ++round) {
        std::string bytes = whole;
        const std::size_t at = engine() % bytes.size();
        const std::size_t length = std::min<std::size_t>(1 + engine() % 600, bytes.size() - at);
        bytes.replace(at, length, random_bytes(length, engine()));
        write_text(folder / "bad.gpkg", bytes);
        base::Diagnostics diagnostics;
        const auto opened = workspace::open(folder / "bad.gpkg", diagnostics);
        refused += opened ? 0U : 1U;
        if (!opened) {
            CHECK_FALSE(opened.error().message.empty());
        }
    }

    CHECK(refused > 30);
}

TEST_CASE("a trap laid in a stranger's workspace does not spring") {
    const TempFolder folder;
    REQUIRE(workspace::save(folder / "work.gpkg", {}));
    run_sql(
        folder / "work.gpkg",
        "DROP TABLE salient_files; CREATE VIEW salient_files AS SELECT '/etc/passwd' AS path, "
        "'events' AS role");

    base::Diagnostics diagnostics;
    const auto opened = workspace::open(folder / "work.gpkg", diagnostics);

    REQUIRE(opened);
    CHECK(opened->files.empty());
    CHECK(diagnostics.count("table.missing") == 1);
}
