#include "geo/mercator.hpp"
#include "ui/data.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <string>

namespace salient::ui {

namespace {

constexpr std::size_t kMostHits = 8;

void go_to(const Context& context, const PlaceHit& hit) {
    session::Camera camera;
    camera.center = geo::world_from_lonlat(hit.point);
    camera.zoom = hit.zoom;
    context.out.push_back(session::MoveCamera{camera});
    context.data.search.is_open = false;
    context.data.search.typed = {};
}

void draw_hits(const Context& context, ImVec2 at, float width) {
    SearchBox& box = context.data.search;
    const Look& look = context.look;
    const float row = look.px(40);
    ImGui::SetNextWindowPos(at);
    ImGui::SetNextWindowSize({width, row * static_cast<float>(box.hits.size()) + look.px(8)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(look.px(4), look.px(4)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, look.px(6));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::Begin(
        "hits",
        nullptr,
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings
            | ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_Tooltip);
    for (std::size_t i = 0; i < box.hits.size(); ++i) {
        const PlaceHit& hit = box.hits[i];
        const ImVec2 corner = ImGui::GetCursorScreenPos();
        ImGui::PushID(static_cast<int>(i));
        if (ImGui::Selectable("##hit", static_cast<int>(i) == box.chosen, 0, {0, row})) {
            go_to(context, hit);
        }
        ImGui::PopID();
        const float inner = width - look.px(24);
        draw_text_cut(
            look.regular,
            {corner.x + look.px(8), corner.y + look.px(3)},
            inner,
            look.colors.text,
            hit.name);
        draw_text_cut(
            look.small,
            {corner.x + look.px(8), corner.y + look.px(21)},
            inner,
            look.colors.quiet,
            hit.description);
        if (box.hits.empty()) {
            break;  // a click emptied the list
        }
    }
    ImGui::End();
    ImGui::PopStyleVar(4);
}

/// Up and down choose, Enter goes there.
void read_search_keys(const Context& context, bool is_entered) {
    SearchBox& box = context.data.search;
    const int count = static_cast<int>(box.hits.size());
    if (count > 0 && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_DownArrow))) {
        box.chosen = (box.chosen + 1) % count;
    }
    if (count > 0 && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_UpArrow))) {
        box.chosen = (box.chosen + count - 1) % count;
    }
    if (!is_entered) {
        return;
    }
    if (count > 0) {
        go_to(context, box.hits[static_cast<std::size_t>(std::clamp(box.chosen, 0, count - 1))]);
    } else if (box.typed[0] != '\0') {
        context.out.push_back(session::GoToPlace{box.typed.data()});
        box.is_open = false;
    }
}

