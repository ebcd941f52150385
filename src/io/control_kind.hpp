#pragma once

#include "io/control_content.hpp"

#include <filesystem>

namespace salient::io {

/// Whether a file says who holds which ground, rather than what happened: a settlement-by-day table; areas in a file with a date
/// in its name; or dated areas most of which say who holds them (GeoJSON, KML, Shapefile, FlatGeobuf). False for what cannot be
/// read. A large file of points is told by its beginning.
/// @thread any
[[nodiscard]] bool holds_control(const std::filesystem::path& path, const ControlReading& how = {});

}  // namespace salient::io
