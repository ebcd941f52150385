#pragma once

#include "geo/types.hpp"

#include <optional>
#include <string_view>

namespace salient::io {

class ShapeBuilder;

/// A decimal number with a point or comma, a degree sign or hemisphere letter: `50.45`, `50,45`, `−3.2`, `50.45°N`, `30 W`.
[[nodiscard]] std::optional<double> read_number(std::string_view text);

/// Degrees, minutes and seconds: `50°27'00"N`, `50 27 0 N`, `N 50° 27.5'`; also all that read_number reads.
[[nodiscard]] std::optional<double> read_degrees(std::string_view text);

/// A position in one cell: "50.4501, 30.5234" (latitude first), `37UCR1234567890` (MGRS).
[[nodiscard]] std::optional<geo::LonLat> read_position(std::string_view text);

/// Well-known text of any geometry, longitude first, or a GeoJSON geometry. @return false when it is neither
[[nodiscard]] bool add_geometry_text(std::string_view text, ShapeBuilder& shape);

}  // namespace salient::io
