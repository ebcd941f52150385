// salient-control-areas: turns the table of facts in geodata/control into dated control areas.

#include "base/resources.hpp"
#include "control/settlement_cells.hpp"
#include "control/smooth.hpp"
#include "control/tool/geojson.hpp"
#include "control/tool/tables.hpp"
#include "geo/polygon.hpp"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace {

namespace base = salient::base;
namespace control = salient::control;
namespace geo = salient::geo;
namespace tool = salient::control::tool;
namespace fs = std::filesystem;

constexpr const char* kSource = "Salient, drawn from public reporting; approximate";
constexpr double kStepDeg = 1e-5;         ///< about a metre; the digits written by geojson_text
constexpr double kSmallestPartKm2 = 0.1;  ///< what rounding cuts off
/// Ids of regions in the gazetteer are `a` and the ISO 3166-2 code.
constexpr char kRegionMark = 'a';

base::Result<tool::Places> read_places(const fs::path& geodata) {
    tool::Places places;
    const std::vector<std::pair<fs::path, char>> files{
        {geodata / "gazetteer.tsv", '\t'},
        {geodata / "gazetteer-supplement.tsv", '\t'},
        {geodata / "control" / "points.csv", ','}};
    for (const auto& [path, separator] : files) {
        const auto table = tool::read_table(path, separator);
        if (!table) {
            return table.error();
        }
        if (const auto added = tool::add_places(*table, places); !added) {
            return added.error();
        }
    }
    return places;
}

/// The places that the facts name in one country, in the order of their ids; regions are left out.
std::vector<control::Site> sites_in(
    const std::string& country,
    const std::vector<control::HoldingFact>& facts,
    const tool::Places& places) {
    std::set<std::string> ids;
    for (const control::HoldingFact& fact : facts) {
        const auto place = places.find(fact.place_id);
        if (place != places.end() && place->second.country == country
            && fact.place_id.front() != kRegionMark) {
            ids.insert(fact.place_id);
        }
    }
    std::vector<control::Site> sites;
    sites.reserve(ids.size());
    for (const std::string& id : ids) {
        sites.push_back({id, places.at(id).position});
    }
    return sites;
}

base::Result<std::vector<control::Territory>> read_territories(
    const fs::path& geodata,
    const std::vector<control::HoldingFact>& facts,
    const tool::Places& places) {
    std::vector<std::string> region_codes;
    for (const control::HoldingFact& fact : facts) {
        if (!fact.place_id.empty() && fact.place_id.front() == kRegionMark) {
            region_codes.push_back(fact.place_id.substr(1));
        }
    }
    auto regions =
        tool::read_regions(geodata / "layers" / "theatre_admin1.geojson", "iso", region_codes);
    if (!regions) {
        return regions.error();
    }
    for (control::Region& region : *regions) {
        region.name.insert(region.name.begin(), kRegionMark);
    }
    const auto countries =
        tool::read_regions(geodata / "layers" / "theatre_countries.geojson", "iso", {"RU", "UA"});
    if (!countries) {
        return countries.error();
    }
    std::vector<control::Territory> territories;
    for (const control::Region& country : *countries) {
        const bool is_ukraine = country.name == "UA";
        territories.push_back(
            {is_ukraine ? control::Holder::Ukraine : control::Holder::Russia,
             country.polygons,
             is_ukraine ? *regions : std::vector<control::Region>{},
             sites_in(country.name, facts, places)});
    }
    return territories;
}

base::Result<std::string> build(const fs::path& geodata) {
    const auto places = read_places(geodata);
    if (!places) {
        return places.error();
    }
    const auto table = tool::read_table(geodata / "control" / "settlements.csv", ',');
    if (!table) {
        return table.error();
    }
    const auto facts = tool::facts_of(*table);
    if (!facts) {
        return facts.error();
    }
    const auto day_table = tool::read_table(geodata / "control" / "snapshots.csv", ',');
    if (!day_table) {
        return day_table.error();
    }
    const auto days = tool::days_of(*day_table);
    if (!days) {
        return days.error();
    }
    auto territories = read_territories(geodata, *facts, *places);
    if (!territories) {
        return territories.error();
    }
    const auto cells = control::SettlementCells::build(std::move(*territories), *facts);
    if (!cells) {
        return cells.error();
    }
    std::vector<control::Snapshot> snapshots;
    for (const std::chrono::sys_days day : *days) {
        auto snapshot = cells->on(day);
        if (!snapshot) {
            return snapshot.error();
        }
        for (control::ControlArea& area : snapshot->areas) {
            auto rounded = geo::round_coordinates(area.polygons, kStepDeg);
            if (!rounded) {
                return rounded.error();
            }
            area.polygons = control::without_specks(std::move(*rounded), kSmallestPartKm2);
        }
        snapshots.push_back(std::move(*snapshot));
    }
    return tool::geojson_text(snapshots, kSource);
}

int run(const fs::path& geodata, const fs::path& output) {
    const auto text = build(geodata);
    if (!text) {
        std::fprintf(stderr, "%s\n", text.error().text().c_str());
        return 1;
    }
    if (const auto written = base::write_file_atomically(output, *text); !written) {
        std::fprintf(stderr, "%s\n", written.error().text().c_str());
        return 1;
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(
            stderr,
            "Usage: salient-control-areas GEODATA_FOLDER OUTPUT.geojson\n"
            "Example: salient-control-areas geodata geodata/control/control.geojson\n");
        return 2;
    }
    try {
        return run(argv[1], argv[2]);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "Unexpected: %s\n", error.what());
        return 1;
    }
}
