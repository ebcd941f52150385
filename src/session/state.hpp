#pragma once

#include "events/event.hpp"
#include "geo/types.hpp"
#include "time/span.hpp"

#include <array>
#include <bitset>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace salient::session {

/// Where the map is looked at, whatever the size of the window.
struct Camera {
    geo::WorldPoint center;
    double zoom =
        5;  ///< log2 of device-independent pixels per world unit, minus 8: the zoom levels of web maps
    friend bool operator==(const Camera&, const Camera&) = default;
};
inline constexpr double kMinZoom = 1.5;
inline constexpr double kMaxZoom = 19;

/// Device-independent pixels for one world unit: 256 · 2^zoom.
[[nodiscard]] double pixels_per_world(const Camera& camera);
/// The camera that shows the whole box in a map of this size, with `margin_px` around it.
[[nodiscard]] Camera
camera_for_box(const geo::Box& box, double width_px, double height_px, double margin_px);

/// The theatre: Ukraine and western Russia. @source design.md: 18–60 E, 42–62 N is its data; this is its first view
inline constexpr geo::Box kTheatreBox = {21.5, 44.0, 42.5, 53.8};
/// The Kursk salient with its surroundings.
inline constexpr geo::Box kKurskBox = {33.6, 50.5, 37.4, 52.2};

enum class Theme : std::uint8_t { Light, Dark };
enum class LabelLanguage : std::uint8_t { English, Local };

/// Which events a frame shows.
enum class TimeMode : std::uint8_t {
    Window,      ///< those in the window
    UpToCursor,  ///< everything from the window's begin up to the cursor's day
};

struct Filter {
    std::bitset<events::kEventTypeCount> types = ~std::bitset<events::kEventTypeCount>();
    std::string text;
    bool unreviewed = true;  ///< machine-read and not yet looked at
    bool rejected = false;
    friend bool operator==(const Filter&, const Filter&) = default;
};

/// What of the map is drawn.
struct Layers {
    bool regions = true;
    bool rivers = true;
    bool places = true;
    bool control = true;
    bool events = true;
    friend bool operator==(const Layers&, const Layers&) = default;
};

struct Playback {
    bool playing = false;
    double days_per_second = 4;
    bool loop = false;
    friend bool operator==(const Playback&, const Playback&) = default;
};

/// All that the user can change without changing an event. Plain data: the picture is a function of it.
struct State {
    Camera camera;
    time::Window window;           ///< events of these days are shown; half-open
    time::UnixSeconds cursor = 0;  ///< the moment shown: control areas are those of its day
    TimeMode mode = TimeMode::UpToCursor;
    Playback playback;
    Filter filter;
    Layers layers;
    Theme theme = Theme::Light;
    LabelLanguage labels = LabelLanguage::English;
    std::string zone = "UTC";  ///< of clock times on screen; calendar days never move
    std::string selected;      ///< id of the selected event, or empty
    time::Window timeline;     ///< what the time axis shows
    friend bool operator==(const State&, const State&) = default;
};

/// The state that the program starts with: 12 January 2025 in the theatre, events from August 2024 to March 2025.
[[nodiscard]] State default_state();

/// The calendar day under the cursor.
[[nodiscard]] std::chrono::sys_days cursor_day(const State& state);
/// The window that events must meet: the window itself, or its begin up to the end of the cursor's day.
[[nodiscard]] time::Window shown_window(const State& state);

}  // namespace salient::session
