#include "ui/file_browser.hpp"

#include "ui/look.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstdio>
#include <system_error>

namespace salient::ui {

namespace {

namespace fs = std::filesystem;

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

std::string size_text(std::uintmax_t bytes) {
    if (bytes < 10'000) {
        return std::to_string(bytes) + " B";
    }
    if (bytes < 10'000'000) {
        return std::to_string(bytes / 1000) + " kB";
    }
    return grouped(static_cast<std::size_t>(bytes / 1'000'000)) + " MB";
}

template <std::size_t N>
void put(std::array<char, N>& field, const std::string& text) {
    std::snprintf(field.data(), field.size(), "%s", text.c_str());
}

}  // namespace

std::vector<FileEntry> list_folder(
    const fs::path& folder,
    std::span<const std::string> extensions,
    bool all_files,
    std::string& error) {
    constexpr std::size_t most = 10'000;
    std::vector<FileEntry> entries;
    std::error_code code;
    error.clear();
    fs::directory_iterator at(folder, fs::directory_options::skip_permission_denied, code);
    for (; !code && at != fs::directory_iterator() && entries.size() < most; at.increment(code)) {
        std::error_code entry_code;
        FileEntry entry;
        entry.name = at->path().filename().string();
        entry.is_folder = at->is_directory(entry_code);
        const bool is_file = at->is_regular_file(entry_code);
        const std::string ending = lower(at->path().extension().string());
        const bool is_known =
            std::find(extensions.begin(), extensions.end(), ending) != extensions.end();
        if (entry.name.front() == '.'
            || (!entry.is_folder && !(is_file && (all_files || is_known)))) {
            continue;
        }
        if (is_file) {
            entry.bytes = at->file_size(entry_code);
            entry.bytes = entry_code ? 0 : entry.bytes;
        }
        entries.push_back(std::move(entry));
    }
    if (code) {
        error = "This folder cannot be read (" + code.message() + ")";
    }
    std::sort(entries.begin(), entries.end(), [](const FileEntry& a, const FileEntry& b) {
        return a.is_folder != b.is_folder ? a.is_folder : lower(a.name) < lower(b.name);
    });
    return entries;
}

void FileBrowser::enter(const fs::path& folder) {
    std::error_code code;
    const fs::path whole = fs::weakly_canonical(folder, code);
    folder_ = code ? folder : whole;
    chosen_.clear();
    is_read_ = false;
    put(typed_, folder_.string());
}

void FileBrowser::draw_path(const Look& look) {
    if (icon_button(look, "up", Icon::Up, "To the folder above")) {
        enter(folder_.parent_path());
    }
    ImGui::SameLine();
    ImGui::SetNextItemWidth(-1);
    const bool is_entered = ImGui::InputTextWithHint(
        "##path",
        "Path of a folder or file",
        typed_.data(),
        typed_.size(),
        ImGuiInputTextFlags_EnterReturnsTrue);
    if (!is_entered) {
        return;
    }
    std::error_code code;
    const fs::path path(typed_.data());
    if (fs::is_directory(path, code)) {
        enter(path);
    } else if (fs::is_regular_file(path, code)) {
        enter(path.parent_path());
        chosen_.insert(path.filename().string());
    } else {
        error_ = "No file or folder has this path";
    }
}

void FileBrowser::choose(const std::string& name, bool is_double) {
    const bool was_chosen = chosen_.count(name) != 0;
    if (!ImGui::GetIO().KeyCtrl && !is_double) {
        chosen_.clear();
    }
    if (was_chosen && !is_double) {
        chosen_.erase(name);
    } else {
        chosen_.insert(name);
    }
}

namespace {

// Icon, name and size of a file over its row.
void draw_entry(const Look& look, const FileEntry& entry, ImVec2 at, ImVec2 size) {
    const float height = size.y;
    const float y = at.y + (height - ImGui::GetFontSize()) / 2;
    draw_icon(
        ImGui::GetWindowDrawList(),
        entry.is_folder ? Icon::Folder : Icon::File,
        {at.x + height / 2, at.y + height / 2},
        height * 0.42F,
        entry.is_folder ? look.colors.accent : look.colors.quiet);
    draw_text_cut(
        look.regular,
        {at.x + height * 1.1F, y},
        size.x - height * 1.3F - look.px(90),
        look.colors.text,
        entry.name);
    if (!entry.is_folder) {
        const std::string bytes = size_text(entry.bytes);
        ImGui::GetWindowDrawList()->AddText(
            {at.x + size.x - ImGui::CalcTextSize(bytes.c_str()).x - look.px(8), y},
            look.colors.faint,
            bytes.c_str());
    }
}

}  // namespace

bool FileBrowser::draw_entries(const Look& look) {
    bool is_opened = false;
    std::string entered;
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(entries_.size()));
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const FileEntry& entry = entries_[static_cast<std::size_t>(i)];
            ImGui::PushID(i);
            const ImVec2 at = ImGui::GetCursorScreenPos();
            const ImVec2 size = {ImGui::GetContentRegionAvail().x, ImGui::GetFrameHeight()};
            const bool is_clicked = ImGui::Selectable(
                "##entry",
                chosen_.count(entry.name) != 0,
                ImGuiSelectableFlags_AllowDoubleClick | ImGuiSelectableFlags_DontClosePopups,
                size);
            if (is_clicked && entry.is_folder) {
                entered = entry.name;
            } else if (is_clicked) {
                is_opened = ImGui::IsMouseDoubleClicked(0);
                choose(entry.name, is_opened);
            }
            draw_entry(look, entry, at, size);
            ImGui::PopID();
        }
    }
    clipper.End();
    if (!entered.empty()) {
        enter(folder_ / entered);
    }
    return is_opened;
}

