#include "gl/target.hpp"
#include "platform/headless.hpp"
#include "render/renderer.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <random>

using namespace salient;

namespace {

/// What a scene of this test shows; equal numbers, equal layers.
struct Shown {
    scene::SizePx size = {64, 48};
    std::uint8_t background = 0;
    std::uint8_t base = 0;
    std::uint8_t control = 0;
    std::uint8_t names = 0;
    std::uint8_t dots = 0;
    bool names_on_top = false;  // as above a carpet of dots
};

scene::PanelDraw half_covering(const scene::RectPx& rect, std::uint8_t number) {
    scene::PanelDraw panel;
    panel.rect = rect;
    panel.fill = {number, static_cast<std::uint8_t>(255 - number), 90, 150};
    return panel;
}

scene::Layer panel_layer(const scene::RectPx& rect, std::uint8_t number) {
    scene::Layer layer;
    layer.key = number;
    layer.items.emplace_back(half_covering(rect, number));
    return layer;
}

scene::Layer dots_layer(const scene::SizePx& size, std::uint8_t number) {
    auto image = std::make_shared<scene::Image>();
    image->size_px = size;
    const auto pixels = static_cast<std::size_t>(size.width * size.height);
    for (std::size_t i = 0; i < pixels; ++i) {
        const auto alpha = static_cast<std::uint8_t>((i * 7 + number) % 256);
        image->pixels.insert(image->pixels.end(), {alpha, 0, 0, alpha});
    }
    scene::Layer layer;
    layer.changes_often = true;
    layer.items.emplace_back(scene::ImageDraw{
        image,
        {0, 0},
        static_cast<std::uint64_t>(size.width * 1000 + size.height) * 256 + number});
    return layer;
}

scene::Scene scene_of(const Shown& shown) {
    scene::Scene scene;
    scene.view.size_px = shown.size;
    scene.background = {shown.background, 10, 20, 255};
    scene.layers.push_back(panel_layer({3, 4, 50, 30}, shown.base));
    scene.layers.push_back(panel_layer({10, 0, 20, 40}, shown.control));
    scene.layers.push_back(panel_layer({0, 20, 64, 9}, shown.names));
    const auto above = scene.layers.begin() + (shown.names_on_top ? 2 : 3);
    scene.layers.insert(above, dots_layer(shown.size, shown.dots));
    return scene;
}

std::vector<std::uint8_t> draw(render::Renderer& renderer, const Shown& shown) {
    const gl::Target target = gl::Target::create(shown.size.width, shown.size.height).value();
    renderer.draw(scene_of(shown), target.framebuffer());
    target.bind();
    return gl::read_pixels(shown.size.width, shown.size.height);
}

struct Stage {
    platform::HeadlessContext context = platform::HeadlessContext::create().value();
    text::FontSet fonts = text::FontSet::load().value();
    [[nodiscard]] render::Renderer renderer() const {
        return render::Renderer::create(fonts).value();
    }
};

}  // namespace

TEST_CASE("whatever was drawn before, a frame looks as one drawn first") {
    const Stage stage;
    render::Renderer used = stage.renderer();
    std::mt19937 random(7);
    Shown shown;

    for (int frame = 0; frame < 150; ++frame) {
        const auto number = static_cast<std::uint8_t>(random() % 4 * 60);
        switch (random() % 9) {
            case 0:
                shown.size.width = random() % 2 == 0 ? 64 : 40;
                break;
            case 1:
                shown.background = number;
                break;
            case 2:
                shown.base = number;
                break;
            case 3:
                shown.control = number;
                break;
            case 4:
            case 5:
                shown.names = number;
                break;
            case 6:
                shown.names_on_top = !shown.names_on_top;
                break;
            default:
                shown.dots = number;
                break;
        }
        CAPTURE(frame);
        render::Renderer fresh = stage.renderer();

        REQUIRE(draw(used, shown) == draw(fresh, shown));
    }
}

TEST_CASE("a frame draws again only what lies above the kept pictures") {
    const Stage stage;
    render::Renderer renderer = stage.renderer();
    Shown shown;
    const auto reused_after = [&](std::uint8_t& part) {
        part = 60;
        draw(renderer, shown);
        return renderer.layers_reused();
    };
    draw(renderer, shown);
    CHECK(renderer.layers_reused() == 0);

    CHECK(reused_after(shown.dots) == 3);
    // Other names, or other held ground: the map below stays.
    CHECK(reused_after(shown.names) == 1);
    CHECK(reused_after(shown.control) == 1);
    CHECK(reused_after(shown.base) == 0);
}

TEST_CASE("a scene drawn into a part of a larger picture leaves the rest as it was") {
    const Stage stage;
    render::Renderer renderer = stage.renderer();
    const Shown shown;
    const auto alone = draw(renderer, shown);
    const gl::Target larger = gl::Target::create(100, 80).value();
    larger.bind();
    glClearColor(0, 1, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);

    renderer.draw(scene_of(shown), larger.framebuffer(), 20, 10);

    larger.bind();
    const auto pixels = gl::read_pixels(100, 80);
    const std::array<std::uint8_t, 4> untouched = {0, 255, 0, 255};
    for (int y = 0; y < 80; ++y) {
        for (int x = 0; x < 100; ++x) {
            const int left = x - 20;
            const int top = y - (80 - 10 - shown.size.height);
            const bool inside =
                left >= 0 && left < shown.size.width && top >= 0 && top < shown.size.height;
            const std::uint8_t* expected =
                inside ? &alone[static_cast<std::size_t>(top * shown.size.width + left) * 4]
                       : untouched.data();
            CAPTURE(x, y);
            REQUIRE(std::equal(
                expected,
                expected + 4,
                &pixels[static_cast<std::size_t>(y * 100 + x) * 4]));
        }
    }
}
