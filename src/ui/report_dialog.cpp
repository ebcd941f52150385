#include "ui/data.hpp"
#include "ui/dialog_frame.hpp"

#include <imgui.h>

#include <algorithm>
#include <string>

namespace salient::ui {

namespace {

std::string counted(std::size_t count, const char* one, const char* many) {
    return grouped(count) + " " + (count == 1 ? one : many);
}

/// "1,200 rows = 1,100 accepted + 60 with a guess + 40 rejected"
std::string sum_text(const ImportRow& row) {
    return counted(row.rows, "row", "rows") + " = " + grouped(row.accepted) + " accepted + "
           + grouped(row.guessed) + " with a guess + " + grouped(row.rejected) + " rejected";
}

std::string effect_text(const ImportRow& row) {
    std::string text = counted(row.added, "event", "events") + " added, " + grouped(row.changed)
                       + " changed, " + grouped(row.removed) + " gone";
    if (row.undated > 0) {
        text += ", " + grouped(row.undated) + " without a date";
    }
    if (row.unlocated > 0) {
        text += ", " + grouped(row.unlocated) + " without a place";
    }
    return text;
}

void draw_files(const Context& context) {
    const Look& look = context.look;
    Panels::Data& data = context.data;
    ImGui::BeginChild("files", {look.px(210), -look.px(44)}, true);
    for (std::size_t i = 0; i < context.in.imports.size(); ++i) {
        const ImportRow& row = context.in.imports[i];
        ImGui::PushID(static_cast<int>(i));
        if (ImGui::Selectable(row.file.c_str(), i == data.report_row)) {
            data.report_row = i;
        }
        ImGui::PopID();
    }
    ImGui::EndChild();
}

void draw_rejected(const Look& look, const ImportRow& row) {
    if (row.rejected_lines.empty()) {
        return;
    }
    ImGui::Dummy({0, look.px(4)});
    section(look, "REJECTED ROWS");
    if (!ImGui::BeginTable("rejected", 2, ImGuiTableFlags_SizingFixedFit)) {
        return;
    }
    ImGui::TableSetupColumn("line", ImGuiTableColumnFlags_WidthFixed, look.px(70));
    ImGui::TableSetupColumn("reason", ImGuiTableColumnFlags_WidthStretch);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(row.rejected_lines.size()));
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const RejectedLine& line = row.rejected_lines[static_cast<std::size_t>(i)];
            ImGui::TableNextRow();
            ImGui::TableNextColumn();
            quiet_text(look, "line " + std::to_string(line.line));
            ImGui::TableNextColumn();
            ImGui::TextUnformatted(line.reason.c_str());
            if (ImGui::IsItemHovered() && !line.text.empty()) {
                tooltip(line.text.c_str());
            }
        }
    }
    ImGui::EndTable();
}

void draw_row(const Context& context, const ImportRow& row) {
    const Look& look = context.look;
    ImGui::PushFont(look.bold);
    ImGui::TextUnformatted(row.file.c_str());
    ImGui::PopFont();
    quiet_text(look, row.format.empty() ? row.kind : row.kind + " · " + row.format);
    if (row.kind == "events") {
        ImGui::TextUnformatted(sum_text(row).c_str());
    }
    ImGui::TextUnformatted(effect_text(row).c_str());
    if (!row.days.empty()) {
        ImGui::TextUnformatted(row.days.c_str());
    }
    if (!row.problems.empty()) {
        ImGui::Dummy({0, look.px(4)});
        section(look, "NOTICED");
        ImGui::PushTextWrapPos(0);
        for (const std::string& problem : row.problems) {
            quiet_text(look, problem);
        }
        ImGui::PopTextWrapPos();
    }
    draw_rejected(look, row);
}

void draw_buttons(const Context& context, const ImportRow* row) {
    const Look& look = context.look;
    const std::string folder = context.in.save_folder.empty() ? "." : context.in.save_folder;
    ImGui::SetCursorPosY(ImGui::GetWindowHeight() - ImGui::GetFrameHeight() - look.px(16));
    if (row != nullptr && row->mapping) {
        if (ImGui::Button("Columns …")) {
            context.data.mapping = {row->path, *row->mapping};
            context.data.wanted = Dialog::Mapping;
            ImGui::CloseCurrentPopup();
        }
        ImGui::SameLine();
    }
    if (ImGui::Button("Save report")) {
        context.out.push_back(session::SaveReport{folder + "/salient-import-report.txt"});
    }
    if (row != nullptr && !row->rejected_lines.empty()) {
        ImGui::SameLine();
        if (ImGui::Button("Save rejected rows")) {
            context.out.push_back(session::SaveRejected{folder + "/salient-rejected-rows.txt"});
        }
    }
    place_buttons(look, 1);
    if (primary_button(look, "Close") || escape_pressed()) {
        ImGui::CloseCurrentPopup();
    }
}

}  // namespace

void draw_report_dialog(const Context& context) {
    const Look& look = context.look;
    if (!begin_dialog(context, kReportDialog, {780, 500})) {
        return;
    }
    Panels::Data& data = context.data;
    const std::size_t count = context.in.imports.size();
    data.report_row = std::min(data.report_row, count == 0 ? 0 : count - 1);
    const ImportRow* row = count == 0 ? nullptr : &context.in.imports[data.report_row];
    if (count > 1) {
        draw_files(context);
        ImGui::SameLine();
    }
    ImGui::BeginChild("report", {0, -look.px(44)});
    if (row != nullptr) {
        draw_row(context, *row);
    } else {
        quiet_text(look, "Nothing has been loaded yet.");
    }
    ImGui::EndChild();
    draw_buttons(context, row);
    ImGui::EndPopup();
}

}  // namespace salient::ui
