#include "events/id_index.hpp"

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

std::size_t IdIndex::slot_of(std::string_view id, std::size_t hash, const EventList& events) const {
    std::size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot].position != 0
           && (slots_[slot].tag != tag_of(hash) || events.id(slots_[slot].position - 1) != id)) {
        slot = (slot + 1) & (slots_.size() - 1);
    }
    return slot;
}

void IdIndex::rebuild(const EventList& events) {
    clear();
    reserve(events.size(), events);
    for (std::uint32_t position = 0; position < events.size(); ++position) {
        (void)add(position, events);
    }
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
            const std::string_view id = events.id(entry.position - 1);
            slots_[slot_of(id, hash_of(id), events)] = entry;
        }
    }
}

bool IdIndex::add(std::uint32_t position, const EventList& events) {
    reserve(count_ + 1, events);
    const std::string_view id = events.id(position);
    const std::size_t hash = hash_of(id);
    const std::size_t slot = slot_of(id, hash, events);
    if (slots_[slot].position != 0) {
        return false;
    }
    slots_[slot] = {position + 1, tag_of(hash)};
    ++count_;
    return true;
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
    const std::uint32_t position = slots_[slot_of(id, hash_of(id), events)].position;
    return position == 0 ? std::nullopt : std::optional(position - 1);
}

}  // namespace salient::events
