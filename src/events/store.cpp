#include "events/store.hpp"

#include "events/fold.hpp"
#include "geo/mercator.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <utility>

namespace salient::events {

namespace {

constexpr std::size_t kBlock = 1024;

time::UnixSeconds begin_of(const Event& event) {
    return event.time ? event.time->begin : kUndated;
}

time::UnixSeconds end_of(const Event& event) {
    return event.time && !event.time->open_end ? event.time->end : kNoEnd;
}

bool comes_before(const Event& a, const Event& b) {
    const time::UnixSeconds begin_a = begin_of(a);
    const time::UnixSeconds begin_b = begin_of(b);
    return begin_a != begin_b ? begin_a < begin_b : a.id < b.id;
}

struct Key {
    time::UnixSeconds begin;
    EventIndex index;
};

// Puts events[keys[i].index] at i, in place, cycle by cycle; the keys are used up.
void apply_order(std::vector<Event>& events, std::vector<Key>& keys) {
    for (EventIndex start = 0; start < keys.size(); ++start) {
        if (keys[start].index == start) {
            continue;
        }
        Event lifted = std::move(events[start]);
        EventIndex hole = start;
        while (keys[hole].index != start) {
            const EventIndex source = std::exchange(keys[hole].index, hole);
            events[hole] = std::move(events[source]);
            hole = source;
        }
        keys[hole].index = hole;
        events[hole] = std::move(lifted);
    }
}

// Sorts by small keys and moves each event once: an event is half a kilobyte.
void sort_events(std::vector<Event>& events) {
    if (std::is_sorted(events.begin(), events.end(), comes_before)) {
        return;
    }
    std::vector<Key> keys;
    keys.reserve(events.size());
    for (EventIndex i = 0; i < events.size(); ++i) {
        keys.push_back({begin_of(events[i]), i});
    }
    std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
        return a.begin != b.begin ? a.begin < b.begin : events[a.index].id < events[b.index].id;
    });
    apply_order(events, keys);
}

// What a person has decided stays when the source is read again. @return false when `present` must be left alone
bool keep_decision(const Event& present, Event& incoming) {
    const bool decided =
        present.status == ReviewStatus::Accepted || present.status == ReviewStatus::Rejected;
    if (decided) {
        incoming.status = present.status;
    }
    return present.status != ReviewStatus::Edited && present != incoming;
}

bool has_word(const Event& event, std::u32string_view word) {
    const auto has = [&](std::string_view text) { return contains_folded(text, word); };
    return has(event.title) || has(event.source_text) || has(event.location_text)
           || (event.location && has(event.location->name))
           || std::any_of(event.actors.begin(), event.actors.end(), has);
}

bool has_all_words(const Event& event, std::span<const std::u32string> words) {
    return std::all_of(words.begin(), words.end(), [&](const std::u32string& word) {
        return has_word(event, word);
    });
}

// A box of degrees on the world plane; `wraps` when it crosses the antimeridian.
struct WorldBox {
    geo::WorldPoint north_west;
    geo::WorldPoint south_east;
    bool wraps = false;
    explicit WorldBox(const geo::Box& box)
        : north_west(geo::world_from_lonlat({box.west_deg, box.north_deg})),
          south_east(geo::world_from_lonlat({box.east_deg, box.south_deg})),
          wraps(box.west_deg > box.east_deg) {}
    [[nodiscard]] bool holds(double x, double y) const {
        if (!(y >= north_west.y && y <= south_east.y)) {
            return false;  // also when unlocated (NaN)
        }
        const bool east_of_west = x >= north_west.x;
        const bool west_of_east = x <= south_east.x;
        return wraps ? east_of_west || west_of_east : east_of_west && west_of_east;
    }
};

bool matches_columns(
    const Columns& columns,
    EventIndex index,
    const Query& query,
    const std::optional<WorldBox>& box) {
    if (!query.include_rejected && columns.status[index] == ReviewStatus::Rejected) {
        return false;
    }
    if (!query.types.test(static_cast<std::size_t>(columns.type[index]))) {
        return false;
    }
    if (query.window && presence(columns, index, *query.window) == Presence::Absent) {
        return false;
    }
    return !box || box->holds(columns.world_x[index], columns.world_y[index]);
}

