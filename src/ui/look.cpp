#include "ui/look.hpp"

#include "ui/layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace salient::ui {

namespace {

constexpr ImU32 rgb(std::uint32_t hex, std::uint32_t alpha = 255) {
    return IM_COL32((hex >> 16U) & 0xFFU, (hex >> 8U) & 0xFFU, hex & 0xFFU, alpha);
}

Colors light() {
    Colors c;
    c.panel = rgb(0xFBFAF8);
    c.sunken = rgb(0xF0EEEA);
    c.raised = rgb(0xE8E5E0);
    c.pressed = rgb(0xDAD6D0);
    c.line = rgb(0xDCD9D4);
    c.text = rgb(0x1D2026);
    c.quiet = rgb(0x5A5F69);
    c.faint = rgb(0x8D919A);
    c.accent = rgb(0x1F63B5);
    c.accent_soft = rgb(0x1F63B5, 30);
    c.accent_text = rgb(0xFFFFFF);
    c.good = rgb(0x1B7F5C);
    c.warning = rgb(0xA86400);
    c.bad = rgb(0xB3302A);
    c.mark_sentence = rgb(0xFFF3C4);
    c.mark_date = rgb(0x8FC3F0);
    c.mark_place = rgb(0x9ADBB8);
    c.mark_type = rgb(0xF7BE91);
    c.mark_quantity = rgb(0xE9B3D2);
    c.mark_claimed = rgb(0xC8BDF0);
    c.mark_actor = rgb(0xD3D98C);
    return c;
}

Colors dark() {
    Colors c;
    c.panel = rgb(0x1A1E24);
    c.sunken = rgb(0x13161B);
    c.raised = rgb(0x2A3038);
    c.pressed = rgb(0x363D47);
    c.line = rgb(0x323841);
    c.text = rgb(0xF1F3F5);
    c.quiet = rgb(0xA8AFBA);
    c.faint = rgb(0x747C88);
    c.accent = rgb(0x5AA2E6);
    c.accent_soft = rgb(0x5AA2E6, 44);
    c.accent_text = rgb(0x0E1319);
    c.good = rgb(0x5FC79B);
    c.warning = rgb(0xE6A94A);
    c.bad = rgb(0xF0756A);
    c.mark_sentence = rgb(0x453D20);
    c.mark_date = rgb(0x2C5F8E);
    c.mark_place = rgb(0x2A6B4B);
    c.mark_type = rgb(0x8A5426);
    c.mark_quantity = rgb(0x7D4264);
    c.mark_claimed = rgb(0x564A8A);
    c.mark_actor = rgb(0x5C6128);
    return c;
}

}  // namespace

const Colors& colors_of(session::Theme theme) {
    static const Colors kLight = light();
    static const Colors kDark = dark();
    return theme == session::Theme::Dark ? kDark : kLight;
}

