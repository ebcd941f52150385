#include "io/file_bytes.hpp"

#include <fcntl.h>
#include <libdeflate.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace salient::io {

namespace {

base::Error cannot_open(const std::filesystem::path& path, int error) {
    return {
        error == ENOENT || error == ENOTDIR ? base::ErrorCode::NotFound : base::ErrorCode::Io,
        std::string("The file cannot be read (") + std::strerror(error) + ")",
        path.string()};
}

base::Error not_plain(const std::filesystem::path& path, mode_t mode) {
    const char* what = S_ISDIR(mode)    ? "a folder"
                       : S_ISFIFO(mode) ? "a pipe"
                       : S_ISSOCK(mode) ? "a socket"
                                        : "a device";
    return {base::ErrorCode::Io, std::string("Expected a file, found ") + what, path.string()};
}

base::Result<std::size_t> plain_size(const std::filesystem::path& path) {
    struct stat info {};
    if (path.empty() || ::stat(path.c_str(), &info) != 0) {
        return cannot_open(path, path.empty() ? ENOENT : errno);
    }
    if (!S_ISREG(info.st_mode)) {
        return not_plain(path, info.st_mode);
    }
    return static_cast<std::size_t>(info.st_size);
}

struct Decompressor {
    libdeflate_decompressor* handle = libdeflate_alloc_decompressor();
    Decompressor() = default;
    Decompressor(const Decompressor&) = delete;
    Decompressor& operator=(const Decompressor&) = delete;
    ~Decompressor() { libdeflate_free_decompressor(handle); }
};

}  // namespace

base::Status check_plain_file(const std::filesystem::path& path) {
    auto size = plain_size(path);
    if (!size) {
        return size.error();
    }
    return base::Done{};
}

base::Result<FileBytes> FileBytes::open(const std::filesystem::path& path) {
    const auto size = plain_size(path);
    if (!size) {
        return size.error();
    }
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) {
        return cannot_open(path, errno);
    }
    // Some files of /proc are plain, have no size and never end: an empty file is refused, so they are too.
    if (*size == 0) {
        ::close(fd);
        return base::Error{base::ErrorCode::BadFormat, "The file is empty", path.string()};
    }
    void* mapped = ::mmap(nullptr, *size, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 0);
    const int error = errno;
    ::close(fd);
    if (mapped == MAP_FAILED) {
        return cannot_open(path, error);
    }
    FileBytes bytes;
    bytes.data_ = static_cast<char*>(mapped);
    bytes.size_ = *size;
    return bytes;
}

FileBytes::FileBytes(FileBytes&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)),
      size_(std::exchange(other.size_, 0)) {}

FileBytes& FileBytes::operator=(FileBytes&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
}

FileBytes::~FileBytes() {
    if (data_ != nullptr) {
        ::munmap(data_, size_);
    }
}

void FileBytes::forget(std::string_view part) const {
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const auto offset = static_cast<std::size_t>(part.data() - data_);
    const std::size_t begin = (offset + page - 1) / page * page;
    const std::size_t end = (offset + part.size()) / page * page;
    if (begin < end) {
        ::madvise(data_ + begin, end - begin, MADV_DONTNEED);
    }
}

base::Result<std::string> gunzip(std::string_view bytes, std::uint64_t max_bytes) {
    const Decompressor decompressor;
    std::string out;
    std::size_t room = std::min<std::uint64_t>(max_bytes, bytes.size() * 4 + 65536);
    while (!bytes.empty()) {
        if (static_cast<unsigned char>(bytes.front()) != 0x1F) {
            break;  // padding behind the last member
        }
        std::string member;
        std::size_t used = 0;
        std::size_t made = 0;
        libdeflate_result result = LIBDEFLATE_INSUFFICIENT_SPACE;
        while (result == LIBDEFLATE_INSUFFICIENT_SPACE) {
            member.resize(room);
            result = libdeflate_gzip_decompress_ex(
                decompressor.handle,
                bytes.data(),
                bytes.size(),
                member.data(),
                member.size(),
                &used,
                &made);
            if (result != LIBDEFLATE_INSUFFICIENT_SPACE) {
                break;
            }
            if (room + out.size() >= max_bytes) {
                return base::Error{
                    base::ErrorCode::LimitExceeded,
                    "The file unpacks to more than " + std::to_string(max_bytes)
                        + " bytes; raise --max-bytes if it is to be trusted",
                    ""};
            }
            room = std::min<std::uint64_t>(max_bytes - out.size(), room * 4);
        }
        if (result != LIBDEFLATE_SUCCESS) {
            return base::Error{base::ErrorCode::BadFormat, "The gzip data is damaged", ""};
        }
        member.resize(made);
        if (out.empty()) {
            out = std::move(member);
        } else {
            out += member;
        }
        bytes.remove_prefix(used);
    }
    return out;
}

}  // namespace salient::io
