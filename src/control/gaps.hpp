#pragma once

#include "control/history.hpp"

#include <chrono>
#include <vector>

namespace salient::control {

/// Days in a row without a snapshot, both ends included.
struct Gap {
    std::chrono::sys_days first;
    std::chrono::sys_days last;
    [[nodiscard]] int days() const { return static_cast<int>((last - first).count()) + 1; }
    friend bool operator==(const Gap&, const Gap&) = default;
};

/// Days between the first and the last snapshot that have none, in time order.
[[nodiscard]] std::vector<Gap> gaps(const ControlHistory& history);

/// Days whose areas equal those of the snapshot before, point by point: the source published, nothing moved.
[[nodiscard]] std::vector<std::chrono::sys_days> unchanged_days(const ControlHistory& history);

}  // namespace salient::control
