#include "ui/look.hpp"

#include <array>
#include <cmath>

namespace salient::ui {

namespace {

constexpr float kPi = 3.14159265F;

/// Draws in a square from −1 to 1.
struct Pen {
    ImDrawList* list = nullptr;
    ImVec2 center;
    float half = 0;
    ImU32 color = 0;
    float width = 1;

    [[nodiscard]] ImVec2 at(float x, float y) const {
        return {center.x + x * half, center.y + y * half};
    }
    void line(float x0, float y0, float x1, float y1) const {
        list->AddLine(at(x0, y0), at(x1, y1), color, width);
    }
    void path(std::initializer_list<ImVec2> points, bool is_closed) const {
        for (const ImVec2& p : points) {
            list->PathLineTo(at(p.x, p.y));
        }
        list->PathStroke(color, is_closed ? ImDrawFlags_Closed : ImDrawFlags_None, width);
    }
    void rect(float x0, float y0, float x1, float y1, float rounding = 0) const {
        list->AddRect(at(x0, y0), at(x1, y1), color, rounding * half, 0, width);
    }
    void fill_rect(float x0, float y0, float x1, float y1) const {
        list->AddRectFilled(at(x0, y0), at(x1, y1), color, 0.15F * half);
    }
    void triangle(ImVec2 a, ImVec2 b, ImVec2 c) const {
        list->AddTriangleFilled(at(a.x, a.y), at(b.x, b.y), at(c.x, c.y), color);
    }
    void circle(float x, float y, float radius) const {
        list->AddCircle(at(x, y), radius * half, color, 0, width);
    }
    void dot(float x, float y, float radius) const {
        list->AddCircleFilled(at(x, y), radius * half, color);
    }
};

void draw_time_icon(const Pen& pen, Icon icon) {
    switch (icon) {
        case Icon::Play:
            pen.triangle({-0.65F, -0.95F}, {-0.65F, 0.95F}, {0.95F, 0});
            break;
        case Icon::Pause:
            pen.fill_rect(-0.75F, -0.9F, -0.2F, 0.9F);
            pen.fill_rect(0.2F, -0.9F, 0.75F, 0.9F);
            break;
        case Icon::StepBack:
            pen.path({{0.4F, -0.8F}, {-0.4F, 0}, {0.4F, 0.8F}}, false);
            break;
        case Icon::StepOn:
            pen.path({{-0.4F, -0.8F}, {0.4F, 0}, {-0.4F, 0.8F}}, false);
            break;
        case Icon::EventBack:
            pen.path({{0.75F, -0.8F}, {-0.05F, 0}, {0.75F, 0.8F}}, false);
            pen.dot(-0.65F, 0, 0.3F);
            break;
        case Icon::EventOn:
            pen.path({{-0.75F, -0.8F}, {0.05F, 0}, {-0.75F, 0.8F}}, false);
            pen.dot(0.65F, 0, 0.3F);
            break;
        default:
            pen.list->PathArcTo(pen.center, pen.half * 0.8F, -0.3F, 1.6F * kPi);
            pen.list->PathStroke(pen.color, ImDrawFlags_None, pen.width);
            pen.triangle({0.05F, -1.15F}, {0.05F, -0.35F}, {0.65F, -0.75F});
            break;
    }
}

void draw_sun(const Pen& pen) {
    pen.circle(0, 0, 0.45F);
    for (int i = 0; i < 8; ++i) {
        const float angle = static_cast<float>(i) * kPi / 4;
        const float x = std::cos(angle);
        const float y = std::sin(angle);
        pen.line(x * 0.72F, y * 0.72F, x, y);
    }
}

void draw_file_icon(const Pen& pen, Icon icon) {
    switch (icon) {
        case Icon::Open:
        case Icon::Folder:
            pen.path(
                {{-0.95F, 0.75F},
                 {-0.95F, -0.7F},
                 {-0.3F, -0.7F},
                 {-0.05F, -0.4F},
                 {0.95F, -0.4F},
                 {0.95F, 0.75F}},
                true);
            break;
        case Icon::File:
            pen.path(
                {{-0.65F, -0.95F},
                 {0.25F, -0.95F},
                 {0.65F, -0.5F},
                 {0.65F, 0.95F},
                 {-0.65F, 0.95F}},
                true);
            break;
        case Icon::Camera:
            pen.rect(-0.95F, -0.55F, 0.95F, 0.8F, 0.25F);
            pen.circle(0, 0.12F, 0.38F);
            pen.line(-0.3F, -0.75F, 0.3F, -0.75F);
            break;
        case Icon::Save:
            pen.path({{-0.8F, 0.2F}, {-0.8F, 0.85F}, {0.8F, 0.85F}, {0.8F, 0.2F}}, false);
            pen.line(0, -0.9F, 0, 0.35F);
            pen.path({{-0.45F, -0.05F}, {0, 0.4F}, {0.45F, -0.05F}}, false);
            break;
        default:
            pen.line(0, 0.85F, 0, -0.75F);
            pen.path({{-0.6F, -0.15F}, {0, -0.8F}, {0.6F, -0.15F}}, false);
            break;
    }
}

void draw_other_icon(const Pen& pen, Icon icon) {
    switch (icon) {
        case Icon::Sun:
            draw_sun(pen);
            break;
        case Icon::Moon:
            pen.list->PathArcTo(pen.center, pen.half * 0.85F, -0.15F * kPi, 1.35F * kPi, 24);
            pen.list
                ->PathArcTo(pen.at(0.36F, -0.36F), pen.half * 0.78F, 1.1F * kPi, 0.1F * kPi, 20);
            pen.list->PathStroke(pen.color, ImDrawFlags_Closed, pen.width);
            break;
        case Icon::Layers:
            pen.path({{0, -0.9F}, {0.95F, -0.35F}, {0, 0.2F}, {-0.95F, -0.35F}}, true);
            pen.path({{-0.95F, 0.2F}, {0, 0.8F}, {0.95F, 0.2F}}, false);
            break;
        case Icon::List:
            for (const float y : {-0.65F, 0.0F, 0.65F}) {
                pen.dot(-0.8F, y, 0.14F);
                pen.line(-0.4F, y, 0.95F, y);
            }
            break;
        case Icon::Search:
            pen.circle(-0.15F, -0.15F, 0.62F);
            pen.line(0.3F, 0.3F, 0.9F, 0.9F);
            break;
        case Icon::Check:
            pen.path({{-0.8F, 0.05F}, {-0.25F, 0.6F}, {0.85F, -0.6F}}, false);
            break;
        case Icon::Edit:
            pen.path(
                {{-0.8F, 0.8F}, {-0.7F, 0.3F}, {0.45F, -0.85F}, {0.85F, -0.45F}, {-0.3F, 0.7F}},
                true);
            break;
        case Icon::Bookmark:
            pen.path(
                {{-0.6F, -0.9F}, {0.6F, -0.9F}, {0.6F, 0.9F}, {0, 0.35F}, {-0.6F, 0.9F}},
                true);
            break;
        case Icon::Fit:
            pen.path({{-0.9F, -0.4F}, {-0.9F, -0.9F}, {-0.4F, -0.9F}}, false);
            pen.path({{0.9F, -0.4F}, {0.9F, -0.9F}, {0.4F, -0.9F}}, false);
            pen.path({{-0.9F, 0.4F}, {-0.9F, 0.9F}, {-0.4F, 0.9F}}, false);
            pen.path({{0.9F, 0.4F}, {0.9F, 0.9F}, {0.4F, 0.9F}}, false);
            break;
        default:
            pen.line(-0.65F, -0.65F, 0.65F, 0.65F);
            pen.line(-0.65F, 0.65F, 0.65F, -0.65F);
            break;
    }
}

void draw_help(const Pen& pen) {
    pen.circle(0, 0, 0.95F);
    const ImVec2 size = ImGui::CalcTextSize("?");
    pen.list->AddText({pen.center.x - size.x / 2, pen.center.y - size.y / 2}, pen.color, "?");
}

/// A regular polygon, or a star whose inner corners lie nearer to the middle.
struct Corners {
    int count = 4;
    float inner = 1;  ///< share of the radius
    float turn = 0;   ///< of the first corner from upright, radians
};

void add_corners(ImDrawList* list, ImVec2 center, float radius, const Corners& corners) {
    const bool is_star = corners.inner < 1;
    const int points = is_star ? corners.count * 2 : corners.count;
    for (int i = 0; i < points; ++i) {
        const float r = is_star && i % 2 == 1 ? radius * corners.inner : radius;
        const float angle =
            corners.turn + 2 * kPi * static_cast<float>(i) / static_cast<float>(points);
        list->PathLineTo({center.x + r * std::sin(angle), center.y - r * std::cos(angle)});
    }
}

void add_cross(ImDrawList* list, ImVec2 center, float r, float turn) {
    const float t = r * 0.38F;
    const std::array<ImVec2, 12> corners = {
        {{-t, -r},
         {t, -r},
         {t, -t},
         {r, -t},
         {r, t},
         {t, t},
         {t, r},
         {-t, r},
         {-t, t},
         {-r, t},
         {-r, -t},
         {-t, -t}}};
    const float c = std::cos(turn);
    const float s = std::sin(turn);
    for (const ImVec2& p : corners) {
        list->PathLineTo({center.x + p.x * c - p.y * s, center.y + p.x * s + p.y * c});
    }
}

/// Adds the outline as a path; concave ones (star, cross) can only be filled piecewise.
bool add_outline(ImDrawList* list, Shape shape, ImVec2 center, float r) {
    switch (shape) {
        case Shape::Circle:
            list->PathArcTo(center, r * 0.95F, 0, 2 * kPi, 20);
            return true;
        case Shape::Square:
            add_corners(list, center, r * 1.2F, {4, 1, kPi / 4});
            return true;
        case Shape::Diamond:
            add_corners(list, center, r * 1.15F, {4, 1, 0});
            return true;
        case Shape::TriangleUp:
            add_corners(list, {center.x, center.y + r * 0.2F}, r * 1.2F, {3, 1, 0});
            return true;
        case Shape::TriangleDown:
            add_corners(list, {center.x, center.y - r * 0.2F}, r * 1.2F, {3, 1, kPi});
            return true;
        case Shape::Pentagon:
            add_corners(list, center, r * 1.1F, {5, 1, 0});
            return true;
        case Shape::Hexagon:
            add_corners(list, center, r * 1.05F, {6, 1, 0});
            return true;
        case Shape::Star:
            add_corners(list, center, r * 1.25F, {5, 0.5F, 0});
            return false;
        case Shape::Plus:
            add_cross(list, center, r * 1.05F, 0);
            return false;
        case Shape::Cross:
            add_cross(list, center, r * 1.1F, kPi / 4);
            return false;
        case Shape::Bar:
            list->PathRect(
                {center.x - r * 1.1F, center.y - r * 0.45F},
                {center.x + r * 1.1F, center.y + r * 0.45F});
            return true;
    }
    return true;
}

/// Fills a star-shaped outline from its centre.
void fill_fan(ImDrawList* list, ImVec2 center, ImU32 color) {
    ImVector<ImVec2> points = list->_Path;
    list->PathClear();
    for (int i = 0; i < points.Size; ++i) {
        list->AddTriangleFilled(center, points[i], points[(i + 1) % points.Size], color);
    }
}

}  // namespace

void draw_icon(ImDrawList* list, Icon icon, ImVec2 center, float size, ImU32 color) {
    const Pen pen = {list, center, size / 2, color, std::fmax(1.2F, size * 0.105F)};
    switch (icon) {
        case Icon::Play:
        case Icon::Pause:
        case Icon::StepBack:
        case Icon::StepOn:
        case Icon::EventBack:
        case Icon::EventOn:
        case Icon::Loop:
            draw_time_icon(pen, icon);
            break;
        case Icon::Open:
        case Icon::Folder:
        case Icon::File:
        case Icon::Camera:
        case Icon::Save:
        case Icon::Up:
            draw_file_icon(pen, icon);
            break;
        case Icon::Help:
            draw_help(pen);
            break;
        default:
            draw_other_icon(pen, icon);
            break;
    }
}

void draw_mark(ImDrawList* list, TypeLook type, ImVec2 center, float radius, bool is_filled) {
    const ImU32 color = pack(type.color);
    const bool is_convex = add_outline(list, type.shape, center, radius);
    if (!is_filled) {
        list->PathStroke(color, ImDrawFlags_Closed, std::fmax(1.5F, radius * 0.3F));
    } else if (is_convex) {
        list->PathFillConvex(color);
    } else {
        fill_fan(list, center, color);
    }
}

}  // namespace salient::ui