std::vector<std::string> FileBrowser::take_chosen() {
    std::vector<std::string> paths;
    for (const std::string& name : chosen_) {
        paths.push_back((folder_ / name).string());
    }
    chosen_.clear();
    is_read_ = false;
    return paths;
}

std::vector<std::string> FileBrowser::draw(
    const Look& look,
    std::span<const std::string> extensions) {
    if (folder_.empty()) {
        std::error_code code;
        enter(fs::current_path(code));
    }
    if (!is_read_) {
        entries_ = list_folder(folder_, extensions, all_files_, error_);
        is_read_ = true;
    }
    draw_path(look);
    const float footer = ImGui::GetFrameHeight() + look.px(10);
    ImGui::BeginChild("entries", {0, -footer}, true);
    if (!error_.empty()) {
        ImGui::PushStyleColor(ImGuiCol_Text, look.colors.bad);
        ImGui::TextWrapped("%s", error_.c_str());
        ImGui::PopStyleColor();
    } else if (entries_.empty()) {
        quiet_text(look, "Nothing here that can be opened");
    }
    const bool is_opened = draw_entries(look);
    ImGui::EndChild();
    if (ImGui::Checkbox("All files", &all_files_)) {
        is_read_ = false;
    }
    ImGui::SameLine(ImGui::GetContentRegionAvail().x - look.px(180));
    if (ImGui::Button("Cancel", {look.px(86), 0})
        || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) {
        chosen_.clear();
        is_read_ = false;
        ImGui::CloseCurrentPopup();
        return {};
    }
    ImGui::SameLine();
    const std::string label =
        chosen_.size() > 1 ? "Open " + std::to_string(chosen_.size()) : "Open";
    const bool can_open = !chosen_.empty();
    ImGui::PushStyleColor(ImGuiCol_Button, faded(look.colors.accent, can_open ? 1 : 0.35F));
    ImGui::PushStyleColor(
        ImGuiCol_ButtonHovered,
        faded(look.colors.accent, can_open ? 0.88F : 0.35F));
    ImGui::PushStyleColor(ImGuiCol_Text, look.colors.accent_text);
    const bool is_confirmed = ImGui::Button((label + "###open").c_str(), {look.px(86), 0});
    ImGui::PopStyleColor(3);
    if ((is_confirmed || is_opened) && can_open) {
        ImGui::CloseCurrentPopup();
        return take_chosen();
    }
    return {};
}

}  // namespace salient::ui
