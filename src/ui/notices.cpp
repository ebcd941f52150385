#include "time/text.hpp"
#include "ui/data.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace salient::ui {

namespace {

constexpr std::size_t kMostNotices = 4;
constexpr float kWidth = 350;

ImU32 color_of(const Look& look, NoticeLevel level) {
    switch (level) {
        case NoticeLevel::Done:
            return look.colors.good;
        case NoticeLevel::Warning:
            return look.colors.warning;
        case NoticeLevel::Error:
            return look.colors.bad;
    }
    return look.colors.quiet;
}

/// Cards one below the other along the map's right edge.
class Stack {
public:
    explicit Stack(const Context& context) : context_(context) {
        const Rect& map = context.layout.map;
        const Look& look = context.look;
        width_ = std::min(look.px(kWidth), map.width - look.px(24));
        x_ = map.x + map.width - width_ - look.px(12);
        y_ = map.y + look.px(12);
    }
    [[nodiscard]] bool begin(const std::string& name, ImU32 edge) {
        const Look& look = context_.look;
        ImGui::SetNextWindowPos({x_, y_});
        ImGui::SetNextWindowSizeConstraints(
            {width_, 0},
            {width_, context_.layout.map.height * 0.5F});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(look.px(16), look.px(11)));
        ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, look.px(6));
        ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
        const bool is_open = ImGui::Begin(
            name.c_str(),
            nullptr,
            ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove
                | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize
                | ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav);
        ImGui::PopStyleVar(3);
        const ImVec2 at = ImGui::GetWindowPos();
        ImDrawList* list = ImGui::GetWindowDrawList();
        list->PushClipRectFullScreen();
        list->AddRectFilled(
            at,
            {at.x + look.px(5), at.y + ImGui::GetWindowHeight()},
            edge,
            look.px(6),
            ImDrawFlags_RoundCornersLeft);
        list->PopClipRect();
        return is_open;
    }
    void end() {
        y_ += ImGui::GetWindowHeight() + context_.look.px(8);
        ImGui::End();
    }
    /// Text beside which a button of one line finds room.
    void wrapped(std::string_view text) const {
        ImGui::PushTextWrapPos(width_ - context_.look.px(44));
        ImGui::TextUnformatted(text.data(), text.data() + text.size());
        ImGui::PopTextWrapPos();
    }
    [[nodiscard]] bool close_button() const {
        ImGui::SameLine(width_ - context_.look.px(38));
        ImGui::SetCursorPosY(context_.look.px(5));
        return icon_button(context_.look, "close", Icon::Close, "Dismiss");
    }

private:
    const Context& context_;
    float width_ = 0;
    float x_ = 0;
    float y_ = 0;
};

void draw_job(const Context& context, Stack& stack) {
    if (!context.in.job) {
        return;
    }
    const Look& look = context.look;
    const Job& job = *context.in.job;
    if (stack.begin("job", look.colors.accent)) {
        stack.wrapped(job.label);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float button = job.can_cancel ? look.px(78) : 0;
        const float width = ImGui::GetContentRegionAvail().x - button;
        const float height = look.px(6);
        const float y = at.y + (ImGui::GetFrameHeight() - height) / 2;
        ImDrawList* list = ImGui::GetWindowDrawList();
        list->AddRectFilled({at.x, y}, {at.x + width, y + height}, look.colors.sunken, height / 2);
        // Without a known end a third of the bar travels.
        const auto swing = static_cast<float>(std::fmod(ImGui::GetTime() * 0.7, 1.0));
        const float from = job.share ? 0 : (swing * 1.3F - 0.3F);
        const float to = job.share ? static_cast<float>(*job.share) : from + 0.3F;
        list->AddRectFilled(
            {at.x + width * std::clamp(from, 0.0F, 1.0F), y},
            {at.x + width * std::clamp(to, 0.0F, 1.0F), y + height},
            look.colors.accent,
            height / 2);
        ImGui::Dummy({width, ImGui::GetFrameHeight()});
        if (job.can_cancel) {
            ImGui::SameLine();
            if (ImGui::Button("Cancel")) {
                context.out.push_back(session::CancelJob{});
            }
        }
    }
    stack.end();
}

