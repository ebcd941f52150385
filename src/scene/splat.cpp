#include "scene/splat.hpp"

#include "base/parallel.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace salient::scene {

namespace {

constexpr int kBands = 2;  // of an image, drawn at once; each looks at all marks

// Four channels of a premultiplied pixel, as they lie in memory.
using Pixel = std::uint32_t;

// A mark in one colour, its centre in the middle.
struct Stamp {
    int side = 0;
    std::vector<Pixel> pixels;
};

// Rows of an image from `top` up to, not including, `bottom`.
struct Band {
    int top = 0;
    int bottom = 0;
};

// How marks of one kind look, device pixels.
struct Look {
    double radius = 2;
    double rim = 0;       // dark line around the mark
    bool hollow = false;  // only a ring of the colour
};

double coverage(double distance, double radius) {
    return std::clamp(radius - distance + 0.5, 0.0, 1.0);
}

// `color` over `rim`, as one premultiplied pixel.
Pixel pixel(Color color, double fill, Color rim, double around) {
    const double top = fill * color.alpha / 255;
    const double below = around * rim.alpha / 255 * (1 - top);
    const auto channel = [&](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(std::lround(a * top + b * below));
    };
    return std::bit_cast<Pixel>(std::array<std::uint8_t, 4>{
        channel(color.red, rim.red),
        channel(color.green, rim.green),
        channel(color.blue, rim.blue),
        static_cast<std::uint8_t>(std::lround(255 * (top + below)))});
}

unsigned alpha_of(Pixel pixel) {
    return std::bit_cast<std::array<std::uint8_t, 4>>(pixel)[3];
}

// Every other channel times `part` of 255, rounded.
Pixel scaled(Pixel channels, unsigned part) {
    const Pixel product = channels * part + 0x00800080U;
    return (product + (product >> 8U & 0x00FF00FFU)) >> 8U & 0x00FF00FFU;
}

Stamp make_stamp(const Look& look, Color color, Color rim) {
    Stamp stamp;
    const int half = static_cast<int>(std::floor(look.radius + look.rim + 0.5));
    stamp.side = 2 * half + 1;
    for (int y = -half; y <= half; ++y) {
        for (int x = -half; x <= half; ++x) {
            const double distance = std::hypot(x, y);
            const double inner = look.hollow ? coverage(distance, look.radius - 1.4) : 0;
            const double fill = coverage(distance, look.radius) - inner;
            const double around = look.rim > 0 ? coverage(distance, look.radius + look.rim) : 0;
            stamp.pixels.push_back(pixel(color, fill, rim, around));
        }
    }
    return stamp;
}

void blend(std::uint8_t* below, Pixel over) {
    const unsigned alpha = alpha_of(over);
    if (alpha == 0) {
        return;
    }
    if (alpha < 255) {
        Pixel under = 0;
        std::memcpy(&under, below, sizeof under);
        const unsigned rest = 255U - alpha;
        over += scaled(under & 0x00FF00FFU, rest) | scaled(under >> 8U & 0x00FF00FFU, rest) << 8U;
    }
    std::memcpy(below, &over, sizeof over);
}

void draw(Image& image, const Band& band, const Stamp& stamp, PointPx center) {
    const int left = static_cast<int>(std::floor(center.x)) - stamp.side / 2;
    const int top = static_cast<int>(std::floor(center.y)) - stamp.side / 2;
    const int from_x = std::max(0, -left);
    const int to_x = std::min(stamp.side, image.size_px.width - left);
    const int to_y = std::min(stamp.side, band.bottom - top);
    for (int y = std::max(0, band.top - top); y < to_y; ++y) {
        const auto row = static_cast<std::ptrdiff_t>(top + y) * image.size_px.width + left;
        const Pixel* over = stamp.pixels.data() + static_cast<std::ptrdiff_t>(y) * stamp.side;
        for (int x = from_x; x < to_x; ++x) {
            blend(image.pixels.data() + (row + x) * 4, over[x]);
        }
    }
}

bool is_wide(events::LocationPrecision precision) {
    return precision >= events::LocationPrecision::District;
}

// Every mark that may occur, drawn once.
class StampSet {
public:
    explicit StampSet(const LayerStyle& style) {
        const auto scale = static_cast<double>(style.pixel_scale);
        const std::array<Look, 3> looks = {{
            {1.7 * scale, 0.6 * scale, false},  // reviewed
            {2.4 * scale, 0, true},             // unreviewed
            {9 * scale, 0, true},               // known only as an area
        }};
        const Color rim = faded(style.theme.event_outline, 0.55F);
        for (std::size_t type = 0; type < events::kEventTypeCount; ++type) {
            const Color color =
                event_style(style.theme, static_cast<events::EventType>(type)).color;
            for (const Look& look : looks) {
                stamps_.push_back(make_stamp(look, color, rim));
                stamps_.push_back(make_stamp(look, faded(color, 0.5F), faded(rim, 0.5F)));
            }
        }
    }
    [[nodiscard]] const Stamp& of(const events::Columns& columns, const CellHit& cell) const {
        const std::size_t look = is_wide(columns.precision[cell.event]) ? 2
                                 : columns.status[cell.event] == events::ReviewStatus::Unreviewed
                                     ? 1
                                     : 0;
        const auto type = static_cast<std::size_t>(columns.type[cell.event]);
        return stamps_[(type * 3 + look) * 2 + (cell.certain ? 0 : 1)];
    }

private:
    std::vector<Stamp> stamps_;  // by type, look, certainty
};

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
    const StampSet stamps(style);
    const auto draw_band = [&](std::size_t i) {
        const auto number = static_cast<int>(i);
        const Band band = {
            view.size_px.height * number / kBands,
            view.size_px.height * (number + 1) / kBands};
        for (const CellHit& cell : cells) {
            const geo::WorldPoint at = {columns.world_x[cell.event], columns.world_y[cell.event]};
            draw(*image, band, stamps.of(columns, cell), screen_from_world(view, at));
        }
    };
    base::for_each_index(kBands, draw_band, {});
    return image;
}

}  // namespace salient::scene
