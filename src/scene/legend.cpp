#include "scene/legend.hpp"

#include "events/types.hpp"
#include "scene/number_text.hpp"
#include "scene/theme.hpp"

#include <algorithm>

namespace salient::scene {

namespace {

using events::EventIndex;

void count(ShownEvents& shown, const events::Columns& columns, EventIndex event, bool certain) {
    ++shown.by_type[static_cast<std::size_t>(columns.type[event])];
    switch (columns.status[event]) {
        case events::ReviewStatus::Unreviewed:
            ++shown.unreviewed;
            break;
        case events::ReviewStatus::Rejected:
            ++shown.rejected;
            break;
        case events::ReviewStatus::Accepted:
        case events::ReviewStatus::Edited:
            ++shown.reviewed;
            break;
    }
    if (!certain) {
        ++shown.uncertain;
    }
    if (columns.precision[event] >= events::LocationPrecision::District) {
        ++shown.wide;
    }
}

void add_control(std::vector<LegendRow>& rows, const ControlDay& day) {
    rows.push_back({Heading{}, "Held ground (approximate)"});
    const ControlMesh* front = nullptr;
    for (const ControlMesh& area : day.areas) {
        rows.push_back(
            {ControlSample{area.holder, area.area_class},
             std::string(control_label(area.holder, area.area_class))});
        const bool has_line =
            area.front != nullptr && area.area_class != control::AreaClass::OccupiedBefore;
        if (front == nullptr && has_line) {
            front = &area;
        }
    }
    if (front != nullptr) {
        rows.push_back({FrontSample{front->holder, front->area_class}, "Front line"});
    }
}

// The type that occurs most stands for both ways of drawing.
events::EventType commonest(const ShownEvents& shown) {
    const auto most = std::max_element(shown.by_type.begin(), shown.by_type.end());
    return static_cast<events::EventType>(most - shown.by_type.begin());
}

void add_events(std::vector<LegendRow>& rows, const ShownEvents& shown) {
    using events::ReviewStatus;
    rows.push_back({Heading{}, "Events"});
    // Where everything is hollow, so are the samples.
    const ReviewStatus usual = shown.reviewed == 0 && shown.unreviewed > 0
                                   ? ReviewStatus::Unreviewed
                                   : ReviewStatus::Accepted;
    for (std::size_t i = 0; i < shown.by_type.size(); ++i) {
        if (shown.by_type[i] > 0) {
            const auto type = static_cast<events::EventType>(i);
            std::string text(events::type_label(type));
            if (!shown.is_sampled) {
                text += " (" + number_text(static_cast<double>(shown.by_type[i])) + ")";
            }
            rows.push_back({EventSample{type, usual, true, shown.is_sampled}, std::move(text)});
        }
    }
    const events::EventType type = commonest(shown);
    if (shown.unreviewed > 0) {
        rows.push_back(
            {EventSample{type, ReviewStatus::Unreviewed, true, shown.is_sampled},
             "Machine-read, not yet reviewed"});
    }
    if (shown.reviewed > 0 && shown.unreviewed > 0) {
        rows.push_back(
            {EventSample{type, ReviewStatus::Accepted, true, shown.is_sampled}, "Accepted"});
    }
    if (shown.uncertain > 0) {
        rows.push_back({EventSample{type, usual, false, shown.is_sampled}, "Date uncertain"});
    }
    if (shown.wide > 0) {
        rows.push_back({AreaSample{}, "Place known only as an area"});
    }
    if (shown.stacked > 0) {
        rows.push_back({CountSample{}, "Several events at one spot"});
    }
    if (shown.is_sampled) {
        rows.push_back({Heading{}, "The latest event of each spot is drawn"});
    }
}

}  // namespace

ShownEvents count_shown(
    const events::EventStore& store,
    const VisibleEvents& visible,
    const time::Window& window) {
    ShownEvents shown;
    shown.total = visible.total;
    shown.is_sampled = visible.is_dense();
    for (const CellHit& cell : visible.cells) {
        count(shown, store.columns(), cell.event, cell.certain);
    }
    for (const EventGroup& group : visible.groups) {
        if (group.events.size() > 1) {
            ++shown.stacked;
        }
        for (const EventIndex event : group.events) {
            const bool certain =
                presence(store.columns(), event, window) == events::Presence::Certain;
            count(shown, store.columns(), event, certain);
        }
    }
    return shown;
}

std::vector<LegendRow> legend_rows(const ControlDay* day, const ShownEvents& shown) {
    std::vector<LegendRow> rows;
    if (day != nullptr && !day->areas.empty()) {
        add_control(rows, *day);
    }
    if (shown.total > 0) {
        add_events(rows, shown);
    }
    return rows;
}

}  // namespace salient::scene
