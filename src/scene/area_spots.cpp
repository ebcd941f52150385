#include "scene/area_spots.hpp"

#include "geo/mercator.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace salient::scene {

namespace {

constexpr std::size_t kColumns = 28;
constexpr std::size_t kRows = 14;
constexpr double kFlatness = 3;  // a name is wider than high: so much more room is wanted sideways

/// Which points of a tile's grid lie in the area.
class Grid {
public:
    Grid(const AreaShape& area, const SpotTile& tile) {
        const geo::WorldPoint low = tile.low();
        const geo::WorldPoint high = tile.high();
        cell_ = {
            (high.x - low.x) / static_cast<double>(kColumns),
            (high.y - low.y) / static_cast<double>(kRows)};
        first_ = {low.x + cell_.x / 2, low.y + cell_.y / 2};
        for (std::size_t row = 0; row < kRows; ++row) {
            fill_row(row, area.inside.crossings_deg(geo::lonlat_from_world(point(0, row)).lat_deg));
        }
    }
    [[nodiscard]] geo::WorldPoint point(std::size_t column, std::size_t row) const {
        return {
            first_.x + cell_.x * static_cast<double>(column),
            first_.y + cell_.y * static_cast<double>(row)};
    }
    [[nodiscard]] double cell_width() const { return cell_.x; }
    [[nodiscard]] bool inside(std::size_t column, std::size_t row) const {
        return inside_[row][column];
    }
    /// Cells to the nearer end of the area, left and right.
    [[nodiscard]] std::size_t room_sideways(std::size_t column, std::size_t row) const {
        std::size_t room = 0;
        while (room < column && column + room + 1 < kColumns && inside(column - room - 1, row)
               && inside(column + room + 1, row)) {
            ++room;
        }
        return room;
    }
    /// Cells to the nearer end of the area, up and down.
    [[nodiscard]] std::size_t room_upright(std::size_t column, std::size_t row) const {
        std::size_t room = 0;
        while (room < row && row + room + 1 < kRows && inside(column, row - room - 1)
               && inside(column, row + room + 1)) {
            ++room;
        }
        return room;
    }

private:
    geo::WorldPoint cell_;
    geo::WorldPoint first_;
    std::array<std::array<bool, kColumns>, kRows> inside_{};

    // A point is inside when an odd number of crossings lies west of it.
    void fill_row(std::size_t row, const std::vector<double>& crossings) {
        for (std::size_t column = 0; column < kColumns; ++column) {
            const double lon = geo::lonlat_from_world(point(column, row)).lon_deg;
            const auto east = std::upper_bound(crossings.begin(), crossings.end(), lon);
            inside_[row][column] = (east - crossings.begin()) % 2 == 1;
        }
    }
};

// Far from the middle is a little worse, so that in open country the name stands there.
double off_middle(std::size_t column, std::size_t row) {
    const double x = (static_cast<double>(column) + 0.5) / static_cast<double>(kColumns) - 0.5;
    const double y = (static_cast<double>(row) + 0.5) / static_cast<double>(kRows) - 0.5;
    return std::hypot(x, y);
}

}  // namespace

geo::WorldPoint SpotTile::low() const {
    const double width = std::exp2(-level);
    return {static_cast<double>(column) * width, static_cast<double>(row) * width / 2};
}

geo::WorldPoint SpotTile::high() const {
    const double width = std::exp2(-level);
    return {static_cast<double>(column + 1) * width, static_cast<double>(row + 1) * width / 2};
}

SpotTile tile_at(geo::WorldPoint point, int level) {
    const double width = std::exp2(-level);
    return {
        level,
        static_cast<std::int64_t>(std::floor(point.x / width)),
        static_cast<std::int64_t>(std::floor(point.y / (width / 2)))};
}

std::optional<AreaSpot> find_spot(const AreaShape& area, const SpotTile& tile) {
    const geo::WorldPoint low = tile.low();
    const geo::WorldPoint high = tile.high();
    if (area.low.x > high.x || area.high.x < low.x || area.low.y > high.y || area.high.y < low.y) {
        return std::nullopt;
    }
    const Grid grid(area, tile);
    std::optional<AreaSpot> best;
    double best_score = 0.5;
    for (std::size_t row = 0; row < kRows; ++row) {
        for (std::size_t column = 0; column < kColumns; ++column) {
            if (!grid.inside(column, row)) {
                continue;
            }
            const auto sideways = static_cast<double>(grid.room_sideways(column, row));
            const auto upright = static_cast<double>(grid.room_upright(column, row));
            const double score = std::min(sideways / kFlatness, upright) - off_middle(column, row);
            if (score > best_score) {
                best_score = score;
                best = {grid.point(column, row), (sideways + 0.5) * grid.cell_width()};
            }
        }
    }
    return best;
}

const std::optional<AreaSpot>& AreaSpots::at(const AreaShape& area, const SpotTile& tile) {
    const auto [found, is_new] = found_.try_emplace({&area, tile});
    if (is_new) {
        found->second = find_spot(area, tile);
    }
    return found->second;
}

}  // namespace salient::scene
