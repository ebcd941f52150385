#pragma once

#include "scene/cell_index.hpp"
#include "scene/scene.hpp"
#include "session/state.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace salient::scene {

/// Beyond so many visible events single marks would hide each other: cells are splatted as dots.
inline constexpr std::size_t kMaxSingleEvents = 2500;

/// Events drawn as one mark: at one spot, or closer than a mark is wide. The mark stands where the last one lies.
struct EventGroup {
    geo::WorldPoint point;
    std::vector<events::EventIndex> events;  ///< latest first, never empty
    bool certain = false;                    ///< the first lies wholly inside the window
};

/// What a window shows: groups when there are few, one hit a cell when there are many.
struct VisibleEvents {
    std::size_t total = 0;  ///< events possibly inside the window, in the view and its surroundings
    std::vector<EventGroup> groups;  ///< earliest first, so that the latest is drawn last
    std::vector<CellHit> cells;      ///< used when total > kMaxSingleEvents
    [[nodiscard]] bool is_dense() const { return !cells.empty(); }
};

/// Answers, frame after frame, which events a view shows. Keeps an index of cells, built again when events, filter or zoom
/// level change, or when the view leaves the indexed part of the world.
class EventView {
public:
    /// Where and when one looks.
    struct Look {
        const View& view;
        float pixel_scale = 1;
        time::Window window;
    };
    /// Brings the index up to date. Costs nothing while only time changes.
    void update(const events::EventStore& store, const session::Filter& filter, const Look& look);
    /// @pre update() with the same store and view
    [[nodiscard]] VisibleEvents visible(const events::EventStore& store, const Look& look) const;
    /// Events of the window whose mark is hit at a point, latest first.
    /// @pre update() with the same store and view
    [[nodiscard]] std::vector<events::EventIndex>
    hit(const events::EventStore& store, const Look& look, PointPx point) const;
    /// How often the index was built, for tests and benches.
    [[nodiscard]] std::size_t builds() const { return builds_; }

private:
    struct Key {
        const void* store = nullptr;
        std::uint64_t version = 0;
        session::Filter filter;
        int level = 0;
        float pixel_scale = 1;
        friend bool operator==(const Key&, const Key&) = default;
    };
    std::optional<Key> key_;
    std::vector<std::uint8_t> passes_;
    CellIndex index_;
    std::size_t builds_ = 0;
    void refresh_filter(const events::EventStore& store, const Key& key);
};

}  // namespace salient::scene
