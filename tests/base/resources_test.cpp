#include "base/resources.hpp"

#include "base/workers.hpp"

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace base = salient::base;
namespace fs = std::filesystem;

namespace {

/// An empty folder of this test's own, gone with the test.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("salient_resources_" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path); }
};

}  // namespace

TEST_CASE("reading says what is wrong with a path") {
    const Folder folder;
    const fs::path fifo = folder.path / "pipe";
    REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);

    CHECK(base::read_file(folder.path / "none").error().code == base::ErrorCode::NotFound);
    CHECK(base::read_file(folder.path).error().message == "Expected a file, found a folder");
    CHECK(base::read_file(fifo).error().code == base::ErrorCode::Io);
}

TEST_CASE("a file over the limit is refused and not read") {
    const Folder folder;
    const fs::path path = folder.path / "big";
    std::ofstream(path) << "0123456789";

    CHECK(base::read_file(path, 9).error().code == base::ErrorCode::LimitExceeded);
    CHECK(base::read_file(path, 10).value() == "0123456789");
}

TEST_CASE("an atomic write replaces the file and leaves no other behind") {
    const Folder folder;
    const fs::path path = folder.path / "out";
    REQUIRE(base::write_file_atomically(path, "old"));

    REQUIRE(base::write_file_atomically(path, "new"));

    CHECK(base::read_file(path).value() == "new");
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
}

TEST_CASE("an atomic write into a missing folder is an error that names the file") {
    const Folder folder;

    const auto status = base::write_file_atomically(folder.path / "no" / "out", "x");

    REQUIRE_FALSE(status);
    CHECK(status.error().where == (folder.path / "no" / "out").string());
}

TEST_CASE("workers run every task that was given before they are destroyed, or drop it") {
    base::Inbox<int> inbox;
    std::vector<int> seen;
    {
        base::Workers workers(2);
        for (int i = 0; i < 20; ++i) {
            workers.run([&inbox, i](const std::stop_token&) { inbox.push(i); });
        }
        while (seen.size() < 20) {
            for (const int value : inbox.drain()) {
                seen.push_back(value);
            }
        }
    }
    std::sort(seen.begin(), seen.end());
    CHECK(seen.front() == 0);
    CHECK(seen.back() == 19);
}
