// Polygons: triangles for drawing, areas, repair, what changed from one day to the next.

#include "control/change.hpp"
#include "geo/geodesic.hpp"
#include "geo/polygon.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <numbers>
#include <random>

namespace {

namespace control = salient::control;
namespace geo = salient::geo;

/// A ragged closed line, like a coast or a front: a random walk around a circle.
geo::Ring coast(geo::LonLat center, double radius_deg, int points, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> step(0, 0.4 / std::sqrt(points));
    geo::Ring ring;
    double radius = radius_deg;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * std::numbers::pi * i / points;
        radius += radius_deg * step(random) + 0.02 * (radius_deg - radius);
        ring.push_back(
            {center.lon_deg + radius * std::cos(angle), center.lat_deg + radius * std::sin(angle)});
    }
    ring.push_back(ring.front());
    return ring;
}

/// A day of a front line: seven parts, 3,000 vertices.
geo::MultiPolygon front(unsigned seed) {
    geo::MultiPolygon result{{{coast({37, 48}, 2, 2800, 7)}}};
    for (unsigned i = 0; i < 6; ++i) {
        const double lon_deg = 41.0 + i;
        result.push_back({{coast({lon_deg, 50}, 0.2, 33, seed + i)}});
    }
    return result;
}

control::Snapshot snapshot(unsigned seed) {
    return {{}, {{control::Holder::Russia, control::AreaClass::Occupied, {}, front(seed)}}, {}};
}

void triangulate_front(benchmark::State& state) {
    const auto polygons = front(1);
    for (auto _ : state) {
        benchmark::DoNotOptimize(geo::triangulate(polygons));
    }
}
BENCHMARK(triangulate_front)->Unit(benchmark::kMillisecond);

void triangulate_half_a_million_vertices(benchmark::State& state) {
    geo::MultiPolygon polygons;
    for (unsigned i = 0; i < 50; ++i) {
        polygons.push_back({{coast({35, 50}, 3, 10'000, i)}});
    }
    for (auto _ : state) {
        benchmark::DoNotOptimize(geo::triangulate(polygons));
    }
}
BENCHMARK(triangulate_half_a_million_vertices)->Unit(benchmark::kMillisecond);

void area_of_front(benchmark::State& state) {
    const auto polygons = front(1);
    for (auto _ : state) {
        benchmark::DoNotOptimize(geo::area_m2(polygons));
    }
}
BENCHMARK(area_of_front)->Unit(benchmark::kMillisecond);

void make_front_valid(benchmark::State& state) {
    const auto polygons = front(1);
    for (auto _ : state) {
        benchmark::DoNotOptimize(geo::make_valid(polygons).has_value());
    }
}
BENCHMARK(make_front_valid)->Unit(benchmark::kMillisecond);

void change_between_two_days(benchmark::State& state) {
    const auto before = snapshot(1);
    const auto after = snapshot(2);
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            control::change_between(before, after, control::Holder::Russia).has_value());
    }
}
BENCHMARK(change_between_two_days)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
