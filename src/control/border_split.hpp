#pragma once

#include "base/result.hpp"
#include "control/history.hpp"

namespace salient::control {

/// Some area is held at home: the source draws both sides, to the edge of its map or of the country.
[[nodiscard]] bool draws_both_sides(const Snapshot& snapshot);

/// Gives ground of such a source its class by where it lies: what Russia holds in Ukraine is Occupied, beyond it Home; what
/// Ukraine holds in Russia is Incursion, elsewhere Home. Water is nobody's ground, and strips along the border, where two
/// drawings of it differ, are no incursion.
/// @param ukraine, russia  land inside their recognised borders
/// @errors BadValue: the areas cannot be overlaid; the snapshot is then as before.
[[nodiscard]] base::Status split_at_border(
    Snapshot& snapshot,
    const geo::MultiPolygon& ukraine,
    const geo::MultiPolygon& russia);

}  // namespace salient::control
