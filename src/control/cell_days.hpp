#pragma once

#include "base/result.hpp"
#include "control/history.hpp"

#include <chrono>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace salient::control {

/// From this day on a place was held so, until its next run.
struct StatusRun {
    std::chrono::sys_days from;
    std::optional<Holder> holder;  ///< nullopt: nothing is known
    friend bool operator==(const StatusRun&, const StatusRun&) = default;
};

/// The ground of a place and who held it over time.
struct CellHistory {
    geo::MultiPolygon ground;
    std::vector<StatusRun> runs;  ///< by day; neighbours differ in their holder
};

/// Days on which some cell changes hands, the first days included.
[[nodiscard]] std::set<std::chrono::sys_days> change_days(std::span<const CellHistory> cells);

/// What Russia holds and what is contested on a day, cells of one class merged. Ground that Russia holds without a break since
/// the day of the full invasion or before is OccupiedBefore. What Ukraine holds is its own ground and no area.
/// @param first_day  of the table: who holds a place on it is not known to have come that day
/// @errors BadValue: the cells cannot be joined.
[[nodiscard]] base::Result<Snapshot> merge_cells(
    std::span<const CellHistory> cells,
    std::chrono::sys_days day,
    std::chrono::sys_days first_day);

}  // namespace salient::control
