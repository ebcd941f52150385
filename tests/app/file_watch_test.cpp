#include "app/file_watch.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using salient::app::FileWatch;

namespace {

/// A folder that goes with the test.
class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("salient-watch-" + std::to_string(getpid()))) {
        fs::remove_all(path_);
        fs::create_directories(path_ / "deep");
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(path_ / name) << text;
        return (path_ / name).string();
    }
    [[nodiscard]] std::string path() const { return path_.string(); }

private:
    fs::path path_;
};

/// What is new, as paths, when the next two looks find the same.
std::vector<std::string> changed(FileWatch& watch, double& now_s) {
    std::vector<std::string> paths;
    for (int look = 0; look < 2; ++look) {
        now_s += 2;
        for (const FileWatch::Change& change : watch.changed(now_s)) {
            paths.push_back(change.path);
        }
    }
    return paths;
}

}  // namespace

TEST_CASE("a watched file that changes is told once, when it stands still") {
    const Folder folder;
    const std::string file = folder.write("a.csv", "1");
    FileWatch watch;
    watch.add(file);
    double now_s = 0;
    CHECK(changed(watch, now_s).empty());

    folder.write("a.csv", "12");
    CHECK(watch.changed(now_s += 2).empty());
    folder.write("a.csv", "123");
    CHECK(watch.changed(now_s += 2).empty());

    const auto told = watch.changed(now_s += 2);
    REQUIRE(told.size() == 1);
    CHECK(told[0].path == file);
    CHECK(told[0].folder.empty());
    CHECK(changed(watch, now_s).empty());
}

TEST_CASE("a watched folder tells what is added to it and what changes in it, at any depth") {
    const Folder folder;
    const std::string old = folder.write("old.txt", "1");
    FileWatch watch;
    watch.add(folder.path());
    double now_s = 0;
    CHECK(changed(watch, now_s).empty());

    const std::string added = folder.write("deep/new.txt", "1");
    now_s += 2;
    CHECK(watch.changed(now_s).empty());
    now_s += 2;
    const auto told = watch.changed(now_s);
    REQUIRE(told.size() == 1);
    CHECK(told[0].path == added);
    CHECK(told[0].folder == folder.path());

    folder.write("old.txt", "22");
    CHECK(changed(watch, now_s) == std::vector<std::string>{old});
    CHECK(changed(watch, now_s).empty());
}

TEST_CASE("a watched folder says nothing of what goes, is hidden or is a backup copy") {
    const Folder folder;
    const std::string gone = folder.write("gone.txt", "1");
    FileWatch watch;
    watch.add(folder.path());
    double now_s = 0;

    fs::remove(gone);
    folder.write(".new.txt.swp", "1");
    folder.write("new.txt~", "1");
    folder.write("README.md", "1");

    CHECK(changed(watch, now_s).empty());
}

TEST_CASE("a file of a watched folder that was read by itself is told once") {
    const Folder folder;
    const std::string file = folder.write("a.txt", "1");
    FileWatch watch;
    watch.add(folder.path());
    watch.add(file);
    double now_s = 0;

    folder.write("a.txt", "22");

    CHECK(changed(watch, now_s) == std::vector<std::string>{file});
}
