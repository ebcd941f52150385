#include "scene/map_names.hpp"

#include "geo/mercator.hpp"
#include "geo/polygon.hpp"
#include "scene/key_places.hpp"
#include "scene/mesh.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace salient::scene {

namespace {

constexpr double kSameTownWorld = 4e-4;        // 10 km at 50 degrees north
constexpr double kLeastTownRank = 3.2;         // villages of one name may be neighbours
constexpr double kReportedVillageBonus = 0.4;  // shown with places of twice its size

bool in_box(const geo::Box& box, geo::LonLat p) {
    return p.lon_deg >= box.west_deg && p.lon_deg <= box.east_deg && p.lat_deg >= box.south_deg
           && p.lat_deg <= box.north_deg;
}

bool speaks_russian(const std::string& country) {
    static const std::set<std::string> kCountries = {"RU", "RUS", "BY", "BLR", "KZ", "KAZ"};
    return kCountries.count(country) > 0;
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

std::vector<MapPlace> greatest_first(std::vector<MapPlace> places) {
    std::vector<std::uint32_t> order(places.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t i, std::uint32_t k) {
        const MapName& a = places[i].name;
        const MapName& b = places[k].name;
        return a.rank != b.rank ? a.rank > b.rank : a.id < b.id;
    });
    std::vector<MapPlace> sorted;
    sorted.reserve(places.size());
    for (const std::uint32_t i : order) {
        sorted.push_back(std::move(places[i]));
    }
    return sorted;
}

// Sources list some towns twice, a few kilometres apart: the greater stays. @param places  greatest first
std::vector<MapPlace> without_namesakes(std::vector<MapPlace> places) {
    std::unordered_map<std::string_view, std::vector<geo::WorldPoint>> kept;
    std::vector<MapPlace> rest;
    rest.reserve(places.size());  // so that the names in it stay where they are
    for (MapPlace& place : places) {
        const geo::WorldPoint at = place.name.point;
        if (place.name.rank < kLeastTownRank) {
            rest.push_back(std::move(place));
            continue;
        }
        const auto known = kept.find(place.name.name);
        const bool again =
            known != kept.end()
            && std::any_of(known->second.begin(), known->second.end(), [&](geo::WorldPoint other) {
                   return std::hypot(at.x - other.x, at.y - other.y) < kSameTownWorld;
               });
        if (!again) {
            rest.push_back(std::move(place));
            kept[rest.back().name.name].push_back(at);
        }
    }
    return rest;
}

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

std::vector<MapPlace> settlement_names(const std::vector<LabelPlace>& places) {
    std::vector<MapPlace> result;
    result.reserve(places.size());
    for (const LabelPlace& place : places) {
        if (!place.code.starts_with("PPL") || place.code == "PPLX") {
            continue;  // PPLX: a part of a town
        }
        MapPlace prepared;
        prepared.name.id = place.id;
        prepared.name.name = place.name;
        prepared.name.name_local =
            local_name(place.country, place.name, place.name_uk, place.name_ru);
        prepared.name.point = geo::world_from_lonlat(place.point);
        prepared.population = place.population;
        prepared.is_capital = place.code == "PPLC";
        prepared.is_region_capital = place.code == "PPLA";
        prepared.key_bonus = key_place_bonus(place.name, place.point);
        if (place.id.starts_with("s-")) {
            // From the supplement: villages that are in it because reports of this war name them.
            prepared.key_bonus = std::max(prepared.key_bonus, kReportedVillageBonus);
        }
        prepared.name.rank = place_rank(prepared);
        result.push_back(std::move(prepared));
    }
    return without_namesakes(greatest_first(std::move(result)));
}

bool is_gone(const LayerFeature& water) {
    return water.name.find("(until") != std::string::npos;
}

}  // namespace salient::scene
