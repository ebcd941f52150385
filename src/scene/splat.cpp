#include "scene/splat.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace salient::scene {

namespace {

// How much of each pixel a mark covers, 0…255; a square with its centre in the middle.
struct Stamp {
    int side = 0;
    std::vector<std::uint8_t> fill;  // in the event's colour
    std::vector<std::uint8_t> rim;   // in the outline's colour, below the fill
};

std::uint8_t coverage(double distance, double radius) {
    return static_cast<std::uint8_t>(
        std::lround(std::clamp(radius - distance + 0.5, 0.0, 1.0) * 255));
}

Stamp make_stamp(double radius, double rim, bool hollow) {
    Stamp stamp;
    const int half = static_cast<int>(std::ceil(radius + rim));
    stamp.side = 2 * half + 1;
    for (int y = -half; y <= half; ++y) {
        for (int x = -half; x <= half; ++x) {
            const double distance = std::hypot(x, y);
            const int outer = coverage(distance, radius);
            const int inner = hollow ? coverage(distance, radius - 1.4) : 0;
            stamp.fill.push_back(static_cast<std::uint8_t>(outer - inner));
            const int around = hollow ? 0 : coverage(distance, radius + rim);
            stamp.rim.push_back(static_cast<std::uint8_t>(around));
        }
    }
    return stamp;
}

std::uint8_t over(std::uint8_t below, std::uint8_t color, unsigned alpha) {
    return static_cast<std::uint8_t>((color * alpha + below * (255U - alpha) + 127U) / 255U);
}

void blend(std::uint8_t* pixel, Color color, unsigned coverage_255) {
    const unsigned alpha = coverage_255 * color.alpha / 255U;
    if (alpha == 0) {
        return;
    }
    pixel[0] = over(pixel[0], color.red, alpha);
    pixel[1] = over(pixel[1], color.green, alpha);
    pixel[2] = over(pixel[2], color.blue, alpha);
    pixel[3] = over(pixel[3], 255, alpha);
}

void draw(Image& image, const Stamp& stamp, PointPx center, Color fill, Color rim) {
    const int left = static_cast<int>(std::lround(center.x - 0.5F)) - stamp.side / 2;
    const int top = static_cast<int>(std::lround(center.y - 0.5F)) - stamp.side / 2;
    const int from_x = std::max(0, -left);
    const int to_x = std::min(stamp.side, image.size_px.width - left);
    const int to_y = std::min(stamp.side, image.size_px.height - top);
    for (int y = std::max(0, -top); y < to_y; ++y) {
        const std::size_t row =
            static_cast<std::size_t>(top + y) * static_cast<std::size_t>(image.size_px.width);
        for (int x = from_x; x < to_x; ++x) {
            const auto at = static_cast<std::size_t>(y * stamp.side + x);
            std::uint8_t* pixel = &image.pixels[(row + static_cast<std::size_t>(left + x)) * 4];
            blend(pixel, rim, stamp.rim[at]);
            blend(pixel, fill, stamp.fill[at]);
        }
    }
}

bool is_wide(events::LocationPrecision precision) {
    return precision >= events::LocationPrecision::District;
}

}  // namespace

std::shared_ptr<const Image> splat(
    const events::Columns& columns,
    const std::vector<CellHit>& cells,
    const View& view,
    const LayerStyle& style) {
    auto image = std::make_shared<Image>();
    image->size_px = view.size_px;
    image->pixels.assign(
        static_cast<std::size_t>(view.size_px.width) * static_cast<std::size_t>(view.size_px.height)
            * 4,
        0);
    std::array<Color, events::kEventTypeCount> colors;
    for (std::size_t i = 0; i < colors.size(); ++i) {
        colors[i] = event_style(style.theme, static_cast<events::EventType>(i)).color;
    }
    const double scale = static_cast<double>(style.pixel_scale);
    const Stamp dot = make_stamp(1.7 * scale, 0.6 * scale, false);
    const Stamp hollow = make_stamp(2.4 * scale, 0, true);
    const Stamp wide = make_stamp(9 * scale, 0, true);
    const Color rim = faded(style.theme.event_outline, 0.55F);
    for (const CellHit& cell : cells) {
        const events::EventIndex event = cell.event;
        const PointPx center =
            screen_from_world(view, {columns.world_x[event], columns.world_y[event]});
        const bool unreviewed = columns.status[event] == events::ReviewStatus::Unreviewed;
        const Stamp& stamp = is_wide(columns.precision[event]) ? wide : unreviewed ? hollow : dot;
        const Color color = colors[static_cast<std::size_t>(columns.type[event])];
        draw(*image, stamp, center, cell.certain ? color : faded(color, 0.5F), rim);
    }
    return image;
}

}  // namespace salient::scene
