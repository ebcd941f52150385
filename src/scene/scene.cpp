#include "scene/scene.hpp"

#include <array>
#include <cmath>
#include <numbers>

namespace salient::scene {

namespace {

using Outline = std::vector<PointPx>;

PointPx on_circle(double turn, double radius) {
    const double angle = turn * 2 * std::numbers::pi;
    return {
        static_cast<float>(std::sin(angle) * radius),
        static_cast<float>(-std::cos(angle) * radius)};
}

// Corners on the unit circle, anticlockwise as seen, the first at `start_turn` clockwise from the top.
Outline polygon(int corners, double start_turn) {
    Outline outline;
    for (int i = 0; i < corners; ++i) {
        outline.push_back(on_circle(start_turn - static_cast<double>(i) / corners, 1));
    }
    return outline;
}

Outline star() {
    Outline outline;
    for (int i = 0; i < 10; ++i) {
        outline.push_back(on_circle(-i / 10.0, i % 2 == 0 ? 1.08 : 0.48));
    }
    return outline;
}

// A plus with arms of half width `arm`, turned.
Outline plus(float arm, double turn) {
    const Outline upright = {
        {arm, -1},
        {-arm, -1},
        {-arm, -arm},
        {-1, -arm},
        {-1, arm},
        {-arm, arm},
        {-arm, 1},
        {arm, 1},
        {arm, arm},
        {1, arm},
        {1, -arm},
        {arm, -arm}};
    const auto sine = static_cast<float>(std::sin(turn * 2 * std::numbers::pi));
    const auto cosine = static_cast<float>(std::cos(turn * 2 * std::numbers::pi));
    Outline outline;
    for (const PointPx& p : upright) {
        outline.push_back({p.x * cosine - p.y * sine, p.x * sine + p.y * cosine});
    }
    return outline;
}

Outline rectangle(float half_width, float half_height) {
    return {
        {half_width, -half_height},
        {-half_width, -half_height},
        {-half_width, half_height},
        {half_width, half_height}};
}

Outline outline_of(Shape shape) {
    switch (shape) {
        case Shape::Circle:
            return polygon(32, 0);
        case Shape::Square:
            return rectangle(0.84F, 0.84F);
        case Shape::Diamond:
            return polygon(4, 0);
        case Shape::TriangleUp:
            return {{0, -1.05F}, {-1, 0.75F}, {1, 0.75F}};
        case Shape::TriangleDown:
            return {{0, 1.05F}, {1, -0.75F}, {-1, -0.75F}};
        case Shape::Pentagon:
            return polygon(5, 0);
        case Shape::Hexagon:
            return polygon(6, 0);
        case Shape::Star:
            return star();
        case Shape::Plus:
            return plus(0.38F, 0);
        case Shape::Cross:
            return plus(0.38F, 0.125);
        case Shape::Bar:
            return rectangle(1, 0.5F);
    }
    return {};
}

constexpr std::size_t kShapeCount = 11;

}  // namespace

geo::WorldPoint world_from_screen(const View& view, PointPx point) {
    const double x = static_cast<double>(point.x) - view.size_px.width / 2.0;
    const double y = static_cast<double>(point.y) - view.size_px.height / 2.0;
    return {view.center.x + x / view.pixels_per_world, view.center.y + y / view.pixels_per_world};
}

const std::vector<PointPx>& shape_outline(Shape shape) {
    static const std::array<Outline, kShapeCount> kOutlines = [] {
        std::array<Outline, kShapeCount> outlines;
        for (std::size_t i = 0; i < kShapeCount; ++i) {
            outlines[i] = outline_of(static_cast<Shape>(i));
        }
        return outlines;
    }();
    return kOutlines[static_cast<std::size_t>(shape)];
}

std::string_view shape_name(Shape shape) {
    constexpr std::array<std::string_view, kShapeCount> names = {
        "circle",
        "square",
        "diamond",
        "triangle-up",
        "triangle-down",
        "pentagon",
        "hexagon",
        "star",
        "plus",
        "cross",
        "bar"};
    return names[static_cast<std::size_t>(shape)];
}

std::string_view layer_name(LayerKind kind) {
    constexpr std::array<std::string_view, 5> names =
        {"base", "control", "labels", "events", "furniture"};
    return names[static_cast<std::size_t>(kind)];
}

}  // namespace salient::scene
