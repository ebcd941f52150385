#include "scene/furniture.hpp"

#include "base/utf8.hpp"
#include "scene/event_layer.hpp"
#include "scene/scale_bar.hpp"

#include <algorithm>
#include <cmath>

namespace salient::scene {

namespace {

constexpr float kMargin = 12;  // from the picture's edge, and between pieces
constexpr float kPad = 11;     // inside a panel
constexpr float kRow = 18;     // height of a legend row
constexpr float kSample = 26;  // width of a legend sample
constexpr float kTextPx = 12;
constexpr float kSmallPx = 10.5F;

float right(const RectPx& rect) {
    return rect.x + rect.width;
}
float bottom(const RectPx& rect) {
    return rect.y + rect.height;
}

// Cuts code points from the end until the text with an ellipsis fits.
std::string
shortened(std::string text, const std::function<float(std::string_view)>& width, float most_px) {
    while (!text.empty() && width(text + "…") > most_px) {
        do {
            text.pop_back();
        } while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U);
        if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0U) {
            text.pop_back();  // the lead byte of a character whose rest is gone
        }
    }
    return text + "…";
}

// Lays out one page, piece by piece; `free_` is what is left of the picture.
class Layout {
public:
    Layout(const View& view, const TextStyle& style, const InsetsPx& insets)
        : view_(view),
          style_(style) {
        const float margin = style.px(kMargin);
        free_ = {
            insets.left + margin,
            insets.top + margin,
            static_cast<float>(view.size_px.width) - insets.left - insets.right - 2 * margin,
            static_cast<float>(view.size_px.height) - insets.top - insets.bottom - 2 * margin};
        insets_ = insets;
    }

    void credits(const std::string& text);
    void title(const PageContent& content);
    void scale();
    void legend(std::vector<LegendRow> rows);
    [[nodiscard]] Page take() { return std::move(page_); }

private:
    const View& view_;
    const TextStyle& style_;
    InsetsPx insets_;
    RectPx free_;
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
};

void Layout::credits(const std::string& words) {
    if (words.empty()) {
        return;
    }
    const float size = px(kSmallPx);
    const float full = static_cast<float>(view_.size_px.width) - insets_.left - insets_.right;
    const auto lines = wrap(words, FontWeight::Regular, size, full - 2 * px(kMargin));
    const float step = size * 1.35F;
    const float height = std::ceil(step * static_cast<float>(lines.size()) + px(7));
    if (height > free_.height / 3) {
        return;
    }
    const RectPx strip = {
        insets_.left,
        static_cast<float>(view_.size_px.height) - insets_.bottom - height,
        full,
        height};
    PanelDraw back;
    back.rect = strip;
    back.fill = style_.theme().panel;
    page_.items.emplace_back(back);
    page_.taken.push_back(strip);
    float y = strip.y + px(3.5F) + size * 1.02F;
    for (const std::string& line : lines) {
        text(
            line,
            {strip.x + px(kMargin), y},
            FontWeight::Regular,
            size,
            style_.theme().text_quiet);
        y += step;
    }
    free_.height -= height;
}

void Layout::title(const PageContent& content) {
    struct Line {
        std::string text;
        FontWeight weight;
        float size;
        Color color;
    };
    std::vector<Line> lines;
    const Theme& theme = style_.theme();
    const float most = std::min(free_.width, std::max(px(430), free_.width * 0.42F)) - 2 * px(kPad);
    const auto add = [&](const std::string& words, FontWeight weight, float size, Color color) {
        for (std::string& line : wrap(words, weight, size, most)) {
            lines.push_back({std::move(line), weight, size, color});
        }
    };
    if (!content.headline.empty()) {
        add(content.headline, FontWeight::Bold, px(17), theme.text);
    }
    add(content.date, FontWeight::Bold, px(content.headline.empty() ? 23 : 17), theme.text);
    for (const std::string& note : content.notes) {
        add(note, FontWeight::Regular, px(kTextPx), theme.text_quiet);
    }
    float widest = 0;
    float height = 2 * px(kPad) - px(5);
    for (const Line& line : lines) {
        widest = std::max(widest, width(line.text, line.weight, line.size));
        height += line.size * 1.36F;
    }
    if (height > free_.height) {
        return;
    }
    const RectPx rect = {free_.x, free_.y, std::ceil(widest + 2 * px(kPad)), std::ceil(height)};
    panel(rect);
    float y = rect.y + px(kPad) - px(3);
    for (const Line& line : lines) {
        text(
            line.text,
            {rect.x + px(kPad), y + line.size * 1.02F},
            line.weight,
            line.size,
            line.color);
        y += line.size * 1.36F;
    }
}

