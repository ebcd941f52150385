#include "geo/antimeridian.hpp"

#include "geo/polygon.hpp"

#include <algorithm>
#include <cmath>

namespace salient::geo {

namespace {

constexpr double kHalfTurnDeg = 180;
constexpr double kTurnDeg = 360;

bool is_at_edge(double lon_deg) {
    return std::abs(std::abs(lon_deg) - kHalfTurnDeg) < 1e-9;
}

/// The ring with steps of less than half a turn, which may run beyond ±180. @return whether anything was moved
bool unwrap(Ring& ring) {
    bool moved = false;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const double step = ring[i].lon_deg - ring[i - 1].lon_deg;
        const bool spans_world =
            is_at_edge(ring[i].lon_deg) && is_at_edge(ring[i - 1].lon_deg) && !moved;
        if (std::abs(step) > kHalfTurnDeg && std::abs(step) < 2 * kTurnDeg && !spans_world) {
            ring[i].lon_deg -= std::copysign(kTurnDeg, step);
            moved = true;
        }
    }
    return moved;
}

bool closes(const Ring& ring) {
    return !ring.empty() && std::abs(ring.front().lon_deg - ring.back().lon_deg) < 1.0;
}

void shift(Polygon& polygon, double by_deg) {
    for (Ring& ring : polygon.rings) {
        for (LonLat& point : ring) {
            point.lon_deg += by_deg;
        }
    }
}

/// The part of a polygon in one turn of longitude, moved to −180…180.
MultiPolygon part_in_turn(const Polygon& polygon, int turn) {
    const double west = turn * kTurnDeg - kHalfTurnDeg;
    const MultiPolygon band{
        {{{{west, -90}, {west + kTurnDeg, -90}, {west + kTurnDeg, 90}, {west, 90}, {west, -90}}}}};
    const auto repaired = make_valid({polygon});
    if (!repaired) {
        return {};
    }
    auto part = intersection(repaired->polygons, band);
    MultiPolygon result = part ? std::move(*part) : MultiPolygon{};
    for (Polygon& piece : result) {
        shift(piece, -turn * kTurnDeg);
    }
    return result;
}

/// Holes are moved by whole turns until they lie beside the outer ring.
void gather_holes(Polygon& polygon, double west, double east) {
    for (std::size_t i = 1; i < polygon.rings.size(); ++i) {
        Polygon hole{{polygon.rings[i]}};
        while (!hole.rings[0].empty() && hole.rings[0].front().lon_deg < west) {
            shift(hole, kTurnDeg);
        }
        while (!hole.rings[0].empty() && hole.rings[0].front().lon_deg > east) {
            shift(hole, -kTurnDeg);
        }
        polygon.rings[i] = std::move(hole.rings[0]);
    }
}

void add_cut(Polygon&& polygon, MultiPolygon& result, bool& changed) {
    Polygon whole = polygon;
    bool moved = false;
    for (Ring& ring : whole.rings) {
        moved = unwrap(ring) || moved;
    }
    const auto box = bounds(MultiPolygon{{{whole.rings.empty() ? Ring{} : whole.rings.front()}}});
    const double farthest_deg = 3 * kTurnDeg;
    const bool fits =
        !box || (!moved && box->west_deg >= -kHalfTurnDeg && box->east_deg <= kHalfTurnDeg);
    if (fits || box->west_deg < -farthest_deg || box->east_deg > farthest_deg
        || !closes(whole.rings.front())) {
        result.push_back(std::move(polygon));
        return;
    }
    gather_holes(whole, box->west_deg, box->east_deg);
    changed = true;
    const auto turn_of = [](double lon_deg) {
        return static_cast<int>(std::floor((lon_deg + kHalfTurnDeg) / kTurnDeg));
    };
    for (int turn = turn_of(box->west_deg); turn <= turn_of(box->east_deg); ++turn) {
        MultiPolygon part = part_in_turn(whole, turn);
        std::move(part.begin(), part.end(), std::back_inserter(result));
    }
}

}  // namespace

MultiPolygon cut_at_antimeridian(MultiPolygon polygons, bool& changed) {
    MultiPolygon result;
    result.reserve(polygons.size());
    for (Polygon& polygon : polygons) {
        add_cut(std::move(polygon), result, changed);
    }
    return result;
}

}  // namespace salient::geo
