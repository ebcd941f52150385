#include "events/id_index.hpp"

#include "base/parallel.hpp"

#include <algorithm>
#include <bit>
#include <functional>

namespace salient::events {

namespace {

std::size_t hash_of(std::string_view id) {
    return std::hash<std::string_view>()(id);
}

std::uint32_t tag_of(std::size_t hash) {
    return static_cast<std::uint32_t>(hash >> 32U);
}

}  // namespace

void IdIndex::clear() {
    slots_.clear();
    count_ = 0;
}

template <class IsIt>
std::size_t IdIndex::slot_of(std::size_t hash, const IsIt& is_it) const {
    std::size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot].position != 0
           && (slots_[slot].tag != tag_of(hash) || !is_it(slots_[slot].position - 1))) {
        slot = (slot + 1) & (slots_.size() - 1);
    }
    return slot;
}

void IdIndex::rebuild(const EventList& events) {
    clear();
    (void)add_from(0, events);
}

void IdIndex::reserve(std::size_t count, const EventList& events) {
    const std::size_t wanted = std::bit_ceil(count + count / 2 + 8);
    if (wanted <= slots_.size()) {
        return;
    }
    std::vector<Slot> old(wanted);
    old.swap(slots_);
    for (const Slot& entry : old) {
        if (entry.position != 0) {
            const auto is_other = [](std::uint32_t) { return false; };
            slots_[slot_of(hash_of(events.id(entry.position - 1)), is_other)] = entry;
        }
    }
}

std::vector<std::uint32_t> IdIndex::add_from(std::uint32_t first, const EventList& events) {
    constexpr std::size_t ahead = 16;  // slots lie anywhere in memory
    reserve(count_ + events.size() - first, events);
    std::vector<std::size_t> hashes(events.size() - first);
    base::for_each_part(hashes.size(), [&](base::IndexRange part) {
        for (std::size_t i = part.begin; i < part.end; ++i) {
            hashes[i] = hash_of(events.id(first + i));
        }
    });
    std::vector<std::uint32_t> present;
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        const std::size_t next = hashes[std::min(i + ahead, hashes.size() - 1)];
        __builtin_prefetch(&slots_[next & (slots_.size() - 1)], 1);
        const auto position = static_cast<std::uint32_t>(first + i);
        const auto is_same = [&](std::uint32_t other) {
            return events.id(other) == events.id(position);
        };
        Slot& slot = slots_[slot_of(hashes[i], is_same)];
        if (slot.position != 0) {
            present.push_back(position);
            continue;
        }
        slot = {position + 1, tag_of(hashes[i])};
        ++count_;
    }
    return present;
}

void IdIndex::renumber(std::span<const std::uint32_t> positions) {
    for (Slot& slot : slots_) {
        if (slot.position != 0) {
            slot.position = positions[slot.position - 1] + 1;
        }
    }
}

std::optional<std::uint32_t> IdIndex::find(std::string_view id, const EventList& events) const {
    if (slots_.empty()) {
        return std::nullopt;
    }
    const auto is_it = [&](std::uint32_t position) { return events.id(position) == id; };
    const std::uint32_t position = slots_[slot_of(hash_of(id), is_it)].position;
    return position == 0 ? std::nullopt : std::optional(position - 1);
}

}  // namespace salient::events
