#include "events/types.hpp"
#include "time/text.hpp"
#include "time/zone.hpp"
#include "ui/data.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <string>

namespace salient::ui {

namespace {

using events::EventIndex;

constexpr std::uint8_t kLaterAlpha =
    105;  // of the mark of an event that the cursor has not reached

bool is_rejected(const Context& context, EventIndex index) {
    return context.store().columns().status[index] == events::ReviewStatus::Rejected;
}

/// When and where in one line.
std::string subtitle(const Context& context, const events::Event& event) {
    const auto zone = time::DisplayZone::find(context.state().zone);
    std::string text = event.time
                           ? time::display_text(*event.time, zone ? *zone : time::DisplayZone())
                           : "no date";
    if (event.location) {
        text += " · " + (event.location->name.empty() ? "on the map" : event.location->name);
    } else {
        text += " · no place";
    }
    return text;
}

/// Begins after what the map shows.
bool is_yet_to_come(const Context& context, EventIndex index) {
    const events::Columns& columns = context.store().columns();
    return columns.open_begin[index] == 0
           && columns.begin[index] >= session::shown_window(context.state()).end;
}

void draw_status(const Context& context, ImVec2 center, events::ReviewStatus status) {
    const Look& look = context.look;
    ImDrawList* list = ImGui::GetWindowDrawList();
    switch (status) {
        case events::ReviewStatus::Accepted:
            draw_icon(list, Icon::Check, center, look.px(10), look.colors.good);
            break;
        case events::ReviewStatus::Edited:
            draw_icon(list, Icon::Edit, center, look.px(10), look.colors.good);
            break;
        case events::ReviewStatus::Rejected:
            draw_icon(list, Icon::Reject, center, look.px(9), look.colors.bad);
            break;
        case events::ReviewStatus::Unreviewed:
            list->AddCircle(center, look.px(3.5F), look.colors.faint, 0, look.px(1.4F));
            break;
    }
}

void draw_row(const Context& context, EventIndex index, float height) {
    const Look& look = context.look;
    const events::Event& event = context.store().at(index);
    const bool is_selected = event.id == context.state().selected;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::PushID(static_cast<int>(index));
    if (ImGui::InvisibleButton("row", {width, height})) {
        context.data.list.last_selected = event.id;
        context.out.push_back(session::Select{event.id});
    }
    const bool is_hovered = ImGui::IsItemHovered();
    ImGui::PopID();
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (is_selected || is_hovered) {
        list->AddRectFilled(
            at,
            {at.x + width, at.y + height},
            is_selected ? look.colors.accent_soft : look.colors.sunken);
    }
    if (is_selected) {
        list->AddRectFilled(at, {at.x + look.px(3), at.y + height}, look.colors.accent);
    }
    const bool is_later = event.time && is_yet_to_come(context, index);
    TypeLook mark = context.in.palette.at(static_cast<std::size_t>(event.type));
    if (is_later) {
        mark.color.alpha = kLaterAlpha;
    }
    draw_mark(
        list,
        mark,
        {at.x + look.px(20), at.y + height / 2},
        look.px(6),
        is_filled(event.status));
    const float left = at.x + look.px(38);
    const float inner = width - look.px(38 + 28);
    const bool is_off = is_rejected(context, index) || is_later;
    const std::string_view title =
        event.title.empty() ? events::type_label(event.type) : std::string_view(event.title);
    draw_text_cut(
        look.regular,
        {left, at.y + look.px(4)},
        inner,
        is_off ? look.colors.faint : look.colors.text,
        title);
    draw_text_cut(
        look.small,
        {left, at.y + look.px(24)},
        inner,
        is_later ? look.colors.faint : look.colors.quiet,
        subtitle(context, event));
    draw_status(context, {at.x + width - look.px(16), at.y + height / 2}, event.status);
    list->AddLine(
        {left, at.y + height - 0.5F},
        {at.x + width, at.y + height - 0.5F},
        faded(look.colors.line, 0.6F));
}

/// A row's height is a multiple of 8, so that positions in a list of a million rows stay exact in a float.
float row_height(const Look& look) {
    return std::ceil(look.px(44) / 8) * 8;
}

void scroll_to_selected(const Context& context, const std::vector<EventIndex>& rows, float height) {
    EventList& list = context.data.list;
    const std::string& selected = context.state().selected;
    if (list.last_selected == selected) {
        return;
    }
    list.last_selected = selected;
    const auto index = context.store().find(selected);
    if (!index) {
        return;
    }
    const auto row = std::lower_bound(rows.begin(), rows.end(), *index);
    if (row == rows.end() || *row != *index) {
        return;
    }
    const float y = static_cast<float>(row - rows.begin()) * height;
    const float view = ImGui::GetWindowHeight();
    if (y < ImGui::GetScrollY() || y + height > ImGui::GetScrollY() + view) {
        ImGui::SetScrollY(std::max(0.0F, y - view * 0.4F));
    }
}

void draw_rows(const Context& context, const std::vector<EventIndex>& rows) {
    const float height = row_height(context.look);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("rows");
    scroll_to_selected(context, rows, height);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(rows.size()), height);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            draw_row(context, rows[static_cast<std::size_t>(i)], height);
        }
    }
    clipper.End();
    ImGui::EndChild();
    ImGui::PopStyleVar();
}

