#pragma once

#include "places/gazetteer.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace salient::places {

/// A piece of the pool.
struct Slice {
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
};

/// One place as it is kept: texts are slices of the pool.
struct Row {
    Slice id;
    Slice code;
    Slice name;
    Slice country;
    Slice region;
    Slice aliases;
    double lon_deg = 0;
    double lat_deg = 0;
    std::uint32_t population = 0;
    float prominence = 0;
    std::uint32_t area = 0;  ///< hash of country and region, see Gazetteer::area_keys
    std::uint16_t country_key = 0;
    PlaceKind kind = PlaceKind::Other;
    char alias_separator = '|';
};

/// One name of one place. Names with the same key lie side by side, most prominent first.
struct NameEntry {
    std::uint32_t key_low = 0;  ///< low half of the key's hash; the index compares the high half
    std::uint32_t row = 0;
    float prominence = 0;      ///< of the row, at hand while names are compared
    std::uint32_t offset = 0;  ///< of the name in the pool
    std::uint16_t length = 0;
    std::uint16_t country_key = 0;  ///< of the row
    std::uint8_t first_byte = 0;    ///< of the key, for completion
    std::uint8_t words = 1;
    bool is_alias = false;
    bool is_last = false;  ///< of its cell in the index
};

inline constexpr std::uint32_t kNoIndex = 0xFFFFFFFFU;

struct HashCell {
    std::uint32_t tag = 0;
    std::uint32_t value = kNoIndex;
};

/// Open addressing, power of two, at most three quarters full; values are indices.
class HashIndex {
public:
    void reserve(std::size_t count);
    /// The value kept for `hash`, or kNoIndex. The reference may be written.
    [[nodiscard]] std::uint32_t& slot(std::uint64_t hash);
    [[nodiscard]] std::vector<HashCell>& cells() { return cells_; }
    [[nodiscard]] const std::vector<HashCell>& cells() const { return cells_; }

private:
    std::vector<HashCell> cells_;
    std::uint64_t mask_ = 0;
};

/// The value kept for `hash` in the cells of a HashIndex, or kNoIndex.
[[nodiscard]] std::uint32_t find_index(std::span<const HashCell> cells, std::uint64_t hash);

/// What a gazetteer is made of, while it is made.
struct Tables {
    std::string pool;
    std::vector<Row> rows;
    std::vector<NameEntry> names;
    HashIndex by_key;                       ///< key hash → its first NameEntry
    HashIndex by_id;                        ///< id hash → row
    HashIndex by_region;                    ///< region id hash → row of the first-level region
    std::vector<std::uint32_t> by_country;  ///< country key → row
    std::vector<std::uint32_t> capitals;    ///< country key → row
    std::vector<std::uint32_t> cell_begin;  ///< populated places by 1° cell, compressed rows
    std::vector<std::uint32_t> cell_rows;

    [[nodiscard]] std::string_view view(Slice slice) const {
        return std::string_view(pool).substr(slice.offset, slice.length);
    }
};

/// The same, to read: tables in memory, or a mapped file.
struct Gazetteer::Data {
    std::string_view pool;
    std::span<const Row> rows;
    std::span<const NameEntry> names;
    std::span<const HashCell> by_key;
    std::span<const HashCell> by_id;
    std::span<const HashCell> by_region;
    std::span<const std::uint32_t> by_country;
    std::span<const std::uint32_t> capitals;
    std::span<const std::uint32_t> cell_begin;
    std::span<const std::uint32_t> cell_rows;
    std::shared_ptr<const void> owner;

    [[nodiscard]] std::string_view view(Slice slice) const {
        return pool.substr(slice.offset, slice.length);
    }
};

/// Drops rows with an id seen before and fills everything but the pool and the rows.
void build_index(Tables& tables, base::Diagnostics& diagnostics);

/// Calls `visit` with each name that a row has besides the preferred one.
template <class Visit>
void for_each_alias(std::string_view pool, const Row& row, Visit&& visit) {
    std::size_t begin = row.aliases.offset;
    const std::size_t end = begin + row.aliases.length;
    while (begin < end) {
        const std::size_t stop = std::min(pool.find(row.alias_separator, begin), end);
        if (stop > begin) {
            visit(
                Slice{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(stop - begin)});
        }
        begin = stop + 1;
    }
}

/// Maps a file that write_pack made of these tables; nullptr when it is missing, damaged, older than one of them, or made by another
/// version of the program.
[[nodiscard]] std::unique_ptr<Gazetteer::Data> map_pack(
    const std::filesystem::path& pack,
    std::span<const std::filesystem::path> files);

/// @errors Io: it cannot be written.
[[nodiscard]] base::Status write_pack(
    const Gazetteer::Data& data,
    const std::filesystem::path& pack,
    std::span<const std::filesystem::path> files);

/// Hash of the bytes of an id.
[[nodiscard]] std::uint64_t hash_bytes(std::string_view bytes);

/// Place class of a GeoNames feature code.
[[nodiscard]] PlaceKind kind_of(std::string_view feature_code);

/// Reads one file into `tables.pool` and appends its rows.
/// @errors NotFound, Io: unreadable; BadFormat: neither of the two layouts; LimitExceeded: more than 4 GB of names.
[[nodiscard]] base::Status
append_file(Tables& tables, const std::filesystem::path& path, base::Diagnostics& diagnostics);

}  // namespace salient::places
