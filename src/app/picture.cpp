#include "app/picture.hpp"

#include "geo/mercator.hpp"
#include "gl/target.hpp"
#include "render/renderer.hpp"
#include "time/text.hpp"

#include <cstdio>
#include <utility>

namespace salient::app {

namespace {

std::string number_text(double value) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.6f", value);
    return buffer;
}

}  // namespace

base::Result<io::Image>
render_picture(const PictureInputs& inputs, Size size, double scale, const text::FontSet& fonts) {
    auto target = gl::Target::create(size.width, size.height);
    if (!target) {
        return target.error();
    }
    auto renderer = render::Renderer::create(fonts);
    if (!renderer) {
        return renderer.error();
    }
    const scene::SizePx size_px = {size.width, size.height};
    const scene::MeasureText measure = scene::measure_with(fonts);
    scene::Inputs scene_inputs{
        inputs.state,
        inputs.events,
        size_px,
        1,
        inputs.map,
        inputs.control,
        measure,
        scene::picture_page()};
    scene_inputs.pixel_scale =
        scale > 0 ? static_cast<float>(scale) : scene::pixel_scale_for(size_px);
    scene_inputs.page.headline = inputs.headline;
    scene::SceneCache cache;
    const scene::Scene scene = scene::build(scene_inputs, cache);
    target->bind();
    renderer->draw(scene, target->framebuffer());
    target->bind();
    return io::Image{size.width, size.height, gl::read_pixels(size.width, size.height)};
}

io::Metadata picture_metadata(const PictureInputs& inputs, Size size, double scale) {
    const session::State& state = inputs.state;
    const geo::LonLat center = geo::lonlat_from_world(state.camera.center);
    return {
        {"Software", "Salient"},
        {"salient:day", time::iso_day(session::cursor_day(state))},
        {"salient:center", number_text(center.lon_deg) + "," + number_text(center.lat_deg)},
        {"salient:zoom", number_text(state.camera.zoom)},
        {"salient:size", std::to_string(size.width) + "x" + std::to_string(size.height)},
        {"salient:scale", number_text(scale)},
        {"salient:borders", "UN General Assembly resolution 68/262"},
        {"salient:events", std::to_string(inputs.events.size())},
    };
}

}  // namespace salient::app
