#include "timeline/marks.hpp"

#include <cstddef>

namespace salient::timeline {

std::vector<SnapshotMark>
snapshot_marks(const control::ControlHistory& history, const Axis& axis, double least_px) {
    std::vector<SnapshotMark> marks;
    for (const control::Snapshot& snapshot : history.snapshots()) {
        const time::UnixSeconds begin = time::seconds_of(snapshot.day);
        if (begin + time::kSecondsPerDay <= axis.shown.begin || begin >= axis.shown.end) {
            continue;
        }
        const double x = axis.x_of(begin + time::kSecondsPerDay / 2);
        if (!marks.empty() && x - marks.back().x_px < least_px) {
            marks.back().last = snapshot.day;
            ++marks.back().count;
        } else {
            marks.push_back({snapshot.day, snapshot.day, 1, x});
        }
    }
    return marks;
}

std::vector<Gap> gaps(const control::ControlHistory& history, time::Window shown, int least_days) {
    std::vector<Gap> result;
    const auto& snapshots = history.snapshots();
    for (std::size_t i = 1; i < snapshots.size(); ++i) {
        const Gap gap = {snapshots[i - 1].day, snapshots[i].day};
        const bool is_shown =
            time::seconds_of(gap.from) < shown.end && time::seconds_of(gap.to) > shown.begin;
        if (is_shown && (gap.to - gap.from).count() > least_days) {
            result.push_back(gap);
        }
    }
    return result;
}

std::optional<std::chrono::sys_days>
next_snapshot(const control::ControlHistory& history, std::chrono::sys_days day, int direction) {
    std::optional<std::chrono::sys_days> found;
    for (const control::Snapshot& snapshot : history.snapshots()) {
        if (direction > 0 && snapshot.day > day) {
            return snapshot.day;
        }
        if (direction <= 0 && snapshot.day < day) {
            found = snapshot.day;
        }
    }
    return found;
}

}  // namespace salient::timeline
