#include "scene/banded_polygon.hpp"

#include "scene_support.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <numbers>
#include <random>

using namespace salient;
using scene_support::pick;

namespace {

/// A star of random spikes, closed.
geo::Polygon star(std::mt19937& random, geo::LonLat center, double size_deg) {
    geo::Ring ring;
    const int corners = 60;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        const double reach = size_deg * (0.2 + pick(random, 1000) / 1250.0);
        ring.push_back(
            {center.lon_deg + reach * std::cos(angle), center.lat_deg + reach * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return {{ring}};
}

/// Edges crossed on the way east, without bands.
bool is_inside(const geo::MultiPolygon& polygons, geo::LonLat point) {
    bool inside = false;
    for (const geo::Polygon& polygon : polygons) {
        for (const geo::Ring& ring : polygon.rings) {
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                const geo::LonLat a = ring[i];
                const geo::LonLat b = ring[i + 1];
                if ((a.lat_deg > point.lat_deg) == (b.lat_deg > point.lat_deg)) {
                    continue;
                }
                const double along = (point.lat_deg - a.lat_deg) / (b.lat_deg - a.lat_deg);
                inside ^= point.lon_deg < a.lon_deg + along * (b.lon_deg - a.lon_deg);
            }
        }
    }
    return inside;
}

}  // namespace

TEST_CASE("bands say of every point whether the polygons hold it") {
    std::mt19937 random(5);
    const double size_deg = GENERATE(0.004, 0.3, 40.0);
    const geo::LonLat center = {35.2, 51.1};
    // Two that were added one after the other, beside each other.
    const geo::LonLat second = {center.lon_deg + 2 * size_deg, center.lat_deg};
    const geo::MultiPolygon polygons = {
        star(random, center, size_deg),
        star(random, second, size_deg)};
    scene::BandedPolygon banded;
    banded.add({polygons[0]});
    banded.add({polygons[1]});

    int held = 0;
    int wrong = 0;
    for (int i = 0; i < 20'000; ++i) {
        const geo::LonLat point = {
            center.lon_deg + size_deg * (pick(random, 5000) / 1000.0 - 1.5),
            center.lat_deg + size_deg * (pick(random, 3000) / 1000.0 - 1.5)};
        const bool inside = is_inside(polygons, point);
        held += inside ? 1 : 0;
        wrong += banded.contains(point) == inside ? 0 : 1;
    }

    CHECK(held > 2'000);
    CHECK(wrong == 0);
}

TEST_CASE("no polygon holds nothing") {
    CHECK_FALSE(scene::BandedPolygon().contains({35, 51}));
    CHECK(scene::BandedPolygon().empty());
}
