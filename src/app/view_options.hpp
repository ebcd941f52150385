#pragma once

#include "app/options.hpp"
#include "base/result.hpp"
#include "events/store.hpp"
#include "places/gazetteer.hpp"
#include "session/state.hpp"
#include "workspace/contents.hpp"

namespace salient::app {

/// Width and height in pixels.
struct Size {
    int width = 0;
    int height = 0;
};
/// "1920x1080". @errors BadValue: not such a text, or a side outside 64…16384.
[[nodiscard]] base::Result<Size> parse_size(const std::string& text);

/// The state that the options ask for, on top of the default one.
/// @errors BadValue: a date, box or zone cannot be read; NotFound: the gazetteer has no such place.
[[nodiscard]] base::Result<session::State>
state_from_options(const ViewOptions& options, const places::Gazetteer& gazetteer, Size map_size);

/// The same without the view: the theatre. Needs no gazetteer.
[[nodiscard]] base::Result<session::State> state_without_view(
    const ViewOptions& options,
    Size map_size);

/// A workspace's state, or its bookmark that the options name, with what else they ask for in its place.
/// @errors as state_from_options; NotFound: there is no such bookmark
[[nodiscard]] base::Result<session::State> state_of_workspace(
    const workspace::Contents& saved,
    const ViewOptions& options,
    const places::Gazetteer& gazetteer,
    Size map_size);

/// Where only the user's own files are shown and no days are asked for: their days instead of the bundled articles', and the last of
/// them as the day shown, if none of them is in the period. Nothing changes when no event has a date.
void show_days_of(
    const events::EventStore& events,
    const ViewOptions& options,
    session::State& state);

/// The camera that shows a place with its surroundings.
[[nodiscard]] session::Camera camera_for_place(const places::Place& place, Size map_size);

/// The camera for a place name or `W,S,E,N`.
/// @errors as above
[[nodiscard]] base::Result<session::Camera>
camera_for_view(const std::string& view, const places::Gazetteer& gazetteer, Size map_size);

}  // namespace salient::app
