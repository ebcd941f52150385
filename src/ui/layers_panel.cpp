#include "events/types.hpp"
#include "ui/data.hpp"

#include <imgui.h>

#include <string>

namespace salient::ui {

namespace {

/// A row with the mark, the type's name and how many there are; a click shows or hides it, a double click shows only it.
void draw_type_row(const Context& context, std::size_t type) {
    const Look& look = context.look;
    const std::uint32_t count = context.data.bars.all.totals().at(type);
    const bool is_on = context.state().filter.types.test(type);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = look.px(26);
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::PushID(static_cast<int>(type));
    const bool was_pressed = ImGui::InvisibleButton("type", {width, height});
    const bool is_hovered = ImGui::IsItemHovered();
    ImGui::PopID();
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (is_hovered) {
        list->AddRectFilled(at, {at.x + width, at.y + height}, look.colors.raised, look.px(4));
        tooltip("Click: show or hide. Double click: only this type");
    }
    const float middle = at.y + height / 2;
    TypeLook mark = context.in.palette.at(type);
    if (!is_on || count == 0) {
        mark.color.alpha = 90;
    }
    draw_mark(list, mark, {at.x + look.px(14), middle}, look.px(5.5F), is_on);
    const ImU32 ink = is_on && count > 0 ? look.colors.text : look.colors.faint;
    const float y = middle - ImGui::GetFontSize() / 2;
    const std::string number = grouped(count);
    const float number_width = ImGui::CalcTextSize(number.c_str()).x;
    draw_text_cut(
        look.regular,
        {at.x + look.px(28), y},
        width - look.px(40) - number_width,
        ink,
        events::type_label(static_cast<events::EventType>(type)));
    list->AddText(
        {at.x + width - number_width - look.px(6), y},
        is_on ? look.colors.quiet : look.colors.faint,
        number.c_str());
    if (!was_pressed) {
        return;
    }
    session::Filter filter = context.state().filter;
    if (ImGui::IsMouseDoubleClicked(0)) {
        filter.types.reset();
        filter.types.set(type);
    } else {
        filter.types.flip(type);
    }
    context.out.push_back(session::SetFilter{filter});
}

bool toggle(const Look& look, const char* label, bool& value) {
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(look.px(2), look.px(2)));
    const bool was_changed = ImGui::Checkbox(label, &value);
    ImGui::PopStyleVar();
    return was_changed;
}

void draw_filter(const Context& context) {
    const Look& look = context.look;
    section(look, "EVENTS");
    if (!context.state().filter.types.all()) {
        ImGui::SameLine(ImGui::GetContentRegionAvail().x - look.px(44));
        ImGui::PushFont(look.small);
        ImGui::PushStyleColor(ImGuiCol_Text, look.colors.accent);
        ImGui::TextUnformatted("Show all");
        ImGui::PopStyleColor();
        ImGui::PopFont();
        if (ImGui::IsItemClicked()) {
            session::Filter filter = context.state().filter;
            filter.types.set();
            context.out.push_back(session::SetFilter{filter});
        }
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    for (std::size_t type = 0; type < events::kEventTypeCount; ++type) {
        draw_type_row(context, type);
    }
    ImGui::PopStyleVar();
    ImGui::Dummy({0, look.px(2)});
    session::Filter filter = context.state().filter;
    const bool unreviewed = toggle(look, "Unreviewed", filter.unreviewed);
    const bool rejected = toggle(look, "Rejected", filter.rejected);
    if (unreviewed || rejected) {
        context.out.push_back(session::SetFilter{filter});
    }
}

void draw_map_toggles(const Context& context) {
    const Look& look = context.look;
    section(look, "MAP");
    session::Layers layers = context.state().layers;
    bool is_changed = toggle(look, "Events##layer", layers.events);
    is_changed = toggle(look, "Front and held ground", layers.control) || is_changed;
    is_changed = toggle(look, "Regions", layers.regions) || is_changed;
    is_changed = toggle(look, "Rivers and lakes", layers.rivers) || is_changed;
    is_changed = toggle(look, "Places", layers.places) || is_changed;
    if (is_changed) {
        context.out.push_back(session::SetLayers{layers});
    }
}

/// Two words side by side of which one is chosen. @return the one clicked, or -1
int choice(const Look& look, const char* first, const char* second, int chosen) {
    int clicked = -1;
    const float width = (ImGui::GetContentRegionAvail().x - look.px(4)) / 2;
    for (int i = 0; i < 2; ++i) {
        const bool is_chosen = i == chosen;
        ImGui::PushStyleColor(
            ImGuiCol_Button,
            is_chosen ? look.colors.accent_soft : look.colors.sunken);
        ImGui::PushStyleColor(ImGuiCol_Text, is_chosen ? look.colors.accent : look.colors.quiet);
        if (ImGui::Button(i == 0 ? first : second, {width, 0})) {
            clicked = i;
        }
        ImGui::PopStyleColor(2);
        if (i == 0) {
            ImGui::SameLine(0, look.px(4));
        }
    }
    return clicked;
}

void draw_choices(const Context& context) {
    const Look& look = context.look;
    const session::State& state = context.state();
    section(look, "NAMES");
    const int labels =
        choice(look, "English", "Local", state.labels == session::LabelLanguage::Local ? 1 : 0);
    if (labels >= 0) {
        context.out.push_back(session::SetLabels{
            labels == 1 ? session::LabelLanguage::Local : session::LabelLanguage::English});
    }
    section(look, "CLOCK");
    const int zone = choice(look, "UTC", "Kyiv", state.zone == "UTC" ? 0 : 1);
    if (zone >= 0) {
        context.out.push_back(session::SetZone{zone == 0 ? "UTC" : "Europe/Kyiv"});
    }
}

}  // namespace

void draw_layers(const Context& context) {
    const Rect& area = context.layout.layers;
    if (area.width < 1) {
        return;
    }
    const Look& look = context.look;
    if (begin_panel(look, "layers", area, {0, 0})) {
        edge_line(
            look,
            {area.x + area.width - 0.5F, area.y},
            {area.x + area.width - 0.5F, area.y + area.height});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(look.px(12), look.px(10)));
        ImGui::BeginChild(
            "scroll",
            {area.width - 1, area.height},
            false,
            ImGuiWindowFlags_AlwaysUseWindowPadding);
        draw_filter(context);
        ImGui::Dummy({0, look.px(4)});
        draw_map_toggles(context);
        ImGui::Dummy({0, look.px(4)});
        draw_choices(context);
        ImGui::EndChild();
        ImGui::PopStyleVar();
    }
    end_panel();
}

}  // namespace salient::ui
