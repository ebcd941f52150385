#pragma once

#include "control/history.hpp"
#include "events/store.hpp"
#include "scene/control_layers.hpp"
#include "scene/event_view.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace salient::scene {

/// What a legend row's sample shows.
struct ControlSample {
    control::Holder holder = control::Holder::Russia;
    control::AreaClass area_class = control::AreaClass::Occupied;
};
struct FrontSample {
    std::vector<ControlSample> sides;  ///< whose front lines show, at least one
};
struct EventSample {
    events::EventType type = events::EventType::Other;
    events::ReviewStatus status = events::ReviewStatus::Accepted;
    bool certain = true;
    bool as_dot = false;  ///< when there are so many that they are drawn as dots
};
struct AreaSample {};   ///< the dashed ring of a region-level place
struct CountSample {};  ///< the badge of several events
struct Heading {};      ///< no sample: the row is a heading

struct LegendRow {
    std::variant<Heading, ControlSample, FrontSample, EventSample, AreaSample, CountSample> sample;
    std::string text;
};

/// What the picture shows, counted.
struct ShownEvents {
    std::array<std::size_t, events::kEventTypeCount> by_type{};
    std::size_t unreviewed = 0;
    std::size_t reviewed = 0;  ///< accepted or edited
    std::size_t rejected = 0;
    std::size_t uncertain = 0;  ///< possibly, not certainly, inside the window
    std::size_t wide = 0;       ///< region-level places
    std::size_t stacked = 0;    ///< spots with more than one event
    std::size_t total = 0;
    bool is_sampled = false;  ///< too many: the counts but `total` are of the events that are drawn
};
/// Counts the events whose mark is in sight, not those of the surroundings.
[[nodiscard]] ShownEvents count_shown(
    const events::EventStore& store,
    const VisibleEvents& visible,
    const View& view,
    const time::Window& window);

/// Held ground of which something lies in the view, in drawing order.
struct ShownControl {
    std::vector<ControlSample> areas;
    std::vector<ControlSample> fronts;  ///< those whose front line lies in the view
    bool tells_before =
        false;  ///< the source tells ground held before 24 February 2022 from ground held since
};
/// @param day  nullptr: no held ground is shown
[[nodiscard]] ShownControl shown_control(const ControlDay* day, const View& view);

/// A row for each thing that the picture shows, and for nothing else.
/// @param with_types  off: without the rows of event types
[[nodiscard]] std::vector<LegendRow>
legend_rows(const ShownControl& control, const ShownEvents& events, bool with_types = true);

}  // namespace salient::scene
