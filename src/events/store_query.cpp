// What a store answers.
#include "events/fold.hpp"
#include "events/store.hpp"
#include "geo/mercator.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <string>

namespace salient::events {

namespace {

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

TimeEdges time_edges(const Columns& columns, EventIndex index) {
    return {columns.begin[index], columns.end[index], columns.open_begin[index] != 0};
}

Presence presence(const TimeEdges& edges, const time::Window& window) {
    const auto [begin, end, open_begin] = edges;
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

Presence presence(const Columns& columns, EventIndex index, const time::Window& window) {
    return presence(time_edges(columns, index), window);
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

}  // namespace salient::events
