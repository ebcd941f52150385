#include "app/region_finder.hpp"

#include "app/base_data.hpp"

#include <algorithm>
#include <array>
#include <mutex>
#include <string>
#include <vector>

namespace salient::app {

namespace {

using places::PlaceKind;

struct Rank {
    PlaceKind kind;
    events::LocationPrecision precision;
    double radius_m;  // of a typical one
};
constexpr std::array<Rank, 3> kRanks = {{
    {PlaceKind::Region, events::LocationPrecision::Region, 100'000},
    {PlaceKind::District, events::LocationPrecision::District, 30'000},
    {PlaceKind::Settlement, events::LocationPrecision::Settlement, 5'000},
}};

/// Words that say what kind of region a name is, in front of or behind it.
constexpr std::array<std::string_view, 18> kKinds = {
    " oblast",
    " Oblast",
    " region",
    " Region",
    " province",
    " raion",
    " district",
    " hromada",
    " City",
    " city",
    " область",
    " обл.",
    " район",
    " р-н",
    "м. ",
    "м.",
    "г. ",
    "Autonomous Republic of "};

std::string without_kind(std::string_view name) {
    std::string out(name);
    for (const std::string_view kind : kKinds) {
        if (const std::size_t at = out.find(kind); at != std::string::npos) {
            out.erase(at, kind.size());
        }
    }
    return out;
}

std::optional<events::Location> best_of(
    const places::Gazetteer& gazetteer,
    const std::vector<places::PlaceIndex>& found,
    std::string_view name) {
    for (const Rank& rank : kRanks) {
        for (const places::PlaceIndex index : found) {
            const places::Place place = gazetteer.at(index);
            if (place.kind != rank.kind) {
                continue;
            }
            events::Location location;
            location.point = place.point;
            location.precision = rank.precision;
            location.radius_m = rank.radius_m;
            location.name = name;
            location.place_id = place.id;
            location.region_id = place.region_id;
            location.country = place.country;
            return location;
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<events::Location> find_region(
    const places::Gazetteer& gazetteer,
    std::string_view name) {
    if (auto location = best_of(gazetteer, gazetteer.find(name), name)) {
        return location;
    }
    const std::string bare = without_kind(name);
    return bare == name ? std::nullopt : best_of(gazetteer, gazetteer.find(bare), name);
}

io::RegionLookup region_finder() {
    struct Lazy {
        std::once_flag once;
        std::shared_ptr<const places::Gazetteer> gazetteer;
    };
    const auto lazy = std::make_shared<Lazy>();
    return [lazy](std::string_view name) -> std::optional<events::Location> {
        std::call_once(lazy->once, [&lazy] {
            base::Diagnostics unheard;  // only of the user's own tables
            if (auto loaded = load_gazetteer({}, unheard)) {
                lazy->gazetteer = std::move(loaded).value();
            }
        });
        return lazy->gazetteer ? find_region(*lazy->gazetteer, name) : std::nullopt;
    };
}

}  // namespace salient::app
