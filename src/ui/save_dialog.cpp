#include "time/text.hpp"
#include "ui/data.hpp"
#include "ui/dialog_frame.hpp"

#include <imgui.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <string>

namespace salient::ui {

namespace {

struct Format {
    const char* ending;
    const char* label;
};
constexpr std::array<Format, 5> kFormats = {{
    {".geojson", "GeoJSON"},
    {".csv", "CSV"},
    {".kml", "KML"},
    {".gpkg", "GeoPackage"},
    {".fgb", "FlatGeobuf"},
}};

void set_path(SaveForm& form, const std::string& path) {
    std::snprintf(form.path.data(), form.path.size(), "%s", path.c_str());
}

std::string proposed(const Context& context, const char* ending) {
    const std::string folder = context.in.save_folder.empty() ? "." : context.in.save_folder;
    return folder + "/salient-" + time::iso_day(session::cursor_day(context.state())) + ending;
}

/// The path with another ending.
void choose_format(SaveForm& form, const char* ending) {
    std::filesystem::path path(form.path.data());
    path.replace_extension(ending);
    set_path(form, path.string());
}

void draw_formats(const Look& look, SaveForm& form) {
    const std::string current = std::filesystem::path(form.path.data()).extension().string();
    for (const Format& format : kFormats) {
        const bool is_on = current == format.ending;
        ImGui::PushStyleColor(
            ImGuiCol_Button,
            is_on ? look.colors.accent_soft : look.colors.sunken);
        ImGui::PushStyleColor(ImGuiCol_Text, is_on ? look.colors.accent : look.colors.quiet);
        if (ImGui::Button(format.label)) {
            choose_format(form, format.ending);
        }
        ImGui::PopStyleColor(2);
        ImGui::SameLine(0, look.px(4));
    }
    ImGui::NewLine();
}

void draw_choice(const Context& context, SaveForm& form) {
    using session::EventChoice;
    const auto radio = [&form](const std::string& label, EventChoice choice) {
        if (ImGui::RadioButton(label.c_str(), form.which == choice)) {
            form.which = choice;
        }
        ImGui::SameLine();
    };
    radio("All " + grouped(context.store().size()), EventChoice::All);
    radio("Shown " + grouped(context.data.lists.shown.size()), EventChoice::Shown);
    if (context.store().find(context.state().selected)) {
        radio("Selected", EventChoice::Selected);
    } else if (form.which == EventChoice::Selected) {
        form.which = EventChoice::All;
    }
    ImGui::NewLine();
}

bool draw_path(SaveForm& form) {
    ImGui::SetNextItemWidth(-1);
    if (ImGui::IsWindowAppearing()) {
        ImGui::SetKeyboardFocusHere();
    }
    return ImGui::InputText(
        "##path",
        form.path.data(),
        form.path.size(),
        ImGuiInputTextFlags_EnterReturnsTrue);
}

/// Says what stands at the path already.
void draw_path_note(const Look& look, const SaveForm& form) {
    std::error_code ignored;
    const std::filesystem::path path(form.path.data());
    if (std::filesystem::is_regular_file(path, ignored)) {
        ImGui::PushStyleColor(ImGuiCol_Text, look.colors.warning);
        ImGui::TextUnformatted("This file exists and will be replaced.");
        ImGui::PopStyleColor();
    } else if (
        path.has_parent_path() && !std::filesystem::is_directory(path.parent_path(), ignored)) {
        ImGui::PushStyleColor(ImGuiCol_Text, look.colors.bad);
        ImGui::TextUnformatted("There is no such folder.");
        ImGui::PopStyleColor();
    }
}

}  // namespace

void draw_save_dialog(const Context& context) {
    const Look& look = context.look;
    SaveForm& form = context.data.save;
    if (!begin_dialog(context, kSaveDialog, {560, 268})) {
        return;
    }
    if (ImGui::IsWindowAppearing()) {
        set_path(form, proposed(context, ".geojson"));
        form.which = session::EventChoice::All;
    }
    draw_choice(context, form);
    draw_formats(look, form);
    const bool is_entered = draw_path(form);
    draw_path_note(look, form);
    place_buttons(look, 2);
    if (plain_button(look, "Cancel") || escape_pressed()) {
        form.then_quits = false;
        ImGui::CloseCurrentPopup();
    }
    ImGui::SameLine();
    if (primary_button(look, "Save", form.path[0] != '\0') || is_entered) {
        context.out.push_back(session::SaveEvents{form.path.data(), form.which});
        if (form.then_quits) {
            context.out.push_back(session::Quit{});
        }
        form.then_quits = false;
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

void draw_workspace_dialog(const Context& context) {
    const Look& look = context.look;
    SaveForm& form = context.data.save;
    if (!begin_dialog(context, kWorkspaceDialog, {560, 200})) {
        return;
    }
    if (ImGui::IsWindowAppearing()) {
        set_path(form, proposed(context, ".gpkg"));
    }
    quiet_text(look, "Events, decisions, articles, bookmarks, view and filters in one GeoPackage.");
    const bool is_entered = draw_path(form);
    draw_path_note(look, form);
    place_buttons(look, 2);
    if (plain_button(look, "Cancel") || escape_pressed()) {
        form.then_quits = false;
        ImGui::CloseCurrentPopup();
    }
    ImGui::SameLine();
    if (primary_button(look, "Save", form.path[0] != '\0') || is_entered) {
        context.out.push_back(session::SaveWorkspace{form.path.data()});
        if (form.then_quits) {
            context.out.push_back(session::Quit{});
        }
        form.then_quits = false;
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

}  // namespace salient::ui
