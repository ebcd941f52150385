#include "control/cell_days.hpp"

#include "control/settlement_cells.hpp"
#include "geo/polygon.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace salient::control {

namespace {

/// The run that holds on a day; nullptr before the first.
const StatusRun* run_on(const CellHistory& cell, std::chrono::sys_days day) {
    const auto next = std::upper_bound(
        cell.runs.begin(),
        cell.runs.end(),
        day,
        [](std::chrono::sys_days wanted, const StatusRun& run) { return wanted < run.from; });
    return next == cell.runs.begin() ? nullptr : &*std::prev(next);
}

struct MergedClass {
    Holder holder;
    AreaClass area_class;
    const char* name;
};
constexpr std::array<MergedClass, 3> kMerged{{
    {Holder::Russia, AreaClass::Occupied, "Held by Russia"},
    {Holder::Russia, AreaClass::OccupiedBefore, "Held by Russia since before 2022"},
    {Holder::Contested, AreaClass::Contested, "Contested"},
}};

/// Position in kMerged; nullopt: no area.
std::optional<std::size_t> class_of(const StatusRun* run, std::chrono::sys_days first_day) {
    if (run == nullptr || !run->holder) {
        return std::nullopt;
    }
    if (*run->holder == Holder::Contested) {
        return 2;
    }
    if (*run->holder != Holder::Russia) {
        return std::nullopt;
    }
    const bool before =
        run->from < kFullInvasion || (run->from == first_day && first_day <= kFullInvasion);
    return before ? 1 : 0;
}

}  // namespace

std::set<std::chrono::sys_days> change_days(std::span<const CellHistory> cells) {
    std::set<std::chrono::sys_days> days;
    for (const CellHistory& cell : cells) {
        for (const StatusRun& run : cell.runs) {
            days.insert(run.from);
        }
    }
    return days;
}

base::Result<Snapshot> merge_cells(
    std::span<const CellHistory> cells,
    std::chrono::sys_days day,
    std::chrono::sys_days first_day) {
    std::array<std::vector<const geo::MultiPolygon*>, kMerged.size()> parts;
    for (const CellHistory& cell : cells) {
        const auto position = class_of(run_on(cell, day), first_day);
        if (position && !cell.ground.empty()) {
            parts[*position].push_back(&cell.ground);
        }
    }
    Snapshot snapshot;
    snapshot.day = day;
    for (std::size_t i = 0; i < kMerged.size(); ++i) {
        if (parts[i].empty()) {
            continue;
        }
        auto ground = geo::union_of_cells(parts[i]);
        if (!ground) {
            return ground.error();
        }
        snapshot.areas.push_back(
            {kMerged[i].holder, kMerged[i].area_class, kMerged[i].name, std::move(*ground)});
    }
    return snapshot;
}

}  // namespace salient::control
