#include "scene/splat.hpp"

#include "base/parallel.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace salient::scene {

namespace {

constexpr std::size_t kBands = 2;  // of an image, drawn at once; each looks at all marks

// Four channels of a premultiplied pixel, as they lie in memory.
using Pixel = std::uint32_t;

// Pixels of a row that are blended at once: the compiler makes vector instructions of a loop of fixed length.
constexpr int kBlockPixels = 4;
using Channels = std::array<std::uint8_t, kBlockPixels * sizeof(Pixel)>;

// Pixels that change nothing until they are set.
struct Block {
    Channels over{};
    Channels rest{};  // how much of the channel below shines through
    Block() { rest.fill(255); }
};

// A mark in one colour, its centre in the middle. Rows are whole blocks.
struct Stamp {
    int side = 0;
    int row_blocks = 0;
    std::vector<Block> blocks;
};

// A stamp and where its upper left corner lies.
struct Mark {
    const Stamp* stamp = nullptr;
    int left = 0;
    int top = 0;
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

void set(Stamp& stamp, int x, int y, Pixel pixel) {
    const int number = y * stamp.row_blocks + x / kBlockPixels;
    Block& block = stamp.blocks[static_cast<std::size_t>(number)];
    const auto channels = std::bit_cast<std::array<std::uint8_t, sizeof pixel>>(pixel);
    for (std::size_t i = 0; i < channels.size(); ++i) {
        const std::size_t at = static_cast<std::size_t>(x % kBlockPixels) * channels.size() + i;
        block.over.at(at) = channels.at(i);
        block.rest.at(at) = static_cast<std::uint8_t>(255 - channels[3]);
    }
}

Stamp make_stamp(const Look& look, Color color, Color rim) {
    Stamp stamp;
    const int half = static_cast<int>(std::floor(look.radius + look.rim + 0.5));
    stamp.side = 2 * half + 1;
    stamp.row_blocks = (stamp.side + kBlockPixels - 1) / kBlockPixels;
    const int count = stamp.side * stamp.row_blocks;
    stamp.blocks.resize(static_cast<std::size_t>(count));
    for (int y = -half; y <= half; ++y) {
        for (int x = -half; x <= half; ++x) {
            const double distance = std::hypot(x, y);
            const double inner = look.hollow ? coverage(distance, look.radius - 1.4) : 0;
            const double fill = coverage(distance, look.radius) - inner;
            const double around = look.rim > 0 ? coverage(distance, look.radius + look.rim) : 0;
            set(stamp, x + half, y + half, pixel(color, fill, rim, around));
        }
    }
    return stamp;
}

// A channel with what shines through of the one below: `rest` of 255 parts, rounded.
std::uint8_t blended(std::uint8_t over, std::uint8_t below, std::uint8_t rest) {
    const auto product = static_cast<std::uint16_t>(below * rest + 128);
    const auto rounded = static_cast<std::uint16_t>(product + (product >> 8U));
    return static_cast<std::uint8_t>(over + (rounded >> 8U));
}

void blend(std::uint8_t* below, const Block& block) {
    Channels pixels;
    std::memcpy(pixels.data(), below, pixels.size());
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        pixels[i] = blended(block.over[i], pixels[i], block.rest[i]);
    }
    std::memcpy(below, pixels.data(), pixels.size());
}

// Some of the pixels of a mark's row.
void blend_row(std::uint8_t* row, const Block* blocks, int from_x, int to_x) {
    for (int x = from_x; x < to_x; ++x) {
        const Block& block = blocks[x / kBlockPixels];
        const auto first = static_cast<std::size_t>(x % kBlockPixels) * sizeof(Pixel);
        std::uint8_t* below = row + static_cast<std::ptrdiff_t>(x) * 4;
        for (std::size_t i = 0; i < sizeof(Pixel); ++i) {
            below[i] = blended(block.over.at(first + i), below[i], block.rest.at(first + i));
        }
    }
}

void draw(Image& image, const Band& band, const Mark& mark) {
    const Stamp& stamp = *mark.stamp;
    const int width = image.size_px.width;
    const int from_x = std::max(0, -mark.left);
    const int to_x = std::min(stamp.side, width - mark.left);
    const bool is_whole = mark.left >= 0 && mark.left + stamp.row_blocks * kBlockPixels <= width;
    const int to_y = std::min(stamp.side, band.bottom - mark.top);
    for (int y = std::max(0, band.top - mark.top); y < to_y; ++y) {
        const auto first = static_cast<std::ptrdiff_t>(mark.top + y) * width + mark.left;
        std::uint8_t* row = image.pixels.data() + first * 4;
        const Block* blocks =
            stamp.blocks.data() + static_cast<std::ptrdiff_t>(y) * stamp.row_blocks;
        if (!is_whole) {
            blend_row(row, blocks, from_x, to_x);
            continue;
        }
        for (int i = 0; i < stamp.row_blocks; ++i) {
            blend(row + static_cast<std::ptrdiff_t>(i) * kBlockPixels * 4, blocks[i]);
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
    [[nodiscard]] const Stamp& of(const CellHit& cell) const {
        const std::size_t look = is_wide(cell.dot.precision)                           ? 2
                                 : cell.dot.status == events::ReviewStatus::Unreviewed ? 1
                                                                                       : 0;
        const auto type = static_cast<std::size_t>(cell.dot.type);
        return stamps_[(type * 3 + look) * 2 + (cell.certain ? 0 : 1)];
    }

private:
    std::vector<Stamp> stamps_;  // by type, look, certainty
};

std::vector<Mark>
marks_of(const std::vector<CellHit>& cells, const View& view, const StampSet& stamps) {
    std::vector<Mark> marks;
    marks.reserve(cells.size());
    for (const CellHit& cell : cells) {
        const PointPx at = screen_from_world(view, cell.dot.point);
        const Stamp& stamp = stamps.of(cell);
        const Mark mark = {
            &stamp,
            static_cast<int>(std::floor(at.x)) - stamp.side / 2,
            static_cast<int>(std::floor(at.y)) - stamp.side / 2};
        if (mark.left < view.size_px.width && mark.left + stamp.side > 0
            && mark.top < view.size_px.height && mark.top + stamp.side > 0) {
            marks.push_back(mark);
        }
    }
    return marks;
}

// Bands with as many marks each, where the marks come from top to bottom.
std::array<Band, kBands> bands_of(const std::vector<Mark>& marks, int height) {
    std::array<Band, kBands> bands;
    int top = 0;
    for (std::size_t i = 0; i < kBands; ++i) {
        const std::size_t next = marks.size() * (i + 1) / kBands;
        const int bottom = next < marks.size() ? std::clamp(marks[next].top, top, height) : height;
        bands.at(i) = {top, bottom};
        top = bottom;
    }
    return bands;
}

}  // namespace

std::shared_ptr<const Image>
splat(const std::vector<CellHit>& cells, const View& view, const LayerStyle& style) {
    auto image = std::make_shared<Image>();
    image->size_px = view.size_px;
    image->pixels.assign(
        static_cast<std::size_t>(view.size_px.width) * static_cast<std::size_t>(view.size_px.height)
            * 4,
        0);
    const StampSet stamps(style);
    const std::vector<Mark> marks = marks_of(cells, view, stamps);
    const std::array<Band, kBands> bands = bands_of(marks, view.size_px.height);
    const auto draw_band = [&](std::size_t i) {
        for (const Mark& mark : marks) {
            draw(*image, bands.at(i), mark);
        }
    };
    base::for_each_index(kBands, draw_band, {});
    return image;
}

}  // namespace salient::scene
