#pragma once

#include "control/history.hpp"
#include "timeline/axis.hpp"

#include <chrono>
#include <optional>
#include <vector>

namespace salient::timeline {

/// Snapshots of the control areas that fall on (nearly) one pixel.
struct SnapshotMark {
    std::chrono::sys_days first;
    std::chrono::sys_days last;
    int count = 1;
    double x_px = 0;
};
/// Marks closer than `least_px` are merged. In time order, only those shown; their counts add up to the snapshots shown.
[[nodiscard]] std::vector<SnapshotMark>
snapshot_marks(const control::ControlHistory& history, const Axis& axis, double least_px);

/// Days between two snapshots on which the earlier one is carried forward.
struct Gap {
    std::chrono::sys_days from;  ///< the earlier snapshot's day
    std::chrono::sys_days to;    ///< the next snapshot's day
    friend bool operator==(const Gap&, const Gap&) = default;
};
/// Gaps longer than `least_days` that touch the shown window, in time order.
[[nodiscard]] std::vector<Gap>
gaps(const control::ControlHistory& history, time::Window shown, int least_days);

/// The day of the next (`direction` > 0) or previous snapshot, seen from `day`.
[[nodiscard]] std::optional<std::chrono::sys_days>
next_snapshot(const control::ControlHistory& history, std::chrono::sys_days day, int direction);

}  // namespace salient::timeline
