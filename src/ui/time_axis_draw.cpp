#include "ui/time_axis_draw.hpp"

#include "timeline/bins.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace salient::ui {

namespace {

float x_of(const AxisBands& bands, time::UnixSeconds at) {
    const double x = bands.axis.x_of(at);
    const auto left = static_cast<double>(bands.all.x) - 1e4;
    return static_cast<float>(std::clamp(x, left, left + 2e4 + bands.axis.width_px));
}

float right(const Rect& rect) {
    return rect.x + rect.width;
}
float bottom(const Rect& rect) {
    return rect.y + rect.height;
}

/// Grows slower than the count, so that one day of hundreds leaves the others to be seen.
float bar_height(std::uint32_t count, std::uint32_t tallest, const Rect& bars) {
    const float share = std::sqrt(static_cast<float>(count) / static_cast<float>(tallest));
    return std::max(2.0F, share * (bars.height - 3));
}

void draw_bar(
    const Context& context,
    const AxisBands& bands,
    const timeline::Bar& bar,
    float height) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float left = std::round(x_of(bands, bar.begin));
    const float end = std::max(left + 1, std::round(x_of(bands, bar.end)) - 1);
    const time::Window shown = session::shown_window(context.state());
    const bool is_shown = bar.begin < shown.end && bar.end > shown.begin;
    const auto total = static_cast<float>(bar.total());
    float y = bottom(bands.bars);
    for (std::size_t type = 0; type < bar.counts.size(); ++type) {
        if (bar.counts.at(type) == 0) {
            continue;
        }
        const float part = height * static_cast<float>(bar.counts.at(type)) / total;
        list->AddRectFilled(
            {left, y - part},
            {end, y},
            faded(pack(context.in.palette.at(type).color), is_shown ? 1.0F : 0.28F));
        y -= part;
    }
}

/// A bracket that can be taken.
void draw_handle(const Look& look, const Rect& band, float x, bool is_left, bool is_hot) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float width = look.px(7);
    const ImU32 color = is_hot ? look.colors.text : look.colors.accent;
    const float from = is_left ? x - width : x;
    list->AddRectFilled(
        {from, band.y},
        {from + width, bottom(band)},
        color,
        look.px(2.5F),
        is_left ? ImDrawFlags_RoundCornersLeft : ImDrawFlags_RoundCornersRight);
    const float middle = std::floor(from + width / 2) + 0.5F;
    list->AddLine(
        {middle, band.y + look.px(3.5F)},
        {middle, bottom(band) - look.px(3.5F)},
        faded(look.colors.accent_text, 0.8F));
}

}  // namespace

AxisBands lay_out_axis(const Context& context, const Rect& area) {
    const Look& look = context.look;
    AxisBands bands;
    bands.all = area;
    const float handles = look.px(12);
    const float snapshots = look.px(11);
    const float labels = look.px(19);
    bands.handles = {area.x, area.y, area.width, handles};
    const float bars_y = area.y + handles + look.px(3);
    const float bars_height =
        std::max(look.px(12), area.height - handles - snapshots - labels - look.px(3));
    bands.bars = {area.x, bars_y, area.width, bars_height};
    bands.snapshots = {area.x, bars_y + bars_height, area.width, snapshots};
    bands.labels = {area.x, bars_y + bars_height + snapshots, area.width, labels};
    bands.axis = {
        context.state().timeline,
        static_cast<double>(area.x),
        static_cast<double>(area.width)};
    return bands;
}

void draw_axis_ground(const Context& context, const AxisBands& bands) {
    const Look& look = context.look;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->PushClipRect({bands.all.x, bands.all.y}, {right(bands.all), bottom(bands.all)}, true);
    list->AddRectFilled(
        {bands.bars.x, bands.bars.y},
        {right(bands.bars), bottom(bands.bars)},
        look.colors.sunken,
        look.px(3));
    for (const timeline::Tick& tick :
         timeline::ticks(bands.axis, static_cast<double>(look.px(58)))) {
        const float x = std::floor(x_of(bands, tick.at)) + 0.5F;
        if (x < bands.all.x) {
            continue;
        }
        list->AddLine(
            {x, bands.bars.y},
            {x, bottom(bands.bars)},
            faded(look.colors.line, tick.is_major ? 1.0F : 0.55F));
    }
    list->PopClipRect();
}