void apply_look(const Look& look) {
    ImGuiStyle style;
    const Colors& c = look.colors;
    style.WindowRounding = 0;
    style.ChildRounding = 0;
    style.PopupRounding = 6;
    style.FrameRounding = 5;
    style.GrabRounding = 5;
    style.ScrollbarRounding = 6;
    style.ScrollbarSize = 12;
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.PopupBorderSize = 1;
    style.FrameBorderSize = 0;
    style.WindowPadding = {12, 10};
    style.FramePadding = {9, 5};
    style.ItemSpacing = {8, 6};
    style.ItemInnerSpacing = {6, 4};
    style.WindowTitleAlign = {0, 0.5F};
    style.ScaleAllSizes(look.scale);
    const auto set = [&style](ImGuiCol index, ImU32 color) {
        style.Colors[index] = as_vec4(color);
    };
    set(ImGuiCol_Text, c.text);
    set(ImGuiCol_TextDisabled, c.faint);
    set(ImGuiCol_WindowBg, c.panel);
    set(ImGuiCol_ChildBg, faded(c.panel, 0));
    set(ImGuiCol_PopupBg, c.panel);
    set(ImGuiCol_Border, c.line);
    set(ImGuiCol_FrameBg, c.sunken);
    set(ImGuiCol_FrameBgHovered, c.raised);
    set(ImGuiCol_FrameBgActive, c.raised);
    set(ImGuiCol_TitleBg, c.panel);
    set(ImGuiCol_TitleBgActive, c.panel);
    set(ImGuiCol_TitleBgCollapsed, c.panel);
    set(ImGuiCol_ScrollbarBg, faded(c.sunken, 0));
    set(ImGuiCol_ScrollbarGrab, c.pressed);
    set(ImGuiCol_ScrollbarGrabHovered, c.faint);
    set(ImGuiCol_ScrollbarGrabActive, c.quiet);
    set(ImGuiCol_CheckMark, c.accent);
    set(ImGuiCol_SliderGrab, c.accent);
    set(ImGuiCol_SliderGrabActive, c.accent);
    set(ImGuiCol_Button, c.sunken);
    set(ImGuiCol_ButtonHovered, c.raised);
    set(ImGuiCol_ButtonActive, c.pressed);
    set(ImGuiCol_Header, c.accent_soft);
    set(ImGuiCol_HeaderHovered, c.raised);
    set(ImGuiCol_HeaderActive, c.pressed);
    set(ImGuiCol_Separator, c.line);
    set(ImGuiCol_PlotHistogram, c.accent);
    set(ImGuiCol_TextSelectedBg, faded(c.accent, 0.35F));
    set(ImGuiCol_NavHighlight, c.accent);
    set(ImGuiCol_TableHeaderBg, c.sunken);
    set(ImGuiCol_TableBorderLight, c.line);
    set(ImGuiCol_TableBorderStrong, c.line);
    set(ImGuiCol_ModalWindowDimBg, rgb(0x000000, 90));
    ImGui::GetStyle() = style;
}

ImU32 pack(Color color) {
    return IM_COL32(color.red, color.green, color.blue, color.alpha);
}

ImU32 faded(ImU32 color, float factor) {
    const auto alpha =
        static_cast<float>(color >> IM_COL32_A_SHIFT) * std::clamp(factor, 0.0F, 1.0F);
    return (color & ~IM_COL32_A_MASK)
           | (static_cast<ImU32>(std::lround(alpha)) << IM_COL32_A_SHIFT);
}

bool icon_button(const Look& look, const char* id, Icon icon, const char* tip, bool is_on) {
    const float side = ImGui::GetFrameHeight();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool was_pressed = ImGui::InvisibleButton(id, {side, side});
    const bool is_hovered = ImGui::IsItemHovered();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Colors& c = look.colors;
    const ImU32 ground = is_on                   ? c.accent_soft
                         : ImGui::IsItemActive() ? c.pressed
                         : is_hovered            ? c.raised
                                                 : faded(c.panel, 0);
    list->AddRectFilled(at, {at.x + side, at.y + side}, ground, look.px(5));
    draw_icon(
        list,
        icon,
        {at.x + side / 2, at.y + side / 2},
        side * 0.5F,
        is_on        ? c.accent
        : is_hovered ? c.text
                     : c.quiet);
    if (is_hovered) {
        tooltip(tip);
    }
    return was_pressed;
}

bool labelled_button(
    const Look& look,
    Icon icon,
    const char* label,
    const char* tip,
    bool is_primary) {
    const float height = ImGui::GetFrameHeight();
    const ImVec2 text = ImGui::CalcTextSize(label);
    const float width = height + text.x + look.px(10);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool was_pressed = ImGui::InvisibleButton(label, {width, height});
    const bool is_hovered = ImGui::IsItemHovered();
    const Colors& c = look.colors;
    const ImU32 ground = is_primary   ? faded(c.accent, is_hovered ? 0.88F : 1)
                         : is_hovered ? c.raised
                                      : c.sunken;
    const ImU32 ink = is_primary ? c.accent_text : c.text;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(at, {at.x + width, at.y + height}, ground, look.px(5));
    draw_icon(list, icon, {at.x + height * 0.52F, at.y + height / 2}, height * 0.46F, ink);
    list->AddText({at.x + height, at.y + (height - text.y) / 2}, ink, label);
    if (is_hovered && tip != nullptr) {
        tooltip(tip);
    }
    return was_pressed;
}

