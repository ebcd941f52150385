#include "events/store.hpp"

#include "events/fold.hpp"
#include "geo/mercator.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <tuple>
#include <utility>

namespace salient::events {

namespace {

constexpr std::size_t kBlock = 1024;

time::UnixSeconds begin_of(const std::optional<time::Span>& time) {
    return time ? time->begin : kUndated;
}

time::UnixSeconds end_of(const std::optional<time::Span>& time) {
    return time && !time->open_end ? time->end : kNoEnd;
}

bool is_decided(ReviewStatus status) {
    return status == ReviewStatus::Accepted || status == ReviewStatus::Rejected;
}

// Looks for words in many events.
class WordSearch {
public:
    WordSearch(const EventList& events, std::string_view text)
        : events_(events),
          words_(folded_words(text)) {}

    [[nodiscard]] bool has_all(EventIndex index) {
        if (words_.empty()) {
            return true;
        }
        events_.searched_texts(index, texts_);
        return std::all_of(words_.begin(), words_.end(), [&](const std::u32string& word) {
            return std::any_of(texts_.begin(), texts_.end(), [&](std::string_view text) {
                return contains_folded(text, word);
            });
        });
    }

private:
    const EventList& events_;
    std::vector<std::u32string> words_;
    std::vector<std::string_view> texts_;
};

// What events are ordered by; the id itself is looked at only when all this is equal.
struct Key {
    time::UnixSeconds begin;
    std::uint64_t id_start;  // eight bytes after what all ids share, the first in the highest place
    EventIndex index;
};

std::size_t shared_bytes(const EventList& events) {
    std::string_view shared = events.id(0);
    for (std::size_t i = 1; i < events.size() && !shared.empty(); ++i) {
        const std::string_view id = events.id(i);
        const auto apart = std::mismatch(shared.begin(), shared.end(), id.begin(), id.end());
        shared = shared.substr(0, static_cast<std::size_t>(apart.first - shared.begin()));
    }
    return shared.size();
}

std::uint64_t start_of(std::string_view id) {
    std::uint64_t start = 0;
    for (std::size_t i = 0; i < sizeof start; ++i) {
        start = start << 8U | (i < id.size() ? static_cast<unsigned char>(id[i]) : 0U);
    }
    return start;
}

std::vector<Key> sorted_keys(const EventList& events) {
    std::vector<Key> keys;
    if (events.empty()) {
        return keys;
    }
    const std::size_t shared = shared_bytes(events);
    keys.reserve(events.size());
    for (EventIndex i = 0; i < events.size(); ++i) {
        const EventGlance event = events.glance(i);
        keys.push_back({begin_of(event.time), start_of(event.id.substr(shared)), i});
    }
    const auto comes_before = [&](const Key& a, const Key& b) {
        if (a.begin != b.begin || a.id_start != b.id_start) {
            return std::tie(a.begin, a.id_start) < std::tie(b.begin, b.id_start);
        }
        return events.id(a.index) < events.id(b.index);
    };
    if (!std::is_sorted(keys.begin(), keys.end(), comes_before)) {
        std::sort(keys.begin(), keys.end(), comes_before);
    }
    return keys;
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
    WordSearch words(events_, query.text);
    const std::optional<WorldBox> box = world_box(query);
    const auto fails = [&](EventIndex index) {
        return !matches_columns(columns_, index, query, box) || !words.has_all(index);
    };
    candidates.erase(std::remove_if(candidates.begin(), candidates.end(), fails), candidates.end());
    return candidates;
}

bool EventStore::matches(EventIndex index, const Query& query) const {
    assert(index < events_.size());
    return matches_columns(columns_, index, query, world_box(query))
           && WordSearch(events_, query.text).has_all(index);
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
    for (EventIndex i = 0; i < events_.size() && columns_.begin[i] != kUndated; ++i) {
        const time::UnixSeconds begin = columns_.begin[i];
        const time::UnixSeconds end =
            columns_.end[i] == kNoEnd ? glance(i).time->end : columns_.end[i];
        if (!extent) {
            extent = time::Window{begin, begin};
        }
        extent->end = std::max({extent->end, begin, end});
    }
    return extent;
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
    const std::vector<Key> keys = sorted_keys(events_);
    std::vector<EventIndex> order(keys.size());
    std::vector<EventIndex> positions(keys.size());
    bool was_sorted = true;
    for (EventIndex i = 0; i < keys.size(); ++i) {
        order[i] = keys[i].index;
        positions[keys[i].index] = i;
        was_sorted = was_sorted && keys[i].index == i;
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
