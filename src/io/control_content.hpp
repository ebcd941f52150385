#pragma once

#include "base/result.hpp"
#include "io/layer.hpp"
#include "io/read_events.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace salient::io {

/// Whether areas are checked, and repaired where they are invalid.
enum class AreaCheck : std::uint8_t {
    Full,
    KnownValid,  ///< for our own file only, which a test checks
};

/// How control areas are read.
struct ControlReading {
    ReadLimits limits;
    std::string
        crs;  ///< of files that do not say theirs and do not count in degrees (see typed_to_lonlat); may be empty
    AreaCheck check = AreaCheck::Full;
};

/// What a control file holds, before anything in it is dated or classified. Features without areas are counted only.
struct ControlContent {
    std::vector<MapFeature> features;  ///< with areas; attributes of inner objects as `outer.inner`
    std::size_t points = 0;            ///< features that are points: units, arrows, names
    std::size_t lines = 0;             ///< features that are lines
    std::size_t broken = 0;            ///< features whose geometry cannot be read
};

/// Reads GeoJSON, DeepState's `{id, datetime, map}`, a list of these, or Liveuamap's `{fields}`.
/// @param text  without a byte order mark
/// @errors BadFormat: no JSON, or of another kind; LimitExceeded: more features or vertices than allowed.
[[nodiscard]] base::Result<ControlContent> read_control_json(
    std::string_view text,
    const ControlReading& how);

/// Reads every layer of a file that GDAL opens: KML, KMZ, GeoPackage, FlatGeobuf, Shapefile, TopoJSON. The name of a style
/// becomes the attribute `style`, the name of a layer `layer`.
/// @errors BadFormat: no driver of the list opens it; LimitExceeded: more features, vertices or unpacked bytes than allowed.
/// @thread any; KML is read by one thread at a time
[[nodiscard]] base::Result<ControlContent> read_control_layers(
    const std::filesystem::path& path,
    const ControlReading& how);

/// Either of the above, by the file's content.
/// @errors as above, and NotFound, Io: it cannot be read.
[[nodiscard]] base::Result<ControlContent> read_control_content(
    const std::filesystem::path& path,
    const ControlReading& how);

}  // namespace salient::io
