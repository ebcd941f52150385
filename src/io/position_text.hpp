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

struct TextPosition {
    geo::LonLat point;
    double radius_m = 0;         ///< of a grid square; 0: a point
    bool axes_are_said = false;  ///< by hemisphere letters
};
/// A position in one cell: "50.4501, 30.5234" (latitude first), "30.5234 E, 50.4501 N", `37UCR1234567890` (MGRS, the middle of its square).
[[nodiscard]] std::optional<TextPosition> read_position(std::string_view text);

/// A whole number of people or things: "1,200", "1 200" and "1.200" are twelve hundred. @return nullopt when it is none
[[nodiscard]] std::optional<double> read_count(std::string_view text);

/// Well-known text of any geometry, longitude first, or a GeoJSON geometry. @return false when it is neither
[[nodiscard]] bool add_geometry_text(std::string_view text, ShapeBuilder& shape);

}  // namespace salient::io
