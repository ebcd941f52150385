#include "events/types.hpp"
#include "time/text.hpp"
#include "time/zone.hpp"
#include "ui/data.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <string>

namespace salient::ui {

namespace {

using events::Event;
using events::ReviewStatus;

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
        text += " " + (quantity.unit == "km2" ? std::string("km²") : quantity.unit);
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
        quiet_text(look, note);
        ImGui::PopFont();
    }
}

std::string quoted(const std::string& text) {
    return text.empty() ? "" : ", “" + text + "”";
}

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
    std::string actors;
    for (const std::string& actor : event.actors) {
        actors += (actors.empty() ? "" : ", ") + actor;
    }
    row(look, "Actors", actors, "");
    if (event.assertion != events::Assertion::Reported) {
        row(look, "Told as", std::string(events::assertion_id(event.assertion)), "");
    }
    if (event.confidence < 1) {
        const int percent = static_cast<int>(std::lround(event.confidence * 100));
        row(look, "Confidence", std::to_string(percent) + " %", "");
    }
    ImGui::EndTable();
}

void draw_pill(const Look& look, const char* text, ImU32 color) {
    ImGui::PushFont(look.small);
    const ImVec2 size = ImGui::CalcTextSize(text);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 end = {at.x + size.x + look.px(14), at.y + size.y + look.px(4)};
    list->AddRectFilled(at, end, faded(color, 0.16F), look.px(9));
    list->AddText({at.x + look.px(7), at.y + look.px(2)}, color, text);
    ImGui::Dummy({end.x - at.x, end.y - at.y});
    ImGui::PopFont();
}

