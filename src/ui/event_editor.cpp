#include "events/types.hpp"
#include "time/text.hpp"
#include "ui/event_card_parts.hpp"

#include <imgui.h>

#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace salient::ui {

namespace {

using events::Event;

void draw_type_choice(const Context& context, const Event& event) {
    ImGui::SetNextItemWidth(-1);
    const std::string current(events::type_label(event.type));
    if (!begin_combo(context.look, "##type", current.c_str())) {
        return;
    }
    for (std::size_t i = 0; i < events::kEventTypeCount; ++i) {
        const auto type = static_cast<events::EventType>(i);
        const std::string label(events::type_label(type));
        if (ImGui::Selectable(label.c_str(), type == event.type) && type != event.type) {
            context.out.push_back(session::Retype{event.id, type});
        }
    }
    ImGui::EndCombo();
}

/// "51.19, 35.27": latitude first, as maps show it.
std::optional<geo::LonLat> read_point(std::string_view text) {
    std::array<double, 2> values = {};
    const char* at = text.data();
    const char* end = at + text.size();
    for (double& value : values) {
        while (at < end && (*at == ' ' || *at == ',' || *at == ';')) {
            ++at;
        }
        const auto [rest, code] = std::from_chars(at, end, value);
        if (code != std::errc() || !std::isfinite(value)) {
            return std::nullopt;
        }
        at = rest;
    }
    const bool is_valid = at == end && std::abs(values[0]) <= 90 && std::abs(values[1]) <= 180;
    return is_valid ? std::optional(geo::LonLat{values[1], values[0]}) : std::nullopt;
}

}  // namespace

void draw_editor(const Context& context, const Event& event) {
    EventEditor& editor = context.data.editor;
    const Look& look = context.look;
    draw_type_choice(context, event);
    const std::string date_hint =
        event.time ? time::iso_text(*event.time) : "Date, such as 2025-01-12";
    const Refused refused = std::exchange(editor.refused, Refused::None);
    ImGui::SetNextItemWidth(-1);
    if (refused == Refused::Date) {
        ImGui::SetKeyboardFocusHere();
    }
    if (ImGui::InputTextWithHint(
            "##date",
            date_hint.c_str(),
            editor.date.data(),
            editor.date.size(),
            ImGuiInputTextFlags_EnterReturnsTrue)) {
        const auto span = time::parse_typed(editor.date.data());
        editor.error = span ? "" : span.error().text();
        editor.refused = span ? Refused::None : Refused::Date;
        if (span) {
            context.out.push_back(session::Redate{event.id, *span});
        }
    }
    ImGui::SetNextItemWidth(-1);
    if (refused == Refused::Place) {
        ImGui::SetKeyboardFocusHere();
    }
    if (ImGui::InputTextWithHint(
            "##place",
            "Latitude, longitude, such as 51.19, 35.27",
            editor.place.data(),
            editor.place.size(),
            ImGuiInputTextFlags_EnterReturnsTrue)) {
        const auto point = read_point(editor.place.data());
        editor.error =
            point ? "" : "Expected latitude and longitude in degrees, such as 51.19, 35.27";
        editor.refused = point ? Refused::None : Refused::Place;
        if (point) {
            context.out.push_back(session::MoveEvent{event.id, *point});
        }
    }
    if (!editor.error.empty()) {
        ImGui::PushStyleColor(ImGuiCol_Text, look.colors.bad);
        ImGui::TextWrapped("%s", editor.error.c_str());
        ImGui::PopStyleColor();
    }
}

}  // namespace salient::ui
