#include "workspace/workspace.hpp"
#include "workspace_support.hpp"

#include <catch2/catch.hpp>

using namespace salient;
using workspace::testing::full_contents;
using workspace::testing::read_text;
using workspace::testing::TempFolder;
namespace fs = std::filesystem;

TEST_CASE("a workspace that is moved with its files finds them at the new place") {
    const TempFolder folder;
    workspace::Contents contents = full_contents(folder / "here", 3, 1);
    REQUIRE(workspace::save(folder / "here" / "work.gpkg", contents));
    CHECK(
        read_text(folder / "here" / "work.gpkg").find(folder.path().string()) == std::string::npos);

    fs::rename(folder / "here", folder / "there");
    base::Diagnostics diagnostics;
    const auto opened = workspace::open(folder / "there" / "work.gpkg", diagnostics);

    REQUIRE(opened);
    CHECK(diagnostics.empty());
    REQUIRE(opened->files.size() == 2);
    CHECK(opened->files[0] == (folder / "there" / "events.csv").string());
    CHECK(opened->articles[0].path == (folder / "there" / "articles" / "report-1.html").string());
}

TEST_CASE("a missing file is reported, the rest opens, and it can be pointed at anew") {
    const TempFolder folder;
    const workspace::Contents contents = full_contents(folder.path(), 3, 1);
    REQUIRE(workspace::save(folder / "work.gpkg", contents));
    fs::create_directory(folder / "moved");
    fs::rename(folder / "fronts", folder / "moved" / "fronts");
    fs::remove(folder / "events.csv");

    base::Diagnostics diagnostics;
    auto opened = workspace::open(folder / "work.gpkg", diagnostics);

    REQUIRE(opened);
    CHECK(opened->events == contents.events);
    CHECK(diagnostics.count("file.missing") == 2);
    CHECK(
        workspace::missing_files(*opened)
        == std::vector<std::string>{
            (folder / "events.csv").string(),
            (folder / "fronts").string()});

    CHECK(workspace::relocate(*opened, folder / "fronts", folder / "moved" / "fronts") == 1);
    CHECK(
        workspace::missing_files(*opened)
        == std::vector<std::string>{(folder / "events.csv").string()});
    CHECK(opened->control_sources[0] == (folder / "moved" / "fronts").string());
}

TEST_CASE("a folder that is pointed at anew takes along what lies in it, and nothing else") {
    workspace::Contents contents;
    contents.files = {"/data/a/one.csv", "/data/a/deep/two.csv", "/data/ab/three.csv"};
    contents.control_sources = {"/data/a"};

    const std::size_t changed = workspace::relocate(contents, "/data/a/", "/new/place");

    CHECK(changed == 3);
    CHECK(
        contents.files
        == std::vector<std::string>{
            "/new/place/one.csv",
            "/new/place/deep/two.csv",
            "/data/ab/three.csv"});
    CHECK(contents.control_sources == std::vector<std::string>{"/new/place"});
}

TEST_CASE("a workspace cannot make the program connect, and holds no password") {
    const TempFolder folder;
    workspace::Contents contents;
    contents.files = {
        "PG:host=db.example dbname=war password=hunter2",
        "https://user:hunter2@example.org/events.csv",
        "/vsicurl/https://example.org/events.csv"};
    REQUIRE(workspace::save(folder / "work.gpkg", contents));
    CHECK(read_text(folder / "work.gpkg").find("hunter2") == std::string::npos);

    base::Diagnostics diagnostics;
    const auto opened = workspace::open(folder / "work.gpkg", diagnostics);

    REQUIRE(opened);
    CHECK(opened->files.empty());
    CHECK(diagnostics.count("file.address") == 3);
}
