#pragma once

#include "base/result.hpp"
#include "control/history.hpp"
#include "places/gazetteer.hpp"
#include "scene/map_layers.hpp"
#include "toponym/toponym.hpp"

#include <memory>
#include <stop_token>

namespace salient::app {

/// Salient's own data, read from its data folder. Each is read by itself, so that a command waits for no more than it needs.

/// Theatre, supplement and the rest of the world.
/// @errors NotFound: the data folder or a table is missing.
[[nodiscard]] base::Result<std::shared_ptr<const places::Gazetteer>> load_gazetteer();

/// Finds place names in texts, with the whole gazetteer.
[[nodiscard]] base::Result<std::shared_ptr<const toponym::Finder>> load_finder(
    std::shared_ptr<const places::Gazetteer> gazetteer);

/// The base map, ready to draw, still without the names of settlements.
/// @return nullptr when stopped
[[nodiscard]] base::Result<std::shared_ptr<const scene::MapLayers>> load_base_map(
    const std::stop_token& stop);

/// The same map with the names of settlements and seas.
[[nodiscard]] std::shared_ptr<const scene::MapLayers> add_place_names(
    const scene::MapLayers& map,
    const places::Gazetteer& gazetteer);

/// The control areas that come with the program.
[[nodiscard]] base::Result<control::ControlHistory> load_default_control();

}  // namespace salient::app
