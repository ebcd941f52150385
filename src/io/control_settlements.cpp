#include "io/control_settlements.hpp"

#include "base/parallel.hpp"
#include "base/resources.hpp"
#include "geo/polygon.hpp"
#include "io/control_content.hpp"
#include "io/file_bytes.hpp"
#include "io/ukraine_ground.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <system_error>
#include <utility>

namespace salient::io {

namespace fs = std::filesystem;

namespace {

using control::CellHistory;
using std::chrono::sys_days;
using Positions = std::map<std::string, geo::LonLat>;

/// The `.geojson` file in the table's folder whose features have a geonameid.
std::optional<fs::path> cells_beside(const fs::path& table) {
    std::error_code error;
    std::vector<fs::path> found;
    const fs::path folder = table.has_parent_path() ? table.parent_path() : fs::path(".");
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const std::string ending = it->path().extension().string();
        if (ending != ".geojson" && ending != ".json") {
            continue;
        }
        const auto bytes = FileBytes::open(it->path());
        constexpr std::size_t look = 65'536;
        if (bytes
            && bytes->view().substr(0, look).find("\"geonameid\"") != std::string_view::npos) {
            found.push_back(it->path());
        }
    }
    std::sort(found.begin(), found.end());
    return found.empty() ? std::nullopt : std::optional(found.front());
}

/// Gives every place its cell of a tessellation. @return how many have none
base::Result<std::size_t> take_cells(
    const fs::path& path,
    const ControlReading& how,
    std::map<std::string, CellHistory>& cells) {
    auto content = read_control_content(path, how);
    if (!content) {
        return content.error();
    }
    for (MapFeature& feature : content->features) {
        const auto cell = cells.find(std::string(feature.attribute("geonameid")));
        if (cell == cells.end()) {
            continue;
        }
        auto valid = geo::make_valid(feature.polygons);
        if (valid) {
            std::move(
                valid->polygons.begin(),
                valid->polygons.end(),
                std::back_inserter(cell->second.ground));
        }
    }
    return static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), [](const auto& cell) {
        return cell.second.ground.empty();
    }));
}

/// Positions of the gazetteer's places: `g`, then the number; other columns are left alone.
Positions gazetteer_positions() {
    Positions positions;
    const auto path = base::data_file("gazetteer.tsv");
    const auto bytes = path ? base::read_file(*path) : base::Result<std::string>(path.error());
    if (!bytes) {
        return positions;
    }
    std::string_view text = *bytes;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        std::vector<std::string_view> fields;
        constexpr std::size_t needed = 5;  // id, kind, name, lat, lon
        while (fields.size() < needed && !line.empty()) {
            const std::size_t tab = std::min(line.find('\t'), line.size());
            fields.push_back(line.substr(0, tab));
            line.remove_prefix(std::min(tab + 1, line.size()));
        }
        geo::LonLat at;
        const auto number = [](std::string_view digits, double& out) {
            return std::from_chars(digits.data(), digits.data() + digits.size(), out).ec
                   == std::errc();
        };
        if (fields.size() == needed && fields[0].starts_with('g') && number(fields[3], at.lat_deg)
            && number(fields[4], at.lon_deg)) {
            positions[std::string(fields[0].substr(1))] = at;
        }
    }
    return positions;
}

/// Voronoi cells around the places, cut at the border. @return how many places have no position
base::Result<std::size_t> make_cells(
    const SettlementTable& table,
    std::map<std::string, CellHistory>& cells) {
    Positions known;
    const bool own_positions =
        std::any_of(table.places.begin(), table.places.end(), [](const auto& place) {
            return place.second.position.has_value();
        });
    if (!own_positions) {
        known = gazetteer_positions();
    }
    std::vector<geo::LonLat> sites;
    std::vector<CellHistory*> owners;
    std::set<std::pair<double, double>> taken;
    for (const auto& [id, place] : table.places) {
        std::optional<geo::LonLat> at = place.position;
        if (const auto found = known.find(id); !at && found != known.end()) {
            at = found->second;
        }
        if (at && taken.emplace(at->lon_deg, at->lat_deg).second) {
            sites.push_back(*at);
            owners.push_back(&cells[id]);
        }
    }
    const std::size_t without = table.places.size() - sites.size();
    if (sites.size() < 2) {
        return base::Error{
            base::ErrorCode::BadValue,
            "Expected cells (a .geojson with geonameid beside the table) or positions of its "
            "places, found neither",
            ""};
    }
    const geo::MultiPolygon& country = ukraine_ground();
    const auto site_box = geo::bounds(std::span<const geo::LonLat>(sites));
    constexpr double margin_deg = 0.5;
    const geo::Box box{
        site_box->west_deg - margin_deg,
        site_box->south_deg - margin_deg,
        site_box->east_deg + margin_deg,
        site_box->north_deg + margin_deg};
    auto made = geo::voronoi_cells(sites, box);
    if (!made) {
        return made.error();
    }
    base::for_each_index(made->size(), [&](std::size_t i) {
        auto inside = country.empty() ? base::Result<geo::MultiPolygon>((*made)[i])
                                      : geo::intersection((*made)[i], country);
        if (inside) {
            owners[i]->ground = std::move(*inside);
        }
    });
    return without;
}