void draw_axis_bars(const Context& context, const AxisBands& bands) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const timeline::Bars bars = timeline::make_bars(
        context.data.bars.counts,
        bands.axis,
        static_cast<double>(context.look.px(4)));
    if (bars.tallest == 0) {
        return;
    }
    list->PushClipRect({bands.bars.x, bands.bars.y}, {right(bands.bars), bottom(bands.bars)}, true);
    for (const timeline::Bar& bar : bars.bars) {
        draw_bar(context, bands, bar, bar_height(bar.total(), bars.tallest, bands.bars));
    }
    list->PopClipRect();
}

void draw_axis_labels(const Context& context, const AxisBands& bands) {
    const Look& look = context.look;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float y = bands.labels.y + look.px(2);
    float free_from = bands.all.x;
    const auto marks = timeline::ticks(bands.axis, static_cast<double>(look.px(58)));
    for (const timeline::Tick& tick : marks) {
        ImFont* font = tick.is_major ? look.small_bold : look.small;
        const float width = font->CalcTextSizeA(font->FontSize, 1e9F, 0, tick.label.c_str()).x;
        const float at =
            std::max(bands.all.x, x_of(bands, tick.at) - (tick.is_major ? 0 : width / 2));
        if (at < free_from || at + width > right(bands.all)) {
            continue;
        }
        list->AddText(
            font,
            font->FontSize,
            {std::round(at), std::round(y)},
            tick.is_major ? look.colors.text : look.colors.quiet,
            tick.label.c_str());
        free_from = at + width + look.px(8);
    }
}

void draw_axis_window(const Context& context, const AxisBands& bands, timeline::Part part) {
    const Look& look = context.look;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Rect& band = bands.handles;
    list->PushClipRect(
        {bands.all.x - look.px(8), bands.all.y},
        {right(bands.all) + look.px(8), bottom(bands.bars)},
        false);
    const float begin = x_of(bands, context.state().window.begin);
    const float end = x_of(bands, context.state().window.end);
    const float middle = band.y + band.height / 2;
    list->AddRectFilled(
        {band.x, middle - look.px(2)},
        {right(band), middle + look.px(2)},
        look.colors.sunken,
        look.px(2));
    list->AddRectFilled(
        {begin, band.y + look.px(2)},
        {end, bottom(band) - look.px(2)},
        faded(look.colors.accent, part == timeline::Part::WindowBody ? 0.55F : 0.38F));
    const ImU32 veil = faded(look.colors.panel, 0.55F);
    if (begin > bands.all.x) {
        list->AddRectFilled({bands.all.x, bands.bars.y}, {begin, bottom(bands.bars)}, veil);
    }
    if (end < right(bands.all)) {
        list->AddRectFilled({end, bands.bars.y}, {right(bands.all), bottom(bands.bars)}, veil);
    }
    draw_handle(look, band, begin, true, part == timeline::Part::WindowBegin);
    draw_handle(look, band, end, false, part == timeline::Part::WindowEnd);
    list->PopClipRect();
}

void draw_axis_cursor(const Context& context, const AxisBands& bands) {
    const Look& look = context.look;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const time::UnixSeconds day = time::seconds_of(session::cursor_day(context.state()));
    const float left = x_of(bands, day);
    const float end = x_of(bands, day + time::kSecondsPerDay);
    if (end < bands.all.x || left > right(bands.all)) {
        return;
    }
    const float low = bottom(bands.snapshots);
    if (end - left > 2) {
        list->AddRectFilled(
            {left, bands.bars.y},
            {end, bottom(bands.bars)},
            faded(look.colors.bad, 0.14F));
    }
    const float x = std::floor((left + end) / 2) + 0.5F;
    list->AddLine({x, bands.handles.y + look.px(4)}, {x, low}, look.colors.bad, look.px(1.6F));
    const float half = look.px(5.5F);
    list->AddTriangleFilled(
        {x - half, bands.handles.y},
        {x + half, bands.handles.y},
        {x, bands.handles.y + look.px(8)},
        look.colors.bad);
}

}  // namespace salient::ui
