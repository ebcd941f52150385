#include "places/gazetteer.hpp"

#include "places/gazetteer_data.hpp"
#include "places/inflection.hpp"
#include "places/match_key.hpp"
#include "places/romanise.hpp"

#include <algorithm>

namespace salient::places {
namespace {

constexpr std::size_t kMostMatches = 64;  // bearers of one name that a reader of texts looks at

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

Gazetteer::Gazetteer(std::unique_ptr<Data> data) : data_(std::move(data)) {}
Gazetteer::~Gazetteer() = default;
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;

base::Result<Gazetteer> Gazetteer::load(
    std::span<const std::filesystem::path> files,
    base::Diagnostics& diagnostics) {
    auto tables = std::make_shared<Tables>();
    for (const std::filesystem::path& file : files) {
        const base::Status status = append_file(*tables, file, diagnostics);
        if (!status) {
            return status.error();
        }
    }
    build_index(*tables, diagnostics);
    auto data = std::make_unique<Data>();
    data->pool = tables->pool;
    data->rows = tables->rows;
    data->names = tables->names;
    data->by_key = tables->by_key.cells();
    data->by_id = tables->by_id.cells();
    data->by_region = tables->by_region.cells();
    data->by_country = tables->by_country;
    data->capitals = tables->capitals;
    data->cell_begin = tables->cell_begin;
    data->cell_rows = tables->cell_rows;
    data->owner = std::move(tables);
    return Gazetteer(std::move(data));
}

std::optional<Gazetteer> Gazetteer::load_packed(
    const std::filesystem::path& pack,
    std::span<const std::filesystem::path> files) {
    auto data = map_pack(pack, files);
    return data ? std::optional(Gazetteer(std::move(data))) : std::nullopt;
}

base::Status Gazetteer::pack(
    const std::filesystem::path& to,
    std::span<const std::filesystem::path> files) const {
    return write_pack(*data_, to, files);
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

NameMatch Gazetteer::match_of(PlaceIndex index) const {
    const Row& row = data_->rows[index];
    return {index, row.prominence, row.country_key, false, 1};
}

PlaceKind Gazetteer::kind(PlaceIndex index) const {
    return data_->rows[index].kind;
}

float Gazetteer::prominence(PlaceIndex index) const {
    return data_->rows[index].prominence;
}

template <class Visit>
void Gazetteer::for_each_name(std::uint64_t key_hash, Visit&& visit) const {
    const std::uint32_t first = find_index(data_->by_key, key_hash);
    if (first == kNoIndex) {
        return;
    }
    std::uint32_t before = kNoIndex;
    for (const NameEntry* entry = &data_->names[first];; ++entry) {
        const bool is_wanted =
            entry->key_low == static_cast<std::uint32_t>(key_hash) && entry->row != before;
        if (is_wanted) {
            before = entry->row;
            if (!visit(*entry)) {
                return;
            }
        }
        if (entry->is_last) {
            return;
        }
    }
}

void Gazetteer::prefetch_key(std::uint64_t key_hash) const {
    if (!data_->by_key.empty()) {
        __builtin_prefetch(&data_->by_key[key_hash & (data_->by_key.size() - 1)]);
    }
}

void Gazetteer::find_key(std::uint64_t key_hash, std::vector<PlaceIndex>& out) const {
    for_each_name(key_hash, [&out](const NameEntry& entry) {
        out.push_back(entry.row);
        return true;
    });
}

void Gazetteer::find_key(std::uint64_t key_hash, std::vector<NameMatch>& out) const {
    const std::size_t most = out.size() + kMostMatches;
    for_each_name(key_hash, [&out, most](const NameEntry& entry) {
        out.push_back(
            {entry.row, entry.prominence, entry.country_key, entry.is_alias, entry.words});
        return out.size() < most;
    });
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
    const std::uint32_t row = find_index(data_->by_id, hash_bytes(id));
    if (row == kNoIndex || data_->view(data_->rows[row].id) != id) {
        return std::nullopt;
    }
    return row;
}

std::optional<PlaceIndex> Gazetteer::country(std::string_view iso_code) const {
    const std::uint32_t row = data_->by_country[country_key(iso_code)];
    return row == kNoIndex ? std::nullopt : std::optional(row);
}

std::optional<PlaceIndex> Gazetteer::capital(std::string_view iso_code) const {
    const std::uint16_t key = country_key(iso_code);
    const std::uint32_t row = key == 0 ? kNoIndex : data_->capitals[key];
    return row == kNoIndex ? std::nullopt : std::optional(row);
}

std::optional<PlaceIndex> Gazetteer::region(std::string_view region_id) const {
    const std::uint32_t row = find_index(data_->by_region, hash_bytes(region_id));
    if (row == kNoIndex || data_->view(data_->rows[row].region) != region_id) {
        return std::nullopt;
    }
    return row;
}

std::vector<std::string_view> Gazetteer::aliases(PlaceIndex index) const {
    std::vector<std::string_view> out;
    for_each_alias(data_->pool, data_->rows[index], [&](Slice alias) {
        out.push_back(data_->view(alias));
    });
    return out;
}

}  // namespace salient::places
