#include "ui/data.hpp"
#include "ui/dialog_frame.hpp"

#include <imgui.h>

#include <algorithm>
#include <string>

namespace salient::ui {

namespace {

/// "place_precision" → "place precision"
std::string readable(std::string role) {
    std::replace(role.begin(), role.end(), '_', ' ');
    return role.empty() ? "not used" : role;
}

void draw_role(
    const Look& look,
    MappingView::Column& column,
    const std::vector<std::string>& roles) {
    ImGui::SetNextItemWidth(-1);
    if (!begin_combo(look, "##role", readable(column.role).c_str())) {
        return;
    }
    if (ImGui::Selectable("not used", column.role.empty())) {
        column.role.clear();
    }
    for (const std::string& role : roles) {
        if (ImGui::Selectable(readable(role).c_str(), role == column.role)) {
            column.role = role;
        }
    }
    ImGui::EndCombo();
}

void draw_columns(const Look& look, MappingView& view) {
    ImGui::BeginChild("columns", {0, -look.px(84)}, true);
    if (ImGui::BeginTable("columns", 2, ImGuiTableFlags_SizingStretchSame)) {
        for (std::size_t i = 0; i < view.columns.size(); ++i) {
            MappingView::Column& column = view.columns[i];
            ImGui::PushID(static_cast<int>(i));
            ImGui::TableNextRow();
            ImGui::TableNextColumn();
            ImGui::AlignTextToFramePadding();
            if (column.role.empty()) {
                quiet_text(look, column.name);
            } else {
                ImGui::TextUnformatted(column.name.c_str());
            }
            ImGui::TableNextColumn();
            draw_role(look, column, view.roles);
            ImGui::PopID();
        }
        ImGui::EndTable();
    }
    ImGui::EndChild();
}

void draw_date_order(const Look& look, MappingView& view) {
    ImGui::AlignTextToFramePadding();
    quiet_text(look, "05/03/2022 is");
    ImGui::SameLine();
    if (ImGui::RadioButton("decided by the values", !view.month_first)) {
        view.month_first.reset();
    }
    ImGui::SameLine();
    if (ImGui::RadioButton("5 March", view.month_first == false)) {
        view.month_first = false;
    }
    ImGui::SameLine();
    if (ImGui::RadioButton("May 3", view.month_first == true)) {
        view.month_first = true;
    }
}

session::MapColumns command_of(const MappingForm& form) {
    session::MapColumns command;
    command.path = form.path;
    command.month_first = form.view.month_first;
    for (const MappingView::Column& column : form.view.columns) {
        if (!column.role.empty()) {
            command.roles.emplace_back(column.role, column.name);
        }
    }
    return command;
}

}  // namespace

void draw_mapping_dialog(const Context& context) {
    const Look& look = context.look;
    if (!begin_dialog(context, kMappingDialog, {620, 540})) {
        return;
    }
    MappingForm& form = context.data.mapping;
    quiet_text(
        look,
        "The guess is shown; correct what is wrong. It is remembered for files with these "
        "columns.");
    draw_columns(look, form.view);
    draw_date_order(look, form.view);
    place_buttons(look, 2);
    if (plain_button(look, "Cancel") || escape_pressed()) {
        ImGui::CloseCurrentPopup();
    }
    ImGui::SameLine();
    if (primary_button(look, "Read again")) {
        context.out.push_back(command_of(form));
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

}  // namespace salient::ui
