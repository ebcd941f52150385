#include "geo/mercator.hpp"
#include "geo/polygon.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>

namespace geo = salient::geo;

namespace {

double triangle_area(const geo::Triangles& t, std::size_t first) {
    const auto a = t.vertices.at(t.indices.at(first));
    const auto b = t.vertices.at(t.indices.at(first + 1));
    const auto c = t.vertices.at(t.indices.at(first + 2));
    return std::abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2;
}

double covered(const geo::Triangles& t) {
    double sum = 0;
    for (std::size_t i = 0; i + 2 < t.indices.size(); i += 3) {
        sum += triangle_area(t, i);
    }
    return sum;
}

double ring_area(const geo::Ring& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto a = geo::world_from_lonlat(ring[i]);
        const auto b = geo::world_from_lonlat(ring[(i + 1) % ring.size()]);
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2;
}

double world_area(const geo::MultiPolygon& polygons) {
    double sum = 0;
    for (const auto& polygon : polygons) {
        for (std::size_t i = 0; i < polygon.rings.size(); ++i) {
            sum += (i == 0 ? 1 : -1) * ring_area(polygon.rings[i]);
        }
    }
    return sum;
}

/// A ragged closed line around a point: a coast.
geo::Ring coast(geo::LonLat center, double radius_deg, int points, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> jitter(0.7, 1.0);
    geo::Ring ring;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points;
        const double radius = radius_deg * jitter(random);
        ring.push_back(
            {center.lon_deg + radius * std::cos(angle), center.lat_deg + radius * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

/// Many small lakes in one country.
geo::MultiPolygon country_with_lakes(int lakes_a_side, int points) {
    geo::Polygon country{{{{30, 45}, {40, 45}, {40, 55}, {30, 55}, {30, 45}}}};
    const double step = 10.0 / lakes_a_side;
    for (int i = 0; i < lakes_a_side * lakes_a_side; ++i) {
        const double lon = 30 + step * (0.5 + i % lakes_a_side);
        const double lat = 45 + step * (0.5 + i / lakes_a_side);
        country.rings.push_back(coast({lon, lat}, step * 0.45, points, static_cast<unsigned>(i)));
    }
    return {country};
}

}  // namespace

TEST_CASE("a square becomes two triangles over exactly its ground") {
    const geo::MultiPolygon square{{{{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}}}};

    const auto result = geo::triangulate(square);

    CHECK(result.vertices.size() == 4);
    CHECK(result.indices.size() == 6);
    CHECK(covered(result) == Approx(world_area(square)));
}

TEST_CASE("ragged coasts are covered exactly") {
    const auto seed = GENERATE(range(1U, 20U));
    const geo::MultiPolygon island{{{coast({35, 50}, 3, 300, seed)}}};

    const auto result = geo::triangulate(island);

    CHECK(result.indices.size() == 3 * 298);
    CHECK(covered(result) == Approx(world_area(island)).epsilon(1e-9));
}

TEST_CASE("lakes stay empty") {
    const auto lakes = GENERATE(1, 2, 5, 12);
    const auto country = country_with_lakes(lakes, 17);

    const auto result = geo::triangulate(country);

    CHECK(covered(result) == Approx(world_area(country)).epsilon(1e-9));
    const auto lake = geo::world_from_lonlat({30 + 5.0 / lakes, 45 + 5.0 / lakes});
    for (std::size_t i = 0; i < result.indices.size(); i += 3) {
        const auto a = result.vertices[result.indices[i]];
        const auto b = result.vertices[result.indices[i + 1]];
        const auto c = result.vertices[result.indices[i + 2]];
        const auto side = [&](geo::WorldPoint p, geo::WorldPoint q) {
            return (q.x - p.x) * (lake.y - p.y) - (q.y - p.y) * (lake.x - p.x) > 0;
        };
        const bool inside = side(a, b) == side(b, c) && side(b, c) == side(c, a);
        CHECK_FALSE(inside);
    }
}

TEST_CASE("holes that touch each other or the outer ring are handled") {
    const geo::MultiPolygon touching{
        {{{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}},
          {{0, 5}, {2, 4}, {2, 6}, {0, 5}},
          {{4, 4}, {6, 4}, {5, 5}, {4, 4}},
          {{5, 5}, {6, 6}, {4, 6}, {5, 5}}}}};

    const auto result = geo::triangulate(touching);

    CHECK(covered(result) == Approx(world_area(touching)).epsilon(1e-9));
}

TEST_CASE("several polygons share one vertex list") {
    const geo::MultiPolygon two{
        {{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}}},
        {{{{5, 5}, {6, 5}, {6, 6}, {5, 5}}}}};

    const auto result = geo::triangulate(two);

    CHECK(result.indices.size() == 6);
    CHECK(covered(result) == Approx(world_area(two)));
}

TEST_CASE("bad rings give fewer triangles and valid indices") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    const auto bad = GENERATE_COPY(
        geo::MultiPolygon{},
        geo::MultiPolygon{geo::Polygon{}},
        geo::MultiPolygon{{{geo::Ring{}}}},
        geo::MultiPolygon{{{{{1, 1}}}}},
        geo::MultiPolygon{{{{{1, 1}, {1, 1}, {1, 1}, {1, 1}}}}},
        geo::MultiPolygon{{{{{0, 0}, {1, 1}, {2, 2}, {0, 0}}}}},
        geo::MultiPolygon{{{{{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}}}}},
        geo::MultiPolygon{{{{{0, 0}, {nan, nan}, {1, 0}, {infinite, 1}, {1, 1}, {0, 0}}}}},
        geo::MultiPolygon{{{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}, {{9, 9}, {8, 9}, {8, 8}, {9, 9}}}}},
        geo::MultiPolygon{
            {{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}, {{-5, -5}, {8, -5}, {8, 8}, {-5, -5}}}}});

    const auto result = geo::triangulate(bad);

    CHECK(result.indices.size() % 3 == 0);
    CHECK(std::all_of(result.indices.begin(), result.indices.end(), [&](std::uint32_t index) {
        return index < result.vertices.size();
    }));
}

TEST_CASE("a scribble that crosses itself everywhere ends in bounded time") {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> anywhere(0, 10);
    geo::Ring ring;
    for (int i = 0; i < 20'000; ++i) {
        ring.push_back({anywhere(random), anywhere(random)});
    }
    ring.push_back(ring.front());

    const auto result = geo::triangulate({{{ring}}});

    // Without a bound on the work this runs for hours and the test's time limit ends it.
    CHECK(result.indices.size() % 3 == 0);
}