void draw_empty(const Context& context) {
    const Look& look = context.look;
    ImGui::SetCursorPos({look.px(16), ImGui::GetCursorPosY() + look.px(20)});
    ImGui::PushTextWrapPos(context.layout.list.width - look.px(16));
    ImGui::PushStyleColor(ImGuiCol_Text, look.colors.quiet);
    const bool is_bare = context.store().empty();
    ImGui::TextUnformatted(
        is_bare
            ? "No events yet. Open an article or an event file (Ctrl+O), or drop it on the window."
        : context.data.list.tab == ListTab::Shown
            ? "No events in these days pass the filter. Widen the window below, or show more types."
            : "Nothing here: every event has one.");
    ImGui::PopStyleColor();
    ImGui::PopTextWrapPos();
}

void tab_button(const Context& context, ListTab tab, const std::string& label) {
    const Look& look = context.look;
    EventList& list = context.data.list;
    const bool is_on = list.tab == tab;
    ImGui::PushFont(look.small);
    ImGui::PushStyleColor(
        ImGuiCol_Button,
        is_on ? look.colors.accent_soft : faded(look.colors.panel, 0));
    ImGui::PushStyleColor(ImGuiCol_Text, is_on ? look.colors.accent : look.colors.quiet);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(look.px(8), look.px(4)));
    if (ImGui::Button(label.c_str())) {
        list.tab = tab;
    }
    ImGui::PopStyleVar();
    ImGui::PopStyleColor(2);
    ImGui::PopFont();
}

void draw_tabs(const Context& context) {
    const ListCache& cache = context.data.lists;
    tab_button(context, ListTab::Shown, grouped(cache.shown.size()) + " in these days###shown");
    ImGui::SameLine(0, context.look.px(2));
    tab_button(context, ListTab::Undated, grouped(cache.undated.size()) + " undated###undated");
    ImGui::SameLine(0, context.look.px(2));
    tab_button(
        context,
        ListTab::Unlocated,
        grouped(cache.unlocated.size()) + " unplaced###unplaced");
}

void draw_filter_field(const Context& context) {
    EventList& list = context.data.list;
    const Look& look = context.look;
    if (list.filter_text != context.state().filter.text) {
        list.filter_text = context.state().filter.text;
        std::snprintf(list.typed.data(), list.typed.size(), "%s", list.filter_text.c_str());
    }
    const float height = ImGui::GetFrameHeight();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::SetNextItemWidth(-1);
    ImGui::PushStyleVar(
        ImGuiStyleVar_FramePadding,
        ImVec2(height, ImGui::GetStyle().FramePadding.y));
    const bool is_changed = ImGui::InputTextWithHint(
        "##filter",
        "Filter by words",
        list.typed.data(),
        list.typed.size());
    ImGui::PopStyleVar();
    draw_icon(
        ImGui::GetWindowDrawList(),
        Icon::Search,
        {at.x + height / 2, at.y + height / 2},
        height * 0.4F,
        look.colors.faint);
    if (is_changed) {
        session::Filter filter = context.state().filter;
        filter.text = list.typed.data();
        list.filter_text = filter.text;
        context.out.push_back(session::SetFilter{filter});
    }
}

const std::vector<EventIndex>& rows_of(const Context& context) {
    const ListCache& cache = context.data.lists;
    switch (context.data.list.tab) {
        case ListTab::Undated:
            return cache.undated;
        case ListTab::Unlocated:
            return cache.unlocated;
        case ListTab::Shown:
            break;
    }
    return cache.shown;
}

}  // namespace

void draw_event_list(const Context& context) {
    const Rect& area = context.layout.list;
    if (area.width < 1) {
        return;
    }
    const Look& look = context.look;
    if (begin_panel(look, "list", area, {0, 0})) {
        ImGui::SetCursorPos({look.px(10), look.px(10)});
        ImGui::BeginChild("head", {area.width - look.px(20), look.px(64)});
        draw_filter_field(context);
        draw_tabs(context);
        ImGui::EndChild();
        edge_line(look, {area.x + 0.5F, area.y}, {area.x + 0.5F, area.y + area.height});
        ImGui::SetCursorPos({1, look.px(78)});
        if (rows_of(context).empty()) {
            draw_empty(context);
        } else {
            draw_rows(context, rows_of(context));
        }
    }
    end_panel();
}

bool is_filled(events::ReviewStatus status) {
    return status == events::ReviewStatus::Accepted || status == events::ReviewStatus::Edited;
}

}  // namespace salient::ui
