#pragma once

#include "events/event_list.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace salient::events {

/// Finds an event's position by its id. Keeps positions and half a hash, the ids stay where they are: 16 to 32 bytes an event.
class IdIndex {
public:
    /// Forgets everything and adds all events, which must have distinct ids.
    void rebuild(const EventList& events);
    /// Makes room for `count` events in total, so that adding them moves nothing.
    void reserve(std::size_t count, const EventList& events);
    /// Adds the event at `position`. @return false, changing nothing, when its id is already there
    bool add(std::uint32_t position, const EventList& events);
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id, const EventList& events)
        const;
    /// The event at a position is now at positions[position]. @pre a permutation
    void renumber(std::span<const std::uint32_t> positions);
    void clear();

private:
    struct Slot {
        std::uint32_t position = 0;  // + 1; 0: empty
        std::uint32_t tag = 0;       // upper half of the hash
    };
    std::vector<Slot> slots_;  // open addressing, power of two
    std::size_t count_ = 0;
    /// The slot that holds the id, or the empty one where it belongs.
    [[nodiscard]] std::size_t
    slot_of(std::string_view id, std::size_t hash, const EventList& events) const;
};

}  // namespace salient::events
