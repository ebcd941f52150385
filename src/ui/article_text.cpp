#include "ui/article_text.hpp"

#include "ui/look.hpp"

#include <imgui.h>

#include <algorithm>

namespace salient::ui {

namespace {

ImU32 color_of(const Look& look, Highlight kind) {
    switch (kind) {
        case Highlight::Sentence:
            return look.colors.mark_sentence;
        case Highlight::Date:
            return look.colors.mark_date;
        case Highlight::Place:
            return look.colors.mark_place;
        case Highlight::Type:
            return look.colors.mark_type;
        case Highlight::Quantity:
            return look.colors.mark_quantity;
        case Highlight::ClaimedBy:
            return look.colors.mark_claimed;
        case Highlight::Actor:
            return look.colors.mark_actor;
    }
    return look.colors.mark_sentence;
}

void draw_line(
    const Look& look,
    std::string_view text,
    const TextLine& line,
    std::span<const HighlightRun> runs,
    ImVec2 at) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    ImFont* font = look.regular;
    const float size = font->FontSize;
    const auto width = [&](std::size_t begin, std::size_t end) {
        return font->CalcTextSizeA(size, 1e9F, 0, text.data() + begin, text.data() + end).x;
    };
    auto run = std::partition_point(runs.begin(), runs.end(), [&](const HighlightRun& r) {
        return r.end <= line.begin;
    });
    for (; run != runs.end() && run->begin < line.end; ++run) {
        const std::size_t begin = std::max(run->begin, line.begin);
        const std::size_t end = std::min(run->end, line.end);
        const float x = at.x + width(line.begin, begin);
        list->AddRectFilled(
            {x - 1, at.y - look.px(1)},
            {x + width(begin, end) + 1, at.y + size + look.px(2)},
            color_of(look, run->kind),
            run->kind == Highlight::Sentence ? 0 : look.px(3));
    }
    list->AddText(
        font,
        size,
        at,
        look.colors.text,
        text.data() + line.begin,
        text.data() + line.end);
}

struct Bytes {
    const char* begin;
    const char* end;
};

// Where the first line of a paragraph ends; behind its begin, so that every text comes to an end.
const char* line_end(ImFont* font, Bytes paragraph, float width) {
    const char* cut = font->CalcWordWrapPositionA(1.0F, paragraph.begin, paragraph.end, width);
    if (cut != paragraph.begin || cut == paragraph.end) {
        return cut;
    }
    ++cut;  // a word wider than the panel
    while (cut < paragraph.end && (static_cast<unsigned char>(*cut) & 0xC0U) == 0x80U) {
        ++cut;
    }
    return cut;
}

}  // namespace

std::size_t top_line_to_show(std::size_t first, std::size_t end, std::size_t lines_in_view) {
    const std::size_t wanted = end - first;
    const std::size_t spare = lines_in_view > wanted ? lines_in_view - wanted : 0;
    return first - std::min(first, spare / 2);
}

void ArticleText::lay_out(ImFont* font, std::string_view text, float width) {
    lines_.clear();
    const char* const start = text.data();
    const char* const end = start + text.size();
    const char* at = start;
    while (at < end) {
        const char* paragraph_end = std::find(at, end, '\n');
        do {
            const char* cut = line_end(font, {at, paragraph_end}, width);
            lines_.push_back(
                {static_cast<std::size_t>(at - start), static_cast<std::size_t>(cut - start)});
            at = cut;
            while (at < paragraph_end && *at == ' ') {
                ++at;
            }
        } while (at < paragraph_end);
        at = paragraph_end < end ? paragraph_end + 1 : end;
    }
}

void ArticleText::draw(
    const Look& look,
    std::string_view article_id,
    std::string_view text,
    std::span<const HighlightRun> runs,
    const std::optional<HighlightRun>& aim) {
    const float width = std::max(40.0F, ImGui::GetContentRegionAvail().x - look.px(4));
    if (id_ != article_id || size_ != text.size() || width_ != width || font_ != look.regular) {
        id_ = std::string(article_id);
        size_ = text.size();
        width_ = width;
        font_ = look.regular;
        lay_out(look.regular, text, width);
    }
    const float height = look.regular->FontSize + look.px(5);
    if (aim) {
        const auto lines_before = [&](std::size_t byte) {
            const auto line =
                std::partition_point(lines_.begin(), lines_.end(), [byte](const TextLine& l) {
                    return l.end <= byte;
                });
            return static_cast<std::size_t>(line - lines_.begin());
        };
        const std::size_t top = top_line_to_show(
            lines_before(aim->begin),
            lines_before(aim->end - 1) + 1,
            static_cast<std::size_t>(ImGui::GetWindowHeight() / height));
        ImGui::SetScrollY(static_cast<float>(top) * height);
    }
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(lines_.size()), height);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const ImVec2 at = ImGui::GetCursorScreenPos();
            draw_line(look, text, lines_[static_cast<std::size_t>(i)], runs, at);
            ImGui::SetCursorScreenPos({at.x, at.y + height});
        }
    }
    clipper.End();
}

}  // namespace salient::ui
