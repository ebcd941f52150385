#include "scene/cell_index.hpp"

#include "base/parallel.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace salient::scene {

namespace {

using events::Columns;
using events::EventIndex;
using events::Presence;

// Events up to this long are found by their begin; longer ones are looked at one by one.
constexpr time::UnixSeconds kShortSeconds = 2 * time::kSecondsPerDay;
constexpr std::uint32_t kNowhere = std::numeric_limits<std::uint32_t>::max();

bool is_long(const Columns& columns, EventIndex event) {
    return columns.open_begin[event] != 0 || columns.end[event] == events::kNoEnd
           || columns.end[event] - columns.begin[event] > kShortSeconds;
}

// Counts an event of a cell. @return whether it is the last so far, and so the one to show
bool add(CellHit& hit, EventIndex event, Presence presence) {
    if (presence == Presence::Absent) {
        return false;
    }
    const bool is_last = hit.count == 0 || event > hit.dot.event;
    if (is_last) {
        hit.certain = presence == Presence::Certain;
    }
    ++hit.count;
    return is_last;
}

}  // namespace

EventDot event_dot(const Columns& columns, EventIndex event) {
    return {
        {columns.world_x[event], columns.world_y[event]},
        event,
        columns.type[event],
        columns.status[event],
        columns.precision[event]};
}

CellIndex::CellIndex(
    const Columns& columns,
    const std::vector<std::uint8_t>& passes,
    const WorldRect& region,
    double cell_world)
    : cell_world_(cell_world) {
    assert(cell_world > 0 && passes.size() == columns.begin.size());
    const auto cells_up_to = [&](double value) { return std::floor(value / cell_world); };
    const double left = cells_up_to(region.low.x);
    const double top = cells_up_to(region.low.y);
    columns_ = static_cast<std::uint32_t>(cells_up_to(region.high.x) - left + 1);
    rows_ = static_cast<std::uint32_t>(cells_up_to(region.high.y) - top + 1);
    region_.low = {left * cell_world, top * cell_world};
    region_.high = {(left + columns_) * cell_world, (top + rows_) * cell_world};
    fill(columns, place(columns, passes));
}

std::vector<std::uint32_t> CellIndex::place(
    const Columns& columns,
    const std::vector<std::uint8_t>& passes) const {
    std::vector<std::uint32_t> cell_of_event(passes.size(), kNowhere);
    const double per_cell = 1 / cell_world_;
    base::for_each_part(passes.size(), [&](base::IndexRange part) {
        for (std::size_t i = part.begin; i < part.end; ++i) {
            const double column = (columns.world_x[i] - region_.low.x) * per_cell;
            const double row = (columns.world_y[i] - region_.low.y) * per_cell;
            const bool inside = column >= 0 && row >= 0 && column < columns_ && row < rows_;
            if (inside && passes[i] != 0 && columns.begin[i] != events::kUndated) {
                cell_of_event[i] =
                    static_cast<std::uint32_t>(row) * columns_ + static_cast<std::uint32_t>(column);
            }
        }
    });
    return cell_of_event;
}

void CellIndex::fill(const Columns& columns, const std::vector<std::uint32_t>& cell_of_event) {
    // Counting sort: one pass counts, one pass places in store order.
    std::vector<std::uint32_t> next(std::size_t{columns_} * rows_ + 1, 0);
    for (EventIndex i = 0; i < cell_of_event.size(); ++i) {
        const std::uint32_t cell = cell_of_event[i];
        if (cell == kNowhere) {
            continue;
        }
        ++next[cell + 1];
        if (is_long(columns, i)) {
            --next[cell + 1];
            long_.push_back({cell, event_dot(columns, i), time_edges(columns, i)});
        }
    }
    const std::vector<std::uint8_t> has_long = [&] {
        std::vector<std::uint8_t> marks(next.size(), 0);
        for (const LongEvent& entry : long_) {
            marks[entry.cell] = 1;
        }
        return marks;
    }();
    for (std::size_t cell = 0; cell + 1 < next.size(); ++cell) {
        if (next[cell + 1] > 0 || has_long[cell] != 0) {
            cells_.push_back({static_cast<std::uint32_t>(cell), next[cell]});
        }
        next[cell + 1] += next[cell];
    }
    shorts_.resize(next.back());
    begins_.resize(next.back());
    cells_.push_back({kNowhere, next.back()});
    fill_shorts(columns, cell_of_event, next);
    std::stable_sort(long_.begin(), long_.end(), [](const LongEvent& a, const LongEvent& b) {
        return a.cell < b.cell;
    });
}

