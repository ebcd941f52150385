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

/// Lower case, combining marks dropped (и/й and і/ї kept apart), ё = е, apostrophes, hyphens, spaces and full stops deleted.
/// The key that both the gazetteer and every look-up use.
[[nodiscard]] std::string match_key(std::string_view name);

/// Place names, aliases, ranking and look-up; immutable once loaded, shared between threads.
class Gazetteer {
public:
    ~Gazetteer();
    Gazetteer(Gazetteer&&) noexcept;
    Gazetteer& operator=(Gazetteer&&) noexcept;

    /// Loads `id kind name lat lon country admin1 pop aliases` tables (tab separated) or GeoNames dumps of 19 columns, in this order;
    /// a later row with an id seen before replaces nothing and is counted.
    /// @errors NotFound, Io: a file cannot be read; BadFormat: neither of the two layouts.
    [[nodiscard]] static base::Result<Gazetteer> load(
        std::span<const std::filesystem::path> files,
        base::Diagnostics& diagnostics);

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

private:
    struct Data;
    explicit Gazetteer(std::unique_ptr<Data> data);
    std::unique_ptr<Data> data_;
};

}  // namespace salient::places