/// A snapshot on each day of the table; days without a change repeat the one before.
base::Result<std::vector<control::Snapshot>> merged_days(
    const std::vector<CellHistory>& cells,
    const std::set<sys_days>& days,
    const std::stop_token& stop) {
    const std::set<sys_days> changes = control::change_days(cells);
    const std::vector<sys_days> wanted(changes.begin(), changes.end());
    std::vector<base::Result<control::Snapshot>> merged(wanted.size(), control::Snapshot{});
    base::for_each_index(
        wanted.size(),
        [&](std::size_t i) { merged[i] = control::merge_cells(cells, wanted[i], *days.begin()); },
        stop);
    if (stop.stop_requested()) {
        return base::Error{base::ErrorCode::Cancelled, "Stopped", ""};
    }
    std::vector<control::Snapshot> snapshots;
    for (const sys_days day : days) {
        const auto next = std::upper_bound(wanted.begin(), wanted.end(), day);
        if (next == wanted.begin()) {
            continue;
        }
        const auto& of_day = merged[static_cast<std::size_t>(next - wanted.begin()) - 1];
        if (!of_day) {
            return of_day.error();
        }
        snapshots.push_back(*of_day);
        snapshots.back().day = day;
    }
    return snapshots;
}

base::Error at_path(base::Error error, const fs::path& path) {
    error.where = path.string();
    return error;
}

base::Status add_file(
    const fs::path& path,
    const ReadLimits& limits,
    SettlementTable& table,
    const std::stop_token& stop) {
    const auto bytes = FileBytes::open(path);
    if (!bytes) {
        return bytes.error();
    }
    if (bytes->view().size() > limits.unpacked_bytes) {
        return base::Error{
            base::ErrorCode::LimitExceeded,
            "The table is larger than allowed",
            path.string()};
    }
    const auto added = add_settlements(bytes->view(), table, stop);
    return added ? added : base::Status(at_path(added.error(), path));
}

void report(
    const SettlementTable& table,
    std::size_t without_ground,
    const fs::path& path,
    base::Diagnostics& diagnostics) {
    if (table.unreadable > 0) {
        diagnostics.error(
            "control.rows",
            std::to_string(table.unreadable) + " of " + std::to_string(table.rows)
                + " rows left out: no place or no date",
            path.string());
    }
    if (without_ground > 0) {
        diagnostics.warn(
            "control.places",
            std::to_string(without_ground) + " of " + std::to_string(table.places.size())
                + " places have no ground: neither a cell nor a position of their own",
            path.string());
    }
}

}  // namespace

base::Result<control::ControlHistory> read_settlement_tables(
    const std::vector<fs::path>& paths,
    base::Diagnostics& diagnostics,
    const ControlReading& how,
    const std::stop_token& stop) {
    SettlementTable table;
    for (const fs::path& path : paths) {
        if (const auto added = add_file(path, how.limits, table, stop); !added) {
            return added.error();
        }
    }
    const fs::path& first = paths.front();
    std::map<std::string, CellHistory> by_place;
    for (auto& [id, place] : table.places) {
        by_place[id].runs = place.runs;
    }
    const auto beside = cells_beside(first);
    const auto without = beside ? take_cells(*beside, how, by_place) : make_cells(table, by_place);
    if (!without) {
        return at_path(without.error(), beside ? *beside : first);
    }
    report(table, *without, first, diagnostics);
    std::vector<CellHistory> cells;
    for (auto& [id, cell] : by_place) {
        if (!cell.ground.empty()) {
            cells.push_back(std::move(cell));
        }
    }
    if (cells.empty() || table.days.empty()) {
        return base::Error{
            base::ErrorCode::BadValue,
            "Expected settlements with a day and ground, found none",
            first.string()};
    }
    auto snapshots = merged_days(cells, table.days, stop);
    if (!snapshots) {
        return at_path(snapshots.error(), first);
    }
    for (control::Snapshot& snapshot : *snapshots) {
        snapshot.origin = first.string();
    }
    return control::ControlHistory(first.filename().string(), std::move(*snapshots));
}

base::Result<control::ControlHistory> read_settlement_table(
    const fs::path& path,
    base::Diagnostics& diagnostics,
    const ControlReading& how,
    const std::stop_token& stop) {
    return read_settlement_tables({path}, diagnostics, how, stop);
}

}  // namespace salient::io
