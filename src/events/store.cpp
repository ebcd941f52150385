#include "events/store.hpp"

#include "events/event_order.hpp"
#include "geo/mercator.hpp"

#include <algorithm>
#include <utility>

namespace salient::events {

namespace {

time::UnixSeconds end_of(const std::optional<time::Span>& time) {
    return time && !time->open_end ? time->end : kNoEnd;
}

bool is_decided(ReviewStatus status) {
    return status == ReviewStatus::Accepted || status == ReviewStatus::Rejected;
}

}  // namespace

MergeReport EventStore::merge(EventList incoming) {
    MergeReport report;
    const auto first = static_cast<EventIndex>(events_.size());
    ids_.reserve(events_.size() + incoming.size(), events_);
    events_.append(std::move(incoming));
    std::vector<bool> stays(events_.size(), true);
    for (auto index = first; index < stays.size(); ++index) {
        stays[index] = merge_one(index, report);
    }
    const bool all_new = report.added == stays.size() - first;
    if (!all_new) {
        events_.keep(stays);
        ids_.rebuild(events_);
    }
    if (report.added + report.changed > 0) {
        rebuild();
    }
    return report;
}

// An incoming event takes the place of the one with its id; what a person has decided stays. @return true when its id is new
bool EventStore::merge_one(EventIndex incoming, MergeReport& report) {
    if (ids_.add(incoming, events_)) {
        ++report.added;
        return true;
    }
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
    return false;
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

// By begin, then id. @return where each event is now
std::vector<EventIndex> EventStore::sort() {
    const std::vector<EventIndex> order = time_order(events_);
    std::vector<EventIndex> positions(order.size());
    bool was_sorted = true;
    for (EventIndex i = 0; i < order.size(); ++i) {
        positions[order[i]] = i;
        was_sorted = was_sorted && order[i] == i;
    }
    if (!was_sorted) {
        events_.reorder(order);
        ids_.renumber(positions);
    }
    return positions;
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
    // In the order in which they were, which is that of the memory: a million looks here and there would take longer.
    for (const EventIndex index : sort()) {
        set_columns(index);
    }
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
