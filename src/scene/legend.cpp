#include "scene/legend.hpp"

#include "events/types.hpp"
#include "scene/number_text.hpp"
#include "scene/theme.hpp"

#include <algorithm>

namespace salient::scene {

namespace {

using events::EventIndex;

void count(ShownEvents& shown, const EventDot& event, bool certain) {
    ++shown.by_type[static_cast<std::size_t>(event.type)];
    switch (event.status) {
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
    if (event.precision >= events::LocationPrecision::District) {
        ++shown.wide;
    }
}

struct BoxPx {
    float low_x, low_y, high_x, high_y;
    [[nodiscard]] bool meets(SizePx size) const {
        return low_x < static_cast<float>(size.width) && high_x > 0
               && low_y < static_cast<float>(size.height) && high_y > 0;
    }
};

PointPx mesh_point(
    const View& view,
    geo::WorldPoint origin,
    const std::vector<float>& offsets,
    std::size_t index) {
    return screen_from_world(
        view,
        {origin.x + static_cast<double>(offsets[2 * index]),
         origin.y + static_cast<double>(offsets[2 * index + 1])});
}

bool shows(const FillMesh& mesh, const View& view) {
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const PointPx a = mesh_point(view, mesh.origin, mesh.offsets, mesh.indices[i]);
        const PointPx b = mesh_point(view, mesh.origin, mesh.offsets, mesh.indices[i + 1]);
        const PointPx c = mesh_point(view, mesh.origin, mesh.offsets, mesh.indices[i + 2]);
        const auto [low_x, high_x] = std::minmax({a.x, b.x, c.x});
        const auto [low_y, high_y] = std::minmax({a.y, b.y, c.y});
        if (BoxPx{low_x, low_y, high_x, high_y}.meets(view.size_px)) {
            return true;
        }
    }
    return false;
}

bool shows(const LineMesh& mesh, const View& view) {
    for (std::size_t i = 0; i < mesh.offsets.size() / 2; ++i) {
        const PointPx p = mesh_point(view, mesh.origin, mesh.offsets, i);
        if (BoxPx{p.x, p.y, p.x, p.y}.meets(view.size_px)) {
            return true;
        }
    }
    return false;
}

constexpr float kReachPx = 8;  // of a mark

// Whether any of a mark at this point is in sight.
bool is_in(const View& view, geo::WorldPoint point) {
    const PointPx p = screen_from_world(view, point);
    return BoxPx{p.x - kReachPx, p.y - kReachPx, p.x + kReachPx, p.y + kReachPx}.meets(
        view.size_px);
}

void add_control(std::vector<LegendRow>& rows, const ShownControl& control) {
    rows.push_back({Heading{}, "Held ground (approximate)"});
    for (const ControlSample& area : control.areas) {
        rows.push_back(
            {area, std::string(control_label(area.holder, area.area_class, control.tells_before))});
    }
    if (!control.fronts.empty()) {
        rows.push_back({FrontSample{control.fronts}, "Front line"});
    }
}

// The type that occurs most stands for both ways of drawing.
events::EventType commonest(const ShownEvents& shown) {
    const auto most = std::max_element(shown.by_type.begin(), shown.by_type.end());
    return static_cast<events::EventType>(most - shown.by_type.begin());
}

void add_events(std::vector<LegendRow>& rows, const ShownEvents& shown, bool with_types) {
    using events::ReviewStatus;
    rows.push_back({Heading{}, "Events"});
    // Where everything is hollow, so are the samples.
    const ReviewStatus usual = shown.reviewed == 0 && shown.unreviewed > 0
                                   ? ReviewStatus::Unreviewed
                                   : ReviewStatus::Accepted;
    for (std::size_t i = 0; i < shown.by_type.size(); ++i) {
        if (with_types && shown.by_type[i] > 0) {
            const auto type = static_cast<events::EventType>(i);
            std::string text(events::type_label(type));
            if (!shown.is_sampled) {
                text += " (" + number_text(static_cast<double>(shown.by_type[i])) + ")";
            }
            rows.push_back({EventSample{type, usual, true, shown.is_sampled}, std::move(text)});
        }
    }
    const events::EventType type = commonest(shown);
    if (with_types
        && (shown.unreviewed + shown.rejected + shown.uncertain + shown.wide + shown.stacked) > 0) {
        rows.push_back({Heading{}, "How they are drawn"});
    }
    if (shown.unreviewed > 0) {
        rows.push_back(
            {EventSample{type, ReviewStatus::Unreviewed, true, shown.is_sampled},
             "Machine-read, not yet reviewed"});
    }
    if (shown.reviewed > 0 && shown.unreviewed > 0) {
        rows.push_back(
            {EventSample{type, ReviewStatus::Accepted, true, shown.is_sampled}, "Accepted"});
    }
    if (shown.rejected > 0) {
        rows.push_back(
            {EventSample{type, ReviewStatus::Rejected, true, shown.is_sampled}, "Rejected"});
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
    const View& view,
    const time::Window& window) {
    const events::Columns& columns = store.columns();
    ShownEvents shown;
    shown.is_sampled = visible.is_dense();
    for (const CellHit& cell : visible.cells) {
        if (is_in(view, cell.dot.point)) {
            shown.total += cell.count;
            count(shown, cell.dot, cell.certain);
        }
    }
    for (const EventGroup& group : visible.groups) {
        if (group.events.size() > 1 && is_in(view, group.point)) {
            ++shown.stacked;
        }
        for (const EventIndex event : group.events) {
            const EventDot dot = event_dot(columns, event);
            if (!is_in(view, dot.point)) {
                continue;
            }
            ++shown.total;
            const bool certain = presence(columns, event, window) == events::Presence::Certain;
            count(shown, dot, certain);
        }
    }
    return shown;
}

ShownControl shown_control(const ControlDay* day, const View& view) {
    ShownControl shown;
    if (day == nullptr) {
        return shown;
    }
    shown.tells_before =
        std::any_of(day->areas.begin(), day->areas.end(), [](const ControlMesh& area) {
            return area.area_class == control::AreaClass::OccupiedBefore;
        });
    for (const ControlMesh& area : day->areas) {
        const ControlSample sample = {area.holder, area.area_class};
        if (shows(*area.fill, view)) {
            shown.areas.push_back(sample);
        }
        // Contested ground has a thin rim, no front.
        const bool has_front = area.front != nullptr && area.holder != control::Holder::Contested
                               && area.area_class != control::AreaClass::Contested;
        const bool is_new =
            std::none_of(shown.fronts.begin(), shown.fronts.end(), [&](const ControlSample& other) {
                return other.holder == sample.holder;
            });
        if (has_front && is_new && shows(*area.front, view)) {
            shown.fronts.push_back(sample);
        }
    }
    return shown;
}

std::vector<LegendRow>
legend_rows(const ShownControl& control, const ShownEvents& events, bool with_types) {
    std::vector<LegendRow> rows;
    if (!control.areas.empty()) {
        add_control(rows, control);
    }
    if (events.total > 0) {
        const std::size_t before = rows.size();
        add_events(rows, events, with_types);
        if (rows.size() == before + 1) {
            rows.pop_back();  // a heading with nothing below
        }
    }
    return rows;
}

}  // namespace salient::scene
