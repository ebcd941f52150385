#include "timeline/bins.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace salient::timeline {

namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::array<int, 14> kBarDays =
    {1, 2, 7, 14, 28, 91, 182, 364, 728, 1820, 3640, 18'200, 36'400, 364'000};

int choose_days(double px_per_day, double least_px) {
    for (const int count : kBarDays) {
        if (px_per_day * count >= least_px) {
            return count;
        }
    }
    return kBarDays.back();
}

/// Index of the bar that holds the day; bars of weeks begin on Mondays (5 January 1970 was one).
std::int64_t bar_number(sys_days day, int days_per_bar) {
    const std::int64_t shift = days_per_bar % 7 == 0 ? 4 : 0;
    const std::int64_t value = day.time_since_epoch().count() - shift;
    const std::int64_t rest = value % days_per_bar;
    return (value - (rest < 0 ? rest + days_per_bar : rest)) / days_per_bar;
}

time::UnixSeconds bar_begin(std::int64_t number, int days_per_bar) {
    const std::int64_t shift = days_per_bar % 7 == 0 ? 4 : 0;
    return (number * days_per_bar + shift) * time::kSecondsPerDay;
}

std::uint32_t sum(const TypeCounts& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::uint32_t{0});
}

}  // namespace

std::uint32_t Bar::total() const {
    return sum(counts);
}

DayCounts DayCounts::build(
    const events::EventStore& store,
    const std::function<bool(events::EventIndex)>& passes) {
    DayCounts result;
    const events::Columns& columns = store.columns();
    time::UnixSeconds day_end = 0;
    for (events::EventIndex i = 0; i < store.size(); ++i) {
        if (passes && !passes(i)) {
            continue;
        }
        const auto type = static_cast<std::size_t>(columns.type[i]);
        ++result.totals_.at(type);
        const time::UnixSeconds begin = columns.begin[i];
        if (begin == events::kUndated) {
            ++result.undated_;
            continue;
        }
        ++result.dated_;
        if (result.days_.empty() || begin >= day_end) {
            result.days_.push_back({time::day_of(begin), {}});
            day_end = time::seconds_of(result.days_.back().day) + time::kSecondsPerDay;
        }
        ++result.days_.back().counts.at(type);
    }
    return result;
}

Bars make_bars(const DayCounts& counts, const Axis& axis, double least_px) {
    assert(axis.width_px > 0 && least_px > 0);
    Bars result;
    result.days_per_bar = choose_days(axis.px_per_day(), least_px);
    const std::int64_t first = bar_number(time::day_of(axis.shown.begin), result.days_per_bar);
    const std::int64_t last = bar_number(time::day_of(axis.shown.end - 1), result.days_per_bar);
    std::int64_t current = first - 1;
    for (const DayCounts::Day& day : counts.days()) {
        const std::int64_t number = bar_number(day.day, result.days_per_bar);
        if (number < first || number > last) {
            (number < first ? result.before : result.after) += sum(day.counts);
            continue;
        }
        if (number != current) {
            current = number;
            const time::UnixSeconds begin = bar_begin(number, result.days_per_bar);
            result.bars.push_back({begin, begin + result.days_per_bar * time::kSecondsPerDay, {}});
        }
        for (std::size_t type = 0; type < day.counts.size(); ++type) {
            result.bars.back().counts[type] += day.counts[type];
        }
    }
    for (const Bar& bar : result.bars) {
        result.tallest = std::max(result.tallest, bar.total());
    }
    return result;
}

}  // namespace salient::timeline
