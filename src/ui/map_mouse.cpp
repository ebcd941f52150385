#include "events/types.hpp"
#include "geo/mercator.hpp"
#include "time/text.hpp"
#include "ui/data.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace salient::ui {

namespace {

constexpr double kClickReachPx = 4;  // a press that moves no further is a click
constexpr double kLevelsPerNotch = 0.5;
constexpr double kZoomRate = 14;     // of what is left, a second
constexpr double kZoomRest = 0.004;  // levels that are zoomed at once
constexpr double kMostZoomLeft = 4;

/// The place under a point of the window.
geo::WorldPoint world_at(const Context& context, ImVec2 point) {
    const Rect& map = context.layout.map;
    const session::Camera& camera = context.state().camera;
    const double unit = session::pixels_per_world(camera) * static_cast<double>(context.look.scale);
    return {
        camera.center.x + static_cast<double>(point.x - map.x - map.width / 2) / unit,
        camera.center.y + static_cast<double>(point.y - map.y - map.height / 2) / unit};
}

std::vector<std::string> pick(const Context& context, ImVec2 point) {
    if (!context.in.pick) {
        return {};
    }
    const Rect& map = context.layout.map;
    const auto scale = static_cast<double>(context.look.scale);
    return context.in.pick(
        static_cast<double>(point.x - map.x) / scale,
        static_cast<double>(point.y - map.y) / scale);
}

/// Selects what is there; another click takes the next of several at one spot.
void click(const Context& context, ImVec2 point) {
    const std::vector<std::string> hits = pick(context, point);
    const std::string& selected = context.state().selected;
    if (hits.empty()) {
        if (!selected.empty()) {
            context.out.push_back(session::Select{"", false});
        }
        return;
    }
    const auto at = std::find(hits.begin(), hits.end(), selected);
    const bool has_next = at != hits.end() && at + 1 != hits.end();
    context.out.push_back(session::Select{has_next ? *(at + 1) : hits.front(), false});
}

void show_hit(const Context& context, ImVec2 point) {
    const std::vector<std::string> hits = pick(context, point);
    const auto index = hits.empty() ? std::nullopt : context.store().find(hits.front());
    if (!index) {
        return;
    }
    const events::Event& event = context.store().at(*index);
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(context.look.px(320));
    ImGui::TextUnformatted(
        event.title.empty() ? std::string(events::type_label(event.type)).c_str()
                            : event.title.c_str());
    std::string line = event.time ? time::display_text(*event.time) : "no date";
    if (event.location && !event.location->name.empty()) {
        line += " · " + event.location->name;
    }
    if (hits.size() > 1) {
        line += "\n" + grouped(hits.size()) + " events here: click again for the next";
    }
    quiet_text(context.look, line);
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
}

void read_buttons(const Context& context, bool is_over) {
    MapMouse& mouse = context.data.mouse;
    const ImGuiIO& io = ImGui::GetIO();
    if (is_over && ImGui::IsMouseClicked(0)) {
        mouse.is_down = true;
        mouse.moved_px = 0;
        if (ImGui::IsMouseDoubleClicked(0)) {
            mouse.anchor = world_at(context, io.MousePos);
            mouse.zoom_left = std::min(mouse.zoom_left + 1, kMostZoomLeft);
            mouse.moved_px = kClickReachPx + 1;  // no click of its own
        }
    }
    if (!mouse.is_down) {
        return;
    }
    const auto scale = static_cast<double>(context.look.scale);
    mouse.moved_px += static_cast<double>(std::hypot(io.MouseDelta.x, io.MouseDelta.y)) / scale;
    if (ImGui::IsMouseDown(0)) {
        const bool moves = io.MouseDelta.x != 0 || io.MouseDelta.y != 0;
        if (mouse.moved_px > kClickReachPx && moves) {
            ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
            context.out.push_back(session::PanPixels{
                static_cast<double>(io.MouseDelta.x) / scale,
                static_cast<double>(io.MouseDelta.y) / scale});
        }
        return;
    }
    mouse.is_down = false;
    if (mouse.moved_px <= kClickReachPx) {
        click(context, io.MousePos);
    }
}

/// A part of what the wheel asked for, each frame: the map glides. @return there is more to come
bool glide(const Context& context) {
    MapMouse& mouse = context.data.mouse;
    if (mouse.zoom_left == 0) {
        return false;
    }
    const double elapsed_s = std::min(static_cast<double>(ImGui::GetIO().DeltaTime), 0.05);
    double step = mouse.zoom_left * (1 - std::exp(-kZoomRate * elapsed_s));
    if (std::abs(mouse.zoom_left - step) < kZoomRest) {
        step = mouse.zoom_left;
    }
    mouse.zoom_left -= step;
    context.out.push_back(session::ZoomAt{step, mouse.anchor});
    return mouse.zoom_left != 0;
}

}  // namespace

bool read_map_mouse(const Context& context) {
    const ImGuiIO& io = ImGui::GetIO();
    MapMouse& mouse = context.data.mouse;
    const bool is_over = context.layout.map.contains(io.MousePos.x, io.MousePos.y)
                         && !io.WantCaptureMouse && !context.data.is_dialog_open;
    read_buttons(context, is_over);
    if (is_over && io.MouseWheel != 0) {
        mouse.anchor = world_at(context, io.MousePos);
        mouse.zoom_left = std::clamp(
            mouse.zoom_left + static_cast<double>(io.MouseWheel) * kLevelsPerNotch,
            -kMostZoomLeft,
            kMostZoomLeft);
    }
    const bool is_gliding = glide(context);
    if (is_over && !mouse.is_down && !is_gliding) {
        show_hit(context, io.MousePos);
    }
    return is_gliding;
}

}  // namespace salient::ui
