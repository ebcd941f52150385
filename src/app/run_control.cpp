#include "app/commands.hpp"
#include "app/output.hpp"
#include "control/area_class.hpp"
#include "control/change.hpp"
#include "control/gaps.hpp"
#include "io/control_file.hpp"
#include "io/layer.hpp"
#include "time/text.hpp"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>
#include <iostream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace salient::app {

namespace {

using json = nlohmann::ordered_json;

double tenth(double km2) {
    return std::round(km2 * 10) / 10;
}

base::Result<control::ControlHistory> read_sources(
    const ControlOptions& options,
    base::Diagnostics& diagnostics) {
    std::vector<control::Snapshot> all;
    std::string name;
    for (const std::string& input : options.inputs) {
        auto history = io::read_control(input, diagnostics);
        if (!history) {
            return history.error();
        }
        name = name.empty() ? history->source() : name;
        all.insert(all.end(), history->snapshots().begin(), history->snapshots().end());
    }
    return control::ControlHistory(name, std::move(all));
}

base::Result<std::vector<control::Region>> read_regions(const std::string& path) {
    auto features = io::read_map_layer(path);
    if (!features) {
        return features.error();
    }
    std::vector<control::Region> regions;
    for (io::MapFeature& feature : *features) {
        if (!feature.polygons.empty()) {
            regions.push_back(
                {std::string(feature.attribute("name")), std::move(feature.polygons)});
        }
    }
    return regions;
}

json describe_snapshot(const control::Snapshot& snapshot) {
    json classes = json::array();
    for (const control::ClassArea& row : control::areas_by_class(snapshot)) {
        classes.push_back(
            {{"holder", control::file_text(row.holder)},
             {"class", control::file_text(row.area_class)},
             {"km2", tenth(row.area_km2)},
             {"summed", row.summed}});
    }
    return {
        {"date", time::iso_day(snapshot.day)},
        {"held_by_russia_km2", tenth(control::held_km2(snapshot, control::Holder::Russia))},
        {"held_by_ukraine_km2", tenth(control::held_km2(snapshot, control::Holder::Ukraine))},
        {"classes", classes}};
}

base::Result<json> regions_of(
    const control::Snapshot& snapshot,
    const std::vector<control::Region>& regions) {
    json out = json::array();
    for (const control::Holder holder : {control::Holder::Russia, control::Holder::Ukraine}) {
        auto ground = control::held_ground(snapshot, holder);
        if (!ground) {
            return ground.error();
        }
        auto areas = control::area_by_region(*ground, regions);
        if (!areas) {
            return areas.error();
        }
        for (const control::RegionArea& area : *areas) {
            out.push_back(
                {{"region", area.name},
                 {"holder", control::file_text(holder)},
                 {"km2", tenth(area.area_km2)}});
        }
    }
    return out;
}

base::Result<std::optional<control::Held>> held_on(
    const control::ControlHistory& history,
    const std::optional<std::string>& text,
    const char* option) {
    if (!text) {
        return std::optional<control::Held>();
    }
    const auto span = time::parse_typed(*text);
    if (!span) {
        return base::Error{
            span.error().code,
            std::string(option) + ": " + span.error().message,
            ""};
    }
    auto held = history.at(time::first_day(*span));
    if (!held) {
        return base::Error{
            base::ErrorCode::BadValue,
            std::string(option) + ": expected a day from "
                + time::iso_day(history.snapshots().front().day) + " on, found " + *text,
            ""};
    }
    return held;
}

base::Result<json> describe_change(const control::Held& from, const control::Held& to) {
    json out = json::array();
    for (const control::Holder holder : {control::Holder::Russia, control::Holder::Ukraine}) {
        auto change = control::change_between(*from.snapshot, *to.snapshot, holder);
        if (!change) {
            return change.error();
        }
        out.push_back(
            {{"holder", control::file_text(holder)},
             {"from", time::iso_day(from.snapshot->day)},
             {"to", time::iso_day(to.snapshot->day)},
             {"gained_km2", tenth(change->gained_km2)},
             {"lost_km2", tenth(change->lost_km2)},
             {"before_km2", tenth(change->before_km2)},
             {"after_km2", tenth(change->after_km2)}});
    }
    return out;
}

base::Result<json> describe(const ControlOptions& options, base::Diagnostics& diagnostics) {
    auto history = read_sources(options, diagnostics);
    if (!history) {
        return history.error();
    }
    json out;
    out["source"] = history->source();
    out["method"] = "geodesic area on WGS 84; summed classes: occupied, occupied_before, incursion";
    json snapshots = json::array();
    for (const control::Snapshot& snapshot : history->snapshots()) {
        snapshots.push_back(describe_snapshot(snapshot));
    }
    out["snapshots"] = std::move(snapshots);
    json gaps = json::array();
    for (const control::Gap& gap : control::gaps(*history)) {
        gaps.push_back(
            {{"first", time::iso_day(gap.first)},
             {"last", time::iso_day(gap.last)},
             {"days", gap.days()}});
    }
    out["gaps"] = std::move(gaps);
    json unchanged = json::array();
    for (const auto day : control::unchanged_days(*history)) {
        unchanged.push_back(time::iso_day(day));
    }
    out["unchanged"] = std::move(unchanged);
    auto from = held_on(*history, options.from, "--from");
    auto to = held_on(*history, options.to, "--to");
    if (!from || !to) {
        return from ? to.error() : from.error();
    }
    if (*from || *to) {
        const control::Held first = from->value_or(control::Held{&history->snapshots().front(), 0});
        const control::Held last = to->value_or(control::Held{&history->snapshots().back(), 0});
        auto change = describe_change(first, last);
        if (!change) {
            return change.error();
        }
        out["change"] = std::move(change).value();
    }
    if (options.region_layer) {
        auto regions = read_regions(*options.region_layer);
        if (!regions) {
            return regions.error();
        }
        auto rows = regions_of(
            to->value_or(control::Held{&history->snapshots().back(), 0}).snapshot[0],
            *regions);
        if (!rows) {
            return rows.error();
        }
        out["regions"] = std::move(rows).value();
    }
    return out;
}

/// The same for a person: a line a snapshot.
std::string as_text(const json& data) {
    std::string out =
        data["source"].get<std::string>() + "\n" + data["method"].get<std::string>() + "\n\n";
    out += "day          held by Russia km²  held by Ukraine in Russia km²\n";
    char line[128];
    for (const json& row : data["snapshots"]) {
        std::snprintf(
            line,
            sizeof line,
            "%s   %16.1f  %28.1f\n",
            row["date"].get<std::string>().c_str(),
            row["held_by_russia_km2"].get<double>(),
            row["held_by_ukraine_km2"].get<double>());
        out += line;
    }
    out += "\n" + std::to_string(data["gaps"].size()) + " gaps, "
           + std::to_string(data["unchanged"].size()) + " unchanged days\n";
    for (const json& gap : data["gaps"]) {
        out += "  no snapshot " + gap["first"].get<std::string>() + " – "
               + gap["last"].get<std::string>() + " (" + std::to_string(gap["days"].get<int>())
               + " days)\n";
    }
    for (const json& row : data.value("change", json::array())) {
        std::snprintf(
            line,
            sizeof line,
            "%s, %s to %s: gained %.1f km², lost %.1f km²\n",
            row["holder"].get<std::string>().c_str(),
            row["from"].get<std::string>().c_str(),
            row["to"].get<std::string>().c_str(),
            row["gained_km2"].get<double>(),
            row["lost_km2"].get<double>());
        out += line;
    }
    for (const json& row : data.value("regions", json::array())) {
        std::snprintf(
            line,
            sizeof line,
            "  %10.1f km²  %s, held by %s\n",
            row["km2"].get<double>(),
            row["region"].get<std::string>().c_str(),
            row["holder"].get<std::string>().c_str());
        out += line;
    }
    return out;
}

}  // namespace

int run_control(const ControlOptions& options) {
    base::Diagnostics diagnostics;
    auto data = describe(options, diagnostics);
    report(diagnostics);
    if (!data) {
        report(data.error());
        return 1;
    }
    std::cout << (options.json ? data->dump(1) + "\n" : as_text(*data));
    return 0;
}

}  // namespace salient::app
