#include "events/event_order.hpp"

#include "base/first_bytes.hpp"
#include "base/parallel.hpp"
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
    std::uint64_t id_start;
    EventIndex index;
};

std::string_view shared_start(std::string_view one, std::string_view other) {
    const auto apart = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
    return one.substr(0, static_cast<std::size_t>(apart.first - one.begin()));
}

}  // namespace

time::UnixSeconds begin_of(const std::optional<time::Span>& time) {
    return time ? time->begin : kUndated;
}

IdStarts::IdStarts(const EventList& events) : events_(events), starts_(events.size()) {
    constexpr std::size_t some = 100;
    const std::size_t step = std::max<std::size_t>(events.size() / some, 1);
    shared_ = events.empty() ? std::string_view() : events.id(0);
    for (std::size_t i = 0; i < events.size(); i += step) {
        shared_ = shared_start(shared_, events.id(i));
    }
}

void IdStarts::read(std::size_t index) {
    const std::string_view id = events_.id(index);
    if (id.starts_with(shared_)) {
        starts_[index] = base::first_bytes(id.substr(shared_.size()));
    } else {
        is_shared_ = false;
    }
}

const std::vector<std::uint64_t>& IdStarts::all() {
    if (!is_shared_) {
        shared_ = {};
        is_shared_ = true;
        base::for_each_part(starts_.size(), [this](base::IndexRange part) {
            for (std::size_t i = part.begin; i < part.end; ++i) {
                read(i);
            }
        });
    }
    return starts_;
}

std::vector<std::uint32_t> time_order(
    const EventList& events,
    std::span<const time::UnixSeconds> begins,
    std::span<const std::uint64_t> id_starts) {
    std::vector<Key> keys(events.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        keys[i] = {begins[i], id_starts[i], static_cast<EventIndex>(i)};
    }
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
