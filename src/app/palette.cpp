#include "app/palette.hpp"

#include "scene/theme.hpp"

namespace salient::app {

static_assert(
    static_cast<int>(ui::Shape::Bar) == static_cast<int>(scene::Shape::Bar)
        && static_cast<int>(ui::Shape::Star) == static_cast<int>(scene::Shape::Star),
    "panels and map number the shapes alike");

ui::Palette palette_for(session::Theme theme) {
    ui::Palette palette;
    for (std::size_t i = 0; i < palette.size(); ++i) {
        const scene::EventStyle style =
            scene::event_style(scene::theme(theme), static_cast<events::EventType>(i));
        const scene::Color& color = style.color;
        palette.at(i) = {
            {color.red, color.green, color.blue, color.alpha},
            static_cast<ui::Shape>(style.shape)};
    }
    return palette;
}

}  // namespace salient::app
