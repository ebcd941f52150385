#pragma once

#include "events/store.hpp"
#include "timeline/axis.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace salient::timeline {

using TypeCounts = std::array<std::uint32_t, events::kEventTypeCount>;

/// How many events begin on each day, by type. Days without events take no room. An event counts once, on the day it begins,
/// whatever its length.
class DayCounts {
public:
    /// Counts the events that `passes` lets through. O(n); done when the store or the filter changes, never per frame.
    /// @param passes  asked for every event; empty lets all through
    [[nodiscard]] static DayCounts build(
        const events::EventStore& store,
        const std::function<bool(events::EventIndex)>& passes);

    struct Day {
        std::chrono::sys_days day;
        TypeCounts counts = {};
        friend bool operator==(const Day&, const Day&) = default;
    };
    /// In time order, only days with events.
    [[nodiscard]] const std::vector<Day>& days() const { return days_; }
    [[nodiscard]] std::size_t undated() const { return undated_; }
    [[nodiscard]] std::size_t dated() const { return dated_; }
    [[nodiscard]] const TypeCounts& totals() const { return totals_; }

private:
    std::vector<Day> days_;
    std::size_t undated_ = 0;
    std::size_t dated_ = 0;
    TypeCounts totals_ = {};  // undated ones included
};

/// One bar: the events of `[begin, end)`, whole days.
struct Bar {
    time::UnixSeconds begin = 0;
    time::UnixSeconds end = 0;
    TypeCounts counts = {};
    [[nodiscard]] std::uint32_t total() const;
    friend bool operator==(const Bar&, const Bar&) = default;
};

/// The bars of a shown window, and what lies outside: before + bars + after is every dated event.
struct Bars {
    int days_per_bar = 1;
    std::vector<Bar> bars;  ///< in time order, only those with events
    std::size_t before = 0;
    std::size_t after = 0;
    std::uint32_t tallest = 0;  ///< the largest total of a bar
};

/// Merges days until a bar is at least `least_px` wide. O(days with events in the window), at most width / least_px bars.
[[nodiscard]] Bars make_bars(const DayCounts& counts, const Axis& axis, double least_px);

}  // namespace salient::timeline
