#include "events/types.hpp"
#include "time/text.hpp"
#include "time/zone.hpp"
#include "ui/event_card_parts.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace salient::ui {

namespace {

using events::Event;

template <std::size_t N>
void put(std::array<char, N>& field, const std::string& text) {
    std::snprintf(field.data(), field.size(), "%s", text.c_str());
}

const char* precision_text(events::LocationPrecision precision) {
    switch (precision) {
        case events::LocationPrecision::Exact:
            return "exact point";
        case events::LocationPrecision::Settlement:
            return "settlement";
        case events::LocationPrecision::District:
            return "district, somewhere in it";
        case events::LocationPrecision::Region:
            return "region, somewhere in it";
        case events::LocationPrecision::Country:
            return "country, somewhere in it";
        case events::LocationPrecision::Unknown:
            return "place not certain";
    }
    return "";
}

const char* precision_text(const time::Span& span) {
    switch (span.precision) {
        case time::Precision::Instant:
        case time::Precision::Minute:
        case time::Precision::Hour:
            return "clock time";
        case time::Precision::Day:
            return span.end - span.begin > time::kSecondsPerDay ? "between these days" : "that day";
        case time::Precision::Week:
            return "some day that week";
        case time::Precision::Month:
            return "some day that month";
        case time::Precision::Season:
            return "some day that season";
        case time::Precision::Quarter:
            return "some day that quarter";
        case time::Precision::Year:
            return "some day that year";
        case time::Precision::Decade:
        case time::Precision::Century:
            return "only roughly known";
    }
    return "";
}

/// "more than 1,000 persons killed"
std::string quantity_text(const events::Quantity& quantity) {
    std::array<char, 64> number = {};
    if (quantity.value == std::floor(quantity.value) && std::abs(quantity.value) < 1e12) {
        put(number, grouped(static_cast<std::size_t>(std::abs(quantity.value))));
    } else {
        std::snprintf(number.data(), number.size(), "%g", quantity.value);
    }
    std::string text = quantity.qualifier.empty() ? "" : quantity.qualifier + " ";
    text += number.data();
    if (!quantity.unit.empty()) {
        text += " "
                + (quantity.unit == "km2"                              ? std::string("km²")
                   : quantity.unit == "persons" && quantity.value == 1 ? std::string("person")
                                                                       : quantity.unit);
    }
    std::string role = quantity.role;
    std::replace(role.begin(), role.end(), '_', ' ');
    return role.empty() || role == quantity.unit ? text : text + ", " + role;
}

void row(const Look& look, const char* label, const std::string& value, const std::string& note) {
    if (value.empty()) {
        return;
    }
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    quiet_text(look, label);
    ImGui::TableNextColumn();
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(value.c_str());
    ImGui::PopTextWrapPos();
    if (!note.empty()) {
        ImGui::PushFont(look.small);
        ImGui::PushTextWrapPos(0);
        quiet_text(look, note);
        ImGui::PopTextWrapPos();
        ImGui::PopFont();
    }
}

std::string quoted(const std::string& text) {
    return text.empty() ? "" : ", “" + text + "”";
}

void add_name(std::string& names, const std::string& name) {
    names += (names.empty() ? "" : ", ") + name;
}

/// Who did it, and to whom, as far as the evidence tells the one from the other.
void draw_actors(const Look& look, const Event& event) {
    std::vector<std::string_view> fields;
    for (const events::Evidence& evidence : event.evidence) {
        if (evidence.field.starts_with("actor.")) {
            fields.push_back(evidence.field);
        }
    }
    std::string doers;
    std::string targets;
    std::string others;
    const bool is_known = fields.size() == event.actors.size();
    for (std::size_t i = 0; i < event.actors.size(); ++i) {
        std::string& names = !is_known ? others : fields[i] == "actor.doer" ? doers : targets;
        add_name(names, event.actors[i]);
    }
    row(look, "Who", doers, "");
    row(look, "To whom", targets, "");
    row(look, "Actors", others, "");
}

}  // namespace

void draw_facts(const Context& context, const Event& event) {
    const Look& look = context.look;
    if (!ImGui::BeginTable("facts", 2, ImGuiTableFlags_SizingFixedFit)) {
        return;
    }
    ImGui::TableSetupColumn("label", ImGuiTableColumnFlags_WidthFixed, look.px(78));
    ImGui::TableSetupColumn("value", ImGuiTableColumnFlags_WidthStretch);
    if (event.time) {
        const auto zone = time::DisplayZone::find(context.state().zone);
        row(look,
            "When",
            time::display_text(*event.time, zone ? *zone : time::DisplayZone()),
            precision_text(*event.time) + quoted(event.time_text));
    } else {
        row(look, "When", "No date", event.time_text.empty() ? "" : "“" + event.time_text + "”");
    }
    if (event.location) {
        std::string note = precision_text(event.location->precision);
        if (event.location->radius_m >= 1000) {
            note += ", within " + grouped(static_cast<std::size_t>(event.location->radius_m / 1000))
                    + " km";
        }
        row(look,
            "Where",
            event.location->name.empty() ? "On the map" : event.location->name,
            note + quoted(event.location_text));
    } else {
        row(look, "Where", "No place", quoted(event.location_text));
    }
    std::string quantities;
    for (const events::Quantity& quantity : event.quantities) {
        quantities += (quantities.empty() ? "" : "\n") + quantity_text(quantity);
    }
    row(look, "Numbers", quantities, "");
    row(look, "Claimed by", event.claimed_by, "");
    draw_actors(look, event);
    if (event.assertion != events::Assertion::Reported) {
        row(look, "Told as", std::string(events::assertion_id(event.assertion)), "");
    }
    if (event.confidence < 1) {
        const int percent = static_cast<int>(std::lround(event.confidence * 100));
        row(look, "Confidence", std::to_string(percent) + " %", "");
    }
    ImGui::EndTable();
}

}  // namespace salient::ui
