#pragma once

#include "scene/banded_polygon.hpp"
#include "scene/scene.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>

namespace salient::scene {

/// An area that a name belongs to, to find room for the name in the parts of it that are in sight.
struct AreaShape {
    BandedPolygon inside;
    geo::WorldPoint low;   ///< of its box: least x and y
    geo::WorldPoint high;  ///< greatest x and y
    std::shared_ptr<const LineMesh> outline;
};

/// A tile of the world plane: `level` halvings of its width, rows half as high as columns are wide.
struct SpotTile {
    int level = 0;
    std::int64_t column = 0;
    std::int64_t row = 0;
    friend bool operator==(const SpotTile&, const SpotTile&) = default;
    friend bool operator<(const SpotTile& a, const SpotTile& b) {
        return std::tie(a.level, a.column, a.row) < std::tie(b.level, b.column, b.row);
    }
    [[nodiscard]] geo::WorldPoint low() const;
    [[nodiscard]] geo::WorldPoint high() const;
};
/// The tile of a level that holds a point.
[[nodiscard]] SpotTile tile_at(geo::WorldPoint point, int level);

/// Where a name has room.
struct AreaSpot {
    geo::WorldPoint point;
    double half_width_world = 0;  ///< the area reaches so far to either side, within the tile
};

/// The roomiest spot of an area within a tile, or nullopt where the area hardly reaches in.
///
/// Tiles are fixed to the world: a name found this way stays put while the view pans. Looks at a grid of points, so it is off
/// by up to a cell.
[[nodiscard]] std::optional<AreaSpot> find_spot(const AreaShape& area, const SpotTile& tile);

/// Remembers found spots.
class AreaSpots {
public:
    /// @param area  must outlive this, or clear() comes first
    const std::optional<AreaSpot>& at(const AreaShape& area, const SpotTile& tile);
    void clear() { found_.clear(); }

private:
    std::map<std::pair<const AreaShape*, SpotTile>, std::optional<AreaSpot>> found_;
};

}  // namespace salient::scene
