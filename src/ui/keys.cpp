#include "ui/keys.hpp"

#include "geo/mercator.hpp"

#include <imgui.h>

#include <array>
#include <cmath>
#include <map>

namespace salient::ui {

namespace {

using session::Commands;

// Key numbers of GLFW, which ImGui's GLFW backend passes on. @source https://www.glfw.org/docs/3.3/group__keys.html
constexpr int kSpace = 32;
constexpr int kMinus = 45;
constexpr int kSlash = 47;
constexpr int kEqual = 61;
constexpr int kEscape = 256;
constexpr int kEnter = 257;
constexpr int kRight = 262;
constexpr int kLeft = 263;
constexpr int kDown = 264;
constexpr int kUp = 265;
constexpr int kHome = 268;
constexpr int kF1 = 290;
constexpr int kF3 = 292;
constexpr int kF4 = 293;
constexpr int kF12 = 301;
constexpr int kPadMinus = 333;
constexpr int kPadPlus = 334;

bool pressed(int key, bool repeats = false) {
    return ImGui::IsKeyPressed(key, repeats);
}

void fit(const geo::Box& box, const Rect& map, Commands& out) {
    out.push_back(session::MoveCamera{session::camera_for_box(box, map.width, map.height, 12)});
}

void zoom(double levels, const session::State& state, Commands& out) {
    out.push_back(session::ZoomAt{levels, state.camera.center});
}

void read_control_keys(bool shift, Commands& out, KeyWishes& wishes) {
    if (pressed('O')) {
        wishes.open_files = true;
    }
    if (pressed('F')) {
        wishes.search = true;
    }
    if (pressed('Q')) {
        out.push_back(session::Quit{});
    }
    if (pressed('S')) {
        out.push_back(
            shift ? session::Command(session::SaveWorkspace{})
                  : session::Command(session::SaveEvents{}));
    }
    if (pressed('Z', true)) {
        out.push_back(
            shift ? session::Command(session::Redo{}) : session::Command(session::Undo{}));
    }
    if (pressed('Y', true)) {
        out.push_back(session::Redo{});
    }
    if (pressed(kLeft, true)) {
        out.push_back(session::StepEvents{-1});
    }
    if (pressed(kRight, true)) {
        out.push_back(session::StepEvents{1});
    }
}

void read_review_keys(const session::State& state, Commands& out) {
    if (pressed('N')) {
        out.push_back(session::NextUnreviewed{});
    }
    if (state.selected.empty()) {
        return;
    }
    if (pressed('A')) {
        out.push_back(session::Review{state.selected, events::ReviewStatus::Accepted});
    }
    if (pressed('R')) {
        out.push_back(session::Review{state.selected, events::ReviewStatus::Rejected});
    }
}

constexpr std::array<int, 4> kArrows = {kLeft, kRight, kUp, kDown};

/// Shift let go before the arrow must not move the map.
void follow_arrows(ArrowKeys& arrows) {
    const ImGuiIO& io = ImGui::GetIO();
    for (std::size_t i = 0; i < kArrows.size(); ++i) {
        if (!ImGui::IsKeyDown(kArrows.at(i)) || io.KeyShift || io.KeyCtrl) {
            arrows.pans.at(i) = false;
        } else if (pressed(kArrows.at(i))) {
            arrows.pans.at(i) = true;
        }
    }
}

/// Arrows held down move the map smoothly, by time and not by key repeat.
bool pan_with_arrows(const ArrowKeys& arrows, Commands& out) {
    const int x = (arrows.pans[0] ? 1 : 0) - (arrows.pans[1] ? 1 : 0);
    const int y = (arrows.pans[2] ? 1 : 0) - (arrows.pans[3] ? 1 : 0);
    if (x == 0 && y == 0) {
        return false;
    }
    const double step = 700.0 * static_cast<double>(std::fmin(ImGui::GetIO().DeltaTime, 0.05F));
    out.push_back(session::PanPixels{x * step, y * step});
    return true;
}

void read_shift_keys(const Rect& map, Commands& out) {
    if (pressed(kLeft, true)) {
        out.push_back(session::StepDays{-1});
    }
    if (pressed(kRight, true)) {
        out.push_back(session::StepDays{1});
    }
    if (pressed(kUp, true)) {
        out.push_back(session::StepDays{7});
    }
    if (pressed(kDown, true)) {
        out.push_back(session::StepDays{-7});
    }
    if (pressed(kHome)) {
        fit(session::kKurskBox, map, out);
    }
}

void read_plain_keys(
    const session::State& state,
    const Rect& map,
    Commands& out,
    KeyWishes& wishes) {
    if (pressed(kHome)) {
        fit(session::kTheatreBox, map, out);
    }
    if (pressed('T')) {
        const bool is_dark = state.theme == session::Theme::Dark;
        out.push_back(session::SetTheme{is_dark ? session::Theme::Light : session::Theme::Dark});
    }
    if (pressed('E')) {
        wishes.edit = true;
    }
    wishes.bookmarks = pressed('B');
    for (int number = 1; number <= 9; ++number) {
        if (pressed('0' + number)) {
            wishes.bookmark = number;
        }
    }
    if (pressed(kSlash)) {
        wishes.search = true;
    }
    read_review_keys(state, out);
}

}  // namespace

KeyWishes read_keys(
    const session::State& state,
    const Rect& map,
    bool dialog_is_open,
    ArrowKeys& arrows,
    Commands& out) {
    KeyWishes wishes;
    const ImGuiIO& io = ImGui::GetIO();
    wishes.escape = pressed(kEscape);
    if (io.WantTextInput || dialog_is_open) {
        arrows = {};
        return wishes;
    }
    wishes.help = pressed(kF1) || (io.KeyShift && pressed(kSlash));
    wishes.toggle_layers = pressed(kF3);
    wishes.toggle_list = pressed(kF4);
    if (pressed(kF12)) {
        out.push_back(session::SavePicture{});
    }
    if (pressed(kSpace)) {
        out.push_back(session::TogglePlay{});
    }
    if (pressed(kEqual, true) || pressed(kPadPlus, true)) {
        zoom(0.5, state, out);
    }
    if (pressed(kMinus, true) || pressed(kPadMinus, true)) {
        zoom(-0.5, state, out);
    }
    if (io.KeyCtrl) {
        read_control_keys(io.KeyShift, out, wishes);
    } else if (io.KeyShift) {
        read_shift_keys(map, out);
    } else {
        read_plain_keys(state, map, out, wishes);
    }
    follow_arrows(arrows);
    wishes.is_held = pan_with_arrows(arrows, out);
    return wishes;
}

std::optional<int> key_number(std::string_view name) {
    static const std::map<std::string_view, int> kNames = {
        {"Space", kSpace},
        {"-", kMinus},
        {"/", kSlash},
        {"+", kEqual},
        {"=", kEqual},
        {"Escape", kEscape},
        {"Enter", kEnter},
        {"Tab", 258},
        {"Backspace", 259},
        {"Delete", 261},
        {"Right", kRight},
        {"Left", kLeft},
        {"Down", kDown},
        {"Up", kUp},
        {"PageUp", 266},
        {"PageDown", 267},
        {"Home", kHome},
        {"End", 269}};
    const auto found = kNames.find(name);
    if (found != kNames.end()) {
        return found->second;
    }
    const bool is_letter =
        name.size() == 1
        && ((name[0] >= 'A' && name[0] <= 'Z') || (name[0] >= '0' && name[0] <= '9'));
    if (is_letter) {
        return static_cast<int>(name[0]);
    }
    for (int i = 1; i <= 12; ++i) {
        if (name == "F" + std::to_string(i)) {
            return kF1 + i - 1;
        }
    }
    return std::nullopt;
}

std::span<const KeyHelp> key_help() {
    static constexpr std::array<KeyHelp, 24> kHelp = {{
        {"Space", "Play or pause"},
        {"Shift + Left, Right", "One day back, on"},
        {"Shift + Down, Up", "One week back, on"},
        {"Ctrl + Left, Right", "To the event before, after"},
        {"Arrows", "Move the map"},
        {"+  -  wheel", "Zoom"},
        {"Home", "Show the whole theatre"},
        {"Shift + Home", "Show the Kursk salient"},
        {"/  or  Ctrl + F", "Go to a place"},
        {"B", "Bookmarks"},
        {"1 … 9", "Go to the first … ninth bookmark"},
        {"A", "Accept the event"},
        {"R", "Reject the event"},
        {"E", "Edit the event"},
        {"N", "Next event to review"},
        {"Ctrl + Z,  Ctrl + Y", "Undo, redo"},
        {"Ctrl + O", "Open files"},
        {"Ctrl + S", "Save events as GeoJSON"},
        {"Ctrl + Shift + S", "Save the workspace"},
        {"F12", "Save a picture of the map"},
        {"F3,  F4", "Hide or show layers, events"},
        {"T", "Light or dark"},
        {"Esc", "Close, deselect"},
        {"Ctrl + Q", "Quit"},
    }};
    return kHelp;
}

}  // namespace salient::ui
