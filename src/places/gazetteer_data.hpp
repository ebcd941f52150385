#pragma once

#include "places/gazetteer.hpp"

#include <array>
#include <cstdint>
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

/// One name of one place; names with the same key form a list, most prominent first.
struct NameEntry {
    std::uint64_t key_hash = 0;
    std::uint32_t row = 0;
    std::uint32_t next = kNone;
    std::uint32_t offset = 0;  ///< of the name in the pool
    std::uint16_t length = 0;
    std::uint8_t first_byte = 0;  ///< of the key, for completion
    std::uint8_t words = 1;       ///< in the low seven bits; the high bit says that it is an alias
    static constexpr std::uint8_t kAliasBit = 0x80;
    static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
};

/// Open addressing, power of two, at most three quarters full; values are indices.
class HashIndex {
public:
    void reserve(std::size_t count);
    /// The value kept for `hash`, or kNone. The reference may be written.
    [[nodiscard]] std::uint32_t& slot(std::uint64_t hash);
    [[nodiscard]] std::uint32_t find(std::uint64_t hash) const;

private:
    struct Cell {
        std::uint32_t tag = 0;
        std::uint32_t value = NameEntry::kNone;
    };
    std::vector<Cell> cells_;
    std::uint64_t mask_ = 0;
};

struct Gazetteer::Data {
    std::string pool;
    std::vector<Row> rows;
    std::vector<NameEntry> names;
    HashIndex by_key;     ///< key hash → first NameEntry
    HashIndex by_id;      ///< id hash → row
    HashIndex by_region;  ///< region id hash → row of the first-level region
    std::array<std::uint32_t, std::size_t{26} * 26> by_country{};
    std::vector<std::uint32_t>
        cell_begin;  ///< rows of populated places by 1° cell, compressed rows
    std::vector<std::uint32_t> cell_rows;

    [[nodiscard]] std::string_view view(Slice slice) const {
        return std::string_view(pool).substr(slice.offset, slice.length);
    }
};

/// Hash of the bytes of an id.
[[nodiscard]] std::uint64_t hash_bytes(std::string_view bytes);

/// Place class of a GeoNames feature code.
[[nodiscard]] PlaceKind kind_of(std::string_view feature_code);

/// Reads one file into `data.pool` and appends its rows.
/// @errors NotFound, Io: unreadable; BadFormat: neither of the two layouts; LimitExceeded: more than 4 GB of names.
[[nodiscard]] base::Status append_file(
    Gazetteer::Data& data,
    const std::filesystem::path& path,
    base::Diagnostics& diagnostics);

}  // namespace salient::places
