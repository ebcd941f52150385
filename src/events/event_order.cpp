#include "events/event_order.hpp"

#include "events/store.hpp"

#include <algorithm>
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

// How many bytes all ids begin with.
std::size_t shared_bytes(const EventList& events) {
    std::string_view shared = events.empty() ? std::string_view() : events.id(0);
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

}  // namespace

time::UnixSeconds begin_of(const std::optional<time::Span>& time) {
    return time ? time->begin : kUndated;
}

std::vector<std::uint32_t> time_order(const EventList& events) {
    std::vector<Key> keys;
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
    std::vector<std::uint32_t> order(keys.size());
    std::transform(keys.begin(), keys.end(), order.begin(), [](const Key& key) {
        return key.index;
    });
    return order;
}

}  // namespace salient::events
