#pragma once

#include "app/view_options.hpp"
#include "base/result.hpp"
#include "events/store.hpp"
#include "io/png.hpp"
#include "scene/build.hpp"
#include "session/state.hpp"
#include "text/font.hpp"

#include <string>

namespace salient::app {

/// What a picture shows, already loaded. Must outlive the call.
struct PictureInputs {
    const session::State& state;
    const events::EventStore& events;
    const scene::MapLayers* map = nullptr;
    const scene::ControlLayers* control = nullptr;
    std::string headline;
};

/// Renders the map without panels: date, legend, scale bar and credits, as `shot` and F12 save it.
/// @param scale  of text and lines; 0 chooses by the size
/// @thread GL: a context must be current
/// @errors BadValue: the driver refuses the size; NotFound: a shader is missing.
[[nodiscard]] base::Result<io::Image>
render_picture(const PictureInputs& inputs, Size size, double scale, const text::FontSet& fonts);

/// What a picture says about itself: view, time, filters, sources and version.
[[nodiscard]] io::Metadata picture_metadata(const PictureInputs& inputs, Size size, double scale);

}  // namespace salient::app
