#include "scene/map_names.hpp"

#include "geo/mercator.hpp"
#include "geo/polygon.hpp"
#include "scene/key_places.hpp"
#include "scene/mesh.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace salient::scene {

namespace {

constexpr double kLeastTownRank = 3.2;         // villages of one name may be neighbours
constexpr double kReportedVillageBonus = 0.4;  // shown with places of twice its size

bool in_box(const geo::Box& box, geo::LonLat p) {
    return p.lon_deg >= box.west_deg && p.lon_deg <= box.east_deg && p.lat_deg >= box.south_deg
           && p.lat_deg <= box.north_deg;
}

bool speaks_russian(std::string_view country) {
    static constexpr std::array<std::string_view, 6> kCountries =
        {"RU", "RUS", "BY", "BLR", "KZ", "KAZ"};
    return std::find(kCountries.begin(), kCountries.end(), country) != kCountries.end();
}

// Ukrainian for Ukraine, Russian where it is official; elsewhere the English name.
std::string local_name(
    const std::string& country,
    const std::string& english,
    const std::string& ukrainian,
    const std::string& russian) {
    if ((country == "UA" || country == "UKR") && !ukrainian.empty()) {
        return ukrainian;
    }
    return speaks_russian(country) && !russian.empty() ? russian : english;
}

double width_world(const geo::MultiPolygon& polygons) {
    double widest = 0;
    for (const geo::Polygon& polygon : polygons) {
        const auto box = geo::bounds({polygon});
        if (box) {
            widest = std::max(widest, (box->east_deg - box->west_deg) / 360);
        }
    }
    return widest;
}

// A settlement before it is prepared: small, to be sorted.
struct Ranked {
    double rank = 0;
    double key_bonus = 0;
    std::uint32_t index = 0;
};

std::vector<Ranked> greatest_first(const std::vector<LabelPlace>& places) {
    std::vector<Ranked> ranked;
    ranked.reserve(places.size());
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        const LabelPlace& place = places[i];
        if (!place.code.starts_with("PPL") || place.code == "PPLX") {
            continue;  // PPLX: a part of a town
        }
        double bonus = key_place_bonus(place.name, place.point);
        if (place.id.starts_with("s-")) {
            // From the supplement: villages that are in it because reports of this war name them.
            bonus = std::max(bonus, kReportedVillageBonus);
        }
        ranked.push_back({place_rank(place, bonus), bonus, i});
    }
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
        return a.rank > b.rank;
    });
    return ranked;
}

// Sources list some towns twice, a few kilometres apart: the greater is known by then. Names are looked at, not kept.
class Namesakes {
public:
    /// @return another of this name is near
    bool add(std::string_view name, geo::WorldPoint at) {
        std::vector<geo::WorldPoint>& known = kept_[name];
        const bool again = std::any_of(known.begin(), known.end(), [&](geo::WorldPoint other) {
            return std::hypot(at.x - other.x, at.y - other.y) < kSameTownWorld;
        });
        if (!again) {
            known.push_back(at);
        }
        return again;
    }

private:
    std::unordered_map<std::string_view, std::vector<geo::WorldPoint>> kept_;
};

std::shared_ptr<const AreaShape> shape_of(const geo::MultiPolygon& polygons) {
    const auto box = geo::bounds(polygons);
    if (!box) {
        return nullptr;
    }
    auto shape = std::make_shared<AreaShape>();
    shape->inside.add(polygons);
    shape->low = geo::world_from_lonlat({box->west_deg, box->north_deg});
    shape->high = geo::world_from_lonlat({box->east_deg, box->south_deg});
    shape->outline = make_line_mesh(outlines(polygons));
    return shape;
}

}  // namespace

