#pragma once

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "control/history.hpp"
#include "places/gazetteer.hpp"
#include "scene/map_input.hpp"
#include "scene/map_layers.hpp"
#include "toponym/toponym.hpp"

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace salient::app {

/// Salient's own data, read from its data folder. Each is read by itself, so that a command waits for no more than it needs.

/// Theatre, supplement and the rest of the world, then the user's own tables: of a place with the same id the first row counts.
/// @param own  gazetteer tables or GeoNames country dumps, as typed
/// @param diagnostics  gets the rows of them that were left out
/// @errors NotFound: the data folder or a table is missing; BadFormat: a table of `own` has another layout.
[[nodiscard]] base::Result<std::shared_ptr<const places::Gazetteer>> load_gazetteer(
    const std::vector<std::string>& own,
    base::Diagnostics& diagnostics);

/// Finds place names in texts, with the whole gazetteer.
[[nodiscard]] base::Result<std::shared_ptr<const toponym::Finder>> load_finder(
    std::shared_ptr<const places::Gazetteer> gazetteer);

/// The base map, ready to draw, still without the names of settlements.
/// @param levels  the others are neither read nor prepared
/// @return nullptr when stopped
[[nodiscard]] base::Result<std::shared_ptr<const scene::MapLayers>> load_base_map(
    const std::stop_token& stop,
    scene::MapLevels levels = {});

/// The names of settlements and seas for it.
/// @param ground  as scene::label_places takes it
[[nodiscard]] scene::PlaceNames load_place_names(
    const places::Gazetteer& gazetteer,
    const geo::Box& ground = scene::kWholeWorld);

/// The control areas that come with the program.
[[nodiscard]] base::Result<control::ControlHistory> load_default_control();

}  // namespace salient::app