void Layout::bar(PointPx left, const ScaleMark& mark, bool up) {
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

void Layout::scale() {
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
    text(
        marks.metric.text,
        {x + px(4), middle - px(5)},
        FontWeight::Regular,
        size,
        style_.theme().text);
    bar({x, middle}, marks.metric, true);
    bar({x, middle}, marks.imperial, false);
    text(
        marks.imperial.text,
        {x + px(4), middle + px(7) + size * 0.9F},
        FontWeight::Regular,
        size,
        style_.theme().text);
}

float Layout::row_width(const LegendRow& row) const {
    const bool heading = std::holds_alternative<Heading>(row.sample);
    const float words =
        width(row.text, heading ? FontWeight::Bold : FontWeight::Regular, lpx(kTextPx));
    return words + (heading ? 0 : lpx(kSample + 8));
}

float Layout::column_width(std::span<const LegendRow> rows) const {
    float widest = 0;
    for (const LegendRow& row : rows) {
        widest = std::max(widest, row_width(row));
    }
    return std::ceil(widest);
}

void Layout::swatch(const RectPx& rect, const ControlSample& held) {
    const ControlStyle look = control_style(style_.theme(), held.holder, held.area_class);
    PanelDraw land;
    land.rect = rect;
    land.fill = style_.theme().land_ukraine;
    page_.items.emplace_back(land);
    PanelDraw tint;
    tint.rect = rect;
    tint.fill = look.fill;
    tint.hatch = look.hatch;
    tint.hatch.spacing_px = lpx(tint.hatch.spacing_px);
    tint.hatch.width_px = lpx(tint.hatch.width_px);
    tint.border = faded(look.line, 0.6F);
    tint.border_px = std::max(1.0F, std::floor(lpx(1)));
    page_.items.emplace_back(tint);
}

void Layout::badge_sample(const RectPx& rect) {
    PanelDraw pill;
    pill.rect = {
        rect.x + rect.width / 2 - lpx(7),
        rect.y + rect.height / 2 - lpx(6.5F),
        lpx(14),
        lpx(13)};
    pill.fill = style_.theme().badge;
    pill.corner_px = lpx(6.5F);
    page_.items.emplace_back(pill);
    const float size = lpx(9.5F);
    const float words = width("3", FontWeight::Bold, size);
    text(
        "3",
        {pill.rect.x + (pill.rect.width - words) / 2,
         pill.rect.y + (pill.rect.height + kCapHeight * size) / 2},
        FontWeight::Bold,
        size,
        style_.theme().badge_text);
}

void Layout::front_sample(const RectPx& rect, const FrontSample& front) {
    const float width = rect.width / static_cast<float>(front.sides.size());
    for (std::size_t i = 0; i < front.sides.size(); ++i) {
        const ControlSample& side = front.sides[i];
        const ControlStyle look = control_style(style_.theme(), side.holder, side.area_class);
        PanelDraw line;
        line.rect = {
            rect.x + width * static_cast<float>(i),
            rect.y + (rect.height - lpx(look.line_px)) / 2,
            width,
            lpx(look.line_px)};
        line.fill = look.line;
        page_.items.emplace_back(line);
    }
}

void Layout::sample(const LegendRow& row, const RectPx& rect) {
    const PointPx middle = {rect.x + rect.width / 2, rect.y + rect.height / 2};
    if (const auto* held = std::get_if<ControlSample>(&row.sample)) {
        swatch(rect, *held);
    } else if (const auto* front = std::get_if<FrontSample>(&row.sample)) {
        front_sample(rect, *front);
    } else if (const auto* event = std::get_if<EventSample>(&row.sample)) {
        Symbol symbol = event_symbol(style_.layer, event->type, event->status, event->certain);
        symbol.position = middle;
        symbol.casing = kTransparent;
        if (event->as_dot) {
            symbol.shape = Shape::Circle;
            symbol.radius_px = lpx(3.4F);
            symbol.outline_px =
                lpx(event->status == events::ReviewStatus::Unreviewed ? 1.6F : 0.7F);
        }
        page_.items.emplace_back(SymbolDraw{{symbol}});
    } else if (std::holds_alternative<AreaSample>(row.sample)) {
        RingDraw ring;
        ring.center = middle;
        ring.radius_px = lpx(7);
        ring.fill = faded(style_.theme().text_quiet, 0.08F);
        ring.outline = faded(style_.theme().text_quiet, 0.8F);
        ring.outline_px = lpx(1.1F);
        ring.dash_px = lpx(3);
        ring.gap_px = lpx(2.2F);
        page_.items.emplace_back(ring);
    } else if (std::holds_alternative<CountSample>(row.sample)) {
        badge_sample(rect);
    }
}

void Layout::legend_row(const LegendRow& row, PointPx corner) {
    const bool heading = std::holds_alternative<Heading>(row.sample);
    const float size = lpx(kTextPx);
    const float baseline = corner.y + (lpx(kRow) + kCapHeight * size) / 2;
    if (heading) {
        text(row.text, {corner.x, baseline}, FontWeight::Bold, size, style_.theme().text);
        return;
    }
    const float height = lpx(12);
    sample(
        row,
        {std::round(corner.x),
         std::round(corner.y + (lpx(kRow) - height) / 2),
         std::round(lpx(kSample)),
         std::round(height)});
    text(
        row.text,
        {corner.x + lpx(kSample + 8), baseline},
        FontWeight::Regular,
        size,
        style_.theme().text);
}

void Layout::legend(std::vector<LegendRow> rows) {
    if (rows.empty()) {
        return;
    }
    // One column, then two, then both again with smaller rows; what still finds no room is left out from the end.
    for (const float size : {1.0F, 0.86F, 0.74F}) {
        for (const std::size_t columns : {std::size_t{1}, std::size_t{2}}) {
            legend_scale_ = size;
            if (try_legend(rows, columns)) {
                return;
            }
        }
    }
    while (rows.size() > 2) {
        rows.pop_back();
        while (!rows.empty() && std::holds_alternative<Heading>(rows.back().sample)) {
            rows.pop_back();
        }
        if (!rows.empty() && (try_legend(rows, 2) || try_legend(rows, 1))) {
            return;
        }
    }
}

bool Layout::try_legend(std::span<const LegendRow> rows, std::size_t columns) {
    const std::size_t per_column = (rows.size() + columns - 1) / columns;
    std::vector<std::span<const LegendRow>> parts;
    float total = 2 * px(kPad);
    for (std::size_t from = 0; from < rows.size(); from += per_column) {
        parts.push_back(rows.subspan(from, std::min(per_column, rows.size() - from)));
        total += column_width(parts.back()) + (from > 0 ? lpx(18) : 0);
    }
    const float height =
        std::ceil(static_cast<float>(per_column) * lpx(kRow) + 2 * px(kPad) - px(8));
    const RectPx rect = {free_.x, bottom(free_) - height, std::ceil(total), height};
    if (rect.y < free_.y || rect.width > free_.width || !is_free(rect)) {
        return false;
    }
    panel(rect);
    float x = rect.x + px(kPad);
    for (const auto& part : parts) {
        float y = rect.y + px(kPad) - px(4);
        for (const LegendRow& row : part) {
            legend_row(row, {x, y});
            y += lpx(kRow);
        }
        x += column_width(part) + lpx(18);
    }
    return true;
}

}  // namespace

PageOptions picture_page() {
    return {};
}

PageOptions window_page(const InsetsPx& insets) {
    PageOptions options;
    options.details = false;
    options.credits = false;
    options.whole_labels = false;
    options.insets = insets;
    return options;
}

std::vector<std::string> wrap_text(
    const std::string& text,
    const std::function<float(std::string_view)>& width,
    float most_px,
    std::size_t most_lines) {
    std::vector<std::string> lines;
    std::string line;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, end - at);
        const std::string longer = line.empty() ? word : line + " " + word;
        if (line.empty() || width(longer) <= most_px) {
            line = longer;
        } else {
            if (lines.size() + 1 == most_lines) {
                lines.push_back(shortened(line, width, most_px));
                return lines;
            }
            lines.push_back(line);
            line = word;
        }
        if (width(line) > most_px) {
            line = shortened(line, width, most_px);
        }
        at = end + 1;
    }
    if (!line.empty()) {
        lines.push_back(line);
    }
    return lines;
}

Page lay_out_page(
    const PageContent& content,
    const PageOptions& options,
    const View& view,
    const TextStyle& style) {
    Layout layout(view, style, options.insets);
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
