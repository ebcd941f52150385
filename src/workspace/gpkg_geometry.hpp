#pragma once

#include "geo/types.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace salient::workspace {

/// A point as a GeoPackage stores it: 8 bytes of header, 21 of WKB, little endian.
using PointBlob = std::array<std::byte, 29>;

/// @source OGC 12-128r18 (GeoPackage 1.3), 2.1.3: header "GP", version 0, flags, reference system 4326
[[nodiscard]] PointBlob point_blob(geo::LonLat point);

/// The first point of a GeoPackage geometry of type point or multipoint, with or without Z and M; nullopt for any other, an
/// empty one, or damage.
[[nodiscard]] std::optional<geo::LonLat> point_from_blob(std::string_view blob);

}  // namespace salient::workspace
