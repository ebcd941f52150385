#pragma once

#include "base/result.hpp"
#include "session/command.hpp"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace salient::session {

/// A key pressed and let go: "Space", "F12", "A", "Left" … with its modifiers.
struct PressKey {
    std::string key;
    bool ctrl = false;
    bool shift = false;
    friend bool operator==(const PressKey&, const PressKey&) = default;
};
/// The left button pressed and let go, in device-independent pixels from the window's top left.
struct Click {
    double x_px = 0;
    double y_px = 0;
    friend bool operator==(const Click&, const Click&) = default;
};
/// Draws this many frames before the next step.
struct WaitFrames {
    int frames = 1;
    friend bool operator==(const WaitFrames&, const WaitFrames&) = default;
};
/// Waits until nothing is loading and nothing is stale.
struct Settle {};

using ScriptStep = std::variant<Command, PressKey, Click, WaitFrames, Settle>;

/// Reads a script: one step a line, `#` begins a comment line. Words are separated by spaces; the last value of a
/// line may hold spaces.
///
///     goto Kursk               at 2025-01-12          window 2024-08-01..2025-03-31   timeline 2024..2025
///     zoom 8                   pan 100 -20            center 35.2 51.2                step 1
///     mode cumulative|window   play  pause  speed 4   loop on|off                     theme dark|light
///     zone Europe/Kyiv         labels local|english   types strike,capture | all      search Sudzha
///     unreviewed on|off        rejected on|off        layer rivers on|off             select ID   deselect
///     next  previous  unreviewed-next                 accept ID  reject ID  review ID STATUS
///     retype ID TYPE           move ID LON LAT        redate ID DATE                  undo  redo
///     open PATH                save-picture [PATH]    save-events [PATH]              published ID 2025-01-12
///     save-workspace [PATH]    recover yes|no         keep-bookmark [NAME]            bookmark NAME   remove-bookmark NAME
///     key Ctrl+Shift+Z         click 100 200          wait 5   settle                 cancel  quit  quit!
///
/// `name` stands in messages. Steps that build on what is set before (filter, layers, camera, playback) are read
/// against the `start` state and the lines before them.
/// @errors BadValue: names line, what was expected and what was found.
[[nodiscard]] base::Result<std::vector<ScriptStep>>
parse_script(std::string_view text, std::string_view name, const State& start = default_state());

/// The lines that parse_script reads back to commands of the same effect; none for those that have no line (EditEvent,
/// ZoomAt, TogglePlay, DismissNotice).
[[nodiscard]] std::vector<std::string> script_lines(const Command& command);

}  // namespace salient::session
