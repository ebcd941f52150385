#pragma once

#include "session/command.hpp"
#include "session/state.hpp"
#include "ui/layout.hpp"

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace salient::ui {

/// What the keyboard asks of the panels themselves.
struct KeyWishes {
    bool open_files = false;     ///< Ctrl+O
    bool help = false;           ///< F1, ?
    bool search = false;         ///< Ctrl+F, /
    bool escape = false;         ///< Esc
    bool edit = false;           ///< E
    bool toggle_list = false;    ///< F4
    bool toggle_layers = false;  ///< F3
    bool bookmarks = false;      ///< B
    int bookmark = 0;            ///< 1 to 9: go to the first, second … bookmark; 0: none
    bool is_held = false;        ///< a key that moves the map is down: draw on
};

/// Which arrows move the map: those that went down without Shift or Ctrl, until they are up.
struct ArrowKeys {
    std::array<bool, 4> pans = {};
};

/// Reads ImGui's key state and appends the commands of the keys that were pressed.
///
/// Space plays · Shift+Left/Right step a day, Ctrl+Left/Right an event, Shift+Up/Down a snapshot (by the timeline) · arrows pan ·
/// + - zoom · Home fits the theatre, Shift+Home the Kursk salient · F12 saves a picture · Ctrl+S saves events · Ctrl+Z, Ctrl+Y,
/// Ctrl+Shift+Z · A accepts, R rejects, N goes to the next unreviewed · B opens the bookmarks, 1 to 9 go to one · T changes the theme · Esc
/// deselects.
/// Does nothing while a text field has the focus or a dialog is open.
KeyWishes read_keys(
    const session::State& state,
    const Rect& map,
    bool dialog_is_open,
    ArrowKeys& arrows,
    session::Commands& out);

/// ImGui's key number (GLFW's) for a name as scripts write it: "Space", "A", "F12", "Left", "+". nullopt: no such key.
[[nodiscard]] std::optional<int> key_number(std::string_view name);

/// Keys and what they do, for the help window.
struct KeyHelp {
    const char* keys;
    const char* action;
};
[[nodiscard]] std::span<const KeyHelp> key_help();

}  // namespace salient::ui