std::optional<WorldBox> world_box(const Query& query) {
    return query.box ? std::optional<WorldBox>(WorldBox(*query.box)) : std::nullopt;
}

}  // namespace

Presence presence(const Columns& columns, EventIndex index, const time::Window& window) {
    const time::UnixSeconds begin = columns.begin[index];
    const time::UnixSeconds end = columns.end[index];
    const bool open_begin = columns.open_begin[index] != 0;
    if (begin == kUndated) {
        return Presence::Absent;
    }
    if (end <= begin && !open_begin) {  // an instant
        return begin >= window.begin && begin < window.end ? Presence::Certain : Presence::Absent;
    }
    if ((!open_begin && begin >= window.end) || end <= window.begin) {
        return Presence::Absent;
    }
    const bool certain = !open_begin && end != kNoEnd && begin >= window.begin && end <= window.end;
    return certain ? Presence::Certain : Presence::Possible;
}

MergeReport EventStore::merge(std::vector<Event> incoming) {
    if (events_.empty() && take_all(incoming)) {
        return {.added = events_.size(), .changed = 0, .unchanged = 0};
    }
    MergeReport report;
    for (Event& event : incoming) {
        const std::optional<EventIndex> place = ids_.find(event.id, events_);
        if (!place) {
            events_.push_back(std::move(event));
            static_cast<void>(ids_.add(static_cast<EventIndex>(events_.size() - 1), events_));
            ++report.added;
            continue;
        }
        if (keep_decision(events_[*place], event)) {
            events_[*place] = std::move(event);
            ++report.changed;
        } else {
            ++report.unchanged;
        }
    }
    if (report.added + report.changed > 0) {
        rebuild();
    }
    return report;
}

bool EventStore::take_all(std::vector<Event>& incoming) {
    ids_.clear();
    ids_.reserve(incoming.size(), incoming);
    for (EventIndex i = 0; i < incoming.size(); ++i) {
        if (!ids_.add(i, incoming)) {
            ids_.clear();
            return false;
        }
    }
    if (!incoming.empty()) {
        events_ = std::move(incoming);
        rebuild();
    }
    return true;
}

bool EventStore::replace(const Event& event) {
    const std::optional<EventIndex> place = find(event.id);
    if (!place) {
        return false;
    }
    const bool moves = begin_of(events_[*place]) != begin_of(event);
    const bool reopens =
        events_[*place].time.has_value() != event.time.has_value()
        || (event.time && event.time->open_begin != events_[*place].time->open_begin);
    events_[*place] = event;
    if (moves || reopens) {
        rebuild();
    } else {
        set_columns(*place);
        refresh_blocks();
        ++version_;
    }
    return true;
}

std::size_t EventStore::remove(std::span<const std::string> ids) {
    std::vector<bool> leaves(events_.size(), false);
    std::size_t count = 0;
    for (const std::string& id : ids) {
        const std::optional<EventIndex> place = find(id);
        if (place && !leaves[*place]) {
            leaves[*place] = true;
            ++count;
        }
    }
    if (count == 0) {
        return 0;
    }
    std::vector<Event> rest;
    rest.reserve(events_.size() - count);
    for (EventIndex i = 0; i < events_.size(); ++i) {
        if (!leaves[i]) {
            rest.push_back(std::move(events_[i]));
        }
    }
    events_ = std::move(rest);
    rebuild();
    return count;
}

void EventStore::clear() {
    if (!events_.empty()) {
        events_.clear();
        rebuild();
    }
}

std::optional<EventIndex> EventStore::find(std::string_view id) const {
    return ids_.find(id, events_);
}

