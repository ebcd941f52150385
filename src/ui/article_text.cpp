#include "ui/article_text.hpp"

#include "ui/look.hpp"

#include <imgui.h>

#include <algorithm>
#include <optional>

namespace salient::ui {

namespace {

std::optional<Highlight> kind_of(std::string_view field) {
    if (field == "sentence") {
        return Highlight::Sentence;
    }
    if (field == "date") {
        return Highlight::Date;
    }
    if (field == "place") {
        return Highlight::Place;
    }
    if (field == "type") {
        return Highlight::Type;
    }
    if (field.substr(0, 8) == "quantity") {
        return Highlight::Quantity;
    }
    if (field == "claimed_by") {
        return Highlight::ClaimedBy;
    }
    return std::nullopt;
}

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
    }
    return look.colors.mark_sentence;
}

/// Fields win over the sentence, shorter stretches over longer ones: paints in that order, then reads runs off.
std::vector<HighlightRun> flatten(std::vector<HighlightRun> marks) {
    const auto weight = [](const HighlightRun& run) {
        return run.kind == Highlight::Sentence ? std::size_t{1} << 62U : run.end - run.begin;
    };
    std::stable_sort(marks.begin(), marks.end(), [&](const auto& a, const auto& b) {
        return weight(a) > weight(b);
    });
    std::vector<std::size_t> edges;
    for (const HighlightRun& mark : marks) {
        edges.push_back(mark.begin);
        edges.push_back(mark.end);
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::vector<HighlightRun> runs;
    for (std::size_t i = 1; i < edges.size(); ++i) {
        const auto top = std::find_if(marks.rbegin(), marks.rend(), [&](const HighlightRun& mark) {
            return mark.begin <= edges[i - 1] && mark.end >= edges[i];
        });
        if (top == marks.rend()) {
            continue;
        }
        if (!runs.empty() && runs.back().end == edges[i - 1] && runs.back().kind == top->kind) {
            runs.back().end = edges[i];
        } else {
            runs.push_back({edges[i - 1], edges[i], top->kind});
        }
    }
    return runs;
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

}  // namespace

std::vector<HighlightRun> highlight_runs(const events::Event& event, std::string_view text) {
    std::vector<HighlightRun> marks;
    for (const events::Evidence& evidence : event.evidence) {
        const auto kind = kind_of(evidence.field);
        const bool lies_inside = evidence.begin < evidence.end && evidence.end <= text.size();
        if (kind && lies_inside
            && text.substr(evidence.begin, evidence.end - evidence.begin) == evidence.text) {
            marks.push_back({evidence.begin, evidence.end, *kind});
        }
    }
    if (marks.empty() && !event.source_text.empty()) {
        const std::size_t at = text.find(event.source_text);
        if (at != std::string_view::npos) {
            marks.push_back({at, at + event.source_text.size(), Highlight::Sentence});
        }
    }
    return flatten(std::move(marks));
}

namespace {

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
    bool scroll_to_first) {
    const float width = std::max(40.0F, ImGui::GetContentRegionAvail().x - look.px(4));
    if (id_ != article_id || size_ != text.size() || width_ != width || font_ != look.regular) {
        id_ = std::string(article_id);
        size_ = text.size();
        width_ = width;
        font_ = look.regular;
        lay_out(look.regular, text, width);
    }
    const float height = look.regular->FontSize + look.px(5);
    if (scroll_to_first && !runs.empty()) {
        const auto line =
            std::partition_point(lines_.begin(), lines_.end(), [&](const TextLine& l) {
                return l.end <= runs.front().begin;
            });
        const float y = static_cast<float>(line - lines_.begin()) * height;
        ImGui::SetScrollY(std::max(0.0F, y - ImGui::GetWindowHeight() * 0.3F));
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
