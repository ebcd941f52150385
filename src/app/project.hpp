#pragma once

#include "app/content.hpp"
#include "app/options.hpp"
#include "app/view_options.hpp"
#include "base/result.hpp"
#include "events/store.hpp"
#include "scene/control_layers.hpp"
#include "scene/map_layers.hpp"
#include "session/state.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace salient::app {

/// Everything a picture needs, loaded to the end.
struct Project {
    session::State state;
    events::EventStore events;
    std::vector<page::Article> articles;
    std::shared_ptr<const scene::MapLayers> map;
    std::shared_ptr<const scene::ControlLayers> control;  ///< of the state's day only
    std::optional<workspace::Contents> workspace;  ///< of the workspace among the files, if any
    base::Diagnostics diagnostics;
};

/// Loads base map, control areas, bundled articles and the files of the options, and waits for all of it.
/// @param scale  of text and lines; 0 chooses by the size: with the size it decides how much ground a view shows
/// @errors as the readers and state_from_options say; any file that cannot be read fails the whole
[[nodiscard]] base::Result<Project>
load_project(const ViewOptions& options, Size size, double scale);

}  // namespace salient::app
