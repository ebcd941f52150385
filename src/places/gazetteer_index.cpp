#include "places/gazetteer_data.hpp"
#include "places/match_key.hpp"

#include <algorithm>
#include <numeric>

namespace salient::places {
namespace {

constexpr std::uint32_t kLongestName = 500;  // bytes; longer ones are no names

/// Drops later rows whose id was seen; fills the id, country and region tables.
void index_ids(Tables& tables, base::Diagnostics& diagnostics) {
    tables.by_id.reserve(tables.rows.size());
    tables.by_region.reserve(8192);
    tables.by_country.assign(kCountryKeys, kNoIndex);
    tables.capitals.assign(kCountryKeys, kNoIndex);
    std::size_t kept = 0;
    for (Row& row : tables.rows) {
        std::uint32_t& slot = tables.by_id.slot(hash_bytes(tables.view(row.id)));
        if (slot != kNoIndex) {
            diagnostics.note(
                "gazetteer.repeated",
                "Row with an id seen before left out",
                std::string(tables.view(row.id)));
            continue;
        }
        const auto index = static_cast<std::uint32_t>(kept);
        slot = index;
        const std::string_view code = tables.view(row.code);
        row.country_key = country_key(tables.view(row.country));
        row.area =
            row.region.length == 0
                ? 0
                : static_cast<std::uint32_t>(hash_bytes(tables.view(row.region)) >> 32U) | 1U;
        std::uint32_t& country = tables.by_country[row.country_key];
        if (row.kind == PlaceKind::Country && row.country_key != 0
            && (country == kNoIndex || code == "PCLI")) {
            country = index;
        }
        if (code == "PPLC" && tables.capitals[row.country_key] == kNoIndex) {
            tables.capitals[row.country_key] = index;
        }
        if (code == "ADM1" && row.region.length > 0) {
            std::uint32_t& region = tables.by_region.slot(hash_bytes(tables.view(row.region)));
            region = region == kNoIndex ? index : region;
        }
        tables.rows[kept++] = row;
    }
    tables.rows.resize(kept);
}

/// A name on the way into the index.
struct Name {
    NameEntry entry;
    std::uint32_t next = kNoIndex;  ///< less prominent one in its cell
    std::uint64_t key_hash = 0;
};

void add_name(const Tables& tables, std::uint32_t index, Slice text, std::vector<Name>& names) {
    KeyHash hash;
    const std::string_view written = tables.view(text);
    hash.add(written);
    if (hash.is_empty() || text.length > kLongestName) {
        return;
    }
    const auto gaps =
        std::count_if(written.begin(), written.end(), [](char c) { return c == ' ' || c == '-'; });
    const Row& row = tables.rows[index];
    Name name;
    name.key_hash = hash.value();
    name.entry.key_low = static_cast<std::uint32_t>(hash.value());
    name.entry.row = index;
    name.entry.prominence = row.prominence;
    name.entry.offset = text.offset;
    name.entry.length = static_cast<std::uint16_t>(text.length);
    name.entry.country_key = row.country_key;
    name.entry.first_byte = hash.first_byte();
    name.entry.words = static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(gaps + 1, 127));
    name.entry.is_alias = text.offset != row.name.offset;
    names.push_back(name);
}

constexpr std::size_t kSteps = 4096;  // of prominence, told apart when sorting

/// Names in order of rising prominence, so that pushing each to the front of its list leaves the most prominent first.
std::vector<std::uint32_t> rows_by_prominence(const Tables& tables) {
    std::vector<std::uint32_t> begin(kSteps + 1, 0);
    const auto step = [&tables](std::uint32_t row) {
        return static_cast<std::size_t>(tables.rows[row].prominence * (kSteps - 1));
    };
    for (std::uint32_t row = 0; row < tables.rows.size(); ++row) {
        ++begin[step(row) + 1];
    }
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<std::uint32_t> order(tables.rows.size());
    for (auto row = static_cast<std::uint32_t>(tables.rows.size()); row-- > 0;) {
        order[begin[step(row)]++] = row;  // equal prominence: earlier rows end up in front
    }
    return order;
}

/// Lays the names of each cell side by side: reading a text looks through all bearers of a name.
void lay_out_names(Tables& tables, const std::vector<Name>& names) {
    tables.names.reserve(names.size());
    for (HashCell& cell : tables.by_key.cells()) {
        if (cell.value == kNoIndex) {
            continue;
        }
        const auto first = static_cast<std::uint32_t>(tables.names.size());
        for (std::uint32_t i = cell.value; i != kNoIndex; i = names[i].next) {
            tables.names.push_back(names[i].entry);
        }
        tables.names.back().is_last = true;
        cell.value = first;
    }
}

void index_names(Tables& tables) {
    std::vector<Name> names;
    names.reserve(tables.rows.size() * 3);
    for (const std::uint32_t row : rows_by_prominence(tables)) {
        add_name(tables, row, tables.rows[row].name, names);
        for_each_alias(tables.pool, tables.rows[row], [&](Slice alias) {
            add_name(tables, row, alias, names);
        });
    }
    tables.by_key.reserve(names.size());
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        std::uint32_t& head = tables.by_key.slot(names[i].key_hash);
        if (head != kNoIndex && names[head].entry.row == names[i].entry.row) {
            continue;  // an alias with the key of the name
        }
        names[i].next = head;
        head = i;
    }
    lay_out_names(tables, names);
}

