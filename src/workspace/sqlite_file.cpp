#include "workspace/sqlite_file.hpp"

#include <array>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace salient::workspace {

namespace {

namespace fs = std::filesystem;

base::Error bad(std::string message, const fs::path& path) {
    return {base::ErrorCode::BadFormat, std::move(message), path.string()};
}

std::uint32_t big_endian(const char* bytes) {
    std::uint32_t number = 0;
    for (int i = 0; i < 4; ++i) {
        number = number << 8U | static_cast<unsigned char>(bytes[i]);
    }
    return number;
}

/// The pages that the header counts are there. @source https://www.sqlite.org/fileformat.html, 1.3
base::Status
check_length(const std::array<char, 100>& header, std::uintmax_t size, const fs::path& path) {
    const auto high = static_cast<unsigned char>(header[16]);
    const auto low = static_cast<unsigned char>(header[17]);
    const std::uintmax_t page = high == 0 && low == 1 ? 65'536 : high * 256U + low;
    const bool is_counted = big_endian(&header[24]) == big_endian(&header[92]);
    if (is_counted && size < page * big_endian(&header[28])) {
        return bad(
            "The file is cut short: " + std::to_string(page * big_endian(&header[28]))
                + " bytes expected, " + std::to_string(size)
                + " found; take a copy of it from before",
            path);
    }
    return base::Done{};
}

}  // namespace

base::Status check_sqlite_file(const fs::path& path) {
    std::error_code failed;
    const fs::file_status what = fs::status(path, failed);
    if (!fs::exists(what)) {
        return base::Error{base::ErrorCode::NotFound, "No such file", path.string()};
    }
    if (!fs::is_regular_file(what)) {
        return base::Error{base::ErrorCode::Io, "Expected a file", path.string()};
    }
    const std::uintmax_t size = fs::file_size(path, failed);
    if (size == 0) {
        return bad("Expected a GeoPackage, found an empty file", path);
    }
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        return base::Error{base::ErrorCode::Io, "The file cannot be read", path.string()};
    }
    std::array<char, 100> header{};
    stream.read(header.data(), header.size());
    const std::string_view magic("SQLite format 3\0", 16);
    if (std::string_view(header.data(), magic.size()) != magic) {
        return bad("Expected a GeoPackage, found another kind of file", path);
    }
    return check_length(header, size, path);
}

}  // namespace salient::workspace
