#pragma once

#include "events/event.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace salient::events {

/// Finds an event's position by its id. Keeps positions only, the ids stay where they are: 8 bytes an event.
class IdIndex {
public:
    /// Forgets everything and adds all events, which must have distinct ids.
    void rebuild(std::span<const Event> events);
    /// Makes room for `count` events in total, so that adding them moves nothing.
    void reserve(std::size_t count, std::span<const Event> events);
    /// Adds the event at `position`. @return false, changing nothing, when its id is already there
    bool add(std::uint32_t position, std::span<const Event> events);
    [[nodiscard]] std::optional<std::uint32_t> find(
        std::string_view id,
        std::span<const Event> events) const;
    void clear();

private:
    std::vector<std::uint32_t> slots_;  // position + 1, 0: empty; open addressing, power of two
    std::size_t count_ = 0;
    [[nodiscard]] std::size_t first_slot(std::string_view id) const;
    void place(std::uint32_t position, std::string_view id);
};

}  // namespace salient::events
