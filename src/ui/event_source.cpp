#include "ui/event_card_parts.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <string>
#include <tuple>

namespace salient::ui {

namespace {

using events::Event;

/// Scroll bars come and go in the first frames of a card, and with them the width of the text.
constexpr int kFramesToSettle = 3;

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
    const std::array<std::tuple<Highlight, const char*, ImU32>, 6> keys = {{
        {Highlight::Date, "date", c.mark_date},
        {Highlight::Place, "place", c.mark_place},
        {Highlight::Type, "type", c.mark_type},
        {Highlight::Quantity, "number", c.mark_quantity},
        {Highlight::ClaimedBy, "claimed by", c.mark_claimed},
        {Highlight::Actor, "who", c.mark_actor},
    }};
    for (const auto& [kind, word, color] : keys) {
        if (has(kind)) {
            draw_key(look, word, color);
        }
    }
    ImGui::NewLine();
    ImGui::PopFont();
}

/// The text itself, scrolled to its sentence when the event is new and when the pane has another size. A new event also scrolls
/// the card: in a low one, facts lie between its head and the text.
void draw_pane(
    const Context& context,
    const Event& event,
    const ArticleView& article,
    std::span<const HighlightRun> runs) {
    const Look& look = context.look;
    ArticleAim& aim = context.data.article_aim;
    const float least = std::min(look.px(120), ImGui::GetWindowHeight() - look.px(24));
    ImGui::BeginChild("article", {0, std::max(least, ImGui::GetContentRegionAvail().y)});
    const ImVec2 size = ImGui::GetWindowSize();
    const bool is_new = aim.event != event.id;
    if (is_new) {
        aim = {event.id, 0, 0, kFramesToSettle};
    }
    const bool is_aimed = aim.frames_left > 0 || aim.width != size.x || aim.height != size.y;
    aim.width = size.x;
    aim.height = size.y;
    context.data.article.draw(
        look,
        article.id,
        article.text,
        runs,
        is_aimed ? source_run(event, article.text) : std::nullopt);
    ImGui::EndChild();
    if (aim.frames_left > 0) {
        ImGui::SetScrollHereY(1);
        --aim.frames_left;
    }
}

}  // namespace

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
    draw_pane(context, event, article, runs);
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
        std::string line = name;
        line.append(": ").append(value);
        quiet_text(look, line);
        ImGui::PopTextWrapPos();
    }
}

}  // namespace salient::ui