void draw_recovery(const Context& context, Stack& stack) {
    if (!context.in.recovery) {
        return;
    }
    if (stack.begin("recovery", context.look.colors.warning)) {
        stack.wrapped("The last session ended without saving.");
        ImGui::PushTextWrapPos(0);
        quiet_text(context.look, *context.in.recovery);
        ImGui::PopTextWrapPos();
        if (primary_button(context.look, "Recover")) {
            context.out.push_back(session::Recover{true});
        }
        ImGui::SameLine();
        if (plain_button(context.look, "Drop it")) {
            context.out.push_back(session::Recover{false});
        }
    }
    stack.end();
}

void draw_dateless(const Context& context, Stack& stack) {
    if (context.in.dateless.empty()) {
        return;
    }
    const Look& look = context.look;
    Panels::Data& data = context.data;
    const DatelessArticle& article = context.in.dateless.front();
    if (stack.begin("dateless", look.colors.warning)) {
        stack.wrapped("When was this article published?");
        ImGui::PushTextWrapPos(0);
        quiet_text(look, article.title.empty() ? article.id : article.title);
        quiet_text(look, "It does not say; “on Thursday” means nothing without a date.");
        ImGui::PopTextWrapPos();
        ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x - look.px(108));
        if (std::exchange(data.published_again, false)) {
            ImGui::SetKeyboardFocusHere();
        }
        const bool is_entered = ImGui::InputTextWithHint(
            "##published",
            "2025-01-12",
            data.published.data(),
            data.published.size(),
            ImGuiInputTextFlags_EnterReturnsTrue);
        ImGui::SameLine();
        if (primary_button(look, "Read it", data.published[0] != '\0') || is_entered) {
            const auto span = time::parse_typed(data.published.data());
            data.published_error = span ? "" : span.error().message;
            data.published_again = !span;
            if (span) {
                context.out.push_back(session::SetPublished{article.id, time::first_day(*span)});
                data.published = {};
            }
        }
        if (!data.published_error.empty()) {
            ImGui::PushStyleColor(ImGuiCol_Text, look.colors.bad);
            ImGui::PushTextWrapPos(0);
            ImGui::TextUnformatted(data.published_error.c_str());
            ImGui::PopTextWrapPos();
            ImGui::PopStyleColor();
        }
    }
    stack.end();
}

void draw_notice(const Context& context, Stack& stack, const Notice& notice) {
    const Look& look = context.look;
    if (stack.begin("notice" + std::to_string(notice.id), color_of(look, notice.level))) {
        stack.wrapped(notice.text);
        if (!notice.details.empty()
            && ImGui::TreeNodeEx("Details", ImGuiTreeNodeFlags_SpanAvailWidth)) {
            ImGui::PushFont(look.small);
            ImGui::PushTextWrapPos(0);
            for (const std::string& line : notice.details) {
                quiet_text(look, line);
            }
            ImGui::PopTextWrapPos();
            ImGui::PopFont();
            ImGui::TreePop();
        }
        if (stack.close_button()) {
            context.out.push_back(session::DismissNotice{notice.id});
        }
    }
    stack.end();
}

}  // namespace

void draw_notices(const Context& context) {
    if (context.layout.map.width < context.look.px(120)) {
        return;
    }
    Stack stack(context);
    draw_job(context, stack);
    draw_recovery(context, stack);
    draw_dateless(context, stack);
    const std::size_t count = context.in.notices.size();
    const std::size_t first = count > kMostNotices ? count - kMostNotices : 0;
    for (std::size_t i = count; i > first; --i) {
        draw_notice(context, stack, context.in.notices[i - 1]);
    }
}

}  // namespace salient::ui
