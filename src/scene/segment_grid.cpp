#include "scene/segment_grid.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <iterator>
#include <utility>

namespace salient::scene {

namespace {

constexpr double kCellDeg = 0.1;
constexpr double kStepsPerCell = 10;

std::int64_t cell_of(double degrees) {
    return static_cast<std::int64_t>(std::floor(degrees / kCellDeg));
}

std::uint64_t cell_key(std::int64_t column, std::int64_t row) {
    return static_cast<std::uint64_t>(column + 100'000) << 32U
           | static_cast<std::uint64_t>(row + 100'000);
}

double squared_distance(geo::LonLat p, geo::LonLat a, geo::LonLat b) {
    // Longitudes shrink towards the pole; a constant factor at the point is enough at these distances.
    const double squeeze = std::cos(p.lat_deg * 0.017453292519943295);
    const double bx = (b.lon_deg - a.lon_deg) * squeeze;
    const double by = b.lat_deg - a.lat_deg;
    const double px = (p.lon_deg - a.lon_deg) * squeeze;
    const double py = p.lat_deg - a.lat_deg;
    const double length = bx * bx + by * by;
    const double along = length > 0 ? std::clamp((px * bx + py * by) / length, 0.0, 1.0) : 0.0;
    const double dx = px - along * bx;
    const double dy = py - along * by;
    return dx * dx + dy * dy;
}

}  // namespace

void SegmentGrid::add(std::span<const geo::LonLat> line) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const Segment segment = {line[i], line[i + 1]};
        const auto index = static_cast<std::uint32_t>(segments_.size());
        segments_.push_back(segment);
        const double length = std::max(
            std::abs(segment.b.lon_deg - segment.a.lon_deg),
            std::abs(segment.b.lat_deg - segment.a.lat_deg));
        const int steps =
            static_cast<int>(std::min(length / (kCellDeg / kStepsPerCell), 20'000.0)) + 1;
        std::uint64_t last = ~std::uint64_t{0};
        for (int step = 0; step <= steps; ++step) {
            const double t = static_cast<double>(step) / steps;
            const std::uint64_t key = cell_key(
                cell_of(std::lerp(segment.a.lon_deg, segment.b.lon_deg, t)),
                cell_of(std::lerp(segment.a.lat_deg, segment.b.lat_deg, t)));
            if (key != last) {
                cells_[key].push_back(index);
                last = key;
            }
        }
    }
}

bool SegmentGrid::is_near(geo::LonLat point, double tolerance_deg) const {
    assert(tolerance_deg < kCellDeg);
    const double limit = tolerance_deg * tolerance_deg;
    // Segments are entered at steps along them: one that only cuts a cell's corner may be missing there.
    const double reach = tolerance_deg * 2 + kCellDeg / kStepsPerCell;
    const auto cell_has = [&](std::int64_t x, std::int64_t y) {
        const auto found = cells_.find(cell_key(x, y));
        return found != cells_.end()
               && std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t index) {
                      const Segment& segment = segments_[index];
                      return squared_distance(point, segment.a, segment.b) <= limit;
                  });
    };
    for (auto y = cell_of(point.lat_deg - reach); y <= cell_of(point.lat_deg + reach); ++y) {
        for (auto x = cell_of(point.lon_deg - reach); x <= cell_of(point.lon_deg + reach); ++x) {
            if (cell_has(x, y)) {
                return true;
            }
        }
    }
    return false;
}

bool SegmentGrid::runs_along(geo::LonLat a, geo::LonLat b, double tolerance_deg) const {
    const geo::LonLat mid = {(a.lon_deg + b.lon_deg) / 2, (a.lat_deg + b.lat_deg) / 2};
    return is_near(mid, tolerance_deg) && is_near(a, tolerance_deg) && is_near(b, tolerance_deg);
}

namespace {

// The runs of kept segments of one line.
std::vector<geo::Polyline> runs(
    const geo::Polyline& line,
    const std::function<bool(geo::LonLat, geo::LonLat)>& keep) {
    std::vector<geo::Polyline> parts;
    bool is_open = false;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const bool kept = keep(line[i], line[i + 1]);
        if (kept && !is_open) {
            parts.push_back({line[i]});
        }
        if (kept) {
            parts.back().push_back(line[i + 1]);
        }
        is_open = kept;
    }
    return parts;
}

}  // namespace

std::vector<geo::Polyline> kept_parts(
    std::span<const geo::Polyline> lines,
    const std::function<bool(geo::LonLat, geo::LonLat)>& keep) {
    std::vector<geo::Polyline> parts;
    for (const geo::Polyline& line : lines) {
        std::vector<geo::Polyline> own = runs(line, keep);
        // A ring may begin in the middle of a part: its end and its beginning are then one.
        if (own.size() > 1 && own.back().back() == line.back()
            && own.back().back() == own.front().front()) {
            own.back().insert(own.back().end(), own.front().begin() + 1, own.front().end());
            own.front() = std::move(own.back());
            own.pop_back();
        }
        parts.insert(
            parts.end(),
            std::make_move_iterator(own.begin()),
            std::make_move_iterator(own.end()));
    }
    return parts;
}

}  // namespace salient::scene
