#include "control/history.hpp"

#include <algorithm>
#include <utility>

namespace salient::control {

ControlHistory::ControlHistory(std::string source, std::vector<Snapshot> snapshots)
    : source_(std::move(source)) {
    std::stable_sort(snapshots.begin(), snapshots.end(), [](const Snapshot& a, const Snapshot& b) {
        return a.day < b.day;
    });
    snapshots_.reserve(snapshots.size());
    for (Snapshot& snapshot : snapshots) {
        if (!snapshots_.empty() && snapshots_.back().day == snapshot.day) {
            snapshots_.back() = std::move(snapshot);
        } else {
            snapshots_.push_back(std::move(snapshot));
        }
    }
}

std::optional<Held> ControlHistory::at(std::chrono::sys_days day) const {
    const auto next = std::upper_bound(
        snapshots_.begin(),
        snapshots_.end(),
        day,
        [](std::chrono::sys_days wanted, const Snapshot& snapshot) {
            return wanted < snapshot.day;
        });
    if (next == snapshots_.begin()) {
        return std::nullopt;
    }
    const Snapshot& snapshot = *std::prev(next);
    return Held{&snapshot, static_cast<int>((day - snapshot.day).count())};
}

ControlHistory ControlHistory::joined_with(const ControlHistory& other) const {
    std::vector<Snapshot> all = snapshots_;
    all.insert(all.end(), other.snapshots_.begin(), other.snapshots_.end());
    return {source_, std::move(all)};
}

ControlHistory ControlHistory::only(std::chrono::sys_days day) const {
    if (empty()) {
        return *this;
    }
    const auto held = at(day);
    return {source_, {held ? *held->snapshot : snapshots_.front()}};
}

}  // namespace salient::control
