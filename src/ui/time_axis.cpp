#include "timeline/axis.hpp"
#include "ui/data.hpp"
#include "ui/time_axis_draw.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace salient::ui {

namespace {

constexpr double kDaysSnapBelowPx = 96;  // wider days let the cursor stand at a time of day

using timeline::Part;

timeline::Parts parts_of(const session::State& state) {
    return {state.cursor, state.window};
}

time::UnixSeconds snapped(const timeline::Axis& axis, time::UnixSeconds at) {
    return axis.px_per_day() > kDaysSnapBelowPx ? at : time::seconds_of(time::day_of(at));
}
time::UnixSeconds nearest_day(time::UnixSeconds at) {
    return time::seconds_of(time::day_of(at + time::kSecondsPerDay / 2));
}

/// What the pointer would take. The cursor is its whole day.
Part part_under(const Context& context, const AxisBands& bands, ImVec2 pointer) {
    const bool in_handles = bands.handles.contains(pointer.x, pointer.y);
    const Part part = timeline::hit_test(
        bands.axis,
        parts_of(context.state()),
        static_cast<double>(pointer.x),
        in_handles,
        static_cast<double>(context.look.px(7)));
    const bool in_bars = pointer.y < bands.labels.y;
    return part == Part::None && in_bars && !in_handles ? Part::Cursor : part;
}

void drag(const Context& context, const AxisBands& bands, float x_px) {
    const TimelineWidget& widget = context.data.time;
    const time::UnixSeconds at = bands.axis.at(static_cast<double>(x_px));
    const time::UnixSeconds moved = at - bands.axis.at(widget.grab_x_px);
    time::Window window = widget.grabbed.window;
    switch (widget.dragged) {
        case Part::Cursor:
            context.out.push_back(session::MoveCursor{snapped(bands.axis, at)});
            return;
        case Part::WindowBegin:
            window.begin = std::min(nearest_day(at), window.end - time::kSecondsPerDay);
            break;
        case Part::WindowEnd:
            window.end = std::max(nearest_day(at), window.begin + time::kSecondsPerDay);
            break;
        case Part::WindowBody: {
            const time::UnixSeconds days = nearest_day(window.begin + moved) - window.begin;
            window = {window.begin + days, window.end + days};
            break;
        }
        case Part::None:
            return;
    }
    if (!(window == context.state().window)) {
        context.out.push_back(session::SetWindow{window});
    }
}

void pan(const Context& context, const timeline::Axis& axis, double dx_px) {
    const double seconds = -dx_px / axis.px_per_day() * static_cast<double>(time::kSecondsPerDay);
    context.out.push_back(session::SetTimeline{timeline::panned(
        context.state().timeline,
        static_cast<time::UnixSeconds>(std::llround(seconds)))});
}

void read_wheel(const Context& context, const timeline::Axis& axis) {
    const ImGuiIO& io = ImGui::GetIO();
    const float sideways = io.MouseWheelH + (io.KeyShift ? io.MouseWheel : 0);
    if (sideways != 0) {
        pan(context, axis, static_cast<double>(sideways * context.look.px(60)));
    } else if (io.MouseWheel != 0) {
        context.out.push_back(session::SetTimeline{timeline::zoomed(
            context.state().timeline,
            std::exp2(-static_cast<double>(io.MouseWheel) * 0.35),
            axis.at(static_cast<double>(io.MousePos.x)))});
    }
}

void set_pointer(Part part, bool pans) {
    if (pans) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    } else if (part == Part::WindowBegin || part == Part::WindowEnd) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    } else if (part == Part::WindowBody) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
}

/// @return the part under the pointer or being dragged
Part read_pointer(const Context& context, const AxisBands& bands) {
    TimelineWidget& widget = context.data.time;
    const ImGuiIO& io = ImGui::GetIO();
    ImGui::SetCursorScreenPos({bands.all.x, bands.all.y});
    ImGui::InvisibleButton(
        "axis",
        {bands.all.width, bands.all.height},
        ImGuiButtonFlags_MouseButtonLeft | ImGuiButtonFlags_MouseButtonMiddle);
    const bool is_over = ImGui::IsItemHovered();
    const Part under = is_over ? part_under(context, bands, io.MousePos) : Part::None;
    if (ImGui::IsItemActivated()) {
        widget.dragged = ImGui::IsMouseDown(2) ? Part::None : under;
        widget.pans = widget.dragged == Part::None;
        widget.grab_x_px = static_cast<double>(io.MousePos.x);
        widget.grabbed = context.state();
    }
    if (ImGui::IsItemActive()) {
        if (widget.pans && io.MouseDelta.x != 0) {
            pan(context, bands.axis, static_cast<double>(io.MouseDelta.x));
        } else if (!widget.pans) {
            drag(context, bands, io.MousePos.x);
        }
    } else {
        widget.dragged = Part::None;
        widget.pans = false;
    }
    if (is_over) {
        read_wheel(context, bands.axis);
    }
    const Part part = widget.dragged != Part::None ? widget.dragged : under;
    set_pointer(part, widget.pans);
    return part;
}

}  // namespace

void draw_time_axis(const Context& context, const Rect& area) {
    if (area.width < context.look.px(60) || area.height < context.look.px(40)) {
        return;
    }
    const AxisBands bands = lay_out_axis(context, area);
    const Part part = read_pointer(context, bands);
    draw_axis_ground(context, bands);
    draw_axis_bars(context, bands);
    draw_axis_labels(context, bands);
    draw_axis_snapshots(context, bands);
    draw_axis_window(context, bands, part);
    draw_axis_cursor(context, bands);
    if (context.data.time.dragged == Part::None && !context.data.time.pans) {
        draw_axis_tip(context, bands, part);
    }
}

}  // namespace salient::ui
