#pragma once

#include "base/result.hpp"
#include "control/change.hpp"
#include "control/history.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace salient::control {

/// A place that can change hands.
struct Site {
    std::string id;
    geo::LonLat position;
};

/// One row of a table of facts: who held a place (a site, or a region as a whole) over some days.
struct HoldingFact {
    std::string place_id;
    Holder held_by = Holder::Russia;
    std::chrono::sys_days from;
    std::optional<std::chrono::sys_days>
        to;  ///< first day that it was no longer so; absent: still so
};

/// A country inside its recognised border, with the places and regions that facts speak about.
struct Territory {
    Holder owner = Holder::Ukraine;  ///< holds what no fact gives to somebody else
    geo::MultiPolygon ground;
    std::vector<Region> regions;  ///< `name` is the place_id of a fact about the whole region
    std::vector<Site> sites;      ///< those outside `ground` are allowed; ids are unique
};

/// Ground held since before this day is OccupiedBefore, not Occupied.
inline constexpr std::chrono::sys_days kFullInvasion{
    std::chrono::year{2022} / std::chrono::February / 24};

/// Turns facts about settlements into areas: every point of a country belongs to its nearest site (Voronoi cells),
/// cells of one holder are merged, the line between holders is smoothed, and all is cut at the border.
///
/// The border itself is never smoothed. Areas of a snapshot do not overlap.
class SettlementCells {
public:
    /// Builds the cells, once for all days.
    /// @param smoothing_rounds  0 leaves the edges of the cells as they are
    /// @errors BadValue: a territory has fewer than two sites, two of them stand at one position, or a fact names no
    ///         site and no region.
    [[nodiscard]] static base::Result<SettlementCells> build(
        std::vector<Territory> territories,
        std::vector<HoldingFact> facts,
        int smoothing_rounds = 3);

    /// Who held what on a day. Areas in the order of the territories, then of the classes; empty ones left out.
    /// @errors BadValue: the cells cannot be overlaid.
    [[nodiscard]] base::Result<Snapshot> on(std::chrono::sys_days day) const;

private:
    struct Country {
        Territory territory;
        std::vector<geo::MultiPolygon> cells;  ///< one for each site
    };
    struct Layer;
    std::vector<Country> countries_;
    std::vector<HoldingFact> facts_;
    int smoothing_rounds_ = 0;

    [[nodiscard]] const HoldingFact* fact_on(const std::string& place_id, std::chrono::sys_days day)
        const;
    [[nodiscard]] base::Result<geo::MultiPolygon>
    ground_of(const Country& country, const Layer& layer, std::chrono::sys_days day) const;
    [[nodiscard]] base::Status
    add_areas(const Country& country, std::chrono::sys_days day, Snapshot& snapshot) const;
};

}  // namespace salient::control
