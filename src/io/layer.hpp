#pragma once

#include "base/result.hpp"
#include "geo/types.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace salient::io {

/// A feature of a map layer: geometry in degrees on WGS 84, attributes as text.
struct MapFeature {
    geo::MultiPolygon polygons;
    std::vector<geo::Polyline> lines;
    std::vector<geo::LonLat> points;
    std::vector<std::pair<std::string, std::string>> attributes;

    /// The attribute's text, or empty.
    [[nodiscard]] std::string_view attribute(std::string_view name) const;
};

/// Reads every feature of a file's first layer: FlatGeobuf, GeoJSON, GeoPackage, Shapefile, KML, TopoJSON.
/// Other coordinate systems are transformed to WGS 84.
/// @errors NotFound: no such file; BadFormat: no driver of the list opens it.
/// @thread any
[[nodiscard]] base::Result<std::vector<MapFeature>> read_map_layer(
    const std::filesystem::path& path);

}  // namespace salient::io
