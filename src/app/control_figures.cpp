#include "app/control_figures.hpp"

#include "base/parallel.hpp"
#include "control/area_class.hpp"
#include "control/gaps.hpp"
#include "geo/geodesic.hpp"
#include "time/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace salient::app {

namespace {

using control::Holder;
using Json = nlohmann::ordered_json;
using std::chrono::sys_days;

constexpr std::array<Holder, 2> kHolders = {Holder::Russia, Holder::Ukraine};
constexpr const char* kMethod =
    "km² on the WGS 84 ellipsoid, geodesic edges; held: classes occupied, occupied_before, "
    "incursion";

double tenth(double km2) {
    return std::round(km2 * 10) / 10;
}

base::Result<std::optional<sys_days>> day_option(
    const std::optional<std::string>& text,
    const char* option) {
    if (!text) {
        return std::optional<sys_days>();
    }
    const auto span = time::parse_typed(*text);
    if (!span) {
        return base::Error{
            span.error().code,
            std::string(option) + ": " + span.error().message,
            ""};
    }
    return std::optional(time::first_day(*span));
}

base::Result<control::Held>
held_on(const control::ControlHistory& history, sys_days day, const char* option) {
    const auto held = history.at(day);
    if (!held) {
        return base::Error{
            base::ErrorCode::BadValue,
            std::string(option) + ": expected a day from "
                + time::iso_day(history.snapshots().front().day) + " on, found "
                + time::iso_day(day) + ", before anything is known",
            history.source()};
    }
    return *held;
}

Json snapshot_figures(const control::Snapshot& snapshot) {
    Json classes = Json::array();
    for (const control::ClassArea& row : control::areas_by_class(snapshot)) {
        classes.push_back(
            {{"holder", control::file_text(row.holder)},
             {"class", control::file_text(row.area_class)},
             {"km2", tenth(row.area_km2)},
             {"summed", row.summed}});
    }
    return {
        {"date", time::iso_day(snapshot.day)},
        {"held_by_russia_km2", tenth(control::held_km2(snapshot, Holder::Russia))},
        {"held_by_ukraine_km2", tenth(control::held_km2(snapshot, Holder::Ukraine))},
        {"unchanged", false},
        {"classes", std::move(classes)}};
}

/// Snapshots of the days asked for; unchanged ones repeat the figures of the one before.
Json all_figures(
    const std::vector<control::Snapshot>& snapshots,
    const std::vector<sys_days>& unchanged,
    std::optional<sys_days> from,
    std::optional<sys_days> to) {
    const auto is_unchanged = [&](sys_days day) {
        return std::binary_search(unchanged.begin(), unchanged.end(), day);
    };
    std::vector<Json> figures(snapshots.size());
    base::for_each_index(snapshots.size(), [&](std::size_t i) {
        if (!is_unchanged(snapshots[i].day)) {
            figures[i] = snapshot_figures(snapshots[i]);
        }
    });
    Json listed = Json::array();
    for (std::size_t i = 0; i < snapshots.size(); ++i) {
        if (figures[i].is_null()) {
            figures[i] = figures[i - 1];
            figures[i]["date"] = time::iso_day(snapshots[i].day);
            figures[i]["unchanged"] = true;
        }
        const bool before = from && snapshots[i].day < *from;
        const bool behind = to && snapshots[i].day > *to;
        if (!before && !behind) {
            listed.push_back(figures[i]);
        }
    }
    return listed;
}

void add_ground(
    std::vector<DifferingGround>& differing,
    const char* what,
    Holder holder,
    std::pair<sys_days, sys_days> days,
    geo::MultiPolygon polygons) {
    if (!polygons.empty()) {
        differing.push_back({what, holder, days.first, days.second, std::move(polygons)});
    }
}

base::Result<Json> change_figures(
    const control::Held& from,
    const control::Held& to,
    std::vector<DifferingGround>& differing) {
    Json rows = Json::array();
    for (const Holder holder : kHolders) {
        auto change = control::change_between(*from.snapshot, *to.snapshot, holder);
        if (!change) {
            return change.error();
        }
        if (change->before_km2 == 0 && change->after_km2 == 0) {
            continue;
        }
        rows.push_back(
            {{"holder", control::file_text(holder)},
             {"from", time::iso_day(from.snapshot->day)},
             {"from_age_days", from.age_days},
             {"to", time::iso_day(to.snapshot->day)},
             {"to_age_days", to.age_days},
             {"before_km2", tenth(change->before_km2)},
             {"after_km2", tenth(change->after_km2)},
             {"gained_km2", tenth(change->gained_km2)},
             {"lost_km2", tenth(change->lost_km2)},
             {"slivers_km2", tenth(change->slivers_km2)}});
        const std::pair days(from.snapshot->day, to.snapshot->day);
        add_ground(differing, "gained", holder, days, std::move(change->gained));
        add_ground(differing, "lost", holder, days, std::move(change->lost));
    }
    return rows;
}

using ByRegion = std::map<std::string, double>;

base::Result<ByRegion> by_region(
    const geo::MultiPolygon& ground,
    const std::vector<control::Region>& regions) {
    const auto areas = control::area_by_region(ground, regions);
    if (!areas) {
        return areas.error();
    }
    ByRegion result;
    for (const control::RegionArea& area : *areas) {
        result[area.name] += area.area_km2;
    }
    return result;
}

/// Ground that was gained or lost by a holder; empty when days are not compared.
geo::MultiPolygon
ground_of(const std::vector<DifferingGround>& differing, const char* what, Holder holder) {
    geo::MultiPolygon ground;
    for (const DifferingGround& part : differing) {
        if (part.what == what && part.holder == holder) {
            ground.insert(ground.end(), part.polygons.begin(), part.polygons.end());
        }
    }
    return ground;
}

base::Result<Json> region_figures(
    const control::Snapshot& snapshot,
    const std::vector<control::Region>& regions,
    bool compared,
    const std::vector<DifferingGround>& differing) {
    Json rows = Json::array();
    for (const Holder holder : kHolders) {
        const auto ground = control::held_ground(snapshot, holder);
        if (!ground) {
            return ground.error();
        }
        auto held = by_region(*ground, regions);
        auto gained = by_region(ground_of(differing, "gained", holder), regions);
        auto lost = by_region(ground_of(differing, "lost", holder), regions);
        for (const auto* part : {&held, &gained, &lost}) {
            if (!*part) {
                return part->error();
            }
        }
        ByRegion names = *held;
        names.insert(gained->begin(), gained->end());
        names.insert(lost->begin(), lost->end());
        for (const auto& [name, unused] : names) {
            Json row{
                {"region", name},
                {"holder", control::file_text(holder)},
                {"km2", tenth((*held)[name])}};
            if (compared) {
                row["gained_km2"] = tenth((*gained)[name]);
                row["lost_km2"] = tenth((*lost)[name]);
            }
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

Json gap_figures(const control::ControlHistory& history) {
    Json rows = Json::array();
    for (const control::Gap& gap : control::gaps(history)) {
        rows.push_back(
            {{"first", time::iso_day(gap.first)},
             {"last", time::iso_day(gap.last)},
             {"days", gap.days()}});
    }
    return rows;
}

/// What is asked for beyond the list of snapshots.
struct Asked {
    std::optional<sys_days> from;
    std::optional<sys_days> to;
    std::optional<sys_days> at;
};

base::Result<Asked> asked_days(const ControlOptions& options) {
    const auto from = day_option(options.from, "--from");
    const auto to = day_option(options.to, "--to");
    const auto at = day_option(options.at, "--at");
    for (const auto* day : {&from, &to, &at}) {
        if (!*day) {
            return day->error();
        }
    }
    if (*from && *to && **from > **to) {
        return base::Error{
            base::ErrorCode::BadValue,
            "--from: expected a day not after that of --to",
            ""};
    }
    return Asked{*from, *to, *at};
}

/// The day that regions are given for, with `change` and `at` added to the figures.
base::Result<control::Held> add_days(
    const control::ControlHistory& history,
    const Asked& asked,
    Json& figures,
    std::vector<DifferingGround>& differing) {
    const std::vector<control::Snapshot>& snapshots = history.snapshots();
    control::Held last{&snapshots.back(), 0};
    if (asked.from || asked.to) {
        const auto from = held_on(history, asked.from.value_or(snapshots.front().day), "--from");
        const auto to = held_on(history, asked.to.value_or(snapshots.back().day), "--to");
        if (!from || !to) {
            return from ? to.error() : from.error();
        }
        auto change = change_figures(*from, *to, differing);
        if (!change) {
            return change.error();
        }
        figures["change"] = std::move(*change);
        last = *to;
    }
    if (asked.at) {
        const auto held = held_on(history, *asked.at, "--at");
        if (!held) {
            return held.error();
        }
        Json row{{"day", time::iso_day(*asked.at)}};
        row.update(snapshot_figures(*held->snapshot));
        row["age_days"] = held->age_days;
        row.erase("unchanged");
        figures["at"] = std::move(row);
        last = *held;
    }
    return last;
}

}  // namespace

base::Result<Json> control_figures(
    const control::ControlHistory& history,
    const ControlOptions& options,
    const std::vector<control::Region>& regions,
    std::vector<DifferingGround>& differing) {
    const auto asked = asked_days(options);
    if (!asked) {
        return asked.error();
    }
    const std::vector<control::Snapshot>& snapshots = history.snapshots();
    const std::vector<sys_days> unchanged = control::unchanged_days(history);
    Json figures{
        {"source", history.source()},
        {"method", kMethod},
        {"first_date", time::iso_day(snapshots.front().day)},
        {"last_date", time::iso_day(snapshots.back().day)}};
    figures["snapshots"] = all_figures(snapshots, unchanged, asked->from, asked->to);
    figures["gaps"] = gap_figures(history);
    Json unchanged_text = Json::array();
    for (const sys_days day : unchanged) {
        unchanged_text.push_back(time::iso_day(day));
    }
    figures["unchanged"] = std::move(unchanged_text);
    const auto last = add_days(history, *asked, figures, differing);
    if (!last) {
        return last.error();
    }
    if (!regions.empty()) {
        auto rows = region_figures(*last->snapshot, regions, figures.contains("change"), differing);
        if (!rows) {
            return rows.error();
        }
        figures["regions"] = std::move(*rows);
    }
    return figures;
}

base::Result<Json> control_comparison(
    const control::ControlHistory& first,
    const control::ControlHistory& second,
    const std::string& day,
    std::vector<DifferingGround>& differing) {
    const auto at = day_option(day, "--at");
    if (!at) {
        return at.error();
    }
    const auto a = held_on(first, **at, "--at");
    const auto b = held_on(second, **at, "--at");
    if (!a || !b) {
        return a ? b.error() : a.error();
    }
    Json holders = Json::array();
    for (const Holder holder : kHolders) {
        auto result = control::compare_sources(*a->snapshot, *b->snapshot, holder);
        if (!result) {
            return result.error();
        }
        if (result->agreed_km2 + result->only_first_km2 + result->only_second_km2 == 0) {
            continue;
        }
        holders.push_back(
            {{"holder", control::file_text(holder)},
             {"agreed_km2", tenth(result->agreed_km2)},
             {"only_first_km2", tenth(result->only_first_km2)},
             {"only_second_km2", tenth(result->only_second_km2)}});
        const std::pair days(a->snapshot->day, b->snapshot->day);
        add_ground(differing, "agreed", holder, days, std::move(result->agreed));
        add_ground(differing, "only_first", holder, days, std::move(result->only_first));
        add_ground(differing, "only_second", holder, days, std::move(result->only_second));
    }
    Json sources = Json::array();
    for (const auto& [history, held] : {std::pair(&first, &*a), std::pair(&second, &*b)}) {
        sources.push_back(
            {{"source", history->source()},
             {"date", time::iso_day(held->snapshot->day)},
             {"age_days", held->age_days}});
    }
    Json comparison{{"day", time::iso_day(**at)}};
    comparison["sources"] = std::move(sources);
    comparison["holders"] = std::move(holders);
    Json figures{{"method", kMethod}};
    figures["comparison"] = std::move(comparison);
    return figures;
}

}  // namespace salient::app
