#include "app/region_finder.hpp"

#include "app/base_data.hpp"
#include "places/gazetteer.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace salient::app {

namespace {

using events::LocationPrecision;
using places::Place;
using places::PlaceIndex;
using places::PlaceKind;

// Radii of typical ones.
constexpr double kRegionRadiusM = 100'000;
constexpr double kDistrictRadiusM = 30'000;
constexpr double kCommunityRadiusM = 10'000;
constexpr double kTownRadiusM = 5'000;

/// Words that say what kind of region a name is, in front of or behind it.
constexpr std::array<std::string_view, 21> kKinds = {
    " oblast",
    " Oblast",
    " region",
    " Region",
    " province",
    " raion",
    " district",
    " territorial hromada",
    " hromada",
    " City",
    " city",
    " область",
    " обл.",
    " район",
    " р-н",
    " територіальна громада",
    " громада",
    "м. ",
    "м.",
    "г. ",
    "Autonomous Republic of "};

/// Endings of adjectives made from names of towns, longest first, and what the name has in their place.
constexpr std::array<std::pair<std::string_view, std::string_view>, 25> kEndings = {{
    {"івський", "ів"}, {"івська", "ів"}, {"анський", "ань"}, {"анський", "а"}, {"вський", ""},
    {"вська", ""},     {"ський", ""},    {"ська", ""},       {"ський", "ь"},   {"ський", "и"},
    {"ський", "а"},    {"цький", "ць"},  {"цький", "цьк"},   {"ий", ""},       {"vskyi", ""},
    {"vska", ""},      {"skyi", ""},     {"ska", ""},        {"skyi", "y"},    {"skyi", "a"},
    {"ський", "ка"},   {"инський", "а"}, {"tska", "ttia"},   {"yi", ""},       {"a", ""},
}};

std::string without_kind(std::string_view name) {
    std::string out(name);
    for (const std::string_view kind : kKinds) {
        if (const std::size_t at = out.find(kind); at != std::string::npos) {
            out.erase(at, kind.size());
        }
    }
    return out;
}

/// The name, and the towns that it may be an adjective of: "Вознесенський район" is around Вознесенськ.
std::vector<std::string> spellings(std::string_view name) {
    std::vector<std::string> out = {std::string(name)};
    const std::string bare = without_kind(name);
    if (bare != name && !bare.empty()) {
        out.push_back(bare);
    }
    for (const auto& [ending, instead] : kEndings) {
        if (bare.ends_with(ending) && bare.size() > ending.size() + 3) {
            out.push_back(bare.substr(0, bare.size() - ending.size()) + std::string(instead));
        }
    }
    return out;
}

bool holds_one_of(std::string_view name, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [name](std::string_view word) {
        return name.find(word) != std::string_view::npos;
    });
}

bool names_region(std::string_view name) {
    return holds_one_of(
        name,
        {"oblast", "Oblast", "область", "обл.", "region", "Region", "province"});
}

bool names_district(std::string_view name) {
    return holds_one_of(name, {"район", "raion", "district", "р-н"});
}

bool names_community(std::string_view name) {
    return holds_one_of(name, {"громада", "hromada"});
}

bool names_city(std::string_view name) {
    return holds_one_of(name, {"м.", "г.", " City", " city"});
}

events::Location
located(const Place& place, std::string_view name, LocationPrecision precision, double radius_m) {
    events::Location location;
    location.point = place.point;
    location.precision = precision;
    location.radius_m = radius_m;
    location.name = name;
    location.place_id = place.id;
    location.region_id = place.region_id;
    location.country = place.country;
    return location;
}

/// The greatest place of a kind among those of a name that `fits`.
template <class Fits>
std::optional<PlaceIndex>
greatest(const places::Gazetteer& gazetteer, const std::vector<PlaceIndex>& found, Fits fits) {
    std::optional<PlaceIndex> best;
    for (const PlaceIndex index : found) {
        if (fits(gazetteer.at(index))
            && (!best || gazetteer.at(index).population > gazetteer.at(*best).population)) {
            best = index;
        }
    }
    return best;
}