std::vector<EventIndex> EventStore::in_window(const time::Window& window) const {
    std::vector<EventIndex> found;
    const auto first_inside =
        std::lower_bound(columns_.begin.begin(), columns_.begin.end(), window.begin);
    const auto behind = std::lower_bound(first_inside, columns_.begin.end(), window.end);
    const auto first = static_cast<std::size_t>(first_inside - columns_.begin.begin());
    const auto last = static_cast<std::size_t>(behind - columns_.begin.begin());
    const auto take = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) {
            const auto index = static_cast<EventIndex>(i);
            if (presence(columns_, index, window) != Presence::Absent) {
                found.push_back(index);
            }
        }
    };
    for (std::size_t block = 0; block * kBlock < first; ++block) {
        if (block_end_[block] > window.begin) {
            take(block * kBlock, std::min(first, (block + 1) * kBlock));
        }
    }
    take(first, last);
    for (const EventIndex index : open_begins_) {
        if (index >= last && presence(columns_, index, window) != Presence::Absent) {
            found.push_back(index);
        }
    }
    return found;
}

std::vector<EventIndex> EventStore::query(const Query& query) const {
    std::vector<EventIndex> candidates;
    if (query.window) {
        candidates = in_window(*query.window);
    } else {
        candidates.resize(events_.size());
        std::iota(candidates.begin(), candidates.end(), EventIndex(0));
    }
    const std::vector<std::u32string> words = folded_words(query.text);
    const std::optional<WorldBox> box = world_box(query);
    const auto fails = [&](EventIndex index) {
        return !matches_columns(columns_, index, query, box)
               || !has_all_words(events_[index], words);
    };
    candidates.erase(std::remove_if(candidates.begin(), candidates.end(), fails), candidates.end());
    return candidates;
}

bool EventStore::matches(EventIndex index, const Query& query) const {
    assert(index < events_.size());
    return matches_columns(columns_, index, query, world_box(query))
           && has_all_words(events_[index], folded_words(query.text));
}

std::vector<EventIndex> EventStore::undated() const {
    const auto first = std::lower_bound(columns_.begin.begin(), columns_.begin.end(), kUndated);
    std::vector<EventIndex> found(static_cast<std::size_t>(columns_.begin.end() - first));
    std::iota(found.begin(), found.end(), static_cast<EventIndex>(first - columns_.begin.begin()));
    return found;
}

std::vector<EventIndex> EventStore::unlocated() const {
    std::vector<EventIndex> found;
    for (EventIndex i = 0; i < events_.size(); ++i) {
        if (std::isnan(columns_.world_x[i])) {
            found.push_back(i);
        }
    }
    return found;
}

std::optional<time::Window> EventStore::extent() const {
    std::optional<time::Window> extent;
    for (const Event& event : events_) {
        if (!event.time) {
            break;  // undated ones come last
        }
        const time::UnixSeconds end = std::max(event.time->begin, event.time->end);
        if (!extent) {
            extent = time::Window{event.time->begin, end};
        }
        extent->end = std::max(extent->end, end);
    }
    return extent;
}

void EventStore::set_columns(EventIndex index) {
    const Event& event = events_[index];
    columns_.begin[index] = begin_of(event);
    columns_.end[index] = end_of(event);
    columns_.open_begin[index] = event.time && event.time->open_begin ? 1 : 0;
    const double nowhere = std::numeric_limits<double>::quiet_NaN();
    const geo::WorldPoint point = event.location ? geo::world_from_lonlat(event.location->point)
                                                 : geo::WorldPoint{nowhere, nowhere};
    columns_.world_x[index] = point.x;
    columns_.world_y[index] = point.y;
    columns_.type[index] = event.type;
    columns_.status[index] = event.status;
    columns_.precision[index] =
        event.location ? event.location->precision : LocationPrecision::Unknown;
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

void EventStore::rebuild() {
    sort_events(events_);
    ids_.rebuild(events_);
    const std::size_t count = events_.size();
    columns_.begin.resize(count);
    columns_.end.resize(count);
    columns_.open_begin.resize(count);
    columns_.world_x.resize(count);
    columns_.world_y.resize(count);
    columns_.type.resize(count);
    columns_.status.resize(count);
    columns_.precision.resize(count);
    open_begins_.clear();
    for (EventIndex i = 0; i < count; ++i) {
        set_columns(i);
        if (columns_.open_begin[i] != 0) {
            open_begins_.push_back(i);
        }
    }
    refresh_blocks();
    ++version_;
}

}  // namespace salient::events
