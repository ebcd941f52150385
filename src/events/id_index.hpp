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
    /// Adds the events from position `first` on. @return in order, the positions that changed nothing as their id was already there
    std::vector<std::uint32_t> add_from(std::uint32_t first, const EventList& events);
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
    void reserve(std::size_t count, const EventList& events);
    /// The slot of this hash for whose position `is_it` says so, or the empty one where the id belongs.
    template <class IsIt>
    [[nodiscard]] std::size_t slot_of(std::size_t hash, const IsIt& is_it) const;
};

}  // namespace salient::events
