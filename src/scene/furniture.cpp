#include "scene/furniture.hpp"

#include "scene/page_layout.hpp"

namespace salient::scene {

void PageLayout::bar(PointPx left, const ScaleMark& mark, bool up) {
    const float thick = std::max(1.0F, std::round(px(1.4F)));
    const float tick = std::round(px(5));
    const float length = std::round(mark.length_px);
    const Color color = style_.theme().text;
    const auto piece = [&](RectPx rect) {
        PanelDraw draw;
        draw.rect = rect;
        draw.fill = color;
        page_.items.emplace_back(draw);
    };
    const float top = up ? left.y - tick : left.y;
    piece({left.x, left.y, length, thick});
    piece({left.x, top, thick, tick + thick});
    piece({left.x + length - thick, top, thick, tick + thick});
}

void PageLayout::scale() {
    const float size = px(11);
    const ScaleBar marks = scale_bar(view_, std::clamp(free_.width * 0.22F, px(60), px(150)));
    const float longest = std::max(marks.metric.length_px, marks.imperial.length_px);
    const float words = std::max(
        width(marks.metric.text, FontWeight::Regular, size),
        width(marks.imperial.text, FontWeight::Regular, size));
    const float box_width = std::ceil(std::max(longest, words) + 2 * px(kPad));
    const float box_height = std::ceil(2 * size * 1.3F + px(20));
    const RectPx low = {
        right(free_) - box_width,
        bottom(free_) - box_height,
        box_width,
        box_height};
    const RectPx high = {low.x, free_.y, box_width, box_height};
    const RectPx rect = is_free(low) ? low : high;
    if (!is_free(rect) || box_width > free_.width || box_height > free_.height) {
        return;
    }
    panel(rect);
    const float middle = std::round(rect.y + rect.height / 2);
    const float x = std::round(rect.x + px(kPad));
    // Each number ends at the tick that it belongs to: the two lengths differ.
    const auto number = [&](const ScaleMark& mark, float baseline) {
        const float room = mark.length_px - width(mark.text, FontWeight::Regular, size) - px(4);
        text(
            mark.text,
            {x + std::max(px(4), room), baseline},
            FontWeight::Regular,
            size,
            style_.theme().text);
    };
    number(marks.metric, middle - px(5));
    bar({x, middle}, marks.metric, true);
    bar({x, middle}, marks.imperial, false);
    number(marks.imperial, middle + px(7) + size * 0.9F);
}

PageOptions picture_page() {
    return {};
}

PageOptions window_page(const InsetsPx& insets, bool types_in_panel) {
    PageOptions options;
    options.legend_types = !types_in_panel;
    options.details = false;
    options.credits = false;
    options.whole_labels = false;
    options.insets = insets;
    return options;
}

Page lay_out_page(
    const PageContent& content,
    const PageOptions& options,
    const View& view,
    const TextStyle& style) {
    PageLayout layout(view, style, options.insets);
    if (options.credits) {
        layout.credits(content.credits);
    }
    if (options.title) {
        layout.title(content);
    }
    if (options.legend) {
        layout.legend(content.legend);
    }
    if (options.scale) {
        layout.scale();
    }
    return layout.take();
}

}  // namespace salient::scene
