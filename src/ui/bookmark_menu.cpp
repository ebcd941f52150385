#include "time/text.hpp"
#include "ui/data.hpp"

#include <imgui.h>

#include <algorithm>
#include <string>

namespace salient::ui {

namespace {

constexpr const char* kMenu = "bookmarks-menu";
constexpr float kWidth = 300;
constexpr std::size_t kLastWithKey = 9;

// One bookmark: a click goes there, the cross takes it away.
void draw_row(const Context& context, std::size_t index) {
    const Look& look = context.look;
    const std::string& name = context.in.bookmarks[index];
    const float height = look.px(30);
    ImGui::PushID(static_cast<int>(index));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (ImGui::Selectable(
            "##go",
            false,
            ImGuiSelectableFlags_None,
            {look.px(kWidth) - height, height})) {
        context.out.push_back(session::GoToBookmark{name});
        ImGui::CloseCurrentPopup();
    }
    const float text_y = at.y + (height - look.regular->FontSize) / 2;
    draw_text_cut(
        look.regular,
        {at.x + look.px(28), text_y},
        look.px(kWidth) - height - look.px(34),
        look.colors.text,
        name);
    if (index < kLastWithKey) {
        draw_text_cut(
            look.small,
            {at.x + look.px(8), at.y + (height - look.small->FontSize) / 2},
            look.px(20),
            look.colors.faint,
            std::to_string(index + 1));
    }
    ImGui::SameLine(0, 0);
    if (icon_button(look, "remove", Icon::Close, "Remove this bookmark")) {
        context.out.push_back(session::RemoveBookmark{name});
    }
    ImGui::PopID();
}

void draw_keep(const Context& context) {
    const Look& look = context.look;
    BookmarkMenu& menu = context.data.bookmarks;
    const std::string day = time::display_day(session::cursor_day(context.state()));
    if (ImGui::IsWindowAppearing()) {
        menu.typed = {};
        ImGui::SetKeyboardFocusHere();
    }
    const float button = look.px(84);
    ImGui::SetNextItemWidth(look.px(kWidth) - button - ImGui::GetStyle().ItemSpacing.x);
    const bool is_entered = ImGui::InputTextWithHint(
        "##name",
        day.c_str(),
        menu.typed.data(),
        menu.typed.size(),
        ImGuiInputTextFlags_EnterReturnsTrue);
    const std::string name = menu.typed[0] == '\0' ? day : menu.typed.data();
    const auto& known = context.in.bookmarks;
    const bool is_known = std::find(known.begin(), known.end(), name) != known.end();
    ImGui::SameLine();
    if (ImGui::Button(is_known ? "Replace" : "Keep view", {button, 0}) || is_entered) {
        context.out.push_back(session::KeepBookmark{name});
        ImGui::CloseCurrentPopup();
    }
}

void draw_menu(const Context& context) {
    const Look& look = context.look;
    if (context.in.bookmarks.empty()) {
        ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + look.px(kWidth));
        quiet_text(look, "A bookmark keeps place, day and period, to come back to.");
        ImGui::PopTextWrapPos();
    }
    for (std::size_t i = 0; i < context.in.bookmarks.size(); ++i) {
        draw_row(context, i);
    }
    ImGui::Separator();
    draw_keep(context);
    if (context.in.workspace.empty()) {
        quiet_text(look, "Bookmarks are saved with the workspace.");
    }
}

}  // namespace

void draw_bookmarks(const Context& context) {
    const Look& look = context.look;
    BookmarkMenu& menu = context.data.bookmarks;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool is_pressed = icon_button(look, "bookmarks", Icon::Bookmark, "Bookmarks (B)");
    if ((is_pressed || menu.wants_open) && !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId)) {
        ImGui::OpenPopup(kMenu);
    }
    menu.wants_open = false;
    const float last_x = context.in.width_px - look.px(kWidth + 28);
    ImGui::SetNextWindowPos(
        {std::max(0.0F, std::min(at.x, last_x)), at.y + ImGui::GetFrameHeight() + look.px(4)});
    ImGui::SetNextWindowSizeConstraints({0, 0}, {look.px(kWidth + 40), look.px(420)});
    if (ImGui::BeginPopup(kMenu)) {
        draw_menu(context);
        ImGui::EndPopup();
    }
}

}  // namespace salient::ui
