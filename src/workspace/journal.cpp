#include "workspace/journal.hpp"

#include "workspace/journal_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string_view>
#include <system_error>
#include <utility>

namespace salient::workspace {

namespace {

namespace fs = std::filesystem;

base::Error io_error(const char* what, const fs::path& path) {
    return {
        base::ErrorCode::Io,
        std::string(what) + ": " + std::generic_category().message(errno),
        path.string()};
}

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    return true;
}

void flush_folder(const fs::path& folder) {
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file >= 0) {
        ::fsync(file);
        ::close(file);
    }
}

}  // namespace

base::Result<fs::path> journal_folder() {
    const char* state = std::getenv("XDG_STATE_HOME");
    if (state != nullptr && fs::path(state).is_absolute()) {
        return fs::path(state) / "salient" / "journal";
    }
    const char* home = std::getenv("HOME");
    if (home != nullptr && fs::path(home).is_absolute()) {
        return fs::path(home) / ".local" / "state" / "salient" / "journal";
    }
    return base::Error{
        base::ErrorCode::NotFound,
        "No folder for the journal: set HOME or XDG_STATE_HOME to keep work safe from a crash",
        ""};
}

Journal::Journal(Journal&& other) noexcept
    : path_(std::move(other.path_)),
      file_(std::exchange(other.file_, -1)),
      length_(std::exchange(other.length_, 0)) {
    other.path_.clear();
}

Journal& Journal::operator=(Journal&& other) noexcept {
    if (this != &other) {
        close();
        path_ = std::move(other.path_);
        file_ = std::exchange(other.file_, -1);
        length_ = std::exchange(other.length_, 0);
        other.path_.clear();
    }
    return *this;
}

Journal::~Journal() {
    close();
}

void Journal::close() {
    if (file_ >= 0) {
        ::close(file_);
        file_ = -1;
    }
}

base::Result<Journal> Journal::start(const fs::path& folder, const Base& base) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) {
        errno = failed.value();
        return io_error("The folder for the journal cannot be made", folder);
    }
    Journal journal;
    std::string pattern = (folder / "session-XXXXXX.journal").string();
    const int reserved = ::mkostemps(pattern.data(), 8, O_CLOEXEC);
    if (reserved < 0) {
        return io_error("The journal cannot be written", folder);
    }
    ::flock(
        reserved,
        LOCK_EX | LOCK_NB);  // until the journal lies here, so that nobody takes it for a dead one
    journal.path_ = pattern;
    auto status = journal.begin(base, {});
    ::close(reserved);
    if (!status) {
        ::unlink(pattern.c_str());
        return status.error();
    }
    return journal;
}

/// Puts a new journal in the place of the old one, whole or not at all.
base::Status Journal::begin(const Base& base, const std::vector<Edit>& later) {
    const fs::path fresh = path_.string() + ".new";
    const int file = ::open(fresh.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    std::string text = std::string(kJournalName) + base_record(base);
    if (!later.empty()) {
        text += gesture_record(later);
    }
    if (file < 0 || ::flock(file, LOCK_EX | LOCK_NB) != 0 || !write_all(file, text)
        || ::fsync(file) != 0 || ::rename(fresh.c_str(), path_.c_str()) != 0) {
        const base::Error error = io_error("The journal cannot be written", path_);
        if (file >= 0) {
            ::close(file);
            ::unlink(fresh.c_str());
        }
        return error;
    }
    flush_folder(path_.parent_path());
    close();
    file_ = file;
    length_ = text.size();
    return base::Done{};
}

base::Status Journal::append(const std::vector<Edit>& gesture) {
    const std::string text = gesture_record(gesture);
    if (write_all(file_, text) && ::fdatasync(file_) == 0) {
        length_ += text.size();
        return base::Done{};
    }
    const base::Error error =
        io_error("The change is not in the journal; save the workspace to keep it", path_);
    // Half a record would be taken for damage; the next one starts where this one did.
    if (::ftruncate(file_, static_cast<off_t>(length_)) != 0
        || ::lseek(file_, static_cast<off_t>(length_), SEEK_SET) < 0) {
        return io_error("The journal is damaged; save the workspace now", path_);
    }
    return error;
}

base::Status Journal::append(const Edit& edit) {
    return append(std::vector<Edit>{edit});
}

base::Status Journal::restart(const Base& base, const std::vector<Edit>& later) {
    return begin(base, later);
}

void Journal::finish() {
    ::unlink(path_.c_str());
    close();
}

}  // namespace salient::workspace
