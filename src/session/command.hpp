#pragma once

#include "events/event.hpp"
#include "events/store.hpp"
#include "session/state.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
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
/// Selects the event `count` places after the selected one (or the cursor) in time, among those that pass the filter.
struct StepEvents {
    int count = 1;  ///< < 0: before
};
/// Selects the next event that nobody has reviewed yet; starts over behind the last.
struct NextUnreviewed {};

// Edit commands: each is one step of undo.
struct Review {
    std::string id;
    events::ReviewStatus status = events::ReviewStatus::Accepted;
};
struct EditEvent {
    events::Event event;  ///< replaces the one with its id; its status becomes Edited
};
struct Retype {
    std::string id;
    events::EventType type = events::EventType::Other;
};
/// Puts an event at an exact point.
struct MoveEvent {
    std::string id;
    geo::LonLat point;
};
struct Redate {
    std::string id;
    time::Span time;
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
/// Which events a file gets.
enum class EventChoice : std::uint8_t { All, Shown, Selected };
struct SaveEvents {
    std::string path;  ///< its ending says the format; empty: asks
    EventChoice which = EventChoice::All;
};
/// What the last load understood, as text.
struct SaveReport {
    std::string path;
};
/// The rows of the last load that gave no event.
struct SaveRejected {
    std::string path;
};
/// Reads a table again with other meanings of its columns.
struct MapColumns {
    std::string path;
    std::vector<std::pair<std::string, std::string>> roles;  ///< role and column
    std::optional<bool> month_first;                         ///< order of 05/03/2022
};
/// Keeps place, zoom, day, period and mode under a name; one of that name is replaced.
struct KeepBookmark {
    std::string name;  ///< empty: the day's
};
struct GoToBookmark {
    std::string name;
};
struct RemoveBookmark {
    std::string name;
};
struct SaveWorkspace {
    std::string path;  ///< empty: the one that is open, or asks
};
/// Takes up or drops the work of a session that ended badly.
struct Recover {
    bool accept = true;
};
struct GoToPlace {
    std::string name;
};
/// Stops the running job (a long load).
struct CancelJob {};
struct DismissNotice {
    std::uint64_t id = 0;
};
/// Says when an article without a date was published; it is read again.
struct SetPublished {
    std::string article_id;
    std::chrono::sys_days day;
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
    StepEvents,
    NextUnreviewed,
    Review,
    EditEvent,
    Retype,
    MoveEvent,
    Redate,
    Undo,
    Redo,
    OpenFiles,
    SavePicture,
    SaveEvents,
    SaveReport,
    SaveRejected,
    MapColumns,
    KeepBookmark,
    GoToBookmark,
    RemoveBookmark,
    SaveWorkspace,
    Recover,
    GoToPlace,
    CancelJob,
    DismissNotice,
    SetPublished,
    Quit>;
using Commands = std::vector<Command>;

}  // namespace salient::session
