#include "events/types.hpp"
#include "time/text.hpp"
#include "timeline/bins.hpp"
#include "timeline/marks.hpp"
#include "ui/time_axis_draw.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace salient::ui {

namespace {

constexpr float kMarkReachPx = 6;

std::vector<timeline::SnapshotMark> marks_of(const Context& context, const AxisBands& bands) {
    if (context.in.control == nullptr) {
        return {};
    }
    return timeline::snapshot_marks(
        *context.in.control,
        bands.axis,
        static_cast<double>(context.look.px(9)));
}

std::string days_text(std::chrono::sys_days first, std::chrono::sys_days last) {
    return time::display_text(time::days_span(first, std::max(first, last)));
}

void tip_of_bar(const Context& context, const timeline::Bar& bar) {
    ImGui::BeginTooltip();
    ImGui::PushFont(context.look.bold);
    ImGui::TextUnformatted(days_text(time::day_of(bar.begin), time::day_of(bar.end - 1)).c_str());
    ImGui::PopFont();
    for (std::size_t type = 0; type < bar.counts.size(); ++type) {
        if (bar.counts.at(type) == 0) {
            continue;
        }
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float line = ImGui::GetTextLineHeight();
        draw_mark(
            ImGui::GetWindowDrawList(),
            context.in.palette.at(type),
            {at.x + line / 2, at.y + line / 2},
            context.look.px(5),
            true);
        ImGui::SetCursorScreenPos({at.x + line * 1.4F, at.y});
        const std::string label(events::type_label(static_cast<events::EventType>(type)));
        ImGui::TextUnformatted((grouped(bar.counts.at(type)) + "  " + label).c_str());
    }
    ImGui::EndTooltip();
}

const char* part_tip(timeline::Part part) {
    switch (part) {
        case timeline::Part::WindowBegin:
        case timeline::Part::WindowEnd:
            return "Drag: which days are shown";
        case timeline::Part::WindowBody:
            return "Drag: move the window";
        case timeline::Part::Cursor:
        case timeline::Part::None:
            break;
    }
    return nullptr;
}

}  // namespace

void draw_axis_snapshots(const Context& context, const AxisBands& bands) {
    const Look& look = context.look;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float y = bands.snapshots.y + bands.snapshots.height / 2;
    for (const timeline::SnapshotMark& mark : marks_of(context, bands)) {
        const auto x = static_cast<float>(mark.x_px);
        const float half = look.px(mark.count > 1 ? 4.5F : 3.6F);
        list->AddQuadFilled(
            {x - half, y},
            {x, y - half},
            {x + half, y},
            {x, y + half},
            look.colors.quiet);
    }
}

void draw_axis_tip(const Context& context, const AxisBands& bands, timeline::Part part) {
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    if (!ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem)
        || !bands.all.contains(pointer.x, pointer.y)) {
        return;
    }
    if (bands.snapshots.contains(pointer.x, pointer.y)) {
        for (const timeline::SnapshotMark& mark : marks_of(context, bands)) {
            if (std::abs(static_cast<float>(mark.x_px) - pointer.x)
                > context.look.px(kMarkReachPx)) {
                continue;
            }
            const std::string text = mark.count > 1
                                         ? grouped(static_cast<std::size_t>(mark.count))
                                               + " snapshots of the front, "
                                               + days_text(mark.first, mark.last)
                                         : "Front as of " + time::display_day(mark.first);
            tooltip(text.c_str());
            return;
        }
    }
    if (const char* text = part_tip(part)) {
        tooltip(text);
        return;
    }
    if (!bands.bars.contains(pointer.x, pointer.y)) {
        return;
    }
    const timeline::Bars bars = timeline::make_bars(
        context.data.bars.counts,
        bands.axis,
        static_cast<double>(context.look.px(4)));
    const time::UnixSeconds at = bands.axis.at(static_cast<double>(pointer.x));
    for (const timeline::Bar& bar : bars.bars) {
        if (at >= bar.begin && at < bar.end) {
            tip_of_bar(context, bar);
            return;
        }
    }
    tooltip(time::display_day(time::day_of(at)).c_str());
}

}  // namespace salient::ui
