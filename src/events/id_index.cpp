#include "events/id_index.hpp"

#include <bit>
#include <functional>

namespace salient::events {

void IdIndex::clear() {
    slots_.clear();
    count_ = 0;
}

std::size_t IdIndex::first_slot(std::string_view id) const {
    return std::hash<std::string_view>()(id) & (slots_.size() - 1);
}

void IdIndex::place(std::uint32_t position, std::string_view id) {
    std::size_t slot = first_slot(id);
    while (slots_[slot] != 0) {
        slot = (slot + 1) & (slots_.size() - 1);
    }
    slots_[slot] = position + 1;
}

void IdIndex::rebuild(std::span<const Event> events) {
    slots_.assign(std::bit_ceil(events.size() * 2 + 8), 0);
    count_ = events.size();
    for (std::uint32_t position = 0; position < events.size(); ++position) {
        place(position, events[position].id);
    }
}

void IdIndex::reserve(std::size_t count, std::span<const Event> events) {
    const std::size_t wanted = std::bit_ceil(count * 2 + 8);
    if (wanted <= slots_.size()) {
        return;
    }
    std::vector<std::uint32_t> old(wanted, 0);
    old.swap(slots_);
    for (const std::uint32_t entry : old) {
        if (entry != 0) {
            place(entry - 1, events[entry - 1].id);
        }
    }
}

bool IdIndex::add(std::uint32_t position, std::span<const Event> events) {
    reserve(count_ + 1, events);
    const std::string_view id = events[position].id;
    std::size_t slot = first_slot(id);
    while (slots_[slot] != 0) {
        if (events[slots_[slot] - 1].id == id) {
            return false;
        }
        slot = (slot + 1) & (slots_.size() - 1);
    }
    slots_[slot] = position + 1;
    ++count_;
    return true;
}

std::optional<std::uint32_t> IdIndex::find(std::string_view id, std::span<const Event> events)
    const {
    if (slots_.empty()) {
        return std::nullopt;
    }
    std::size_t slot = first_slot(id);
    while (slots_[slot] != 0) {
        const std::uint32_t position = slots_[slot] - 1;
        if (events[position].id == id) {
            return position;
        }
        slot = (slot + 1) & (slots_.size() - 1);
    }
    return std::nullopt;
}

}  // namespace salient::events
