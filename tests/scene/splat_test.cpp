#include "scene/splat.hpp"

#include "geo/mercator.hpp"
#include "scene_support.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>

using namespace salient;

namespace {

using Pixel = std::array<std::uint8_t, 4>;

Pixel pixel_at(const scene::Image& image, int x, int y) {
    Pixel pixel = {};
    for (int i = 0; i < 4; ++i) {
        const auto at = static_cast<std::size_t>((y * image.size_px.width + x) * 4 + i);
        pixel.at(static_cast<std::size_t>(i)) = image.pixels.at(at);
    }
    return pixel;
}

/// Premultiplied, rounded.
Pixel over(Pixel top, Pixel below) {
    Pixel result = {};
    for (std::size_t i = 0; i < 4; ++i) {
        const int rest = 255 - top[3];
        result.at(i) = static_cast<std::uint8_t>(top.at(i) + (below.at(i) * rest + 127) / 255);
    }
    return result;
}

scene::CellHit hit(events::EventIndex event, bool certain) {
    scene::CellHit result;
    result.dot.event = event;
    result.count = 1;
    result.certain = certain;
    return result;
}

struct Stage {
    geo::WorldPoint center = geo::world_from_lonlat({35.27, 51.19});
    scene::View view;
    scene::LayerStyle style;

    explicit Stage() : style{scene::theme(session::Theme::Light), 1} {
        view.center = center;
        view.pixels_per_world = 1 << 20;
        view.size_px = {40, 40};
    }
    /// One event for each place, in pixels from the middle.
    [[nodiscard]] events::Columns columns(const std::vector<scene::PointPx>& places) const {
        events::Columns columns;
        for (std::size_t i = 0; i < places.size(); ++i) {
            columns.world_x.push_back(center.x + places[i].x / view.pixels_per_world);
            columns.world_y.push_back(center.y + places[i].y / view.pixels_per_world);
            columns.type.push_back(i % 2 == 0 ? events::EventType::Strike : events::EventType::Aid);
            columns.status.push_back(events::ReviewStatus::Accepted);
            columns.precision.push_back(events::LocationPrecision::Exact);
        }
        return columns;
    }
    [[nodiscard]] std::shared_ptr<const scene::Image> draw(
        const events::Columns& columns,
        std::vector<scene::CellHit> cells) const {
        for (scene::CellHit& cell : cells) {
            cell.dot = scene::event_dot(columns, cell.dot.event);
        }
        return scene::splat(cells, view, style);
    }
};

}  // namespace

TEST_CASE("a later dot lies over an earlier one, and what is uncertain lets it shine through") {
    const Stage stage;
    const events::Columns columns = stage.columns({{0.5F, 0.5F}, {1.5F, 0.5F}});
    const bool certain = GENERATE(true, false);
    const scene::CellHit first = hit(0, certain);
    const scene::CellHit second = hit(1, certain);

    const auto below = stage.draw(columns, {first});
    const auto top = stage.draw(columns, {second});
    const auto both = stage.draw(columns, {first, second});

    int drawn = 0;
    int mixed = 0;
    for (int y = 0; y < 40; ++y) {
        for (int x = 0; x < 40; ++x) {
            const Pixel one = pixel_at(*below, x, y);
            const Pixel other = pixel_at(*top, x, y);
            drawn += one[3] > 0 || other[3] > 0 ? 1 : 0;
            mixed += one[3] > 0 && other[3] > 0 && other[3] < 255 ? 1 : 0;
            REQUIRE(pixel_at(*both, x, y) == over(other, one));
        }
    }
    CHECK(drawn > 15);
    CHECK(mixed > 5);
}

TEST_CASE("a dot looks the same wherever it lies, whole up to the edges") {
    const Stage stage;
    const auto middle = stage.draw(stage.columns({{0.5F, 0.5F}}), {hit(0, true)});
    const auto is_inside = [](int x, int y) { return x >= 0 && x < 40 && y >= 0 && y < 40; };
    const bool downwards = GENERATE(true, false);

    for (int by = -24; by < 24; ++by) {
        const int down = downwards ? by : 0;
        const int right = downwards ? 0 : by;
        CAPTURE(down, right);
        const auto moved = stage.draw(
            stage.columns({{static_cast<float>(right) + 0.5F, static_cast<float>(down) + 0.5F}}),
            {hit(0, true)});
        for (int y = 0; y < 40; ++y) {
            for (int x = 0; x < 40; ++x) {
                const bool was_inside = is_inside(x - right, y - down);
                const Pixel expected =
                    was_inside ? pixel_at(*middle, x - right, y - down) : Pixel{};
                REQUIRE(pixel_at(*moved, x, y) == expected);
            }
        }
    }
    CHECK(pixel_at(*middle, 20, 20)[3] == 255);
}
