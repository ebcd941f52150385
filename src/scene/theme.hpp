#pragma once

#include "control/history.hpp"
#include "events/event.hpp"
#include "scene/scene.hpp"
#include "session/state.hpp"

#include <string_view>

namespace salient::scene {

/// How a kind of text on the map looks. Sizes are for pixel scale 1.
struct LabelStyle {
    float size_px = 12;
    FontWeight weight = FontWeight::Regular;
    Color color;
    float spacing_px = 0;
    bool upper_case = false;
};

/// How a kind of held ground looks.
struct ControlStyle {
    Color fill;
    Hatch hatch;
    Color line;  ///< the front: where the ground ends away from borders and coasts
    float line_px = 2.5F;
};

/// Colour and shape of an event type: each can be told apart by either alone.
struct EventStyle {
    Color color;
    Shape shape = Shape::Circle;
};

/// All colours and line widths of a picture, for pixel scale 1. Quiet land and water, strong front and events.
struct Theme {
    session::Theme name = session::Theme::Light;
    // base map
    Color water;
    Color land;  ///< every country but the two below
    Color land_ukraine;
    Color land_russia;
    Color coast;
    Color river;
    Color lake;
    Color border;
    Color border_casing;
    Color region_border;
    // labels
    Color halo;
    LabelStyle country;
    LabelStyle region;
    LabelStyle water_name;
    LabelStyle capital;
    LabelStyle city;
    LabelStyle town;
    Color place_dot;
    // control
    Color front_casing;
    // events
    Color event_outline;
    Color event_casing;
    Color selection;
    Color badge;
    Color badge_text;
    // furniture
    Color panel;
    Color panel_border;
    Color text;
    Color text_quiet;
};

/// The two built-in themes.
[[nodiscard]] const Theme& theme(session::Theme name);

/// @source M. Okabe and K. Ito, Color universal design, 2008 (its eight colours, with wine and grey for the rest)
[[nodiscard]] EventStyle event_style(const Theme& theme, events::EventType type);

[[nodiscard]] ControlStyle
control_style(const Theme& theme, control::Holder holder, control::AreaClass area_class);
/// What the legend says of it: "Russian-held since 24 February 2022".
/// @param tells_before  the source tells ground held before that day from ground held since; off: "Russian-held"
[[nodiscard]] std::string_view
control_label(control::Holder holder, control::AreaClass area_class, bool tells_before);

/// The colour with its alpha multiplied by `factor` (0…1).
[[nodiscard]] Color faded(Color color, float factor);

}  // namespace salient::scene
