// Does to a workspace what tests cannot do to themselves: being killed, a full disk, missing rights.
#include "workspace/journal.hpp"
#include "workspace/workspace.hpp"
#include "workspace_support.hpp"

#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <string>

namespace {

namespace fs = std::filesystem;
namespace ws = salient::workspace;
namespace wst = salient::workspace::testing;

std::size_t number_of(const char* text) {
    std::size_t number = 0;
    std::from_chars(text, text + std::strlen(text), number);
    return number;
}

int say(const salient::base::Status& status) {
    if (status) {
        std::puts("done");
        return 0;
    }
    std::puts(status.error().text().c_str());
    return status.error().code == salient::base::ErrorCode::Io ? 3 : 4;
}

/// Edits without end from number `first` on; prints the number of each edit that the journal has taken. Saves every 25th.
int edit(const fs::path& folder, std::size_t first) {
    const fs::path file = folder / "work.gpkg";
    ws::Contents contents;
    if (fs::exists(file)) {
        salient::base::Diagnostics diagnostics;
        auto opened = ws::open(file, diagnostics);
        if (!opened) {
            return say(opened.error());
        }
        contents = std::move(opened).value();
    }
    auto journal = ws::Journal::start(folder / "journal", {file.string(), {}});
    if (!journal) {
        return say(journal.error());
    }
    for (std::size_t number = first;; ++number) {
        const auto gesture = wst::numbered_edit(number);
        ws::apply_edits(contents, gesture);
        if (auto status = journal->append(gesture); !status) {
            return say(status);
        }
        const std::string line = std::to_string(number) + "\n";
        if (::write(STDOUT_FILENO, line.data(), line.size()) < 0) {
            return 5;
        }
        if (number % 25 == 24) {
            auto status = ws::save(file, contents);
            status = status ? journal->restart({file.string(), {}}) : status;
            if (!status) {
                return say(status);
            }
        }
    }
}

/// Saves while no file may grow beyond `limit` bytes: the kernel refuses the write as on a full disk.
int save_limited(const fs::path& file, std::size_t limit) {
    const ws::Contents contents = wst::full_contents(file.parent_path(), 2000, 9);
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit bound = {limit, limit};
    ::setrlimit(RLIMIT_FSIZE, &bound);
    return say(ws::save(file, contents));
}

/// Appends to a journal that may not grow beyond `limit` bytes; prints how many edits it took, and how many after room was made.
int append_limited(const fs::path& folder, std::size_t limit) {
    std::signal(SIGXFSZ, SIG_IGN);
    auto journal = ws::Journal::start(folder, {});
    rlimit bound = {};
    ::getrlimit(RLIMIT_FSIZE, &bound);
    bound.rlim_cur = limit;
    ::setrlimit(RLIMIT_FSIZE, &bound);
    std::size_t number = 0;
    while (journal->append(wst::numbered_edit(number))) {
        ++number;
    }
    bound.rlim_cur = bound.rlim_max;
    ::setrlimit(RLIMIT_FSIZE, &bound);
    if (!journal->append(wst::numbered_edit(number))) {
        return 1;
    }
    std::printf("%zu\n", number + 1);
    return 0;
}

/// Saves to a real, small, full file system, where the kernel lets us mount one.
int save_on_full_disk(const fs::path& folder) {
    const bool is_mounted =
        (::unshare(CLONE_NEWNS) == 0 || ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0)
        && ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0
        && ::mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=1m") == 0;
    if (!is_mounted) {
        return 77;
    }
    const ws::Contents small = wst::full_contents(folder, 3, 1);
    if (!ws::save(folder / "work.gpkg", small)) {
        return 1;
    }
    const int code = say(ws::save(folder / "work.gpkg", wst::full_contents(folder, 5000, 2)));
    salient::base::Diagnostics diagnostics;
    const auto opened = ws::open(folder / "work.gpkg", diagnostics);
    const auto entries = std::distance(fs::directory_iterator(folder), fs::directory_iterator());
    return opened && *opened == small && entries == 6 ? code : 1;
}

/// Saves as a user who may do nothing special.
int save_without_rights(const fs::path& file) {
    const ws::Contents contents = wst::full_contents(file.parent_path() / "data", 3, 9);
    if (::getuid() == 0 && ::setuid(65'534) != 0) {
        return 77;
    }
    return say(ws::save(file, contents));
}

int make(const fs::path& file) {
    return say(ws::save(file, wst::full_contents(file.parent_path(), 200, 4)));
}

}  // namespace

int main(int argc, char** argv) {
    const std::string task = argc > 1 ? argv[1] : "";
    const fs::path path = argc > 2 ? argv[2] : "";
    const std::size_t number = argc > 3 ? number_of(argv[3]) : 0;
    if (task == "edit") {
        return edit(path, number);
    }
    if (task == "save-limited") {
        return save_limited(path, number);
    }
    if (task == "append-limited") {
        return append_limited(path, number);
    }
    if (task == "full-disk") {
        return save_on_full_disk(path);
    }
    if (task == "without-rights") {
        return save_without_rights(path);
    }
    return task == "make" ? make(path) : 2;
}
