#pragma once

#include "scene/furniture.hpp"
#include "scene/scale_bar.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// Only for the .cpp files of this module.
namespace salient::scene {

inline constexpr float kMargin = 12;  // from the picture's edge, and between pieces
inline constexpr float kPad = 11;     // inside a panel
inline constexpr float kRow = 18;     // height of a legend row
inline constexpr float kSample = 26;  // width of a legend sample
inline constexpr float kTextPx = 12;
inline constexpr float kSmallPx = 10.5F;

[[nodiscard]] inline float right(const RectPx& rect) {
    return rect.x + rect.width;
}
[[nodiscard]] inline float bottom(const RectPx& rect) {
    return rect.y + rect.height;
}

/// Lays out one page, piece by piece; `free_` is what is left of the picture.
class PageLayout {
public:
    PageLayout(const View& view, const TextStyle& style, const InsetsPx& insets)
        : view_(view),
          style_(style),
          insets_(insets),
          free_(inside(view.size_px, insets, style.px(kMargin))) {}

    void credits(const std::string& words);
    void title(const PageContent& content);
    void scale();
    void legend(std::vector<LegendRow> rows);
    [[nodiscard]] Page take() { return std::move(page_); }

private:
    const View& view_;
    const TextStyle& style_;
    InsetsPx insets_;
    RectPx free_;
    static RectPx inside(SizePx size, const InsetsPx& insets, float margin) {
        return {
            insets.left + margin,
            insets.top + margin,
            static_cast<float>(size.width) - insets.left - insets.right - 2 * margin,
            static_cast<float>(size.height) - insets.top - insets.bottom - 2 * margin};
    }
    float legend_scale_ = 1;  // smaller where the legend would find no room
    Page page_;

    [[nodiscard]] float px(float value) const { return style_.px(value); }
    [[nodiscard]] float lpx(float value) const { return px(value * legend_scale_); }
    [[nodiscard]] float width(std::string_view text, FontWeight weight, float size) const {
        return style_.measure(text, weight, size, 0);
    }
    [[nodiscard]] std::vector<std::string>
    wrap(const std::string& text, FontWeight weight, float size, float most) const {
        const auto measure = [&](std::string_view line) { return width(line, weight, size); };
        return wrap_text(text, measure, most, 4);
    }
    // Nothing lies there or closer than a margin.
    [[nodiscard]] bool is_free(const RectPx& rect) const {
        const float gap = px(kMargin) * 0.9F;
        return std::none_of(page_.taken.begin(), page_.taken.end(), [&](const RectPx& other) {
            return rect.x < right(other) + gap && other.x < right(rect) + gap
                   && rect.y < bottom(other) + gap && other.y < bottom(rect) + gap;
        });
    }
    void panel(const RectPx& rect) {
        PanelDraw draw;
        draw.rect = rect;
        draw.fill = style_.theme().panel;
        draw.border = style_.theme().panel_border;
        draw.border_px = std::max(1.0F, std::floor(px(1)));
        draw.corner_px = px(4);
        page_.items.emplace_back(draw);
        page_.taken.push_back(rect);
    }
    void
    text(const std::string& words, PointPx baseline, FontWeight weight, float size, Color color) {
        TextDraw draw;
        draw.text = words;
        draw.baseline = {std::round(baseline.x), std::round(baseline.y)};
        draw.weight = weight;
        draw.size_px = size;
        draw.color = color;
        page_.items.emplace_back(std::move(draw));
    }
    void bar(PointPx left, const ScaleMark& mark, bool up);
    [[nodiscard]] bool try_legend(std::span<const LegendRow> rows, std::size_t columns);
    void legend_row(const LegendRow& row, PointPx corner);
    void sample(const LegendRow& row, const RectPx& rect);
    void badge_sample(const RectPx& rect);
    void front_sample(const RectPx& rect, const FrontSample& front);
    void swatch(const RectPx& rect, const ControlSample& held);
    [[nodiscard]] float row_width(const LegendRow& row) const;
    [[nodiscard]] float column_width(std::span<const LegendRow> rows) const;
    [[nodiscard]] float column_height(std::span<const LegendRow> rows) const;
    [[nodiscard]] float gap_above(const LegendRow& row, std::span<const LegendRow> rows) const;
};

}  // namespace salient::scene
