#pragma once

#include "events/event_list.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace salient::events {

/// What an event is ordered by: the begin of its time, or kUndated, which comes last.
[[nodiscard]] time::UnixSeconds begin_of(const std::optional<time::Span>& time);

/// The indices of all events by begin, then id.
/// @param begins  begin_of each event
[[nodiscard]] std::vector<std::uint32_t> time_order(
    const EventList& events,
    std::span<const time::UnixSeconds> begins);

}  // namespace salient::events
