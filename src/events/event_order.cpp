#include "events/event_order.hpp"

#include "base/first_bytes.hpp"
#include "base/parallel.hpp"
#include "events/store.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <string_view>
#include <tuple>

namespace salient::events {

namespace {

// What events are ordered by; the id itself is looked at only when all this is equal.
struct Key {
    time::UnixSeconds begin;
    std::uint64_t id_start;  // eight bytes after what all ids share, the first in the highest place
    EventIndex index;
};

std::string_view shared_start(std::string_view one, std::string_view other) {
    const auto apart = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
    return one.substr(0, static_cast<std::size_t>(apart.first - one.begin()));
}

// How many bytes all ids begin with.
std::size_t shared_bytes(const EventList& events) {
    std::atomic<std::size_t> least = events.empty() ? 0 : events.id(0).size();
    base::for_each_part(events.size(), [&](base::IndexRange part) {
        std::string_view shared = events.empty() ? std::string_view() : events.id(part.begin);
        for (std::size_t i = part.begin; i < part.end && !shared.empty(); ++i) {
            shared = shared_start(shared, events.id(i));
        }
        shared = shared_start(shared, events.empty() ? shared : events.id(0));
        std::size_t known = least;
        while (shared.size() < known && !least.compare_exchange_weak(known, shared.size())) {
        }
    });
    return least;
}

}  // namespace

time::UnixSeconds begin_of(const std::optional<time::Span>& time) {
    return time ? time->begin : kUndated;
}

std::vector<std::uint32_t> time_order(
    const EventList& events,
    std::span<const time::UnixSeconds> begins) {
    std::vector<Key> keys(events.size());
    const std::size_t shared = shared_bytes(events);
    base::for_each_part(keys.size(), [&](base::IndexRange part) {
        for (std::size_t i = part.begin; i < part.end; ++i) {
            keys[i] = {
                begins[i],
                base::first_bytes(events.id(i).substr(shared)),
                static_cast<EventIndex>(i)};
        }
    });
    const auto comes_before = [&](const Key& a, const Key& b) {
        if (a.begin != b.begin || a.id_start != b.id_start) {
            return std::tie(a.begin, a.id_start) < std::tie(b.begin, b.id_start);
        }
        return events.id(a.index) < events.id(b.index);
    };
    if (!std::is_sorted(keys.begin(), keys.end(), comes_before)) {
        base::sort_in_parts(keys, comes_before);
    }
    std::vector<std::uint32_t> order(keys.size());
    std::transform(keys.begin(), keys.end(), order.begin(), [](const Key& key) {
        return key.index;
    });
    return order;
}

}  // namespace salient::events
