#pragma once

#include "events/event_list.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace salient::events {

/// What an event is ordered by: the begin of its time, or kUndated, which comes last.
[[nodiscard]] time::UnixSeconds begin_of(const std::optional<time::Span>& time);

/// What tells most ids apart, eight bytes after those that all ids begin with: ordering by it looks at few of the ids themselves.
class IdStarts {
public:
    /// Looks at some of the ids for what all begin with.
    explicit IdStarts(const EventList& events);
    /// Reads one id: while its record is in the cache for something else.
    /// @thread any, for different indices
    void read(std::size_t index);
    /// In byte order of the ids, equal where only the ids can tell. @pre read() was called for each index
    [[nodiscard]] const std::vector<std::uint64_t>& all();

private:
    const EventList& events_;
    std::string_view shared_;
    std::atomic<bool> is_shared_ = true;  // by all that were read
    std::vector<std::uint64_t> starts_;
};

/// The indices of all events by begin, then id.
/// @param begins  begin_of each event
/// @param id_starts  of each event, IdStarts::all
[[nodiscard]] std::vector<std::uint32_t> time_order(
    const EventList& events,
    std::span<const time::UnixSeconds> begins,
    std::span<const std::uint64_t> id_starts);

}  // namespace salient::events
