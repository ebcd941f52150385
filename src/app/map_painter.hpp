#pragma once

#include "app/viewer.hpp"
#include "base/result.hpp"
#include "io/png.hpp"
#include "render/renderer.hpp"
#include "scene/build.hpp"
#include "text/font.hpp"

#include <memory>
#include <string>
#include <vector>

namespace salient::app {

/// Where the map lies in the window's framebuffer, device pixels, and its scale.
struct MapPlace {
    int left = 0;
    int bottom = 0;
    int width = 0;
    int height = 0;
    float pixel_scale = 1;        ///< device pixels for one device-independent pixel
    bool types_in_panel = false;  ///< the event types are explained beside the map
    friend bool operator==(const MapPlace&, const MapPlace&) = default;
};

/// Draws the viewer's map into the window and keeps the scene while nothing changes.
/// @thread GL
class MapPainter {
public:
    /// @errors as render::Renderer::create and text::FontSet::load
    [[nodiscard]] static base::Result<MapPainter> create();

    /// Draws into the window. Builds the scene again only when something that it shows has changed.
    void draw(const Viewer& viewer, const MapPlace& place);
    /// Ids of the events drawn at a point of the map, topmost first; device-independent pixels.
    [[nodiscard]] std::vector<std::string>
    pick(const Viewer& viewer, const MapPlace& place, double x, double y);
    /// The map as a picture that shows the same ground, at least `least_width` pixels wide.
    /// @errors as render_picture
    struct Picture {
        io::Image image;
        io::Metadata metadata;
    };
    [[nodiscard]] base::Result<Picture>
    picture(const Viewer& viewer, const MapPlace& place, int least_width) const;

private:
    struct Key {
        session::State state;
        std::uint64_t events = 0;
        const void* map = nullptr;
        const void* control = nullptr;
        MapPlace place;
        friend bool operator==(const Key&, const Key&) = default;
    };
    std::unique_ptr<text::FontSet> fonts_;
    std::unique_ptr<render::Renderer> renderer_;
    scene::MeasureText measure_;
    scene::SceneCache cache_;
    scene::Scene scene_;
    Key key_;

    [[nodiscard]] scene::Inputs inputs(const Viewer& viewer, const MapPlace& place) const;
};

}  // namespace salient::app
