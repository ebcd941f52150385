#include "scene/event_view.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <unordered_map>

namespace salient::scene {

namespace {

using events::EventIndex;

constexpr float kCellPx = 3;           // side of a cell at its zoom level, device-independent
constexpr float kGroupPx = 9;          // closer marks than this become one
constexpr float kHitPx = 8;            // how far from a mark's centre a click still counts
constexpr double kRegionMargin = 0.5;  // of the view's size, kept indexed on every side
// Marks this far beyond the edge are there: groups do not change at the edge, and no name in sight moves when one comes in.
constexpr float kSurroundingsPx = 270;

WorldRect view_rect(const View& view, double margin) {
    const double half_width = (0.5 + margin) * view.size_px.width / view.pixels_per_world;
    const double half_height = (0.5 + margin) * view.size_px.height / view.pixels_per_world;
    return {
        {view.center.x - half_width, view.center.y - half_height},
        {view.center.x + half_width, view.center.y + half_height}};
}

WorldRect with_surroundings(WorldRect rect, const EventView::Look& look) {
    const double extra =
        static_cast<double>(kSurroundingsPx * look.pixel_scale) / look.view.pixels_per_world;
    rect.low = {rect.low.x - extra, rect.low.y - extra};
    rect.high = {rect.high.x + extra, rect.high.y + extra};
    return rect;
}

WorldRect on_world(WorldRect rect) {
    rect.low = {std::clamp(rect.low.x, 0.0, 1.0), std::clamp(rect.low.y, 0.0, 1.0)};
    rect.high = {std::clamp(rect.high.x, 0.0, 1.0), std::clamp(rect.high.y, 0.0, 1.0)};
    return rect;
}

// Groups events from the latest on: one that lies close to an accepted group joins it.
class Grouper {
public:
    explicit Grouper(double radius_world) : radius_(radius_world) {}

    void add(EventIndex event, geo::WorldPoint point, bool certain) {
        const std::int64_t column = cell(point.x);
        const std::int64_t row = cell(point.y);
        if (EventGroup* group = find(point, column, row)) {
            group->events.push_back(event);
            return;
        }
        cells_[key(column, row)].push_back(groups_.size());
        groups_.push_back({point, {event}, certain});
    }
    [[nodiscard]] std::vector<EventGroup> take() {
        std::reverse(groups_.begin(), groups_.end());
        return std::move(groups_);
    }

private:
    double radius_;
    std::vector<EventGroup> groups_;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> cells_;

