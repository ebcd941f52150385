#include "app/map_painter.hpp"

#include "app/picture.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace salient::app {

base::Result<MapPainter> MapPainter::create() {
    auto fonts = text::FontSet::load();
    if (!fonts) {
        return fonts.error();
    }
    MapPainter painter;
    painter.fonts_ = std::make_unique<text::FontSet>(std::move(fonts).value());
    auto renderer = render::Renderer::create(*painter.fonts_);
    if (!renderer) {
        return renderer.error();
    }
    painter.renderer_ = std::make_unique<render::Renderer>(std::move(renderer).value());
    painter.measure_ = scene::measure_with(*painter.fonts_);
    return painter;
}

scene::Inputs MapPainter::inputs(const Viewer& viewer, const MapPlace& place) const {
    return {
        viewer.document().state,
        viewer.document().events,
        {place.width, place.height},
        place.pixel_scale,
        viewer.map(),
        viewer.control(),
        measure_,
        scene::window_page({}, place.types_in_panel)};
}

void MapPainter::draw(const Viewer& viewer, const MapPlace& place) {
    if (place.width < 1 || place.height < 1) {
        return;
    }
    Key key{
        viewer.document().state,
        viewer.document().events.version(),
        viewer.map(),
        viewer.control(),
        place};
    // What the scene does not show.
    key.state.playback = {};
    key.state.timeline = {};
    if (scene_.layers.empty() || !(key == key_)) {
        scene_ = scene::build(inputs(viewer, place), cache_);
        key_ = std::move(key);
    }
    renderer_->draw(scene_, 0, place.left, place.bottom);
}

std::vector<std::string>
MapPainter::pick(const Viewer& viewer, const MapPlace& place, double x, double y) {
    std::vector<std::string> ids;
    if (place.width < 1 || place.height < 1) {
        return ids;
    }
    const scene::PointPx point = {
        static_cast<float>(x) * place.pixel_scale,
        static_cast<float>(y) * place.pixel_scale};
    for (const events::EventIndex index : scene::hit_events(inputs(viewer, place), cache_, point)) {
        ids.push_back(viewer.document().events.at(index).id);
    }
    return ids;
}

base::Result<MapPainter::Picture>
MapPainter::picture(const Viewer& viewer, const MapPlace& place, int least_width) const {
    const double wanted = static_cast<double>(least_width) / std::max(1, place.width);
    const double factor = std::max(1.0, wanted);
    const Size size = {
        static_cast<int>(std::lround(place.width * factor)),
        static_cast<int>(std::lround(place.height * factor))};
    const double scale = static_cast<double>(place.pixel_scale) * factor;
    const PictureInputs picture_inputs{
        viewer.document().state,
        viewer.document().events,
        viewer.map(),
        viewer.control(),
        ""};
    auto image = render_picture(picture_inputs, size, scale, *fonts_);
    if (!image) {
        return image.error();
    }
    return Picture{std::move(image).value(), picture_metadata(picture_inputs, size, scale)};
}

}  // namespace salient::app
