#include "scene/base_layer.hpp"

#include <algorithm>
#include <cmath>

namespace salient::scene {

namespace {

// From this size of a pixel on, the far world is drawn (about zoom 3.2).
constexpr double kWorldFarDegreesPerPx = 0.15;
// Region borders and small rivers would be a grey mat beyond these.
constexpr double kRegionsDegreesPerPx = 0.06;
constexpr std::array<double, 3> kRiverDegreesPerPx = {0.09, 0.03, 0.008};

struct ViewBox {
    geo::WorldPoint low;
    geo::WorldPoint high;
};

ViewBox view_box(const View& view) {
    const double half_width = view.size_px.width / 2.0 / view.pixels_per_world;
    const double half_height = view.size_px.height / 2.0 / view.pixels_per_world;
    return {
        {view.center.x - half_width, view.center.y - half_height},
        {view.center.x + half_width, view.center.y + half_height}};
}

template <class Mesh>
bool shows(const Boxed<Mesh>& entry, const ViewBox& box) {
    return entry.low.x <= box.high.x && entry.high.x >= box.low.x && entry.low.y <= box.high.y
           && entry.high.y >= box.low.y;
}

// Collects draws of what shows.
class Painter {
public:
    Painter(const View& view, const LayerStyle& style) : box_(view_box(view)), style_(style) {}

    void fill(const FillMeshes& meshes, Color color) {
        for (const auto& entry : meshes) {
            if (shows(entry, box_)) {
                items_.emplace_back(FillDraw{.mesh = entry.mesh, .color = color, .hatch = {}});
            }
        }
    }
    void stroke(const LineMeshes& meshes, StrokeDraw stroke) {
        stroke.width_px *= style_.pixel_scale;
        stroke.dash_px *= style_.pixel_scale;
        stroke.gap_px *= style_.pixel_scale;
        stroke.casing_px *= style_.pixel_scale;
        for (const auto& entry : meshes) {
            if (shows(entry, box_)) {
                stroke.mesh = entry.mesh;
                items_.emplace_back(stroke);
            }
        }
    }
    void land(const MapDetail& detail) {
        fill(detail.land, style_.theme.land);
        fill(detail.russia, style_.theme.land_russia);
        fill(detail.ukraine, style_.theme.land_ukraine);
    }
    void water(const MapDetail& detail, bool rivers, double degrees) {
        constexpr std::array<float, 3> widths = {1.3F, 0.9F, 0.7F};
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (rivers && degrees <= kRiverDegreesPerPx[i]) {
                stroke(
                    detail.rivers[i],
                    {.mesh = nullptr, .width_px = widths[i], .color = style_.theme.river});
            }
        }
        fill(detail.water, style_.theme.lake);
    }
    void borders(const MapDetail& detail, bool regions, bool far) {
        const Theme& theme = style_.theme;
        stroke(detail.coast, {.mesh = nullptr, .width_px = 0.8F, .color = theme.coast});
        if (regions) {
            stroke(
                detail.regions,
                {.mesh = nullptr,
                 .width_px = 0.8F,
                 .color = theme.region_border,
                 .dash_px = 5,
                 .gap_px = 2.5F});
        }
        stroke(
            detail.borders,
            {.mesh = nullptr,
             .width_px = far ? 0.9F : 1.3F,
             .color = theme.border,
             .casing_px = far ? 0.0F : 1.2F,
             .casing = theme.border_casing});
    }
    void add(const std::shared_ptr<const FillMesh>& mesh, Color color) {
        if (mesh != nullptr) {
            items_.emplace_back(FillDraw{.mesh = mesh, .color = color, .hatch = {}});
        }
    }
    [[nodiscard]] std::vector<Item> take() { return std::move(items_); }

private:
    ViewBox box_;
    const LayerStyle& style_;
    std::vector<Item> items_;
};

bool has_theatre(const MapLayers& map) {
    return !map.theatre_near.ukraine.empty() || !map.theatre_near.land.empty();
}

}  // namespace

double degrees_per_px(const View& view, float pixel_scale) {
    return 360.0 / (view.pixels_per_world / static_cast<double>(pixel_scale));
}

std::vector<Item> base_items(
    const MapLayers& map,
    const session::Layers& shown,
    const View& view,
    const LayerStyle& style) {
    const double degrees = degrees_per_px(view, style.pixel_scale);
    const bool regions = shown.regions && degrees <= kRegionsDegreesPerPx;
    Painter painter(view, style);
    if (degrees > kWorldFarDegreesPerPx && !map.world_far.land.empty()) {
        painter.land(map.world_far);
        painter.borders(map.world_far, false, true);
        return painter.take();
    }
    painter.land(map.world_near);
    painter.water(map.world_near, shown.rivers, degrees);
    painter.borders(map.world_near, regions, true);
    if (!has_theatre(map)) {
        return painter.take();
    }
    const MapDetail& theatre = degrees / static_cast<double>(style.pixel_scale) >= kFarDegreesPerPx
                                   ? map.theatre_far
                                   : map.theatre_near;
    painter.add(map.theatre_box, style.theme.water);
    painter.land(theatre);
    painter.water(theatre, shown.rivers, degrees);
    painter.borders(theatre, regions, degrees > 0.05);
    return painter.take();
}

std::vector<Item> control_items(const ControlDay& day, const LayerStyle& style) {
    std::vector<Item> items;
    for (const ControlMesh& area : day.areas) {
        const ControlStyle look = control_style(style.theme, area.holder, area.area_class);
        FillDraw fill{.mesh = area.fill, .color = look.fill, .hatch = look.hatch};
        fill.hatch.spacing_px *= style.pixel_scale;
        fill.hatch.width_px *= style.pixel_scale;
        items.emplace_back(std::move(fill));
    }
    for (const ControlMesh& area : day.areas) {
        const ControlStyle look = control_style(style.theme, area.holder, area.area_class);
        if (area.front != nullptr) {
            items.emplace_back(StrokeDraw{
                .mesh = area.front,
                .width_px = look.line_px * style.pixel_scale,
                .color = look.line,
                .casing_px = 1.4F * style.pixel_scale,
                .casing = style.theme.front_casing});
        }
    }
    return items;
}

}  // namespace salient::scene
