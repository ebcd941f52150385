#pragma once

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "geo/types.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace salient::places {

/// Coarse class of a place, from the GeoNames feature code.
enum class PlaceKind : std::uint8_t {
    Country,
    Region,
    District,
    Settlement,
    Airfield,
    Water,
    Physical,
    Other
};

/// One named place.
struct Place {
    std::string_view id;            ///< "g1234", stable
    std::string_view feature_code;  ///< GeoNames code: PPL, PPLC, ADM1, PCLI, AIRB, STM …
    std::string_view name;          ///< preferred Latin name
    geo::LonLat point;
    std::string_view country;    ///< ISO 3166-1 alpha-2
    std::string_view region_id;  ///< ISO 3166-2 or GeoNames code
    std::uint32_t population = 0;
    PlaceKind kind = PlaceKind::Settlement;
};
using PlaceIndex = std::uint32_t;

inline constexpr std::size_t kCountryKeys = std::size_t{26} * 26 + 1;

/// The number of a country in AreaKeys and NameMatch, below kCountryKeys; 0 when the text is no ISO 3166-1 alpha-2 code.
[[nodiscard]] constexpr std::uint16_t country_key(std::string_view iso_code) {
    const auto letter = [iso_code](std::size_t i) {
        return static_cast<unsigned>(static_cast<unsigned char>(iso_code[i])) - 'A';
    };
    if (iso_code.size() != 2 || letter(0) >= 26 || letter(1) >= 26) {
        return 0;
    }
    return static_cast<std::uint16_t>(letter(0) * 26 + letter(1) + 1);
}

/// A place found by a key.
struct NameMatch {
    PlaceIndex place = 0;
    float prominence = 0;           ///< of the place, see Gazetteer::prominence
    std::uint16_t country_key = 0;  ///< of the place, see Gazetteer::area_keys
    bool is_alias = false;          ///< by another name than the preferred one
    std::uint8_t words = 1;         ///< of that name, cut at spaces and hyphens
};

/// Lower case, combining marks dropped (и/й and і/ї kept apart), ё = е, apostrophes, hyphens, spaces and full stops deleted.
/// The key that both the gazetteer and every look-up use.
[[nodiscard]] std::string match_key(std::string_view name);

/// Place names, aliases, ranking and look-up; immutable once loaded, shared between threads.
///
/// Memory: about 60 MB for 240,000 places with 590,000 names. Loading: two threads at most.
class Gazetteer {
public:
    ~Gazetteer();
    Gazetteer(const Gazetteer&) = delete;
    Gazetteer& operator=(const Gazetteer&) = delete;
    Gazetteer(Gazetteer&&) noexcept;
    Gazetteer& operator=(Gazetteer&&) noexcept;

    /// Loads `id kind name lat lon country admin1 pop aliases [source]` tables (tab separated) or GeoNames dumps of 19 columns, in this order;
    /// a later row with an id seen before replaces nothing and is counted.
    /// @errors NotFound, Io: a file cannot be read; BadFormat: neither of the two layouts.
    [[nodiscard]] static base::Result<Gazetteer> load(
        std::span<const std::filesystem::path> files,
        base::Diagnostics& diagnostics);

    /// The gazetteer that load() gives for the same files, out of a file that pack() wrote: it is mapped, not read.
    /// nullopt: there is no such file, one of the tables is newer than it or of another size, or another version wrote it.
    [[nodiscard]] static std::optional<Gazetteer> load_packed(
        const std::filesystem::path& pack,
        std::span<const std::filesystem::path> files);
    /// Writes what load_packed() maps; three to four times the size of the tables.
    /// @param files  those that this gazetteer was loaded from
    /// @errors Io: it cannot be written.
    [[nodiscard]] base::Status pack(
        const std::filesystem::path& to,
        std::span<const std::filesystem::path> files) const;

    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] Place at(PlaceIndex index) const;
    /// All places whose name or alias has the key of `name`, most prominent first.
    [[nodiscard]] std::vector<PlaceIndex> find(std::string_view name) const;
    [[nodiscard]] std::optional<PlaceIndex> find_id(std::string_view id) const;
    /// Completion for a search box: places whose name or alias starts with `prefix`, theatre and prominence first.
    [[nodiscard]] std::vector<PlaceIndex> complete(std::string_view prefix, std::size_t limit)
        const;
    /// The place's aliases.
    [[nodiscard]] std::vector<std::string_view> aliases(PlaceIndex index) const;
    /// The closest populated place, within `max_km`.
    [[nodiscard]] std::optional<PlaceIndex> nearest(geo::LonLat point, double max_km) const;

    /// All places with exactly this key (see KeyHash), most prominent first, appended to `out`. No case endings, no romanisation,
    /// no allocation beyond `out`: the look-up that reading text is built on.
    void find_key(std::uint64_t key_hash, std::vector<PlaceIndex>& out) const;
    /// The same with the name that has the key; at most the 64 most prominent.
    void find_key(std::uint64_t key_hash, std::vector<NameMatch>& out) const;
    /// Asks for the memory that find_key() will look at first.
    void prefetch_key(std::uint64_t key_hash) const;
    /// The country with this ISO 3166-1 alpha-2 code.
    [[nodiscard]] std::optional<PlaceIndex> country(std::string_view iso_code) const;
    /// The capital of the country with this code.
    [[nodiscard]] std::optional<PlaceIndex> capital(std::string_view iso_code) const;
    /// The first-level region with this `region_id`.
    [[nodiscard]] std::optional<PlaceIndex> region(std::string_view region_id) const;
    /// The country and first-level region of a place as numbers, for counting; 0 where unknown.
    struct AreaKeys {
        std::uint32_t country = 0;
        std::uint32_t region = 0;
    };
    [[nodiscard]] AreaKeys area_keys(PlaceIndex index) const;
    /// A place as if its own name had been looked up.
    [[nodiscard]] NameMatch match_of(PlaceIndex index) const;
    /// What at() gives as `kind`, cheaper.
    [[nodiscard]] PlaceKind kind(PlaceIndex index) const;
    /// How likely the bare name means this place, 0…1: size and rank, not context.
    [[nodiscard]] float prominence(PlaceIndex index) const;

    struct Data;  ///< of no use outside this module (gazetteer_data.hpp)

private:
    explicit Gazetteer(std::unique_ptr<Data> data);
    std::unique_ptr<Data> data_;

    template <class Visit>
    void for_each_name(std::uint64_t key_hash, Visit&& visit) const;
};

/// "Sudzha, Kursk Oblast, Russia": the name, its first-level region and its country, as far as known and different.
[[nodiscard]] std::string describe(const Gazetteer& gazetteer, PlaceIndex index);

/// The GeoNames number of a place ("g486816" → 486816); nullopt for places that are not from GeoNames.
[[nodiscard]] std::optional<std::uint32_t> geonames_id(const Place& place);

}  // namespace salient::places