void draw_heading(const Context& context, const Event& event) {
    const Look& look = context.look;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_mark(
        ImGui::GetWindowDrawList(),
        context.in.palette.at(static_cast<std::size_t>(event.type)),
        {at.x + look.px(8), at.y + look.px(10)},
        look.px(6),
        is_filled(event.status));
    ImGui::SetCursorScreenPos({at.x + look.px(24), at.y + look.px(1)});
    quiet_text(look, events::type_label(event.type));
    ImGui::SameLine(0, look.px(10));
    switch (event.status) {
        case ReviewStatus::Accepted:
            draw_pill(look, "Accepted", look.colors.good);
            break;
        case ReviewStatus::Edited:
            draw_pill(look, "Edited", look.colors.good);
            break;
        case ReviewStatus::Rejected:
            draw_pill(look, "Rejected", look.colors.bad);
            break;
        case ReviewStatus::Unreviewed:
            draw_pill(look, "Unreviewed", look.colors.warning);
            break;
    }
    ImGui::SameLine(ImGui::GetWindowWidth() - look.px(40));
    if (icon_button(look, "close", Icon::Close, "Close (Esc)")) {
        context.out.push_back(session::Select{"", false});
    }
    ImGui::PushFont(look.bold);
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(event.title.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
}

void draw_review_buttons(const Context& context, const Event& event) {
    const Look& look = context.look;
    const bool is_accepted = is_filled(event.status);
    const bool is_rejected = event.status == ReviewStatus::Rejected;
    if (labelled_button(look, Icon::Check, "Accept", "It is so (A)", !is_accepted)) {
        context.out.push_back(session::Review{event.id, ReviewStatus::Accepted});
    }
    ImGui::SameLine(0, look.px(5));
    if (labelled_button(look, Icon::Reject, "Reject", "It is not so (R)") && !is_rejected) {
        context.out.push_back(session::Review{event.id, ReviewStatus::Rejected});
    }
    ImGui::SameLine(0, look.px(5));
    if (labelled_button(look, Icon::Edit, "Edit", "Correct type, date or place (E)")) {
        context.data.editor.id = context.data.editor.id == event.id ? "" : event.id;
        context.data.editor.error.clear();
        context.data.editor.date = {};
        context.data.editor.place = {};
    }
    ImGui::SameLine(0, look.px(5));
    if (labelled_button(look, Icon::StepOn, "Next", "Next event to review (N)")) {
        context.out.push_back(session::NextUnreviewed{});
    }
}

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

void draw_editor(const Context& context, const Event& event) {
    EventEditor& editor = context.data.editor;
    const Look& look = context.look;
    draw_type_choice(context, event);
    const std::string date_hint =
        event.time ? time::iso_text(*event.time) : "Date, such as 2025-01-12";
    ImGui::SetNextItemWidth(-1);
    if (ImGui::InputTextWithHint(
            "##date",
            date_hint.c_str(),
            editor.date.data(),
            editor.date.size(),
            ImGuiInputTextFlags_EnterReturnsTrue)) {
        const auto span = time::parse_typed(editor.date.data());
        editor.error = span ? "" : span.error().text();
        if (span) {
            context.out.push_back(session::Redate{event.id, *span});
        }
    }
    ImGui::SetNextItemWidth(-1);
    if (ImGui::InputTextWithHint(
            "##place",
            "Latitude, longitude, such as 51.19, 35.27",
            editor.place.data(),
            editor.place.size(),
            ImGuiInputTextFlags_EnterReturnsTrue)) {
        const auto point = read_point(editor.place.data());
        editor.error =
            point ? "" : "Expected latitude and longitude in degrees, such as 51.19, 35.27";
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

void draw_key(const Look& look, const char* word, ImU32 color) {
    const ImVec2 size = ImGui::CalcTextSize(word);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled(
        at,
        {at.x + size.x + look.px(8), at.y + size.y + look.px(2)},
        color,
        look.px(3));
    ImGui::GetWindowDrawList()->AddText(
        {at.x + look.px(4), at.y + look.px(1)},
        look.colors.text,
        word);
    ImGui::Dummy({size.x + look.px(8), size.y + look.px(2)});
    ImGui::SameLine(0, look.px(4));
}

/// Which colour stands for what, for the kinds that occur.
void draw_highlight_key(const Look& look, std::span<const HighlightRun> runs) {
    const auto has = [&](Highlight kind) {
        return std::any_of(runs.begin(), runs.end(), [kind](const HighlightRun& run) {
            return run.kind == kind;
        });
    };
    ImGui::PushFont(look.small);
    const Colors& c = look.colors;
    const std::array<std::tuple<Highlight, const char*, ImU32>, 5> keys = {{
        {Highlight::Date, "date", c.mark_date},
        {Highlight::Place, "place", c.mark_place},
        {Highlight::Type, "type", c.mark_type},
        {Highlight::Quantity, "number", c.mark_quantity},
        {Highlight::ClaimedBy, "claimed by", c.mark_claimed},
    }};
    for (const auto& [kind, word, color] : keys) {
        if (has(kind)) {
            draw_key(look, word, color);
        }
    }
    ImGui::NewLine();
    ImGui::PopFont();
}

void draw_article(const Context& context, const Event& event, const ArticleView& article) {
    const Look& look = context.look;
    ImGui::Separator();
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(article.title.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PushFont(look.small);
    std::string line = article.publisher;
    if (!article.published.empty()) {
        line += (line.empty() ? "" : " · ") + article.published;
    }
    quiet_text(look, line.empty() ? "No publisher or date stated" : line);
    ImGui::PopFont();
    const std::vector<HighlightRun> runs = highlight_runs(event, article.text);
    draw_highlight_key(look, runs);
    const float least = look.px(120);
    ImGui::BeginChild("article", {0, std::max(least, ImGui::GetContentRegionAvail().y)});
    const bool is_new = context.data.article_event != event.id;
    context.data.article_event = event.id;
    context.data.article.draw(look, article.id, article.text, runs, is_new);
    ImGui::EndChild();
}

void draw_sources(const Context& context, const Event& event) {
    const Look& look = context.look;
    if (!event.source_text.empty()) {
        ImGui::Separator();
        ImGui::PushTextWrapPos(0);
        ImGui::TextUnformatted(("“" + event.source_text + "”").c_str());
        ImGui::PopTextWrapPos();
    }
    for (const events::Source& source : event.sources) {
        std::string line = source.title.empty() ? source.url : source.title;
        if (!source.publisher.empty()) {
            line += " · " + source.publisher;
        }
        if (!source.published.empty()) {
            line += " · " + source.published;
        }
        ImGui::PushTextWrapPos(0);
        quiet_text(look, line);
        ImGui::PopTextWrapPos();
    }
    for (const auto& [name, value] : event.extras) {
        ImGui::PushTextWrapPos(0);
        quiet_text(look, name + ": " + value);
        ImGui::PopTextWrapPos();
    }
}

}  // namespace

const Event* selected_event(const Context& context) {
    const auto index = context.store().find(context.state().selected);
    return index ? &context.store().at(*index) : nullptr;
}

void draw_event_card(const Context& context) {
    const Rect& area = context.layout.card;
    const Event* event = selected_event(context);
    if (area.width < 1 || area.height < 1 || event == nullptr) {
        return;
    }
    const Look& look = context.look;
    if (begin_panel(look, "card", area, {0, 0})) {
        edge_line(look, {area.x, area.y + 0.5F}, {area.x + area.width, area.y + 0.5F});
        edge_line(look, {area.x + 0.5F, area.y}, {area.x + 0.5F, area.y + area.height});
        ImGui::SetCursorPos({1, 1});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(look.px(14), look.px(10)));
        ImGui::BeginChild(
            event->id.c_str(),
            {area.width - 2, area.height - 2},
            false,
            ImGuiWindowFlags_AlwaysUseWindowPadding);
        draw_heading(context, *event);
        draw_review_buttons(context, *event);
        if (context.data.editor.id == event->id) {
            draw_editor(context, *event);
        }
        draw_facts(context, *event);
        const ArticleView* article = event->article_id.empty() || !context.in.article
                                         ? nullptr
                                         : context.in.article(event->article_id);
        if (article != nullptr) {
            draw_article(context, *event, *article);
        } else {
            draw_sources(context, *event);
        }
        ImGui::EndChild();
        ImGui::PopStyleVar();
    }
    end_panel();
}

}  // namespace salient::ui
