#pragma once

#include "events/event.hpp"
#include "events/store.hpp"
#include "session/state.hpp"

#include <string>
#include <variant>
#include <vector>

namespace salient::session {

// View commands: applied at once, never undone.
struct MoveCamera {
    Camera camera;
};
struct PanPixels {
    double dx = 0;  ///< device-independent pixels the map moves right
    double dy = 0;  ///< and down
};
struct ZoomAt {
    double levels = 0;       ///< > 0 zooms in
    geo::WorldPoint anchor;  ///< stays where it is on the screen
};
struct MoveCursor {
    time::UnixSeconds to = 0;
};
struct SetWindow {
    time::Window window;
};
struct SetTimeline {
    time::Window shown;
};
struct SetMode {
    TimeMode mode = TimeMode::Window;
};
struct StepDays {
    int days = 0;
};
struct TogglePlay {};
struct SetPlayback {
    Playback playback;
};
struct SetFilter {
    Filter filter;
};
struct SetLayers {
    Layers layers;
};
struct SetTheme {
    Theme theme = Theme::Light;
};
struct SetLabels {
    LabelLanguage language = LabelLanguage::English;
};
struct SetZone {
    std::string zone;
};
/// Selects an event (empty: none). Map and time move to it when `reveal` is on.
struct Select {
    std::string id;
    bool reveal = true;
};

// Edit commands: each is one step of undo.
struct Review {
    std::string id;
    events::ReviewStatus status = events::ReviewStatus::Accepted;
};
struct EditEvent {
    events::Event event;  ///< replaces the one with its id; its status becomes Edited
};
struct Undo {};
struct Redo {};

// Requests that only the program around can carry out.
struct OpenFiles {
    std::vector<std::string> paths;
};
struct SavePicture {
    std::string path;  ///< empty: a new name in the pictures folder
};
struct SaveEvents {
    std::string path;  ///< empty: asks
};
struct GoToPlace {
    std::string name;
};
struct Quit {
    bool discard = false;  ///< unsaved events are given up
};

using Command = std::variant<
    MoveCamera,
    PanPixels,
    ZoomAt,
    MoveCursor,
    SetWindow,
    SetTimeline,
    SetMode,
    StepDays,
    TogglePlay,
    SetPlayback,
    SetFilter,
    SetLayers,
    SetTheme,
    SetLabels,
    SetZone,
    Select,
    Review,
    EditEvent,
    Undo,
    Redo,
    OpenFiles,
    SavePicture,
    SaveEvents,
    GoToPlace,
    Quit>;
using Commands = std::vector<Command>;

}  // namespace salient::session
