#include "base/resources.hpp"
#include "workspace/journal.hpp"
#include "workspace/journal_file.hpp"
#include "workspace/utc_text.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

namespace salient::workspace {

namespace {

namespace fs = std::filesystem;

/// A journal that is opened and, when its program is gone, locked.
class Held {
public:
    explicit Held(const fs::path& path)
        : file_(::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW)),
          is_dead_(file_ >= 0 && ::flock(file_, LOCK_EX | LOCK_NB) == 0) {}
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;
    ~Held() {
        if (file_ >= 0) {
            ::close(file_);
        }
    }
    [[nodiscard]] bool exists() const { return file_ >= 0; }
    /// Its program no longer runs.
    [[nodiscard]] bool is_dead() const { return is_dead_; }
    [[nodiscard]] time::UnixSeconds last_written() const {
        struct stat status {};
        return ::fstat(file_, &status) == 0 ? status.st_mtime : 0;
    }

private:
    int file_;
    bool is_dead_;
};

base::Result<JournalText> read_file(const fs::path& journal) {
    auto bytes = base::read_file(journal);
    if (!bytes) {
        return bytes.error();
    }
    auto text = read_journal(*bytes);
    if (!text) {
        return base::Error{text.error().code, text.error().message, journal.string()};
    }
    return text;
}

constexpr std::string_view kUnfinished = ".journal.new";

/// A journal that was being begun. Its program, when it runs, holds the lock of the one that it replaces.
void remove_unfinished(const fs::path& path) {
    fs::path replaced = path;
    replaced.replace_extension();
    const Held held(replaced);
    if (!held.exists() || held.is_dead()) {
        ::unlink(path.c_str());
    }
}

}  // namespace

std::vector<Pending> pending_recovery(const fs::path& folder) {
    std::vector<std::pair<time::UnixSeconds, Pending>> found;
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with("session-")) {
            continue;
        }
        if (name.ends_with(kUnfinished)) {
            remove_unfinished(entry.path());
            continue;
        }
        const Held held(entry.path());
        if (!held.is_dead() || !name.ends_with(".journal")) {
            continue;
        }
        if (entry.file_size(ignored) == 0) {
            ::unlink(entry.path().c_str());  // its program was killed before it began
            continue;
        }
        auto text = read_file(entry.path());
        if (!text) {
            continue;
        }
        if (text->edits.empty() && text->damaged == 0) {
            ::unlink(entry.path().c_str());
            continue;
        }
        const time::UnixSeconds at = held.last_written();
        found.emplace_back(at, Pending{entry.path(), text->base, text->edits.size(), utc_text(at)});
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second.journal < b.second.journal;
    });
    std::vector<Pending> pending;
    pending.reserve(found.size());
    for (auto& [at, item] : found) {
        pending.push_back(std::move(item));
    }
    return pending;
}

base::Result<Recovered> recover(const fs::path& journal, base::Diagnostics& diagnostics) {
    auto text = read_file(journal);
    if (!text) {
        return text.error();
    }
    if (text->damaged > 0) {
        diagnostics.warn(
            "journal.damaged",
            std::to_string(text->damaged) + (text->damaged == 1 ? " change was" : " changes were")
                + " not written to the end and could not be recovered",
            journal.string());
    }
    return Recovered{std::move(text->base), std::move(text->edits)};
}

base::Status discard(const fs::path& journal) {
    const Held held(journal);
    if (held.exists() && !held.is_dead()) {
        return base::Error{
            base::ErrorCode::Io,
            "The program that writes this journal is still running",
            journal.string()};
    }
    if (::unlink(journal.c_str()) != 0 && errno != ENOENT) {
        return base::Error{
            base::ErrorCode::Io,
            "The journal cannot be removed: " + std::generic_category().message(errno),
            journal.string()};
    }
    return base::Done{};
}

}  // namespace salient::workspace
