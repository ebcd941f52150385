#include "io/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace salient::io {

namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 20U;

int sync_folder(const std::filesystem::path& path) {
    const std::filesystem::path folder = path.parent_path();
    const int fd =
        ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        return errno;
    }
    const int error = ::fsync(fd) == 0 ? 0 : errno;
    ::close(fd);
    // Some file systems cannot sync a folder; the rename has been done all the same.
    return error == EINVAL ? 0 : error;
}

}  // namespace

base::Error OutputFile::failure(int error) const {
    return {
        base::ErrorCode::Io,
        std::string("The file cannot be written (") + std::strerror(error)
            + "); an older one is unchanged",
        path_.string()};
}

base::Result<OutputFile> OutputFile::create(const std::filesystem::path& path) {
    OutputFile file;
    file.path_ = path;
    struct stat info {};
    const bool exists = ::stat(path.c_str(), &info) == 0;
    if (exists && !S_ISREG(info.st_mode)) {
        return base::Error{
            base::ErrorCode::Io,
            S_ISDIR(info.st_mode) ? "Expected a file to write to, found a folder"
                                  : "Expected a file to write to, found a device or pipe",
            path.string()};
    }
    // The ending is kept: some writers look at it.
    std::error_code ignored;
    const std::filesystem::path target =
        exists ? std::filesystem::weakly_canonical(path, ignored) : path;
    file.path_ = target.empty() ? path : target;
    file.temporary_ = file.path_.parent_path()
                      / ("." + file.path_.stem().string() + ".part-" + std::to_string(::getpid())
                         + file.path_.extension().string());
    const mode_t mode = exists ? info.st_mode & 0777U : 0666U;
    file.fd_ = ::open(
        file.temporary_.c_str(),
        O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW,
        mode);
    if (file.fd_ < 0) {
        return file.failure(errno);
    }
    return file;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::move(other.temporary_)),
      fd_(std::exchange(other.fd_, -1)),
      error_(other.error_),
      buffer_(std::move(other.buffer_)) {}

OutputFile::~OutputFile() {
    if (fd_ >= 0) {
        ::close(fd_);
        ::unlink(temporary_.c_str());
    }
}

void OutputFile::append(std::string_view bytes) {
    buffer_ += bytes;
    if (buffer_.size() >= kBufferBytes) {
        flush();
    }
}

void OutputFile::flush() {
    std::string_view rest = buffer_;
    while (!rest.empty() && error_ == 0) {
        const ssize_t written = ::write(fd_, rest.data(), rest.size());
        if (written < 0) {
            error_ = errno == EINTR ? 0 : errno;
            continue;
        }
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    buffer_.clear();
}

base::Status OutputFile::commit() {
    flush();
    // Another program may have replaced the file behind the descriptor under the same name: sync what will be renamed.
    const int named = ::open(temporary_.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (error_ == 0 && (named < 0 || ::fsync(named) != 0)) {
        error_ = errno;
    }
    if (named >= 0) {
        ::close(named);
    }
    if (error_ == 0 && ::rename(temporary_.c_str(), path_.c_str()) != 0) {
        error_ = errno;
    }
    if (error_ == 0) {
        error_ = sync_folder(path_);
    }
    if (error_ != 0) {
        return failure(error_);
    }
    ::close(std::exchange(fd_, -1));
    return base::Done{};
}

}  // namespace salient::io
