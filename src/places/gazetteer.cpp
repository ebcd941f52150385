#include "places/gazetteer.hpp"

#include "places/gazetteer_data.hpp"
#include "places/inflection.hpp"
#include "places/match_key.hpp"
#include "places/romanise.hpp"

#include <algorithm>
#include <numeric>

namespace salient::places {
namespace {

constexpr std::uint32_t kNone = NameEntry::kNone;
constexpr std::size_t kMostMatches = 64;  // bearers of one name that a reader of texts looks at
constexpr std::size_t kCodes = std::size_t{26} * 26;  // two letters
constexpr std::uint32_t kLongestName = 500;           // bytes; longer ones are no names

std::size_t country_cell(std::string_view code) {
    const bool is_code =
        code.size() == 2 && code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z';
    return is_code ? static_cast<std::size_t>((code[0] - 'A') * 26 + (code[1] - 'A')) : kCodes;
}

/// Drops later rows whose id was seen; fills the id, country and region tables.
void index_ids(Gazetteer::Data& data, base::Diagnostics& diagnostics) {
    data.by_id.reserve(data.rows.size());
    data.by_region.reserve(8192);
    data.by_country.fill(kNone);
    std::size_t kept = 0;
    for (Row& row : data.rows) {
        std::uint32_t& slot = data.by_id.slot(hash_bytes(data.view(row.id)));
        if (slot != kNone) {
            diagnostics.note(
                "gazetteer.repeated",
                "Row with an id seen before left out",
                std::string(data.view(row.id)));
            continue;
        }
        const auto index = static_cast<std::uint32_t>(kept);
        slot = index;
        const std::string_view code = data.view(row.code);
        const std::size_t cell = country_cell(data.view(row.country));
        row.country_key = cell < data.by_country.size() ? static_cast<std::uint16_t>(cell + 1) : 0;
        row.area = row.region.length == 0
                       ? 0
                       : static_cast<std::uint32_t>(hash_bytes(data.view(row.region)) >> 32U) | 1U;
        if (row.kind == PlaceKind::Country && cell < data.by_country.size()
            && (data.by_country[cell] == kNone || code == "PCLI")) {
            data.by_country[cell] = index;
        }
        if (code == "ADM1" && row.region.length > 0) {
            std::uint32_t& region = data.by_region.slot(hash_bytes(data.view(row.region)));
            region = region == kNone ? index : region;
        }
        data.rows[kept++] = row;
    }
    data.rows.resize(kept);
}

void add_name(Gazetteer::Data& data, std::uint32_t row, Slice text) {
    KeyHash hash;
    const std::string_view name = data.view(text);
    hash.add(name);
    if (hash.is_empty() || text.length > kLongestName) {
        return;
    }
    const auto gaps =
        std::count_if(name.begin(), name.end(), [](char c) { return c == ' ' || c == '-'; });
    const bool is_alias = text.offset != data.rows[row].name.offset;
    const auto words = static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(gaps + 1, 127));
    data.names.push_back(
        {hash.value(),
         row,
         kNone,
         text.offset,
         static_cast<std::uint16_t>(text.length),
         hash.first_byte(),
         static_cast<std::uint8_t>(words | (is_alias ? NameEntry::kAliasBit : 0U))});
}

template <class Visit>
void for_each_alias(const Gazetteer::Data& data, const Row& row, Visit&& visit) {
    std::size_t begin = row.aliases.offset;
    const std::size_t end = begin + row.aliases.length;
    while (begin < end) {
        const std::size_t stop = std::min(data.pool.find(row.alias_separator, begin), end);
        if (stop > begin) {
            visit(
                Slice{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(stop - begin)});
        }
        begin = stop + 1;
    }
}

constexpr std::size_t kSteps = 4096;  // of prominence, told apart when sorting

/// Names in order of rising prominence, so that pushing each to the front of its list leaves the most prominent first.
std::vector<std::uint32_t> rows_by_prominence(const Gazetteer::Data& data) {
    std::vector<std::uint32_t> begin(kSteps + 1, 0);
    const auto step = [&data](std::uint32_t row) {
        return static_cast<std::size_t>(data.rows[row].prominence * (kSteps - 1));
    };
    for (std::uint32_t row = 0; row < data.rows.size(); ++row) {
        ++begin[step(row) + 1];
    }
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<std::uint32_t> order(data.rows.size());
    for (auto row = static_cast<std::uint32_t>(data.rows.size()); row-- > 0;) {
        order[begin[step(row)]++] = row;  // equal prominence: earlier rows end up in front
    }
    return order;
}

void index_names(Gazetteer::Data& data) {
    data.names.reserve(data.rows.size() * 3);
    for (const std::uint32_t row : rows_by_prominence(data)) {
        add_name(data, row, data.rows[row].name);
        for_each_alias(data, data.rows[row], [&](Slice alias) { add_name(data, row, alias); });
    }
    data.by_key.reserve(data.names.size());
    for (std::uint32_t i = 0; i < data.names.size(); ++i) {
        std::uint32_t& head = data.by_key.slot(data.names[i].key_hash);
        if (head != kNone && data.names[head].row == data.names[i].row) {
            continue;  // an alias with the key of the name
        }
        data.names[i].next = head;
        head = i;
    }
}

std::size_t cell_of(double lon_deg, double lat_deg) {
    const auto column = static_cast<std::size_t>(std::clamp(lon_deg + 180.0, 0.0, 359.999));
    const auto line = static_cast<std::size_t>(std::clamp(lat_deg + 90.0, 0.0, 179.999));
    return line * 360 + column;
}

void index_cells(Gazetteer::Data& data) {
    data.cell_begin.assign(360 * 180 + 1, 0);
    const auto is_populated = [](const Row& row) { return row.kind == PlaceKind::Settlement; };
    for (const Row& row : data.rows) {
        data.cell_begin[cell_of(row.lon_deg, row.lat_deg) + 1] += is_populated(row) ? 1U : 0U;
    }
    std::partial_sum(data.cell_begin.begin(), data.cell_begin.end(), data.cell_begin.begin());
    data.cell_rows.resize(data.cell_begin.back());
    std::vector<std::uint32_t> next(data.cell_begin.begin(), data.cell_begin.end() - 1);
    for (std::uint32_t row = 0; row < data.rows.size(); ++row) {
        if (is_populated(data.rows[row])) {
            data.cell_rows[next[cell_of(data.rows[row].lon_deg, data.rows[row].lat_deg)]++] = row;
        }
    }
}

std::string_view without_preposition(std::string_view name) {
    static constexpr std::string_view kPrepositions[] = {
        "у ",    "в ",    "во ",  "під ", "под ",     "біля ",  "около ",  "возле ", "на ",
        "до ",   "з ",    "зі ",  "із ",  "із-під ",  "из ",    "из-под ", "від ",   "от ",
        "за ",   "к ",    "ко ",  "над ", "поблизу ", "близ ",  "через ",  "при ",   "м. ",
        "г. ",   "с. ",   "смт ", "пгт ", "місто ",   "город ", "село ",   "місті ", "городе ",
        "селі ", "селе ", "У ",   "В ",   "Під ",     "Под ",   "Біля ",   "На "};
    for (const std::string_view word : kPrepositions) {
        if (name.size() > word.size() && name.substr(0, word.size()) == word) {
            return name.substr(word.size());
        }
    }
    return name;
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
    while (cells_[at].value != kNone && cells_[at].tag != tag) {
        at = (at + 1) & mask_;
    }
    cells_[at].tag = tag;
    return cells_[at].value;
}

std::uint32_t HashIndex::find(std::uint64_t hash) const {
    if (cells_.empty()) {
        return kNone;
    }
    const auto tag = static_cast<std::uint32_t>(hash >> 32U);
    std::uint64_t at = hash & mask_;
    while (cells_[at].value != kNone && cells_[at].tag != tag) {
        at = (at + 1) & mask_;
    }
    return cells_[at].value;
}

Gazetteer::Gazetteer(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Gazetteer::~Gazetteer() = default;
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;

base::Result<Gazetteer> Gazetteer::load(
    std::span<const std::filesystem::path> files,
    base::Diagnostics& diagnostics) {
    auto data = std::make_unique<Data>();
    for (const std::filesystem::path& file : files) {
        const base::Status status = append_file(*data, file, diagnostics);
        if (!status) {
            return status.error();
        }
    }
    index_ids(*data, diagnostics);
    index_names(*data);
    index_cells(*data);
    return Gazetteer(std::move(data));
}

std::size_t Gazetteer::size() const {
    return data_->rows.size();
}

Place Gazetteer::at(PlaceIndex index) const {
    const Row& row = data_->rows[index];
    return Place{
        data_->view(row.id),
        data_->view(row.code),
        data_->view(row.name),
        {row.lon_deg, row.lat_deg},
        data_->view(row.country),
        data_->view(row.region),
        row.population,
        row.kind};
}

Gazetteer::AreaKeys Gazetteer::area_keys(PlaceIndex index) const {
    const Row& row = data_->rows[index];
    return {row.country_key, row.area};
}

PlaceKind Gazetteer::kind(PlaceIndex index) const {
    return data_->rows[index].kind;
}

float Gazetteer::prominence(PlaceIndex index) const {
    return data_->rows[index].prominence;
}

void Gazetteer::find_key(std::uint64_t key_hash, std::vector<PlaceIndex>& out) const {
    const std::size_t before = out.size();
    for (std::uint32_t i = data_->by_key.find(key_hash); i != kNone; i = data_->names[i].next) {
        if (data_->names[i].key_hash == key_hash
            && (out.size() == before || out.back() != data_->names[i].row)) {
            out.push_back(data_->names[i].row);
        }
    }
}

void Gazetteer::find_key(std::uint64_t key_hash, std::vector<NameMatch>& out) const {
    const std::size_t before = out.size();
    for (std::uint32_t i = data_->by_key.find(key_hash); i != kNone; i = data_->names[i].next) {
        if (out.size() - before == kMostMatches) {
            break;
        }
        const NameEntry& entry = data_->names[i];
        if (entry.key_hash != key_hash || (out.size() > before && out.back().place == entry.row)) {
            continue;
        }
        out.push_back(
            {entry.row,
             (entry.words & NameEntry::kAliasBit) != 0,
             static_cast<std::uint8_t>(entry.words & ~NameEntry::kAliasBit)});
    }
}

std::vector<PlaceIndex> Gazetteer::find(std::string_view name) const {
    std::vector<PlaceIndex> found;
    const auto look_up = [&](std::string_view form) {
        KeyHash hash;
        hash.add(form);
        if (!hash.is_empty()) {
            find_key(hash.value(), found);
        }
    };
    look_up(name);
    if (!has_cyrillic(name)) {
        return found;
    }
    const std::string_view bare = without_preposition(name);
    if (bare.size() != name.size()) {
        look_up(bare);
    }
    // What is written as it stands in the gazetteer comes first, then what it may be a case form of.
    const auto exact = static_cast<std::ptrdiff_t>(found.size());
    const std::vector<std::string> forms = nominative_names(bare);
    for (const std::string& form : forms) {
        look_up(form);
    }
    if (found.empty()) {
        for (const std::string& latin : romanise(bare)) {
            look_up(latin);
        }
        for (const std::string& form : forms) {
            for (const std::string& latin : romanise(form)) {
                look_up(latin);
            }
        }
    }
    std::stable_sort(found.begin() + exact, found.end(), [this](PlaceIndex a, PlaceIndex b) {
        return prominence(a) > prominence(b);
    });
    std::vector<PlaceIndex> unique;
    for (const PlaceIndex index : found) {
        if (std::find(unique.begin(), unique.end(), index) == unique.end()) {
            unique.push_back(index);
        }
    }
    return unique;
}

std::optional<PlaceIndex> Gazetteer::find_id(std::string_view id) const {
    const std::uint32_t row = data_->by_id.find(hash_bytes(id));
    if (row == kNone || data_->view(data_->rows[row].id) != id) {
        return std::nullopt;
    }
    return row;
}

std::optional<PlaceIndex> Gazetteer::country(std::string_view iso_code) const {
    const std::size_t cell = country_cell(iso_code);
    if (cell >= data_->by_country.size() || data_->by_country[cell] == kNone) {
        return std::nullopt;
    }
    return data_->by_country[cell];
}

std::optional<PlaceIndex> Gazetteer::region(std::string_view region_id) const {
    const std::uint32_t row = data_->by_region.find(hash_bytes(region_id));
    if (row == kNone || data_->view(data_->rows[row].region) != region_id) {
        return std::nullopt;
    }
    return row;
}

std::vector<std::string_view> Gazetteer::aliases(PlaceIndex index) const {
    std::vector<std::string_view> out;
    for_each_alias(*data_, data_->rows[index], [&](Slice alias) {
        out.push_back(data_->view(alias));
    });
    return out;
}

}  // namespace salient::places
