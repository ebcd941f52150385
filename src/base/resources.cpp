#include "base/resources.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <system_error>

namespace salient::base {

namespace fs = std::filesystem;

namespace {

Error io_error(const std::string& what, const fs::path& path) {
    return {
        errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Io,
        what + " (" + std::strerror(errno) + ")",
        path.string()};
}

/// Closes a file descriptor at the end of its scope.
struct Descriptor {
    int fd = -1;
    explicit Descriptor(int opened) : fd(opened) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd >= 0) {
            ::close(fd);
        }
    }
};

bool write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

Result<fs::path> data_directory() {
    std::string tried;
    std::error_code ignored;
    if (const char* given = std::getenv("SALIENT_DATA"); given != nullptr && *given != '\0') {
        if (fs::is_directory(given, ignored)) {
            return fs::path(given);
        }
        tried += std::string(given) + ", ";
    }
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
    for (const fs::path& candidate :
         {program / "share/salient", program.parent_path() / "share/salient"}) {
        if (fs::is_directory(candidate, ignored)) {
            return candidate;
        }
        tried += candidate.string() + ", ";
    }
    tried.resize(tried.size() - 2);
    return Error{
        ErrorCode::NotFound,
        "Salient's data folder was not found; install again or set SALIENT_DATA. Looked in",
        tried};
}

Result<fs::path> data_file(const fs::path& relative) {
    auto directory = data_directory();
    if (!directory) {
        return directory.error();
    }
    const fs::path path = *directory / relative;
    std::error_code ignored;
    if (!fs::exists(path, ignored)) {
        return Error{ErrorCode::NotFound, "A file of Salient's own data is missing", path.string()};
    }
    return path;
}

Result<std::string> read_file(const fs::path& path, std::uintmax_t max_bytes) {
    // O_NONBLOCK: opening a FIFO must not wait for a writer.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.fd < 0) {
        return io_error(errno == ENOENT ? "File not found" : "Cannot open the file", path);
    }
    struct stat info = {};
    if (::fstat(file.fd, &info) != 0) {
        return io_error("Cannot read the file", path);
    }
    if (S_ISDIR(info.st_mode)) {
        return Error{ErrorCode::Io, "Expected a file, found a folder", path.string()};
    }
    if (!S_ISREG(info.st_mode)) {
        return Error{
            ErrorCode::Io,
            "Expected an ordinary file, found a device, pipe or socket",
            path.string()};
    }
    const auto size = static_cast<std::uintmax_t>(info.st_size);
    if (size > max_bytes) {
        return Error{
            ErrorCode::LimitExceeded,
            "The file has " + std::to_string(size) + " bytes, the limit is "
                + std::to_string(max_bytes),
            path.string()};
    }
    std::string bytes(size, '\0');
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = ::read(file.fd, bytes.data() + done, bytes.size() - done);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return io_error("Cannot read the file", path);
        }
        if (got == 0) {
            break;
        }
        done += static_cast<std::size_t>(got);
    }
    bytes.resize(done);
    return bytes;
}

Status write_file_atomically(const fs::path& given, std::string_view bytes) {
    struct stat info {};
    const bool exists = ::stat(given.c_str(), &info) == 0;
    if (exists && !S_ISREG(info.st_mode)) {
        return Error{
            ErrorCode::Io,
            S_ISDIR(info.st_mode) ? "Expected a file to write to, found a folder"
                                  : "Expected a file to write to, found a device or pipe",
            given.string()};
    }
    // What a link points to is written, not the link.
    std::error_code ignored;
    const fs::path target = exists ? fs::weakly_canonical(given, ignored) : given;
    const fs::path& path = target.empty() ? given : target;
    const fs::path temporary = path.string() + ".part-" + std::to_string(::getpid());
    {
        const Descriptor file(
            ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
        if (file.fd < 0) {
            return io_error("Cannot write here", path);
        }
        if (!write_all(file.fd, bytes) || ::fsync(file.fd) != 0) {
            const Error error = io_error("Writing failed, the old file is unchanged", path);
            ::unlink(temporary.c_str());
            return error;
        }
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0) {
        const Error error = io_error("Writing failed, the old file is unchanged", path);
        ::unlink(temporary.c_str());
        return error;
    }
    return Done{};
}

}  // namespace salient::base
