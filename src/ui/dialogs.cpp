#include "ui/data.hpp"
#include "ui/dialog_frame.hpp"
#include "ui/keys.hpp"

#include <imgui.h>

#include <algorithm>
#include <string>

namespace salient::ui {

namespace {

constexpr const char* kOpen = "Open files";
constexpr const char* kHelp = "Keys";
constexpr const char* kUnsaved = "Save your work?";

void draw_open(const Context& context) {
    const Look& look = context.look;
    if (!begin_dialog(context, kOpen, {720, 520})) {
        return;
    }
    std::vector<std::string> chosen = context.data.browser.draw(look, context.in.extensions);
    if (!chosen.empty()) {
        context.out.push_back(session::OpenFiles{std::move(chosen)});
    }
    ImGui::EndPopup();
}

// The two cells of one key.
void help_cells(const Look& look, const KeyHelp& help) {
    ImGui::TableNextColumn();
    ImGui::PushFont(look.small_bold);
    ImGui::TextUnformatted(help.keys);
    ImGui::PopFont();
    ImGui::SameLine();
    ImGui::Dummy({look.px(8), look.px(22)});
    ImGui::TableNextColumn();
    quiet_text(look, help.action);
    ImGui::SameLine();
    ImGui::Dummy({look.px(20), 0});
}

void draw_help(const Context& context) {
    const Look& look = context.look;
    if (!begin_dialog(context, kHelp, {620, 440})) {
        return;
    }
    const auto help = key_help();
    const std::size_t half = (help.size() + 1) / 2;
    if (ImGui::BeginTable("keys", 4, ImGuiTableFlags_SizingFixedFit)) {
        for (std::size_t i = 0; i < half; ++i) {
            ImGui::TableNextRow();
            help_cells(look, help[i]);
            if (i + half < help.size()) {
                help_cells(look, help[i + half]);
            }
        }
        ImGui::EndTable();
    }
    place_buttons(look, 1);
    if (primary_button(look, "Close") || escape_pressed()) {
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

/// To the workspace that is open; else asks where: bookmarks need a workspace, events are as well kept in a file.
void save_then_quit(const Context& context) {
    if (!context.in.workspace.empty()) {
        context.out.push_back(session::SaveWorkspace{});
        context.out.push_back(session::Quit{});
        return;
    }
    context.data.save.then_quits = true;
    context.data.wanted =
        context.in.document.has_unsaved_bookmarks ? Dialog::Workspace : Dialog::Save;
}

void draw_unsaved(const Context& context) {
    const Look& look = context.look;
    if (!begin_dialog(context, kUnsaved, {470, 176})) {
        return;
    }
    ImGui::PushTextWrapPos(0);
    const session::Document& document = context.in.document;
    quiet_text(
        look,
        !document.has_unsaved_bookmarks ? "Events were read out of articles or edited. They are "
                                          "lost when you close without saving them."
        : document.has_unsaved_event_work()
            ? "Events were edited or read out of articles, and bookmarks changed. All is lost when "
              "you close without saving the workspace."
            : "Bookmarks have changed. They are lost when you close without saving the workspace.");
    ImGui::PopTextWrapPos();
    place_buttons(look, 3);
    if (plain_button(look, "Cancel") || escape_pressed()) {
        ImGui::CloseCurrentPopup();
    }
    ImGui::SameLine();
    if (plain_button(look, "Discard")) {
        context.out.push_back(session::Quit{true});
        ImGui::CloseCurrentPopup();
    }
    ImGui::SameLine();
    if (primary_button(look, context.in.workspace.empty() ? "Save …" : "Save")) {
        save_then_quit(context);
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

const char* name_of(Dialog dialog) {
    switch (dialog) {
        case Dialog::Open:
            return kOpen;
        case Dialog::Save:
            return kSaveDialog;
        case Dialog::Workspace:
            return kWorkspaceDialog;
        case Dialog::Help:
            return kHelp;
        case Dialog::Report:
            return kReportDialog;
        case Dialog::Mapping:
            return kMappingDialog;
        case Dialog::Unsaved:
            return kUnsaved;
        case Dialog::None:
            break;
    }
    return nullptr;
}

void open_wanted(const Context& context) {
    const char* name = name_of(context.data.wanted);
    if (name == nullptr || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId)) {
        return;
    }
    if (context.data.wanted == Dialog::Open) {
        context.data.browser.refresh();
    }
    context.data.wanted = Dialog::None;
    ImGui::OpenPopup(name);
}

}  // namespace

bool begin_dialog(const Context& context, const char* title, ImVec2 size) {
    const Look& look = context.look;
    const float width = std::min(look.px(size.x), context.in.width_px - look.px(24));
    const float height = std::min(look.px(size.y), context.in.height_px - look.px(24));
    ImGui::SetNextWindowPos(
        {context.in.width_px / 2, context.in.height_px / 2},
        ImGuiCond_Always,
        {0.5F, 0.5F});
    ImGui::SetNextWindowSize({width, height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(look.px(20), look.px(16)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, look.px(8));
    const bool is_open = ImGui::BeginPopupModal(
        title,
        nullptr,
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar(2);
    if (is_open) {
        ImGui::PushFont(look.bold);
        ImGui::TextUnformatted(title);
        ImGui::PopFont();
        ImGui::Dummy({0, look.px(2)});
    }
    return is_open;
}

void place_buttons(const Look& look, int count) {
    const float width = look.px(100) * static_cast<float>(count)
                        + ImGui::GetStyle().ItemSpacing.x * static_cast<float>(count - 1);
    ImGui::SetCursorPos(
        {ImGui::GetWindowWidth() - width - ImGui::GetStyle().WindowPadding.x - look.px(8),
         ImGui::GetWindowHeight() - ImGui::GetFrameHeight() - look.px(16)});
}

bool escape_pressed() {
    return ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false);
}

bool plain_button(const Look& look, const char* label) {
    return ImGui::Button(label, {look.px(100), 0});
}

bool primary_button(const Look& look, const char* label, bool is_enabled) {
    ImGui::PushStyleColor(ImGuiCol_Button, faded(look.colors.accent, is_enabled ? 1 : 0.35F));
    ImGui::PushStyleColor(
        ImGuiCol_ButtonHovered,
        faded(look.colors.accent, is_enabled ? 0.88F : 0.35F));
    ImGui::PushStyleColor(
        ImGuiCol_ButtonActive,
        faded(look.colors.accent, is_enabled ? 0.75F : 0.35F));
    ImGui::PushStyleColor(ImGuiCol_Text, look.colors.accent_text);
    const bool was_pressed = ImGui::Button(label, {look.px(100), 0});
    ImGui::PopStyleColor(4);
    return was_pressed && is_enabled;
}

bool draw_dialogs(const Context& context) {
    open_wanted(context);
    draw_open(context);
    draw_help(context);
    draw_unsaved(context);
    draw_save_dialog(context);
    draw_workspace_dialog(context);
    draw_report_dialog(context);
    draw_mapping_dialog(context);
    return ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId);
}

}  // namespace salient::ui
