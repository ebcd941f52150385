#include "time/text.hpp"
#include "timeline/marks.hpp"
#include "ui/data.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <utility>

namespace salient::ui {

namespace {

constexpr std::array<double, 7> kSpeeds = {0.5, 1, 2, 4, 7, 14, 30};

std::string speed_text(double days_per_second) {
    std::array<char, 32> text = {};
    std::snprintf(text.data(), text.size(), "%g", days_per_second);
    return std::string(text.data()) + (days_per_second == 1 ? " day/s" : " days/s");
}

void draw_transport(const Context& context) {
    const Look& look = context.look;
    session::Commands& out = context.out;
    const float gap = look.px(2);
    if (icon_button(look, "event-back", Icon::EventBack, "Event before (Ctrl+Left)")) {
        out.push_back(session::StepEvents{-1});
    }
    ImGui::SameLine(0, gap);
    if (icon_button(look, "day-back", Icon::StepBack, "One day back (Shift+Left)")) {
        out.push_back(session::StepDays{-1});
    }
    ImGui::SameLine(0, gap);
    const bool is_playing = context.state().playback.playing;
    if (icon_button(
            look,
            "play",
            is_playing ? Icon::Pause : Icon::Play,
            is_playing ? "Pause (Space)" : "Play (Space)",
            true)) {
        out.push_back(session::TogglePlay{});
    }
    ImGui::SameLine(0, gap);
    if (icon_button(look, "day-on", Icon::StepOn, "One day on (Shift+Right)")) {
        out.push_back(session::StepDays{1});
    }
    ImGui::SameLine(0, gap);
    if (icon_button(look, "event-on", Icon::EventOn, "Event after (Ctrl+Right)")) {
        out.push_back(session::StepEvents{1});
    }
}

void draw_speed(const Context& context) {
    const Look& look = context.look;
    const session::Playback& playback = context.state().playback;
    ImGui::SetNextItemWidth(look.px(104));
    if (begin_combo(look, "##speed", speed_text(playback.days_per_second).c_str())) {
        for (const double speed : kSpeeds) {
            if (ImGui::Selectable(speed_text(speed).c_str(), speed == playback.days_per_second)) {
                session::Playback changed = playback;
                changed.days_per_second = speed;
                context.out.push_back(session::SetPlayback{changed});
            }
        }
        ImGui::EndCombo();
    }
    ImGui::SameLine(0, look.px(4));
    if (icon_button(look, "loop", Icon::Loop, "Start over at the end", playback.loop)) {
        session::Playback changed = playback;
        changed.loop = !changed.loop;
        context.out.push_back(session::SetPlayback{changed});
    }
}

/// The date, which is also the field where one is typed.
void draw_date(const Context& context, float width) {
    const Look& look = context.look;
    TimelineWidget& widget = context.data.time;
    if (widget.error_cursor != context.state().cursor) {
        widget.error.clear();
    }
    if (!widget.is_typing && widget.error.empty()) {
        const std::string shown = time::display_day(session::cursor_day(context.state()));
        std::snprintf(widget.typed.data(), widget.typed.size(), "%s", shown.c_str());
    }
    ImGui::PushFont(look.bold);
    ImGui::SetNextItemWidth(width);
    const bool has_error = !widget.error.empty();
    if (has_error) {
        ImGui::PushStyleColor(ImGuiCol_Text, look.colors.bad);
    }
    if (std::exchange(widget.wants_focus, false)) {
        ImGui::SetKeyboardFocusHere();
    }
    const bool is_entered = ImGui::InputText(
        "##date",
        widget.typed.data(),
        widget.typed.size(),
        ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    if (has_error) {
        ImGui::PopStyleColor();
    }
    ImGui::PopFont();
    widget.is_typing = ImGui::IsItemActive();
    if (ImGui::IsItemHovered()) {
        tooltip("Type a date: 2025-01-12, 12.01.2025, 12 Jan 2025, 12 січня 2025");
    }
    if (is_entered) {
        const auto span = time::parse_typed(widget.typed.data());
        widget.error = span ? "" : span.error().message;
        widget.error_cursor = context.state().cursor;
        widget.wants_focus = !span;
        if (span) {
            context.out.push_back(session::MoveCursor{span->begin});
        }
    }
}

/// The age of what is drawn as held ground, or why a typed date was refused.
std::string beside_date(const Context& context) {
    if (!context.data.time.error.empty()) {
        return context.data.time.error;
    }
    if (context.in.control == nullptr || context.in.control->empty()) {
        return "";
    }
    const auto held = context.in.control->at(session::cursor_day(context.state()));
    if (!held) {
        return "No front known yet on this day";
    }
    if (held->age_days == 0) {
        return "Front as of this day";
    }
    return "Front as of " + time::display_day(held->snapshot->day) + ", "
           + std::to_string(held->age_days) + (held->age_days == 1 ? " day old" : " days old");
}

void draw_modes(const Context& context) {
    const Look& look = context.look;
    const session::TimeMode mode = context.state().mode;
    const auto segment = [&](const char* label, session::TimeMode value, const char* tip) {
        const bool is_on = mode == value;
        ImGui::PushStyleColor(
            ImGuiCol_Button,
            is_on ? look.colors.accent_soft : look.colors.sunken);
        ImGui::PushStyleColor(ImGuiCol_Text, is_on ? look.colors.accent : look.colors.quiet);
        if (ImGui::Button(label, {look.px(88), 0})) {
            context.out.push_back(session::SetMode{value});
        }
        ImGui::PopStyleColor(2);
        if (ImGui::IsItemHovered()) {
            tooltip(tip);
        }
    };
    segment(
        "Up to date",
        session::TimeMode::UpToCursor,
        "Events from the window's begin up to the date");
    ImGui::SameLine(0, look.px(3));
    segment("Window", session::TimeMode::Window, "All events of the window");
    ImGui::SameLine(0, look.px(8));
    if (icon_button(look, "fit-time", Icon::Fit, "Show the whole time of the events")) {
        const auto extent = context.store().extent();
        const time::Window whole = extent ? *extent : context.state().window;
        context.out.push_back(session::SetTimeline{timeline::padded(whole, 0.04)});
    }
}

std::string window_text(const Context& context) {
    const time::Window window = context.state().window;
    const auto first = time::day_of(window.begin);
    const auto last = std::max(first, time::day_of(window.end - 1));
    return time::display_text(time::days_span(first, last));
}

}  // namespace

void draw_timeline(const Context& context) {
    const Rect& area = context.layout.timeline;
    if (area.height < 1) {
        return;
    }
    const Look& look = context.look;
    if (begin_panel(look, "timeline", area, {look.px(14), look.px(8)})) {
        ImDrawList* list = ImGui::GetWindowDrawList();
        edge_line(look, {area.x, area.y + 0.5F}, {area.x + area.width, area.y + 0.5F});
        const float row_y = ImGui::GetCursorScreenPos().y;
        draw_transport(context);
        ImGui::SameLine(0, look.px(12));
        draw_date(context, look.px(168));
        ImGui::SameLine(0, look.px(12));
        draw_speed(context);
        ImGui::SameLine(0, look.px(14));
        const float text_x = ImGui::GetCursorScreenPos().x;
        const float modes_x =
            area.x + area.width - look.px(14 + 88 + 3 + 88 + 8) - ImGui::GetFrameHeight();
        const std::string window = window_text(context);
        const float text_y = row_y + (ImGui::GetFrameHeight() - look.small->FontSize) / 2;
        const float window_width =
            look.small->CalcTextSizeA(look.small->FontSize, 1e9F, 0, window.c_str()).x;
        const float window_x = modes_x - look.px(14) - window_width;
        const bool has_error = !context.data.time.error.empty();
        const bool has_room = window_x > text_x + look.px(60);
        draw_text_cut(
            look.small,
            {text_x, text_y},
            (has_room ? window_x : modes_x) - look.px(16) - text_x,
            has_error ? look.colors.bad : look.colors.quiet,
            beside_date(context));
        if (has_room) {
            list->AddText(
                look.small,
                look.small->FontSize,
                {window_x, text_y},
                look.colors.quiet,
                window.c_str());
        }
        ImGui::SetCursorScreenPos({modes_x, row_y});
        draw_modes(context);
        const float top = row_y + ImGui::GetFrameHeight() + look.px(8);
        draw_time_axis(
            context,
            {area.x + look.px(14),
             top,
             area.width - look.px(28),
             area.y + area.height - top - look.px(4)});
    }
    end_panel();
}

}  // namespace salient::ui
