#pragma once

#include "events/event.hpp"
#include "events/event_list.hpp"
#include "events/id_index.hpp"

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace salient::events {

/// Begin of an undated event, and the end of an undated or open one.
inline constexpr time::UnixSeconds kUndated = std::numeric_limits<time::UnixSeconds>::max();
inline constexpr time::UnixSeconds kNoEnd = std::numeric_limits<time::UnixSeconds>::max();

/// Position of an event in the store; valid until the store's version changes.
using EventIndex = std::uint32_t;

/// What to ask for. Empty means everything.
struct Query {
    std::optional<time::Window> window;  ///< events possibly inside
    std::optional<geo::Box> box;
    std::bitset<kEventTypeCount> types = ~std::bitset<kEventTypeCount>();
    std::string text;  ///< case-insensitive words, all must occur in title, text, place, actors
    bool include_rejected = false;
    friend bool operator==(const Query&, const Query&) = default;
};

/// What loading again did.
struct MergeReport {
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
};

/// The columns a frame needs, one entry an event, in time order; undated events come last.
/// Small and contiguous so that a million events can be scanned in milliseconds.
struct Columns {
    std::vector<time::UnixSeconds> begin;  ///< kUndated when undated
    std::vector<time::UnixSeconds> end;    ///< kNoEnd when open or undated
    std::vector<std::uint8_t> open_begin;  ///< 1: may have begun at any earlier time
    std::vector<double> world_x;           ///< geo::WorldPoint; NaN when unlocated
    std::vector<double> world_y;
    std::vector<EventType> type;
    std::vector<ReviewStatus> status;
    std::vector<LocationPrecision> precision;
};

/// When an event happens, as in the columns.
struct TimeEdges {
    time::UnixSeconds begin = kUndated;
    time::UnixSeconds end = kNoEnd;
    bool open_begin = false;
};
[[nodiscard]] TimeEdges time_edges(const Columns& columns, EventIndex index);

/// Whether an event belongs to a window. The rule of time::possibly_inside and time::certainly_inside, from columns.
enum class Presence : std::uint8_t { Absent, Possible, Certain };
[[nodiscard]] Presence presence(const TimeEdges& edges, const time::Window& window);
[[nodiscard]] Presence
presence(const Columns& columns, EventIndex index, const time::Window& window);

/// All events of a session, sorted by begin, then id; undated ones last.
/// A time window costs two binary searches and the events that begin in it, plus a look at each block of 1,024 earlier
/// events for one that lasts into it.
/// @thread main writes; readers may share while nobody writes.
class EventStore {
public:
    /// Adds events, or replaces those with the same id; of two with one id in the list the later wins. What a person has decided
    /// is kept: an edited event stays as it is, an accepted or rejected one takes the new content and keeps its status.
    MergeReport merge(EventList incoming);
    /// Replaces one event by id (an edit). @return false when there is no such id
    bool replace(const Event& event);
    /// @return how many were removed
    std::size_t remove(std::span<const std::string> ids);
    void clear();

    [[nodiscard]] std::size_t size() const { return events_.size(); }
    [[nodiscard]] bool empty() const { return events_.empty(); }
    /// Grows with every change; equal versions of one store mean equal content.
    [[nodiscard]] std::uint64_t version() const { return version_; }

    /// A copy, unpacked for it. @pre index < size()
    [[nodiscard]] Event at(EventIndex index) const { return events_[index]; }
    /// All but the texts, at little cost. @pre index < size()
    [[nodiscard]] EventGlance glance(EventIndex index) const { return events_.glance(index); }
    [[nodiscard]] const EventList& all() const { return events_; }
    [[nodiscard]] const Columns& columns() const { return columns_; }
    [[nodiscard]] std::optional<EventIndex> find(std::string_view id) const;

    /// Events that match, in store order.
    [[nodiscard]] std::vector<EventIndex> query(const Query& query) const;
    /// Undated events match when no window is asked for, unlocated ones when no box is.
    [[nodiscard]] bool matches(EventIndex index, const Query& query) const;
    /// Events possibly inside the window, whatever their type or status, in store order.
    [[nodiscard]] std::vector<EventIndex> in_window(const time::Window& window) const;
    [[nodiscard]] std::vector<EventIndex> undated() const;
    [[nodiscard]] std::vector<EventIndex> unlocated() const;
    /// From the first begin to the last end of all dated events (of open ones the known edge); nullopt when there are none.
    [[nodiscard]] std::optional<time::Window> extent() const;

private:
    EventList events_;
    Columns columns_;
    IdIndex ids_;
    std::uint64_t version_ = 0;
    static constexpr std::size_t kBlock = 1024;
    std::vector<time::UnixSeconds> block_end_;  // the latest end in each kBlock events
    std::vector<EventIndex> open_begins_;       // events with an open begin, in order

    void merge_into_present(EventIndex incoming, MergeReport& report);
    void sort(std::span<const std::uint64_t> id_starts);
    void rebuild();
    void set_columns(EventIndex index);
    void refresh_blocks();
};

}  // namespace salient::events