    [[nodiscard]] std::int64_t cell(double value) const {
        return static_cast<std::int64_t>(std::floor(value / radius_));
    }
    static std::uint64_t key(std::int64_t column, std::int64_t row) {
        return static_cast<std::uint64_t>(column) << 32U
               ^ (static_cast<std::uint64_t>(row) & 0xFFFFFFFFU);
    }
    EventGroup* find(geo::WorldPoint point, std::int64_t column, std::int64_t row) {
        for (std::int64_t y = row - 1; y <= row + 1; ++y) {
            for (std::int64_t x = column - 1; x <= column + 1; ++x) {
                const auto found = cells_.find(key(x, y));
                if (found == cells_.end()) {
                    continue;
                }
                if (EventGroup* group = first_near(point, found->second)) {
                    return group;
                }
            }
        }
        return nullptr;
    }
    EventGroup* first_near(geo::WorldPoint point, const std::vector<std::size_t>& indices) {
        const auto found =
            std::find_if(indices.begin(), indices.end(), [&](const std::size_t index) {
                const geo::WorldPoint at = groups_[index].point;
                return std::hypot(at.x - point.x, at.y - point.y) < radius_;
            });
        return found == indices.end() ? nullptr : &groups_[*found];
    }
};

bool is_shown(const session::Filter& filter, events::EventType type, events::ReviewStatus status) {
    return filter.types.test(static_cast<std::size_t>(type))
           && (filter.rejected || status != events::ReviewStatus::Rejected)
           && (filter.unreviewed || status != events::ReviewStatus::Unreviewed);
}

}  // namespace

void EventView::refresh_filter(const events::EventStore& store, const Key& key) {
    const bool same = key_ && key_->store == key.store && key_->version == key.version
                      && key_->filter == key.filter;
    if (same) {
        return;
    }
    const events::Columns& columns = store.columns();
    passes_.assign(store.size(), key.filter.text.empty() ? 1 : 0);
    if (!key.filter.text.empty()) {
        events::Query query;
        query.text = key.filter.text;
        query.include_rejected = true;
        for (const EventIndex index : store.query(query)) {
            passes_[index] = 1;
        }
    }
    for (EventIndex i = 0; i < store.size(); ++i) {
        // A mark in the middle of a country would claim a spot that nobody knows: such events stay in the list.
        const bool is_country = columns.precision[i] == events::LocationPrecision::Country;
        if (is_country || !is_shown(key.filter, columns.type[i], columns.status[i])) {
            passes_[i] = 0;
        }
    }
}

void EventView::update(
    const events::EventStore& store,
    const session::Filter& filter,
    const Look& look) {
    const View& view = look.view;
    const int level = static_cast<int>(std::lround(std::log2(view.pixels_per_world)));
    const Key key{&store, store.version(), filter, level, look.pixel_scale};
    if (key_ == key
        && index_.region().holds(on_world(with_surroundings(view_rect(view, 0), look)))) {
        return;
    }
    refresh_filter(store, key);
    const double cell_world =
        static_cast<double>(kCellPx * look.pixel_scale) / std::exp2(static_cast<double>(level));
    const WorldRect region = on_world(with_surroundings(view_rect(view, kRegionMargin), look));
    index_ = CellIndex(store.columns(), passes_, region, cell_world);
    key_ = key;
    ++builds_;
}

VisibleEvents EventView::visible(const events::EventStore& store, const Look& look) const {
    const events::Columns& columns = store.columns();
    const WorldRect rect = with_surroundings(view_rect(look.view, 0), look);

    VisibleEvents visible;
    visible.cells = index_.query(look.window, rect);
    const auto outside = [&](const CellHit& hit) {
        const geo::WorldPoint at = hit.dot.point;
        return at.x < rect.low.x || at.x > rect.high.x || at.y < rect.low.y || at.y > rect.high.y;
    };
    visible.cells.erase(
        std::remove_if(visible.cells.begin(), visible.cells.end(), outside),
        visible.cells.end());
    for (const CellHit& hit : visible.cells) {
        visible.total += hit.count;
    }
    if (visible.total > kMaxSingleEvents) {
        return visible;
    }
    visible.cells.clear();
    std::vector<EventIndex> indices = index_.events_in(columns, look.window, rect);
    std::reverse(indices.begin(), indices.end());
    Grouper grouper(static_cast<double>(kGroupPx * look.pixel_scale) / look.view.pixels_per_world);
    for (const EventIndex at : indices) {
        const bool certain = presence(columns, at, look.window) == events::Presence::Certain;
        grouper.add(at, {columns.world_x[at], columns.world_y[at]}, certain);
    }
    visible.total = indices.size();
    visible.groups = grouper.take();
    return visible;
}

std::vector<EventIndex>
EventView::hit(const events::EventStore& store, const Look& look, PointPx point) const {
    const double reach =
        static_cast<double>(kHitPx * look.pixel_scale) / look.view.pixels_per_world;
    const geo::WorldPoint at = world_from_screen(look.view, point);
    const VisibleEvents shown = visible(store, look);
    std::vector<EventIndex> found;
    if (!shown.is_dense()) {
        const EventGroup* best = nullptr;
        double best_distance = reach;
        for (const EventGroup& group : shown.groups) {
            const double distance = std::hypot(group.point.x - at.x, group.point.y - at.y);
            if (distance <= best_distance) {  // a later group lies above
                best = &group;
                best_distance = distance;
            }
        }
        return best != nullptr ? best->events : found;
    }
    const WorldRect rect = {
        {at.x - reach / 2, at.y - reach / 2},
        {at.x + reach / 2, at.y + reach / 2}};
    found = index_.events_in(store.columns(), look.window, rect);
    std::reverse(found.begin(), found.end());
    return found;
}

}  // namespace salient::scene
