#include "process_support.hpp"
#include "workspace/workspace.hpp"
#include "workspace_support.hpp"

#include <catch2/catch.hpp>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace salient;
using workspace::testing::full_contents;
using workspace::testing::run_victim;
using workspace::testing::TempFolder;
using workspace::testing::write_text;
namespace fs = std::filesystem;

namespace {

std::size_t entries_in(const fs::path& folder) {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a save that the disk has no room for leaves the old file whole and says so") {
    const TempFolder folder;
    const fs::path file = folder / "work.gpkg";
    const workspace::Contents old = full_contents(folder.path(), 5, 1);
    REQUIRE(workspace::save(file, old));
    const auto limit = GENERATE(0, 1, 4096, 8192, 100'000, 300'000, 700'000);

    const auto outcome = run_victim({"save-limited", file.string(), std::to_string(limit)});

    INFO("limit " << limit << ": " << outcome.output);
    CHECK(outcome.code == 3);
    CHECK_THAT(outcome.output, Catch::Contains("the old file is unchanged"));
    CHECK_THAT(outcome.output, Catch::Contains(file.string()));
    base::Diagnostics diagnostics;
    const auto opened = workspace::open(file, diagnostics);
    REQUIRE(opened);
    CHECK(*opened == old);
    CHECK(entries_in(folder.path()) == 6);  // the workspace and the files that it names
}

TEST_CASE("a full file system leaves the old file whole") {
    const TempFolder folder;

    const auto outcome = run_victim({"full-disk", folder.path().string()});

    if (outcome.code == 77) {
        WARN("Not checked: this user may not mount a small file system");
        return;
    }
    INFO(outcome.output);
    CHECK(outcome.code == 3);
    CHECK_THAT(outcome.output, Catch::Contains("The disk is full; the old file is unchanged"));
}

TEST_CASE("a folder that may not be written leaves the old file whole and says so") {
    const TempFolder folder;
    const fs::path file = folder / "work.gpkg";
    const workspace::Contents old = full_contents(folder.path(), 5, 1);
    fs::create_directories(folder / "data");
    REQUIRE(workspace::save(file, old));
    fs::permissions(folder / "data", fs::perms::all);
    fs::permissions(folder.path(), fs::perms(0555));

    const auto outcome = run_victim({"without-rights", file.string()});

    fs::permissions(folder.path(), fs::perms(0755));
    INFO(outcome.output);
    CHECK(outcome.code == 3);
    CHECK_THAT(outcome.output, Catch::Contains("the old file is unchanged"));
    base::Diagnostics diagnostics;
    const auto opened = workspace::open(file, diagnostics);
    REQUIRE(opened);
    CHECK(*opened == old);
}

TEST_CASE("a folder that does not exist is an error") {
    const TempFolder folder;

    const auto status = workspace::save(folder / "none" / "work.gpkg", {});

    REQUIRE_FALSE(status);
    CHECK(status.error().code == base::ErrorCode::Io);
    CHECK_THAT(status.error().message, Catch::Contains("nothing was written"));
}

TEST_CASE(
    "what a killed save left behind goes with the next one, what a running one writes stays") {
    const TempFolder folder;
    const fs::path file = folder / "work.gpkg";
    write_text(folder / ".work.gpkg.abc123.saving", "half");
    write_text(folder / ".other.gpkg.abc123.saving", "half");

    REQUIRE(workspace::save(file, {}));

    CHECK_FALSE(fs::exists(folder / ".work.gpkg.abc123.saving"));
    CHECK(fs::exists(folder / ".other.gpkg.abc123.saving"));
}

TEST_CASE("saving through a symbolic link replaces the file behind it and keeps its permissions") {
    const TempFolder folder;
    fs::create_directory(folder / "real");
    REQUIRE(workspace::save(folder / "real" / "work.gpkg", {}));
    fs::permissions(folder / "real" / "work.gpkg", fs::perms(0600));
    fs::create_symlink(folder / "real" / "work.gpkg", folder / "link.gpkg");
    workspace::Contents contents;
    contents.decisions = {{"x", events::ReviewStatus::Accepted, ""}};

    REQUIRE(workspace::save(folder / "link.gpkg", contents));

    CHECK(fs::is_symlink(folder / "link.gpkg"));
    CHECK(
        (fs::status(folder / "real" / "work.gpkg").permissions() & fs::perms::all)
        == fs::perms(0600));
    base::Diagnostics diagnostics;
    const auto opened = workspace::open(folder / "real" / "work.gpkg", diagnostics);
    REQUIRE(opened);
    CHECK(*opened == contents);
}

TEST_CASE("a save does not go under another program's unfinished writes") {
    const TempFolder folder;
    const fs::path file = folder / "work.gpkg";
    const workspace::Contents contents = full_contents(folder.path(), 5, 1);
    REQUIRE(workspace::save(file, contents));
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &other) == SQLITE_OK);
    sqlite3_exec(
        other,
        "PRAGMA journal_mode=WAL; CREATE TABLE theirs (a); INSERT INTO theirs VALUES (7)",
        nullptr,
        nullptr,
        nullptr);
    REQUIRE(fs::file_size(file.string() + "-wal") > 0);

    const auto refused = workspace::save(file, contents);

    REQUIRE_FALSE(refused);
    CHECK_THAT(refused.error().message, Catch::Contains("another program has the file open"));
    sqlite3_exec(other, "PRAGMA wal_checkpoint(TRUNCATE)", nullptr, nullptr, nullptr);
    CHECK_FALSE(workspace::save(file, contents));  // it may still write: to a file without a name
    sqlite3_close(other);
    CHECK(workspace::save(file, contents));
    base::Diagnostics diagnostics;
    const auto opened = workspace::open(file, diagnostics);
    REQUIRE(opened);
    CHECK(*opened == contents);
}
