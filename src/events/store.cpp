#include "events/store.hpp"

#include "base/parallel.hpp"
#include "events/event_order.hpp"
#include "geo/mercator.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace salient::events {

namespace {

time::UnixSeconds end_of(const std::optional<time::Span>& time) {
    return time && !time->open_end ? time->end : kNoEnd;
}

/// Puts what was at order[i] to i.
template <class Value>
void reorder(std::vector<Value>& column, const std::vector<EventIndex>& order) {
    std::vector<Value> ordered(column.size());
    std::transform(order.begin(), order.end(), ordered.begin(), [&](EventIndex index) {
        return column[index];
    });
    column.swap(ordered);
}

bool is_decided(ReviewStatus status) {
    return status == ReviewStatus::Accepted || status == ReviewStatus::Rejected;
}

}  // namespace

MergeReport EventStore::merge(EventList incoming) {
    MergeReport report;
    const auto first = static_cast<EventIndex>(events_.size());
    events_.append(std::move(incoming));
    const std::vector<EventIndex> present = ids_.add_from(first, events_);
    report.added = events_.size() - first - present.size();
    if (!present.empty()) {
        std::vector<bool> stays(events_.size(), true);
        for (const EventIndex index : present) {
            merge_into_present(index, report);
            stays[index] = false;
        }
        events_.keep(stays);
        ids_.rebuild(events_);
    }
    if (report.added + report.changed > 0) {
        rebuild();
    }
    return report;
}

// An incoming event takes the place of the one with its id; what a person has decided stays.
void EventStore::merge_into_present(EventIndex incoming, MergeReport& report) {
    const EventIndex present = *ids_.find(events_.id(incoming), events_);
    const ReviewStatus status = events_.glance(present).status;
    if (is_decided(status) && events_.glance(incoming).status != status) {
        Event event = events_[incoming];
        event.status = status;
        events_.set(incoming, event);
    }
    if (status == ReviewStatus::Edited || events_.is_same(present, events_, incoming)) {
        ++report.unchanged;
    } else {
        events_.swap(present, incoming);
        ++report.changed;
    }
}

bool EventStore::replace(const Event& event) {
    const std::optional<EventIndex> place = find(event.id);
    if (!place) {
        return false;
    }
    const bool open_begin = event.time && event.time->open_begin;
    const bool stays = columns_.begin[*place] == begin_of(event.time)
                       && (columns_.open_begin[*place] != 0) == open_begin;
    events_.set(*place, event);
    if (stays) {
        set_columns(*place);
        refresh_blocks();
        ++version_;
    } else {
        rebuild();
    }
    return true;
}

std::size_t EventStore::remove(std::span<const std::string> ids) {
    std::vector<bool> stays(events_.size(), true);
    std::size_t count = 0;
    for (const std::string& id : ids) {
        const std::optional<EventIndex> place = find(id);
        if (place && stays[*place]) {
            stays[*place] = false;
            ++count;
        }
    }
    if (count == 0) {
        return 0;
    }
    events_.keep(stays);
    ids_.rebuild(events_);
    rebuild();
    return count;
}

void EventStore::clear() {
    if (!events_.empty()) {
        events_.clear();
        ids_.clear();
        rebuild();
    }
}

std::optional<EventIndex> EventStore::find(std::string_view id) const {
    return ids_.find(id, events_);
}

void EventStore::set_columns(EventIndex index) {
    const EventGlance event = glance(index);
    columns_.begin[index] = begin_of(event.time);
    columns_.end[index] = end_of(event.time);
    columns_.open_begin[index] = event.time && event.time->open_begin ? 1 : 0;
    const double nowhere = std::numeric_limits<double>::quiet_NaN();
    const geo::WorldPoint point =
        event.point ? geo::world_from_lonlat(*event.point) : geo::WorldPoint{nowhere, nowhere};
    columns_.world_x[index] = point.x;
    columns_.world_y[index] = point.y;
    columns_.type[index] = event.type;
    columns_.status[index] = event.status;
    columns_.precision[index] = event.precision;
}

void EventStore::refresh_blocks() {
    block_end_.assign((events_.size() + kBlock - 1) / kBlock, 0);
    for (std::size_t block = 0; block < block_end_.size(); ++block) {
        const auto from = static_cast<std::ptrdiff_t>(block * kBlock);
        const auto to = static_cast<std::ptrdiff_t>(std::min(events_.size(), (block + 1) * kBlock));
        block_end_[block] =
            *std::max_element(columns_.end.begin() + from, columns_.end.begin() + to);
    }
}

// Columns and events by begin, then id.
void EventStore::sort(std::span<const std::uint64_t> id_starts) {
    const std::vector<EventIndex> order = time_order(events_, columns_.begin, id_starts);
    if (std::is_sorted(order.begin(), order.end())) {
        return;
    }
    const std::vector<std::function<void()>> steps = {
        [&] { reorder(columns_.begin, order); },
        [&] { reorder(columns_.end, order); },
        [&] { reorder(columns_.world_x, order); },
        [&] { reorder(columns_.world_y, order); },
        [&] { events_.reorder(order); },
        [&] {
            std::vector<EventIndex> positions(order.size());
            for (EventIndex i = 0; i < order.size(); ++i) {
                positions[order[i]] = i;
            }
            ids_.renumber(positions);
        },
        [&] { reorder(columns_.open_begin, order); },
        [&] { reorder(columns_.type, order); },
        [&] { reorder(columns_.status, order); },
        [&] { reorder(columns_.precision, order); },
    };
    if (base::parts_for_threads(events_.size()).size() == 1) {
        std::for_each(steps.begin(), steps.end(), [](const auto& step) { step(); });
    } else {
        base::for_each_index(steps.size(), [&](std::size_t i) { steps[i](); });
    }
}

void EventStore::rebuild() {
    const std::size_t count = events_.size();
    columns_.begin.resize(count);
    columns_.end.resize(count);
    columns_.open_begin.resize(count);
    columns_.world_x.resize(count);
    columns_.world_y.resize(count);
    columns_.type.resize(count);
    columns_.status.resize(count);
    columns_.precision.resize(count);
    // In the order in which they are, which is that of the memory: a million looks here and there would take longer.
    IdStarts id_starts(events_);
    base::for_each_part(count, [&](base::IndexRange part) {
        for (std::size_t i = part.begin; i < part.end; ++i) {
            set_columns(static_cast<EventIndex>(i));
            id_starts.read(i);
        }
    });
    sort(id_starts.all());
    open_begins_.clear();
    for (EventIndex i = 0; i < count; ++i) {
        if (columns_.open_begin[i] != 0) {
            open_begins_.push_back(i);
        }
    }
    refresh_blocks();
    ++version_;
}

}  // namespace salient::events
