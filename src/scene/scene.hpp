#pragma once

#include "events/store.hpp"
#include "geo/types.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// A scene is what to draw, as plain data: no GL, no fonts, no files. The same scene goes to the window, to a picture
/// and to a vector page. All sizes are device pixels (the pixel scale is already in them), origin top left, y down.
namespace salient::scene {

/// Straight (not premultiplied) 8-bit sRGB. Blended in sRGB space, `over`.
struct Color {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;
    friend bool operator==(const Color&, const Color&) = default;
};
inline constexpr Color kTransparent = {0, 0, 0, 0};

struct PointPx {
    float x = 0;
    float y = 0;
    friend bool operator==(const PointPx&, const PointPx&) = default;
};

struct RectPx {
    float x = 0;  ///< left
    float y = 0;  ///< top
    float width = 0;
    float height = 0;
    friend bool operator==(const RectPx&, const RectPx&) = default;
};

struct SizePx {
    int width = 0;
    int height = 0;
    friend bool operator==(const SizePx&, const SizePx&) = default;
};

/// Where the map is looked at: screen = (world - center) * pixels_per_world + size / 2.
struct View {
    geo::WorldPoint center;
    double pixels_per_world = 256;  ///< device pixels for one world unit (the width of the world)
    SizePx size_px;
    friend bool operator==(const View&, const View&) = default;
};
[[nodiscard]] inline PointPx screen_from_world(const View& view, geo::WorldPoint point) {
    return {
        static_cast<float>(
            (point.x - view.center.x) * view.pixels_per_world + view.size_px.width / 2.0),
        static_cast<float>(
            (point.y - view.center.y) * view.pixels_per_world + view.size_px.height / 2.0)};
}
[[nodiscard]] geo::WorldPoint world_from_screen(const View& view, PointPx point);

/// Triangles on the world plane. Immutable and shared; a renderer uploads a mesh once and keeps it by `id`.
struct FillMesh {
    std::uint64_t id = 0;                ///< from the content: equal ids, equal meshes
    geo::WorldPoint origin;              ///< offsets count from here
    std::vector<float> offsets;          ///< x, y pairs, world units
    std::vector<std::uint32_t> indices;  ///< three a triangle, into the pairs
};

/// Open or closed lines on the world plane; line i has the points starts[i] … starts[i + 1] - 1. A closed line repeats
/// its first point as its last.
struct LineMesh {
    std::uint64_t id = 0;  ///< from the content, distinct from FillMesh ids
    geo::WorldPoint origin;
    std::vector<float> offsets;         ///< x, y pairs, world units
    std::vector<std::uint32_t> starts;  ///< one more entry than lines; empty when there are none
};

/// Parallel strokes inside an area. They stick to the map while it is panned: the pattern's phase is that of the mesh
/// origin on the screen (of the rectangle's corner for a panel).
struct Hatch {
    Color color = kTransparent;
    float spacing_px = 8;  ///< between stroke centres
    float width_px = 1;    ///< of a stroke
    float angle_deg = 45;  ///< of the strokes against the x axis, counter-clockwise as seen
    [[nodiscard]] bool is_visible() const { return color.alpha > 0 && width_px > 0; }
    friend bool operator==(const Hatch&, const Hatch&) = default;
};

/// An even tint, hatched when the hatch is visible. Drawn with 1-px antialiased edges where the target allows.
struct FillDraw {
    std::shared_ptr<const FillMesh> mesh;
    Color color = kTransparent;
    Hatch hatch;
};

/// Lines of a constant width on the screen: round joins, butt ends; dashes when `dash_px` > 0.
struct StrokeDraw {
    std::shared_ptr<const LineMesh> mesh;
    float width_px = 1;
    Color color;
    float dash_px = 0;    ///< length of a dash, 0: solid
    float gap_px = 0;     ///< between dashes
    float casing_px = 0;  ///< drawn first, this much wider on either side
    Color casing = kTransparent;
};

/// Outline of a mark, centred on its position. See shape_outline().
enum class Shape : std::uint8_t {
    Circle,
    Square,
    Diamond,
    TriangleUp,
    TriangleDown,
    Pentagon,
    Hexagon,
    Star,
    Plus,
    Cross,
    Bar,
};

/// One mark. Filled with `fill`, then outlined with `outline`; a casing is drawn below both so that the mark stands out.
struct Symbol {
    PointPx position;
    Shape shape = Shape::Circle;
    float radius_px = 5;        ///< of the circle around the shape
    Color fill = kTransparent;  ///< transparent: hollow
    Color outline = kTransparent;
    float outline_px = 1;
    Color casing = kTransparent;
    float casing_px = 0;  ///< beyond the outline
    events::EventIndex event = 0;
};
/// Many marks, drawn in order.
struct SymbolDraw {
    std::vector<Symbol> symbols;
};

/// A disc with a rim: the area in which an event is known to lie, a place dot, a selection halo.
struct RingDraw {
    PointPx center;
    float radius_px = 0;
    Color fill = kTransparent;
    Color outline = kTransparent;
    float outline_px = 1;
    float dash_px = 0;  ///< 0: solid
    float gap_px = 0;
};

/// Premultiplied RGBA, rows from the top, no padding.
struct Image {
    SizePx size_px;
    std::vector<std::uint8_t> pixels;
};
/// One image pixel a device pixel.
struct ImageDraw {
    std::shared_ptr<const Image> image;
    PointPx top_left;
    std::uint64_t key = 0;  ///< equal keys, equal pixels: no second upload
};

enum class FontWeight : std::uint8_t { Regular, Bold };

/// One line of text. Glyph advances as given by the text module, plus the spacing after each glyph.
struct TextDraw {
    std::string text;  ///< UTF-8, one line
    PointPx baseline;  ///< where the first glyph's origin stands
    FontWeight weight = FontWeight::Regular;
    float size_px = 13;  ///< em size
    float spacing_px = 0;
    Color color;
    Color halo = kTransparent;
    float halo_px = 0;  ///< beyond the glyph's edge on every side
};

/// A rectangle on the page: panel, swatch, part of the scale bar.
struct PanelDraw {
    RectPx rect;
    Color fill = kTransparent;
    Color border = kTransparent;
    float border_px = 1;  ///< inside the rectangle
    float corner_px = 0;  ///< radius
    Hatch hatch;
};

using Item =
    std::variant<FillDraw, StrokeDraw, SymbolDraw, RingDraw, ImageDraw, TextDraw, PanelDraw>;

enum class LayerKind : std::uint8_t { Base, Control, Labels, Events, Furniture };

/// Items in drawing order. Equal keys mean equal pixels over the same lower layers, so a renderer may keep the picture of
/// layer 0, of layers 0…1, and so on, and draw only what follows the last one that is unchanged.
struct Layer {
    LayerKind kind = LayerKind::Base;
    std::uint64_t key = 0;
    bool changes_often = false;  ///< while time is scrubbed: not worth keeping a picture of
    std::vector<Item> items;
};

/// Everything a picture shows, bottom up.
struct Scene {
    View view;
    float pixel_scale = 1;  ///< already applied to every size
    Color background;
    std::vector<Layer> layers;
};

/// The outline of a shape around 0,0 with radius 1, y down, anticlockwise, not closed. The circle has 32 points.
[[nodiscard]] const std::vector<PointPx>& shape_outline(Shape shape);

[[nodiscard]] std::string_view shape_name(Shape shape);
[[nodiscard]] std::string_view layer_name(LayerKind kind);

/// The scene as stable text, one item a line, for tests: meshes by size and box, never by id or key.
[[nodiscard]] std::string to_text(const Scene& scene);

}  // namespace salient::scene
