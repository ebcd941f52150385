#pragma once

#include "events/event.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace salient::extract {

/// Events of different articles that may tell of the same happening. A proposal: the events stay as they are.
struct EventGroup {
    std::vector<std::size_t> members;     ///< indices into the events, rising; two or more
    std::size_t independent_sources = 0;  ///< publishers that use words of their own
};

/// Proposes groups: the same type, days that overlap, and places near each other (within 25 km, or the same region).
///
/// Undated and unplaced events, plans and suppositions are in no group; nor are two events of one article because of each other alone.
/// A sentence that several publishers share counts as one source. O(n log n) for usual input: an event is compared with a bounded number
/// of others of its type and day.
[[nodiscard]] std::vector<EventGroup> propose_groups(std::span<const events::Event> events);

}  // namespace salient::extract
