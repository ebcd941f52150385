#include "workspace/replacement.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace salient::workspace {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnding = ".saving";

base::Error system_error_at(const fs::path& target) {
    return unchanged({base::ErrorCode::Io, std::generic_category().message(errno), ""}, target);
}

/// Removes unfinished files of the same target whose program is gone: a running one holds a lock on its file.
void remove_leftovers(const fs::path& target) {
    const std::string start = "." + target.filename().string() + ".";
    std::error_code ignored;
    for (const fs::directory_entry& entry : fs::directory_iterator(target.parent_path(), ignored)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(start) || !name.ends_with(kEnding)) {
            continue;
        }
        const int file = ::open(entry.path().c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
        if (file >= 0 && ::flock(file, LOCK_EX | LOCK_NB) == 0) {
            ::unlink(entry.path().c_str());
        }
        if (file >= 0) {
            ::close(file);
        }
    }
}

bool flush_folder(const fs::path& folder) {
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    const bool flushed = ::fsync(file) == 0 || errno == EINVAL;  // some file systems cannot
    ::close(file);
    return flushed;
}

}  // namespace

base::Error unchanged(const base::Error& error, const fs::path& target) {
    std::error_code ignored;
    const bool has_old = fs::exists(target, ignored);
    return {
        error.code,
        "Saving failed: " + error.message
            + (has_old ? "; the old file is unchanged" : "; nothing was written"),
        target.string()};
}

base::Result<Replacement> Replacement::begin(const fs::path& target) {
    Replacement result;
    std::error_code failed;
    result.target_ = fs::weakly_canonical(fs::absolute(target), failed);
    if (failed) {
        errno = failed.value();
        return system_error_at(target);
    }
    if (fs::is_directory(result.target_, failed)) {
        errno = EISDIR;
        return system_error_at(target);
    }
    remove_leftovers(result.target_);
    std::string pattern =
        (result.target_.parent_path() / ("." + result.target_.filename().string() + ".XXXXXX"))
            .string();
    pattern += kEnding;
    result.file_ = ::mkostemps(pattern.data(), static_cast<int>(kEnding.size()), O_CLOEXEC);
    if (result.file_ < 0) {
        return system_error_at(target);
    }
    result.path_ = pattern;
    ::flock(result.file_, LOCK_EX | LOCK_NB);
    struct stat old {};
    const bool has_old = ::stat(result.target_.c_str(), &old) == 0;
    ::fchmod(result.file_, has_old ? old.st_mode & 07777U : 0644U);
    return result;
}

Replacement::Replacement(Replacement&& other) noexcept
    : target_(std::move(other.target_)),
      path_(std::move(other.path_)),
      file_(std::exchange(other.file_, -1)) {
    other.path_.clear();
}

Replacement::~Replacement() {
    if (!path_.empty()) {
        ::unlink(path_.c_str());
    }
    if (file_ >= 0) {
        ::close(file_);
    }
}

base::Status Replacement::commit() {
    if (::fsync(file_) != 0 || ::rename(path_.c_str(), target_.c_str()) != 0) {
        return system_error_at(target_);
    }
    path_.clear();
    if (!flush_folder(target_.parent_path())) {
        return base::Error{
            base::ErrorCode::Io,
            "Saved, but the folder could not be flushed: " + std::generic_category().message(errno),
            target_.string()};
    }
    return base::Done{};
}

}  // namespace salient::workspace