void draw_search(const Context& context, float width) {
    SearchBox& box = context.data.search;
    const Look& look = context.look;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ImGui::GetFrameHeight();
    ImGui::SetNextItemWidth(width);
    if (box.wants_focus) {
        ImGui::SetKeyboardFocusHere();
        box.wants_focus = false;
    }
    ImGui::PushStyleVar(
        ImGuiStyleVar_FramePadding,
        ImVec2(height, ImGui::GetStyle().FramePadding.y));
    const bool is_entered = ImGui::InputTextWithHint(
        "##search",
        "Go to a place",
        box.typed.data(),
        box.typed.size(),
        ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    ImGui::PopStyleVar();
    const bool has_focus = ImGui::IsItemFocused() || ImGui::IsItemActive();
    draw_icon(
        ImGui::GetWindowDrawList(),
        Icon::Search,
        {at.x + height / 2, at.y + height / 2},
        height * 0.42F,
        look.colors.faint);
    if (box.asked != box.typed.data()) {
        box.asked = box.typed.data();
        box.chosen = 0;
        box.is_open = true;
        box.hits = box.asked.empty() || !context.in.complete
                       ? std::vector<PlaceHit>()
                       : context.in.complete(box.asked, kMostHits);
    }
    if (has_focus || is_entered) {
        read_search_keys(context, is_entered);
    }
    if (has_focus && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) {
        box.is_open = false;
    }
    if (box.is_open && !box.hits.empty() && !box.asked.empty()) {
        draw_hits(context, {at.x, at.y + height + look.px(4)}, std::max(width, look.px(280)));
        const bool clicked_elsewhere = ImGui::IsMouseReleased(0) && !has_focus;
        box.is_open = box.is_open && !clicked_elsewhere;
    }
}

constexpr std::array<const char*, 3> kLabels = {"Open", "Save", "Picture"};
constexpr int kIconButtons = 5;

bool is_narrow(const Context& context) {
    return context.layout.top.width < context.look.px(1120);
}

float buttons_width(const Context& context) {
    const float height = ImGui::GetFrameHeight();
    const float gap = ImGui::GetStyle().ItemSpacing.x;
    float width = static_cast<float>(kIconButtons) * height;
    for (const char* label : kLabels) {
        width += is_narrow(context) ? height
                                    : height + ImGui::CalcTextSize(label).x + context.look.px(10);
    }
    return width + gap * static_cast<float>(kIconButtons + kLabels.size() - 1);
}

void draw_save_menu(const Context& context) {
    if (!ImGui::BeginPopup("save-menu")) {
        return;
    }
    if (ImGui::MenuItem("Save events …", "Ctrl+S")) {
        context.out.push_back(session::SaveEvents{});
    }
    const bool is_open = !context.in.workspace.empty();
    if (ImGui::MenuItem(is_open ? "Save workspace" : "Save workspace …", "Ctrl+Shift+S")) {
        context.out.push_back(session::SaveWorkspace{});
    }
    ImGui::Separator();
    if (ImGui::MenuItem("What was loaded …", nullptr, false, !context.in.imports.empty())) {
        context.data.wanted = Dialog::Report;
    }
    ImGui::EndPopup();
}

void draw_file_buttons(const Context& context) {
    const Look& look = context.look;
    const auto button = [&](Icon icon, const char* label, const char* tip) {
        const bool was_pressed = is_narrow(context) ? icon_button(look, label, icon, tip)
                                                    : labelled_button(look, icon, label, tip);
        return was_pressed;
    };
    if (button(Icon::Open, kLabels[0], "Open articles, events, areas (Ctrl+O)")) {
        context.data.wanted = Dialog::Open;
    }
    ImGui::SameLine();
    if (button(Icon::Save, kLabels[1], "Save events or the workspace")) {
        ImGui::OpenPopup("save-menu");
    }
    draw_save_menu(context);
    ImGui::SameLine();
    if (button(Icon::Camera, kLabels[2], "Save a picture of the map (F12)")) {
        context.out.push_back(session::SavePicture{});
    }
}

void draw_buttons(const Context& context) {
    const Look& look = context.look;
    draw_file_buttons(context);
    ImGui::SameLine();
    draw_bookmarks(context);
    ImGui::SameLine();
    const bool is_dark = context.state().theme == session::Theme::Dark;
    if (icon_button(look, "theme", is_dark ? Icon::Sun : Icon::Moon, "Light or dark (T)")) {
        context.out.push_back(
            session::SetTheme{is_dark ? session::Theme::Light : session::Theme::Dark});
    }
    ImGui::SameLine();
    if (icon_button(look, "layers", Icon::Layers, "Layers (F3)", context.data.show_layers)) {
        context.data.show_layers = !context.data.show_layers;
    }
    ImGui::SameLine();
    if (icon_button(look, "list", Icon::List, "Events (F4)", context.data.show_list)) {
        context.data.show_list = !context.data.show_list;
    }
    ImGui::SameLine();
    if (icon_button(look, "help", Icon::Help, "Keys (F1)")) {
        context.data.wanted = Dialog::Help;
    }
}

/// A bulge in a line: the mark of the program.
void draw_emblem(const Look& look, ImVec2 at, float height) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float w = height * 1.25F;
    const float base = at.y + height * 0.74F;
    list->PathLineTo({at.x, base});
    list->PathLineTo({at.x + w * 0.22F, base});
    list->PathBezierCubicCurveTo(
        {at.x + w * 0.38F, base},
        {at.x + w * 0.32F, at.y + height * 0.16F},
        {at.x + w * 0.52F, at.y + height * 0.16F});
    list->PathBezierCubicCurveTo(
        {at.x + w * 0.72F, at.y + height * 0.16F},
        {at.x + w * 0.64F, base},
        {at.x + w * 0.8F, base});
    list->PathLineTo({at.x + w, base});
    list->PathStroke(look.colors.accent, ImDrawFlags_None, look.px(2.6F));
}

}  // namespace

void draw_top_bar(const Context& context) {
    const Look& look = context.look;
    const Rect& area = context.layout.top;
    const float pad = (area.height - look.px(30)) / 2;
    if (begin_panel(look, "top", area, {look.px(14), std::max(0.0F, pad)})) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float height = ImGui::GetFrameHeight();
        draw_emblem(look, at, height);
        ImDrawList* list = ImGui::GetWindowDrawList();
        list->AddText(
            look.title,
            look.title->FontSize,
            {at.x + height * 1.5F, at.y + (height - look.title->FontSize) / 2},
            look.colors.text,
            "Salient");
        ImGui::SetCursorScreenPos({at.x + look.px(142), at.y});
        draw_search(context, std::min(area.width * 0.28F, look.px(340)));
        ImGui::SameLine(area.width - buttons_width(context) - look.px(14));
        draw_buttons(context);
        edge_line(
            look,
            {area.x, area.y + area.height - 0.5F},
            {area.x + area.width, area.y + area.height - 0.5F});
    }
    end_panel();
}

}  // namespace salient::ui
