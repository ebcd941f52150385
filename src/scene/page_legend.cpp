#include "scene/event_layer.hpp"
#include "scene/page_layout.hpp"

namespace salient::scene {

float PageLayout::row_width(const LegendRow& row) const {
    const bool heading = std::holds_alternative<Heading>(row.sample);
    const float words =
        width(row.text, heading ? FontWeight::Bold : FontWeight::Regular, lpx(kTextPx));
    return words + (heading ? 0 : lpx(kSample + 8));
}

float PageLayout::column_width(std::span<const LegendRow> rows) const {
    float widest = 0;
    for (const LegendRow& row : rows) {
        widest = std::max(widest, row_width(row));
    }
    return std::ceil(widest);
}

// Headings stand apart from what is above them.
float PageLayout::gap_above(const LegendRow& row, std::span<const LegendRow> rows) const {
    const bool apart = std::holds_alternative<Heading>(row.sample) && &row != rows.data();
    return apart ? lpx(5) : 0;
}

float PageLayout::column_height(std::span<const LegendRow> rows) const {
    float height = 0;
    for (const LegendRow& row : rows) {
        height += gap_above(row, rows) + lpx(kRow);
    }
    return height;
}

void PageLayout::swatch(const RectPx& rect, const ControlSample& held) {
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

void PageLayout::badge_sample(const RectPx& rect) {
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

void PageLayout::front_sample(const RectPx& rect, const FrontSample& front) {
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

void PageLayout::sample(const LegendRow& row, const RectPx& rect) {
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

void PageLayout::legend_row(const LegendRow& row, PointPx corner) {
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

void PageLayout::legend(std::vector<LegendRow> rows) {
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

bool PageLayout::try_legend(std::span<const LegendRow> rows, std::size_t columns) {
    const std::size_t per_column = (rows.size() + columns - 1) / columns;
    std::vector<std::span<const LegendRow>> parts;
    float total = 2 * px(kPad);
    for (std::size_t from = 0; from < rows.size(); from += per_column) {
        parts.push_back(rows.subspan(from, std::min(per_column, rows.size() - from)));
        total += column_width(parts.back()) + (from > 0 ? lpx(18) : 0);
    }
    float rows_height = 0;
    for (const auto& part : parts) {
        rows_height = std::max(rows_height, column_height(part));
    }
    const float height = std::ceil(rows_height + 2 * px(kPad) - px(8));
    const RectPx rect = {free_.x, bottom(free_) - height, std::ceil(total), height};
    if (rect.y < free_.y || rect.width > free_.width || !is_free(rect)) {
        return false;
    }
    panel(rect);
    float x = rect.x + px(kPad);
    for (const auto& part : parts) {
        float y = rect.y + px(kPad) - px(4);
        for (const LegendRow& row : part) {
            y += gap_above(row, part);
            legend_row(row, {x, y});
            y += lpx(kRow);
        }
        x += column_width(part) + lpx(18);
    }
    return true;
}

}  // namespace salient::scene