std::size_t cell_of(double lon_deg, double lat_deg) {
    const auto column = static_cast<std::size_t>(std::clamp(lon_deg + 180.0, 0.0, 359.999));
    const auto line = static_cast<std::size_t>(std::clamp(lat_deg + 90.0, 0.0, 179.999));
    return line * 360 + column;
}

void index_cells(Tables& tables) {
    tables.cell_begin.assign(360 * 180 + 1, 0);
    const auto is_populated = [](const Row& row) { return row.kind == PlaceKind::Settlement; };
    for (const Row& row : tables.rows) {
        tables.cell_begin[cell_of(row.lon_deg, row.lat_deg) + 1] += is_populated(row) ? 1U : 0U;
    }
    std::partial_sum(tables.cell_begin.begin(), tables.cell_begin.end(), tables.cell_begin.begin());
    tables.cell_rows.resize(tables.cell_begin.back());
    std::vector<std::uint32_t> next(tables.cell_begin.begin(), tables.cell_begin.end() - 1);
    for (std::uint32_t row = 0; row < tables.rows.size(); ++row) {
        if (is_populated(tables.rows[row])) {
            tables.cell_rows[next[cell_of(tables.rows[row].lon_deg, tables.rows[row].lat_deg)]++] =
                row;
        }
    }
}

}  // namespace

void HashIndex::reserve(std::size_t count) {
    std::size_t size = 64;
    while (size * 3 < count * 4) {
        size *= 2;
    }
    cells_.assign(size, {});
    mask_ = size - 1;
}

std::uint32_t& HashIndex::slot(std::uint64_t hash) {
    const auto tag = static_cast<std::uint32_t>(hash >> 32U);
    std::uint64_t at = hash & mask_;
    while (cells_[at].value != kNoIndex && cells_[at].tag != tag) {
        at = (at + 1) & mask_;
    }
    cells_[at].tag = tag;
    return cells_[at].value;
}

std::uint32_t find_index(std::span<const HashCell> cells, std::uint64_t hash) {
    if (cells.empty()) {
        return kNoIndex;
    }
    const auto tag = static_cast<std::uint32_t>(hash >> 32U);
    const std::uint64_t mask = cells.size() - 1;
    std::uint64_t at = hash & mask;
    while (cells[at].value != kNoIndex && cells[at].tag != tag) {
        at = (at + 1) & mask;
    }
    return cells[at].value;
}

void build_index(Tables& tables, base::Diagnostics& diagnostics) {
    index_ids(tables, diagnostics);
    index_names(tables);
    index_cells(tables);
}

}  // namespace salient::places
