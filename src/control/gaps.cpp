#include "control/gaps.hpp"

namespace salient::control {

std::vector<Gap> gaps(const ControlHistory& history) {
    std::vector<Gap> result;
    const auto& snapshots = history.snapshots();
    for (std::size_t i = 1; i < snapshots.size(); ++i) {
        const Gap gap{
            snapshots[i - 1].day + std::chrono::days(1),
            snapshots[i].day - std::chrono::days(1)};
        if (gap.days() > 0) {
            result.push_back(gap);
        }
    }
    return result;
}

std::vector<std::chrono::sys_days> unchanged_days(const ControlHistory& history) {
    std::vector<std::chrono::sys_days> result;
    const auto& snapshots = history.snapshots();
    for (std::size_t i = 1; i < snapshots.size(); ++i) {
        if (snapshots[i].areas == snapshots[i - 1].areas) {
            result.push_back(snapshots[i].day);
        }
    }
    return result;
}

}  // namespace salient::control
