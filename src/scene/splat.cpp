#include "scene/splat.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace salient::scene {

namespace {

// A mark in one colour: premultiplied pixels, its centre in the middle.
struct Stamp {
    int side = 0;
    std::vector<std::array<std::uint8_t, 4>> pixels;
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
std::array<std::uint8_t, 4> pixel(Color color, double fill, Color rim, double around) {
    const double top = fill * color.alpha / 255;
    const double below = around * rim.alpha / 255 * (1 - top);
    const auto channel = [&](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(std::lround(a * top + b * below));
    };
    return {
        channel(color.red, rim.red),
        channel(color.green, rim.green),
        channel(color.blue, rim.blue),
        static_cast<std::uint8_t>(std::lround(255 * (top + below)))};
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

void blend(std::uint8_t* below, const std::array<std::uint8_t, 4>& over) {
    if (over[3] == 0) {
        return;
    }
    if (over[3] == 255) {
        std::copy(over.begin(), over.end(), below);
        return;
    }
    const unsigned rest = 255U - over[3];
    for (std::size_t i = 0; i < 4; ++i) {
        below[i] = static_cast<std::uint8_t>(over[i] + (below[i] * rest + 127U) / 255U);
    }
}

void draw(Image& image, const Stamp& stamp, PointPx center) {
    const int left = static_cast<int>(std::floor(center.x)) - stamp.side / 2;
    const int top = static_cast<int>(std::floor(center.y)) - stamp.side / 2;
    const int from_x = std::max(0, -left);
    const int to_x = std::min(stamp.side, image.size_px.width - left);
    const int to_y = std::min(stamp.side, image.size_px.height - top);
    for (int y = std::max(0, -top); y < to_y; ++y) {
        const auto row = static_cast<std::ptrdiff_t>(top + y) * image.size_px.width + left;
        for (int x = from_x; x < to_x; ++x) {
            blend(
                image.pixels.data() + (row + x) * 4,
                stamp.pixels
                    [static_cast<std::size_t>(y) * static_cast<std::size_t>(stamp.side)
                     + static_cast<std::size_t>(x)]);
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
    for (const CellHit& cell : cells) {
        const geo::WorldPoint at = {columns.world_x[cell.event], columns.world_y[cell.event]};
        draw(*image, stamps.of(columns, cell), screen_from_world(view, at));
    }
    return image;
}

}  // namespace salient::scene
