#pragma once

#include "events/store.hpp"
#include "geo/types.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace salient::scene {

/// A rectangle of the world plane.
struct WorldRect {
    geo::WorldPoint low;   ///< least x and y
    geo::WorldPoint high;  ///< greatest x and y
    [[nodiscard]] bool holds(const WorldRect& other) const {
        return low.x <= other.low.x && low.y <= other.low.y && high.x >= other.high.x
               && high.y >= other.high.y;
    }
    friend bool operator==(const WorldRect&, const WorldRect&) = default;
};

/// What a dot on the map shows of an event.
struct EventDot {
    geo::WorldPoint point;
    events::EventIndex event = 0;
    events::EventType type = events::EventType::Other;
    events::ReviewStatus status = events::ReviewStatus::Unreviewed;
    events::LocationPrecision precision = events::LocationPrecision::Exact;
};
[[nodiscard]] EventDot event_dot(const events::Columns& columns, events::EventIndex event);

/// What one cell shows of a time window.
struct CellHit {
    EventDot dot;             ///< of the event that began last
    std::uint32_t cell = 0;   ///< row * columns + column, only for telling cells apart
    std::uint32_t count = 0;  ///< how many events are possibly inside the window, >= 1
    bool certain = false;     ///< the dot's event lies wholly inside the window
};

/// The events of a part of the world in square cells, each cell's events in time order: a frame looks up the last event of each cell
/// and counts the rest by binary search, so that it costs by cells, not by events. What a frame needs of an event lies beside it:
/// looked up in the store's columns, a hundred thousand events are as many waits for memory. Cells are anchored to the world,
/// so panning changes none.
class CellIndex {
public:
    CellIndex() = default;
    /// Takes the located events with a true `passes` entry (one an event of the store).
    /// @param cell_world  side of a cell, world units, > 0
    CellIndex(
        const events::Columns& columns,
        const std::vector<std::uint8_t>& passes,
        const WorldRect& region,
        double cell_world);

    [[nodiscard]] const WorldRect& region() const { return region_; }
    [[nodiscard]] std::size_t size() const { return shorts_.size() + long_.size(); }

    /// One hit for each cell that meets the rectangle and has an event possibly inside the window, by cell.
    [[nodiscard]] std::vector<CellHit> query(const time::Window& window, const WorldRect& rect)
        const;

    /// Events possibly inside the window and the rectangle, in store order. `columns` must be those of the constructor.
    [[nodiscard]] std::vector<events::EventIndex> events_in(
        const events::Columns& columns,
        const time::Window& window,
        const WorldRect& rect) const;

private:
    struct Cell {
        std::uint32_t id = 0;
        std::uint32_t first = 0;  // in shorts_; ends where the next cell begins
    };
    struct ShortEvent {
        EventDot dot;
        time::UnixSeconds end = 0;
    };
    struct LongEvent {
        std::uint32_t cell = 0;
        EventDot dot;
        events::TimeEdges edges;
    };
    WorldRect region_;
    double cell_world_ = 1;
    std::uint32_t columns_ = 0;
    std::uint32_t rows_ = 0;
    std::vector<Cell> cells_;         // those with events, by id, and one more behind the last
    std::vector<ShortEvent> shorts_;  // by cell, then in store order, which is time order
    std::vector<time::UnixSeconds> begins_;  // of shorts_
    std::vector<LongEvent> long_;            // longer than kShortSeconds or open, by cell

    [[nodiscard]] std::vector<std::uint32_t> place(
        const events::Columns& columns,
        const std::vector<std::uint8_t>& passes) const;
    void fill(const events::Columns& columns, const std::vector<std::uint32_t>& cell_of_event);
    // `next` holds where each cell begins in shorts_, and one more.
    void fill_shorts(
        const events::Columns& columns,
        const std::vector<std::uint32_t>& cell_of_event,
        std::vector<std::uint32_t>& next);
    // Calls with the position in cells_ of each cell that meets the rectangle, in order.
    template <class Visit>
    void for_each_cell(const WorldRect& rect, const Visit& visit) const;
    [[nodiscard]] CellHit hit(const time::Window& window, std::size_t cell) const;
};

}  // namespace salient::scene
