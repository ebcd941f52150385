#include "events/types.hpp"
#include "ui/event_card_parts.hpp"

#include <imgui.h>

#include <algorithm>
#include <string>
#include <utility>

namespace salient::ui {

namespace {

using events::Event;
using events::ReviewStatus;

void draw_pill(const Look& look, const char* text, ImU32 color) {
    ImGui::PushFont(look.small);
    const ImVec2 size = ImGui::CalcTextSize(text);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 end = {at.x + size.x + look.px(14), at.y + size.y + look.px(4)};
    list->AddRectFilled(at, end, faded(color, 0.16F), look.px(9));
    list->AddText({at.x + look.px(7), at.y + look.px(2)}, color, text);
    ImGui::Dummy({end.x - at.x, end.y - at.y});
    ImGui::PopFont();
}

/// Whole up to three lines; a longer one scrolls.
void draw_title(const Look& look, const std::string& title) {
    ImGui::PushFont(look.bold);
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = ImGui::CalcTextSize(title.c_str(), nullptr, false, width).y;
    const float most = 3 * ImGui::GetTextLineHeight();
    if (height > most) {
        ImGui::BeginChild("title", {0, most});
    }
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(title.c_str());
    ImGui::PopTextWrapPos();
    if (height > most) {
        ImGui::EndChild();
    }
    ImGui::PopFont();
}

void draw_heading(const Context& context, const Event& event) {
    const Look& look = context.look;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_mark(
        ImGui::GetWindowDrawList(),
        context.in.palette.at(static_cast<std::size_t>(event.type)),
        {at.x + look.px(8), at.y + look.px(10)},
        look.px(6),
        is_filled(event.status));
    ImGui::SetCursorScreenPos({at.x + look.px(24), at.y + look.px(1)});
    quiet_text(look, events::type_label(event.type));
    ImGui::SameLine(0, look.px(10));
    switch (event.status) {
        case ReviewStatus::Accepted:
            draw_pill(look, "Accepted", look.colors.good);
            break;
        case ReviewStatus::Edited:
            draw_pill(look, "Edited", look.colors.good);
            break;
        case ReviewStatus::Rejected:
            draw_pill(look, "Rejected", look.colors.bad);
            break;
        case ReviewStatus::Unreviewed:
            draw_pill(look, "Unreviewed", look.colors.warning);
            break;
    }
    ImGui::SameLine(ImGui::GetWindowWidth() - look.px(40));
    if (icon_button(look, "close", Icon::Close, "Close (Esc)")) {
        context.out.push_back(session::Select{"", false});
    }
    draw_title(look, event.title);
}

void draw_review_buttons(const Context& context, const Event& event) {
    const Look& look = context.look;
    const bool is_accepted = is_filled(event.status);
    const bool is_rejected = event.status == ReviewStatus::Rejected;
    if (labelled_button(look, Icon::Check, "Accept", "It is so (A)", !is_accepted)) {
        context.out.push_back(session::Review{event.id, ReviewStatus::Accepted});
    }
    ImGui::SameLine(0, look.px(5));
    if (labelled_button(look, Icon::Reject, "Reject", "It is not so (R)") && !is_rejected) {
        context.out.push_back(session::Review{event.id, ReviewStatus::Rejected});
    }
    ImGui::SameLine(0, look.px(5));
    if (labelled_button(look, Icon::Edit, "Edit", "Correct type, date or place (E)")) {
        context.data.editor.id = context.data.editor.id == event.id ? "" : event.id;
        context.data.editor.error.clear();
        context.data.editor.date = {};
        context.data.editor.place = {};
    }
    ImGui::SameLine(0, look.px(5));
    if (labelled_button(look, Icon::StepOn, "Next", "Next event to review (N)")) {
        context.out.push_back(session::NextUnreviewed{});
    }
}

/// What scrolls below heading and buttons.
void draw_body(const Context& context, const Event& event) {
    const float least = context.look.px(90);
    ImGui::BeginChild("body", {0, std::max(least, ImGui::GetContentRegionAvail().y)});
    EventEditor& editor = context.data.editor;
    if (editor.id == event.id) {
        if (std::exchange(editor.shown_id, editor.id) != editor.id) {
            ImGui::SetScrollY(0);
        }
        draw_editor(context, event);
    } else {
        editor.shown_id.clear();
    }
    draw_facts(context, event);
    const ArticleView* article = event.article_id.empty() || !context.in.article
                                     ? nullptr
                                     : context.in.article(event.article_id);
    if (article != nullptr) {
        draw_article(context, event, *article);
    } else {
        draw_sources(context, event);
    }
    ImGui::EndChild();
}

}  // namespace

std::optional<Event> selected_event(const Context& context) {
    const auto index = context.store().find(context.state().selected);
    return index ? std::optional(context.store().at(*index)) : std::nullopt;
}

void draw_event_card(const Context& context) {
    const Rect& area = context.layout.card;
    const std::optional<Event> event = selected_event(context);
    if (area.width < 1 || area.height < 1 || !event) {
        context.data.article_aim = {};
        return;
    }
    const Look& look = context.look;
    if (begin_panel(look, "card", area, {0, 0})) {
        edge_line(look, {area.x, area.y + 0.5F}, {area.x + area.width, area.y + 0.5F});
        edge_line(look, {area.x + 0.5F, area.y}, {area.x + 0.5F, area.y + area.height});
        ImGui::SetCursorPos({1, 1});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(look.px(14), look.px(10)));
        ImGui::BeginChild(
            event->id.c_str(),
            {area.width - 2, area.height - 2},
            false,
            ImGuiWindowFlags_AlwaysUseWindowPadding);
        draw_heading(context, *event);
        draw_review_buttons(context, *event);
        draw_body(context, *event);
        ImGui::EndChild();
        ImGui::PopStyleVar();
    }
    end_panel();
}

}  // namespace salient::ui
