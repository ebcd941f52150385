#include "control/settlement_cells.hpp"

#include "control/smooth.hpp"
#include "geo/polygon.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace salient::control {

namespace {

/// Smaller parts are left-overs of smoothing and cutting.
constexpr double kSmallestPartKm2 = 0.5;
/// Cells reach this far beyond the border before they are cut at it, so that smoothing ends outside.
constexpr double kBoxMarginDeg = 1.0;

geo::Box cell_box(const Territory& territory) {
    geo::Box box = geo::bounds(territory.ground).value_or(geo::Box{});
    for (const Site& site : territory.sites) {
        box.west_deg = std::min(box.west_deg, site.position.lon_deg);
        box.east_deg = std::max(box.east_deg, site.position.lon_deg);
        box.south_deg = std::min(box.south_deg, site.position.lat_deg);
        box.north_deg = std::max(box.north_deg, site.position.lat_deg);
    }
    return {
        box.west_deg - kBoxMarginDeg,
        box.south_deg - kBoxMarginDeg,
        box.east_deg + kBoxMarginDeg,
        box.north_deg + kBoxMarginDeg};
}

base::Status check_sites(const std::vector<Site>& sites) {
    std::set<std::pair<double, double>> positions;
    for (const Site& site : sites) {
        if (!positions.emplace(site.position.lon_deg, site.position.lat_deg).second) {
            return base::Error{
                base::ErrorCode::BadValue,
                "Expected one site at a position, found two; the second is " + site.id,
                {}};
        }
    }
    return base::Done{};
}

base::Status check_facts(
    const std::vector<HoldingFact>& facts,
    const std::vector<Territory>& territories) {
    std::set<std::string> known;
    for (const Territory& territory : territories) {
        for (const Site& site : territory.sites) {
            known.insert(site.id);
        }
        for (const Region& region : territory.regions) {
            known.insert(region.name);
        }
    }
    for (const HoldingFact& fact : facts) {
        if (!known.contains(fact.place_id)) {
            return base::Error{
                base::ErrorCode::BadValue,
                "A fact names an unknown place: " + fact.place_id,
                {}};
        }
    }
    return base::Done{};
}

}  // namespace

/// What one area of a snapshot consists of. Layers of a country are nested: each holds those before it.
struct SettlementCells::Layer {
    Holder holder;
    AreaClass area_class;
    bool since_before_only = false;
    bool with_contested = false;
    const char* name = "";
};

base::Result<SettlementCells> SettlementCells::build(
    std::vector<Territory> territories,
    std::vector<HoldingFact> facts,
    int smoothing_rounds) {
    if (const auto checked = check_facts(facts, territories); !checked) {
        return checked.error();
    }
    SettlementCells result;
    for (Territory& territory : territories) {
        if (const auto checked = check_sites(territory.sites); !checked) {
            return checked.error();
        }
        std::vector<geo::LonLat> positions;
        for (const Site& site : territory.sites) {
            positions.push_back(site.position);
        }
        auto cells = geo::voronoi_cells(positions, cell_box(territory));
        if (!cells) {
            return cells.error();
        }
        result.countries_.push_back({std::move(territory), std::move(*cells)});
    }
    std::stable_sort(facts.begin(), facts.end(), [](const HoldingFact& a, const HoldingFact& b) {
        return std::tie(a.place_id, a.from) < std::tie(b.place_id, b.from);
    });
    result.facts_ = std::move(facts);
    result.smoothing_rounds_ = smoothing_rounds;
    return result;
}

const HoldingFact* SettlementCells::fact_on(const std::string& place_id, std::chrono::sys_days day)
    const {
    const auto first = std::lower_bound(
        facts_.begin(),
        facts_.end(),
        place_id,
        [](const HoldingFact& fact, const auto& id) { return fact.place_id < id; });
    const HoldingFact* found = nullptr;
    for (auto it = first; it != facts_.end() && it->place_id == place_id; ++it) {
        if (it->from <= day && (!it->to || day < *it->to)) {
            found = &*it;  // of two facts on one day the later one wins
        }
    }
    return found;
}

base::Result<geo::MultiPolygon> SettlementCells::ground_of(
    const Country& country,
    const Layer& layer,
    std::chrono::sys_days day) const {
    const auto belongs = [&](const std::string& place_id) {
        const HoldingFact* fact = fact_on(place_id, day);
        if (fact == nullptr) {
            return false;
        }
        const bool held = fact->held_by == layer.holder
                          && (!layer.since_before_only || fact->from < kFullInvasion);
        return held || (layer.with_contested && fact->held_by == Holder::Contested);
    };
    std::vector<geo::MultiPolygon> parts;
    const Territory& territory = country.territory;
    for (std::size_t i = 0; i < territory.sites.size(); ++i) {
        if (belongs(territory.sites[i].id)) {
            parts.push_back(country.cells[i]);
        }
    }
    auto merged = geo::union_of(parts);
    if (!merged) {
        return merged;
    }
    std::vector<geo::MultiPolygon> all{smooth(*merged, smoothing_rounds_)};
    for (const Region& region : territory.regions) {
        if (belongs(region.name)) {
            all.push_back(region.polygons);
        }
    }
    auto joined = geo::union_of(all);
    if (!joined) {
        return joined;
    }
    return geo::intersection(*joined, territory.ground);
}

base::Status SettlementCells::add_areas(
    const Country& country,
    std::chrono::sys_days day,
    Snapshot& snapshot) const {
    static const std::vector<Layer> kInsideUkraine{
        {Holder::Russia,
         AreaClass::OccupiedBefore,
         true,
         false,
         "Held by Russia since before 2022"},
        {Holder::Russia, AreaClass::Occupied, false, false, "Held by Russia"},
        {Holder::Russia, AreaClass::Contested, false, true, "Contested"}};
    static const std::vector<Layer> kInsideRussia{
        {Holder::Ukraine, AreaClass::Incursion, false, false, "Held by Ukraine inside Russia"},
        {Holder::Ukraine, AreaClass::Contested, false, true, "Contested"}};
    const bool in_ukraine = country.territory.owner == Holder::Ukraine;
    geo::MultiPolygon inner;
    for (const Layer& layer : in_ukraine ? kInsideUkraine : kInsideRussia) {
        auto ground = ground_of(country, layer, day);
        if (!ground) {
            return ground.error();
        }
        auto own = geo::difference(*ground, inner);
        if (!own) {
            return own.error();
        }
        auto together = geo::union_of({*ground, inner});
        if (!together) {
            return together.error();
        }
        inner = std::move(*together);
        geo::MultiPolygon polygons = without_specks(std::move(*own), kSmallestPartKm2);
        if (!polygons.empty()) {
            const bool contested = layer.area_class == AreaClass::Contested;
            snapshot.areas.push_back(
                {contested ? Holder::Contested : layer.holder,
                 layer.area_class,
                 layer.name,
                 std::move(polygons)});
        }
    }
    return base::Done{};
}

base::Result<Snapshot> SettlementCells::on(std::chrono::sys_days day) const {
    Snapshot snapshot;
    snapshot.day = day;
    for (const Country& country : countries_) {
        if (const auto added = add_areas(country, day, snapshot); !added) {
            return added.error();
        }
    }
    return snapshot;
}

}  // namespace salient::control
