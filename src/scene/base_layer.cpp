#include "scene/base_layer.hpp"

#include <algorithm>
#include <cmath>

namespace salient::scene {

namespace {

// Region borders and small rivers would be a grey mat beyond these.
constexpr double kRegionsDegreesPerPx = 0.06;
constexpr std::array<double, 3> kRiverDegreesPerPx = {0.09, 0.03, 0.008};

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
    const auto has_ground = [](const MapDetail& detail) {
        return !detail.ukraine.empty() || !detail.land.empty();
    };
    return has_ground(map.theatre_near) || has_ground(map.theatre_far);
}

}  // namespace

std::vector<Item> base_items(
    const MapLayers& map,
    const session::Layers& shown,
    const View& view,
    const LayerStyle& style) {
    const double degrees = degrees_per_px(view, style.pixel_scale);
    const bool regions = shown.regions && degrees <= kRegionsDegreesPerPx;
    const MapLevels levels = levels_shown(view, style.pixel_scale, map.theatre);
    Painter painter(view, style);
    if (levels.world_far) {
        painter.land(map.world_far);
        painter.borders(map.world_far, false, true);
        return painter.take();
    }
    const bool theatre_is_known = has_theatre(map);
    if (levels.world_near || !theatre_is_known) {
        painter.land(map.world_near);
        painter.water(map.world_near, shown.rivers, degrees);
        painter.borders(map.world_near, regions, true);
    }
    if (!theatre_is_known) {
        return painter.take();
    }
    const MapDetail& theatre = levels.theatre_near ? map.theatre_near : map.theatre_far;
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
