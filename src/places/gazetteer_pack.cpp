// The packed gazetteer: the arrays of the index as they lie in memory, one behind the other, to be mapped.
#include "base/resources.hpp"
#include "places/gazetteer_data.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <optional>
#include <type_traits>

namespace salient::places {
namespace {

constexpr std::size_t kArrays = 10;
constexpr std::size_t kAlignment = 64;

struct Header {
    /// Told apart by another machine's byte order too. Counts up when an array changes.
    static constexpr std::uint64_t kVersion = 0x53414C4741'000002ULL;
    std::uint64_t version = kVersion;
    std::uint64_t tables = 0;  ///< hash of their sizes
    std::uint64_t bytes = 0;   ///< of the whole file
    std::array<std::uint64_t, kArrays> counts{};
};

template <class Data, class Visit>
void for_each_array(Data& data, Visit&& visit) {
    visit(data.pool);
    visit(data.rows);
    visit(data.names);
    visit(data.by_key);
    visit(data.by_id);
    visit(data.by_region);
    visit(data.by_country);
    visit(data.capitals);
    visit(data.cell_begin);
    visit(data.cell_rows);
}

std::size_t aligned(std::size_t offset) {
    return (offset + kAlignment - 1) / kAlignment * kAlignment;
}

std::optional<struct stat> stat_of(const std::filesystem::path& path) {
    struct stat info = {};
    return ::stat(path.c_str(), &info) == 0 ? std::optional(info) : std::nullopt;
}

bool is_newer(const struct stat& a, const struct stat& b) {
    return a.st_mtim.tv_sec != b.st_mtim.tv_sec ? a.st_mtim.tv_sec > b.st_mtim.tv_sec
                                                : a.st_mtim.tv_nsec > b.st_mtim.tv_nsec;
}

/// Hash of the sizes of the tables; nullopt when one is missing or newer than `pack`.
std::optional<std::uint64_t> sign_of(
    std::span<const std::filesystem::path> files,
    const struct stat* pack) {
    std::string sizes;
    for (const std::filesystem::path& file : files) {
        const auto info = stat_of(file);
        if (!info || (pack != nullptr && is_newer(*info, *pack))) {
            return std::nullopt;
        }
        sizes += std::to_string(info->st_size) + ' ';
    }
    return hash_bytes(sizes);
}

/// A file in memory, given back with the last owner; nullptr when it cannot be mapped.
std::shared_ptr<const void> map_file(const std::filesystem::path& path, std::size_t size) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) {
        return nullptr;
    }
    void* mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    ::close(file);
    if (mapped == MAP_FAILED) {
        return nullptr;
    }
    return {mapped, [size](const void* at) { ::munmap(const_cast<void*>(at), size); }};
}

/// Points the arrays of `data` into the file. @return false when they are not what fills it
bool point_into(std::string_view file, const Header& header, Gazetteer::Data& data) {
    std::size_t at = sizeof(Header);
    std::size_t number = 0;
    bool fits = true;
    for_each_array(data, [&](auto& array) {
        using Array = std::remove_reference_t<decltype(array)>;
        using Item = typename Array::value_type;
        const std::uint64_t count = header.counts.at(number++);
        at = aligned(at);
        fits = fits && at <= file.size() && count <= (file.size() - at) / sizeof(Item);
        if (fits) {
            array = Array(reinterpret_cast<const Item*>(file.data() + at), count);
            at += count * sizeof(Item);
        }
    });
    return fits && at == file.size();
}

}  // namespace

std::unique_ptr<Gazetteer::Data> map_pack(
    const std::filesystem::path& pack,
    std::span<const std::filesystem::path> files) {
    const auto info = stat_of(pack);
    if (!info || !S_ISREG(info->st_mode)
        || static_cast<std::size_t>(info->st_size) < sizeof(Header)) {
        return nullptr;
    }
    const auto size = static_cast<std::size_t>(info->st_size);
    const auto tables = sign_of(files, &*info);
    auto data = std::make_unique<Gazetteer::Data>();
    data->owner = tables ? map_file(pack, size) : nullptr;
    if (!data->owner) {
        return nullptr;
    }
    const std::string_view file(static_cast<const char*>(data->owner.get()), size);
    Header header;
    std::memcpy(&header, file.data(), sizeof header);
    const bool is_ours = header.version == Header::kVersion && header.tables == *tables
                         && header.bytes == size && point_into(file, header, *data);
    return is_ours ? std::move(data) : nullptr;
}

base::Status write_pack(
    const Gazetteer::Data& data,
    const std::filesystem::path& pack,
    std::span<const std::filesystem::path> files) {
    Header header;
    header.tables = sign_of(files, nullptr).value_or(0);
    std::string out(sizeof(Header), '\0');
    std::size_t number = 0;
    for_each_array(data, [&](const auto& array) {
        using Item = typename std::remove_reference_t<decltype(array)>::value_type;
        static_assert(std::is_trivially_copyable_v<Item>);
        out.resize(aligned(out.size()));
        out.append(reinterpret_cast<const char*>(array.data()), array.size() * sizeof(Item));
        header.counts.at(number++) = array.size();
    });
    header.bytes = out.size();
    std::memcpy(out.data(), &header, sizeof header);
    return base::write_file_atomically(pack, out);
}

}  // namespace salient::places
