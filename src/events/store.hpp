#pragma once

#include "events/event.hpp"

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace salient::events {

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
    std::vector<time::UnixSeconds> begin;  ///< INT64_MAX when undated
    std::vector<time::UnixSeconds> end;    ///< INT64_MAX when open or undated
    std::vector<double> world_x;  ///< geo::WorldPoint; NaN when unlocated
    std::vector<double> world_y;
    std::vector<EventType> type;
    std::vector<ReviewStatus> status;
    std::vector<LocationPrecision> precision;
};

/// All events of a session, sorted by begin, then id.
/// Answers time, space, type and text queries; a time window is a contiguous range of begins plus long events before it.
/// @thread main writes; readers may share while nobody writes.
class EventStore {
public:
    /// Adds events, or replaces those with the same id. A replaced event that a person has accepted, edited or rejected keeps
    /// that decision (status and edited fields).
    MergeReport merge(std::vector<Event> events);
    /// Replaces one event by id (an edit). @return false when there is no such id
    bool replace(const Event& event);
    /// @return how many were removed
    std::size_t remove(std::span<const std::string> ids);
    void clear();

    [[nodiscard]] std::size_t size() const { return events_.size(); }
    [[nodiscard]] bool empty() const { return events_.empty(); }
    /// Grows with every change; equal versions mean equal content.
    [[nodiscard]] std::uint64_t version() const { return version_; }

    [[nodiscard]] const Event& at(EventIndex index) const { return events_[index]; }
    [[nodiscard]] std::span<const Event> all() const { return events_; }
    [[nodiscard]] const Columns& columns() const { return columns_; }
    [[nodiscard]] std::optional<EventIndex> find(std::string_view id) const;

    /// Events that match, in store order.
    [[nodiscard]] std::vector<EventIndex> query(const Query& query) const;
    [[nodiscard]] bool matches(EventIndex index, const Query& query) const;
    [[nodiscard]] std::vector<EventIndex> undated() const;
    [[nodiscard]] std::vector<EventIndex> unlocated() const;
    /// From the first begin to the last end of all dated events; nullopt when there are none.
    [[nodiscard]] std::optional<time::Window> extent() const;

private:
    std::vector<Event> events_;
    Columns columns_;
    std::unordered_map<std::string, EventIndex> by_id_;
    std::uint64_t version_ = 0;
    time::UnixSeconds longest_ =
        0;  // longest closed span, so that a window query knows how far to look back
    void rebuild();
};

}  // namespace salient::events