bool begin_combo(const Look& look, const char* id, const char* shown) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::CalcItemWidth();
    const float height = ImGui::GetFrameHeight();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const bool is_open =
        ImGui::BeginCombo(id, shown, ImGuiComboFlags_NoArrowButton | ImGuiComboFlags_HeightLarge);
    const ImVec2 center = {at.x + width - height * 0.5F, at.y + height * 0.5F};
    const float half = look.px(4);
    list->PathLineTo({center.x - half, center.y - half * 0.5F});
    list->PathLineTo({center.x, center.y + half * 0.5F});
    list->PathLineTo({center.x + half, center.y - half * 0.5F});
    list->PathStroke(look.colors.quiet, ImDrawFlags_None, look.px(1.6F));
    return is_open;
}

void draw_text_cut(ImFont* font, ImVec2 at, float width, ImU32 color, std::string_view text) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const char* begin = text.data();
    const char* end = begin + text.size();
    const float size = font->FontSize;
    const float infinite = 1e9F;
    if (text.empty() || width <= 0) {
        return;
    }
    // Only as much is measured as could ever fit, however long the text is.
    const auto most = static_cast<std::ptrdiff_t>(width / (size * 0.1F)) + 8;
    const char* measured_end = end - begin > most ? begin + most : end;
    const ImVec2 whole = font->CalcTextSizeA(size, infinite, 0, begin, measured_end);
    if (whole.x <= width && measured_end == end) {
        list->AddText(font, size, at, color, begin, end);
        return;
    }
    const float dots = font->CalcTextSizeA(size, infinite, 0, "…").x;
    const char* cut = begin;
    const ImVec2 part =
        font->CalcTextSizeA(size, std::max(1.0F, width - dots), 0, begin, measured_end, &cut);
    list->AddText(font, size, at, color, begin, cut);
    list->AddText(font, size, {at.x + part.x, at.y}, color, "…");
}

void section(const Look& look, const char* label) {
    ImGui::PushFont(look.small);
    ImGui::PushStyleColor(ImGuiCol_Text, look.colors.faint);
    ImGui::TextUnformatted(label);
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void quiet_text(const Look& look, std::string_view text) {
    ImGui::PushStyleColor(ImGuiCol_Text, look.colors.quiet);
    ImGui::TextUnformatted(text.data(), text.data() + text.size());
    ImGui::PopStyleColor();
}

void tooltip(const char* text) {
    ImGui::BeginTooltip();
    ImGui::TextUnformatted(text);
    ImGui::EndTooltip();
}

bool begin_panel(const Look& look, const char* name, const Rect& rect, ImVec2 padding) {
    ImGui::SetNextWindowPos({rect.x, rect.y});
    ImGui::SetNextWindowSize({std::max(rect.width, 1.0F), std::max(rect.height, 1.0F)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, ImVec2(1, 1));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, look.colors.panel);
    const bool is_open = ImGui::Begin(
        name,
        nullptr,
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings
            | ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNavInputs
            | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    return is_open;
}

void end_panel() {
    ImGui::End();
}

void edge_line(const Look& look, ImVec2 from, ImVec2 to) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->PushClipRectFullScreen();
    list->AddLine(from, to, look.colors.line);
    list->PopClipRect();
}

std::string grouped(std::size_t value) {
    std::string digits = std::to_string(value);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    }
    return digits;
}

}  // namespace salient::ui
