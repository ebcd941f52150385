#include "scene/scene.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <limits>

namespace salient::scene {

namespace {

std::string format(const char* pattern, double a, double b = 0, double c = 0, double d = 0) {
    char buffer[128];
    const int length = std::snprintf(buffer, sizeof buffer, pattern, a, b, c, d);
    return {buffer, static_cast<std::size_t>(std::max(0, length))};
}

std::string text_of(Color color) {
    char buffer[16];
    std::snprintf(
        buffer,
        sizeof buffer,
        "#%02x%02x%02x%02x",
        color.red,
        color.green,
        color.blue,
        color.alpha);
    return buffer;
}

std::string text_of(const Hatch& hatch) {
    if (!hatch.is_visible()) {
        return {};
    }
    return " hatch " + text_of(hatch.color)
           + format(
               " every %.1f wide %.1f at %.0f",
               double{hatch.spacing_px},
               double{hatch.width_px},
               double{hatch.angle_deg});
}

std::string text_of(const RectPx& rect) {
    return format(
        "%.0f,%.0f %.0fx%.0f",
        double{rect.x},
        double{rect.y},
        double{rect.width},
        double{rect.height});
}

// The box of a mesh on the screen, so that a dump tells where it lies.
std::string
screen_box(const View& view, geo::WorldPoint origin, const std::vector<float>& offsets) {
    constexpr float huge = std::numeric_limits<float>::max();
    PointPx low = {huge, huge};
    PointPx high = {-huge, -huge};
    for (std::size_t i = 0; i + 1 < offsets.size(); i += 2) {
        const PointPx p = screen_from_world(
            view,
            {origin.x + static_cast<double>(offsets[i]),
             origin.y + static_cast<double>(offsets[i + 1])});
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    return text_of(RectPx{low.x, low.y, high.x - low.x, high.y - low.y});
}

// Turns an item into one line, or several for a batch of symbols.
struct Writer {
    const View& view;
    std::string& out;

    void line(const std::string& words) const { out += "  " + words + "\n"; }

    void operator()(const FillDraw& draw) const {
        line(
            "fill " + screen_box(view, draw.mesh->origin, draw.mesh->offsets)
            + format(
                " triangles %.0f ",
                std::floor(static_cast<double>(draw.mesh->indices.size()) / 3))
            + text_of(draw.color) + text_of(draw.hatch));
    }
    void operator()(const StrokeDraw& draw) const {
        line(
            "stroke " + screen_box(view, draw.mesh->origin, draw.mesh->offsets)
            + format(
                " lines %.0f width %.1f ",
                static_cast<double>(draw.mesh->starts.size()) - 1,
                double{draw.width_px})
            + text_of(draw.color) + (draw.dash_px > 0 ? " dashed" : "")
            + (draw.casing_px > 0 ? " casing " + text_of(draw.casing) : ""));
    }
    void operator()(const SymbolDraw& draw) const {
        for (const Symbol& symbol : draw.symbols) {
            line(
                "symbol " + std::string(shape_name(symbol.shape))
                + format(
                    " at %.0f,%.0f radius %.1f fill ",
                    double{symbol.position.x},
                    double{symbol.position.y},
                    double{symbol.radius_px})
                + text_of(symbol.fill) + " outline " + text_of(symbol.outline)
                + format(" event %.0f", static_cast<double>(symbol.event)));
        }
    }
    void operator()(const RingDraw& draw) const {
        line(
            format(
                "ring at %.0f,%.0f radius %.1f fill ",
                double{draw.center.x},
                double{draw.center.y},
                double{draw.radius_px})
            + text_of(draw.fill) + " outline " + text_of(draw.outline)
            + (draw.dash_px > 0 ? " dashed" : ""));
    }
    void operator()(const ImageDraw& draw) const {
        const auto pixels = static_cast<double>(draw.image->pixels.size());
        line(format(
            "image at %.0f,%.0f bytes %.0f",
            double{draw.top_left.x},
            double{draw.top_left.y},
            pixels));
    }
    void operator()(const TextDraw& draw) const {
        line(
            format(
                "text at %.0f,%.0f size %.1f ",
                double{draw.baseline.x},
                double{draw.baseline.y},
                double{draw.size_px})
            + (draw.weight == FontWeight::Bold ? "bold " : "") + text_of(draw.color) + " \""
            + draw.text + "\"");
    }
    void operator()(const PanelDraw& draw) const {
        line("panel " + text_of(draw.rect) + " " + text_of(draw.fill) + text_of(draw.hatch));
    }
};

}  // namespace

std::string to_text(const Scene& scene) {
    std::string out = format(
        "scene %.0fx%.0f scale %.2f background ",
        scene.view.size_px.width,
        scene.view.size_px.height,
        double{scene.pixel_scale});
    out += text_of(scene.background) + "\n";
    for (const Layer& layer : scene.layers) {
        out += "layer " + std::string(layer_name(layer.kind)) + "\n";
        for (const Item& item : layer.items) {
            std::visit(Writer{scene.view, out}, item);
        }
    }
    return out;
}

}  // namespace salient::scene