// Each thread goes over all events and takes those of its own cells, as many as another's: they lie anywhere in memory.
void CellIndex::fill_shorts(
    const Columns& columns,
    const std::vector<std::uint32_t>& cell_of_event,
    std::vector<std::uint32_t>& next) {
    const auto cell_from = [&next](std::size_t slot) {
        return static_cast<std::uint32_t>(
            std::lower_bound(next.begin(), next.end() - 1, slot) - next.begin());
    };
    std::vector<base::IndexRange> cells;
    for (const base::IndexRange& slots : base::parts_for_threads(shorts_.size())) {
        cells.push_back({cells.empty() ? 0 : cells.back().end, cell_from(slots.end)});
    }
    cells.back().end = next.size() - 1;
    base::for_each_index(cells.size(), [&](std::size_t part) {
        for (EventIndex i = 0; i < cell_of_event.size(); ++i) {
            const std::uint32_t cell = cell_of_event[i];
            if (cell >= cells[part].begin && cell < cells[part].end && !is_long(columns, i)) {
                const std::uint32_t slot = next[cell]++;
                shorts_[slot] = {event_dot(columns, i), columns.end[i]};
                begins_[slot] = columns.begin[i];
            }
        }
    });
}

CellHit CellIndex::hit(const time::Window& window, std::size_t cell) const {
    CellHit result;
    result.cell = cells_[cell].id;
    const std::size_t first = cells_[cell].first;
    const std::size_t last = cells_[cell + 1].first;
    if (first == last || begins_[first] >= window.end) {
        return result;
    }
    const auto position = [&](std::size_t from, std::size_t to, time::UnixSeconds value) {
        const auto found = std::lower_bound(
            begins_.begin() + static_cast<std::ptrdiff_t>(from),
            begins_.begin() + static_cast<std::ptrdiff_t>(to),
            value);
        return static_cast<std::size_t>(found - begins_.begin());
    };
    const std::size_t behind =
        begins_[last - 1] < window.end ? last : position(first, last, window.end);
    const std::size_t inside =
        begins_[first] >= window.begin ? first : position(first, behind, window.begin);
    // Those that begin inside are all possibly inside; a short look back finds those that reach into it.
    if (inside != behind) {
        const ShortEvent& latest = shorts_[behind - 1];
        result.dot = latest.dot;
        result.count = static_cast<std::uint32_t>(behind - inside);
        result.certain = latest.end <= window.end;
    }
    for (std::size_t at = inside; at != first && begins_[at - 1] + kShortSeconds > window.begin;
         --at) {
        const ShortEvent& earlier = shorts_[at - 1];
        if (earlier.end > window.begin && add(result, earlier.dot.event, Presence::Possible)) {
            result.dot = earlier.dot;
        }
    }
    return result;
}

std::vector<CellHit> CellIndex::query(const time::Window& window, const WorldRect& rect) const {
    std::vector<CellHit> hits;
    hits.reserve(cells_.size());
    const auto by_cell = [](const LongEvent& entry, std::uint32_t id) { return entry.cell < id; };
    auto longer = long_.begin();
    for_each_cell(rect, [&](std::size_t cell) {
        CellHit found = hit(window, cell);
        if (longer != long_.end() && longer->cell < found.cell) {
            longer = std::lower_bound(longer, long_.end(), found.cell, by_cell);
        }
        for (; longer != long_.end() && longer->cell == found.cell; ++longer) {
            if (add(found, longer->dot.event, presence(longer->edges, window))) {
                found.dot = longer->dot;
            }
        }
        if (found.count > 0) {
            hits.push_back(found);
        }
    });
    return hits;
}

std::vector<EventIndex> CellIndex::events_in(
    const Columns& columns,
    const time::Window& window,
    const WorldRect& rect) const {
    std::vector<EventIndex> found;
    const auto take = [&](EventIndex event) {
        const double x = columns.world_x[event];
        const double y = columns.world_y[event];
        if (x >= rect.low.x && x <= rect.high.x && y >= rect.low.y && y <= rect.high.y
            && presence(columns, event, window) != Presence::Absent) {
            found.push_back(event);
        }
    };
    for (const LongEvent& entry : long_) {
        take(entry.dot.event);
    }
    for_each_cell(rect, [&](std::size_t cell) {
        for (std::uint32_t at = cells_[cell].first; at < cells_[cell + 1].first; ++at) {
            take(shorts_[at].dot.event);
        }
    });
    std::sort(found.begin(), found.end());
    return found;
}

template <class Visit>
void CellIndex::for_each_cell(const WorldRect& rect, const Visit& visit) const {
    if (cells_.empty()) {
        return;
    }
    const auto cell_at = [&](double value, double origin, std::uint32_t count) {
        const double cell = std::floor((value - origin) / cell_world_);
        return static_cast<std::uint32_t>(std::clamp(cell, 0.0, count - 1.0));
    };
    const std::uint32_t left = cell_at(rect.low.x, region_.low.x, columns_);
    const std::uint32_t right = cell_at(rect.high.x, region_.low.x, columns_);
    const std::uint32_t top = cell_at(rect.low.y, region_.low.y, rows_);
    const std::uint32_t bottom = cell_at(rect.high.y, region_.low.y, rows_);
    const auto by_id = [](const Cell& cell, std::uint32_t id) { return cell.id < id; };
    const auto last = cells_.end() - 1;
    auto cell = cells_.begin();
    for (std::uint32_t row = top; row <= bottom; ++row) {
        cell = std::lower_bound(cell, last, row * columns_ + left, by_id);
        for (; cell != last && cell->id <= row * columns_ + right; ++cell) {
            visit(static_cast<std::size_t>(cell - cells_.begin()));
        }
    }
}

}  // namespace salient::scene