std::optional<Place> find_widest(const places::Gazetteer& gazetteer, std::string_view name) {
    const auto is_region = [](const Place& place) { return place.kind == PlaceKind::Region; };
    for (const std::string& spelling : spellings(name)) {
        for (const std::string& text : {spelling + " Oblast", spelling}) {
            const bool is_latin = static_cast<unsigned char>(spelling.front()) < 0x80;
            if (text.ends_with(" Oblast") && (names_city(name) || !is_latin)) {
                continue;
            }
            if (const auto index = greatest(gazetteer, gazetteer.find(text), is_region)) {
                return gazetteer.at(*index);
            }
        }
    }
    return std::nullopt;
}

/// A district, community or town inside a region.
std::optional<events::Location>
find_inside(const places::Gazetteer& gazetteer, std::string_view name, const Place& region) {
    for (const std::string& spelling : spellings(name)) {
        const auto index =
            greatest(gazetteer, gazetteer.find(spelling), [&region](const Place& place) {
                return place.region_id == region.region_id && place.country == region.country
                       && (place.kind == PlaceKind::District
                           || place.kind == PlaceKind::Settlement);
            });
        if (!index) {
            continue;
        }
        const Place place = gazetteer.at(*index);
        if (place.kind == PlaceKind::District || names_district(name)) {
            return located(place, name, LocationPrecision::District, kDistrictRadiusM);
        }
        return located(
            place,
            name,
            LocationPrecision::Settlement,
            names_community(name) ? kCommunityRadiusM : kTownRadiusM);
    }
    return std::nullopt;
}

/// A name that stands alone.
std::optional<events::Location> find_alone(
    const places::Gazetteer& gazetteer,
    std::string_view name) {
    if (!names_district(name) && !names_community(name)) {
        if (const auto region = find_widest(gazetteer, name)) {
            return located(*region, name, LocationPrecision::Region, kRegionRadiusM);
        }
    }
    if (names_region(name)) {
        return std::nullopt;  // a town of that name is not what is meant
    }
    for (const std::string& spelling : spellings(name)) {
        const auto index = greatest(gazetteer, gazetteer.find(spelling), [](const Place& place) {
            return place.kind == PlaceKind::District || place.kind == PlaceKind::Settlement;
        });
        if (index) {
            const bool is_wide =
                names_district(name) || gazetteer.at(*index).kind == PlaceKind::District;
            return located(
                gazetteer.at(*index),
                name,
                is_wide ? LocationPrecision::District : LocationPrecision::Settlement,
                is_wide ? kDistrictRadiusM : kTownRadiusM);
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<events::Location> find_region(
    const places::Gazetteer& gazetteer,
    std::span<const std::string_view> names) {
    if (names.empty()) {
        return std::nullopt;
    }
    if (names.size() == 1) {
        return find_alone(gazetteer, names.front());
    }
    const auto region = find_widest(gazetteer, names.back());
    if (!region) {
        return std::nullopt;
    }
    for (const std::string_view name : names.first(names.size() - 1)) {
        if (auto location = find_inside(gazetteer, name, *region)) {
            return location;
        }
    }
    return located(*region, names.back(), LocationPrecision::Region, kRegionRadiusM);
}

io::RegionLookup region_finder() {
    struct Lazy {
        std::once_flag once;
        std::shared_ptr<const places::Gazetteer> gazetteer;
    };
    const auto lazy = std::make_shared<Lazy>();
    return [lazy](std::span<const std::string_view> names) -> std::optional<events::Location> {
        std::call_once(lazy->once, [&lazy] {
            base::Diagnostics unheard;  // only of the user's own tables
            if (auto loaded = load_gazetteer({}, unheard)) {
                lazy->gazetteer = std::move(loaded).value();
            }
        });
        return lazy->gazetteer ? find_region(*lazy->gazetteer, names) : std::nullopt;
    };
}

}  // namespace salient::app