std::vector<MapName>
area_names(const std::vector<LayerFeature>& features, const std::string& kind, bool with_shapes) {
    std::vector<MapName> names;
    for (const LayerFeature& feature : features) {
        if (feature.name.empty() || !feature.label_point) {
            continue;
        }
        MapName name;
        name.country = feature.country_a3;
        name.id = kind + "/" + (feature.iso.empty() ? feature.name : feature.iso);
        name.name = feature.name;
        name.name_local =
            local_name(feature.country_a3, feature.name, feature.name_uk, feature.name_ru);
        name.point = geo::world_from_lonlat(*feature.label_point);
        name.extent_world = width_world(feature.polygons);
        name.rank = name.extent_world;
        if (with_shapes) {
            name.shape = shape_of(feature.polygons);
        }
        names.push_back(std::move(name));
    }
    std::stable_sort(names.begin(), names.end(), [](const MapName& a, const MapName& b) {
        return a.rank != b.rank ? a.rank > b.rank : a.id < b.id;
    });
    return names;
}

std::vector<MapName> with_preferred(
    std::vector<MapName> preferred,
    const std::vector<MapName>& others,
    const geo::Box& frame) {
    std::set<std::string> ids;
    for (MapName& name : preferred) {
        ids.insert(name.id);
        for (const MapName& other : others) {
            if (other.id == name.id && in_box(frame, geo::lonlat_from_world(other.point))) {
                name.point = other.point;
            }
        }
    }
    for (const MapName& name : others) {
        if (ids.count(name.id) == 0) {
            preferred.push_back(name);
        }
    }
    return preferred;
}

// At the middle of the box, where the file states no better point: good enough for a short name.
std::vector<MapName> lake_names(const std::vector<LayerFeature>& waters) {
    std::vector<MapName> names;
    for (const LayerFeature& water : waters) {
        const auto box = geo::bounds(water.polygons);
        if (water.name.empty() || is_gone(water) || !box || water.area_km2 < 20) {
            continue;
        }
        MapName name;
        name.id = "water/" + water.name;
        name.name = water.name;
        name.name_local = water.name_uk.empty() ? water.name : water.name_uk;
        name.point = geo::world_from_lonlat(water.label_point.value_or(geo::LonLat{
            (box->west_deg + box->east_deg) / 2,
            (box->south_deg + box->north_deg) / 2}));
        name.extent_world = (box->east_deg - box->west_deg) / 360;
        name.rank = water.area_km2;
        names.push_back(std::move(name));
    }
    return names;
}

std::vector<MapName> sea_names(const std::vector<LabelPlace>& places) {
    std::vector<MapName> names;
    for (const LabelPlace& place : places) {
        if (place.code != "SEA") {
            continue;
        }
        MapName sea;
        sea.id = "sea/" + place.id;
        sea.name = place.name;
        sea.name_local = place.name_uk.empty() ? place.name : place.name_uk;
        sea.point = geo::world_from_lonlat(place.point);
        sea.extent_world = 0.012;
        sea.rank = 1e6;
        names.push_back(std::move(sea));
    }
    return names;
}

std::vector<MapPlace> settlement_names(std::vector<LabelPlace> places) {
    std::vector<Ranked> ranked = greatest_first(places);
    Namesakes towns;
    std::erase_if(ranked, [&](const Ranked& each) {
        const LabelPlace& place = places[each.index];
        return each.rank >= kLeastTownRank
               && towns.add(place.name, geo::world_from_lonlat(place.point));
    });
    std::vector<MapPlace> result;
    result.reserve(ranked.size());
    for (const Ranked& each : ranked) {
        LabelPlace& place = places[each.index];
        MapPlace& prepared = result.emplace_back();
        prepared.name.name_local =
            local_name(place.country, place.name, place.name_uk, place.name_ru);
        prepared.name.id = std::move(place.id);
        prepared.name.name = std::move(place.name);
        prepared.name.point = geo::world_from_lonlat(place.point);
        prepared.name.rank = each.rank;
        prepared.population = place.population;
        prepared.is_capital = place.code == "PPLC";
        prepared.is_region_capital = place.code == "PPLA";
        prepared.key_bonus = each.key_bonus;
    }
    return result;
}

bool is_gone(const LayerFeature& water) {
    return water.name.find("(until") != std::string::npos;
}

}  // namespace salient::scene
