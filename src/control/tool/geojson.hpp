#pragma once

#include "base/result.hpp"
#include "control/change.hpp"
#include "control/history.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace salient::control::tool {

/// The polygons of a layer whose property `key` is one of `values`; the value becomes the name.
/// @errors NotFound, Io: see base::read_file; BadFormat: not a GeoJSON FeatureCollection of polygons.
[[nodiscard]] base::Result<std::vector<Region>> read_regions(
    const std::filesystem::path& path,
    const std::string& key,
    const std::vector<std::string>& values);

/// One feature a line, snapshots in the order given, coordinates to about a metre.
[[nodiscard]] std::string geojson_text(
    const std::vector<Snapshot>& snapshots,
    std::string_view source);

}  // namespace salient::control::tool
