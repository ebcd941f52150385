#include "geo/geodesic.hpp"
#include "geo/polygon.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

namespace geo = salient::geo;
namespace base = salient::base;

namespace {

geo::MultiPolygon square(double west, double south, double side) {
    return {
        {{{{west, south},
           {west + side, south},
           {west + side, south + side},
           {west, south + side},
           {west, south}}}}};
}

/// Planar, in square degrees.
double flat_area(const geo::MultiPolygon& polygons) {
    double sum = 0;
    for (const auto& polygon : polygons) {
        for (std::size_t r = 0; r < polygon.rings.size(); ++r) {
            double twice = 0;
            const auto& ring = polygon.rings[r];
            for (std::size_t i = 1; i < ring.size(); ++i) {
                twice +=
                    ring[i - 1].lon_deg * ring[i].lat_deg - ring[i].lon_deg * ring[i - 1].lat_deg;
            }
            sum += (r == 0 ? 0.5 : -0.5) * std::abs(twice);
        }
    }
    return sum;
}

}  // namespace

TEST_CASE("overlays of two squares") {
    const auto a = square(0, 0, 2);
    const auto b = square(1, 1, 2);

    CHECK(flat_area(geo::intersection(a, b).value()) == Approx(1));
    CHECK(flat_area(geo::difference(a, b).value()) == Approx(3));
    CHECK(flat_area(geo::union_of({a, b, square(10, 10, 1)}).value()) == Approx(8));
}

TEST_CASE("overlays of ground that is far apart or absent") {
    const auto a = square(0, 0, 1);

    CHECK(geo::intersection(a, square(5, 5, 1)).value().empty());
    CHECK(geo::difference(a, square(5, 5, 1)).value() == a);
    CHECK(geo::intersection(a, {}).value().empty());
    CHECK(geo::difference({}, a).value().empty());
    CHECK(geo::union_of({}).value().empty());
}

TEST_CASE("touching squares share no ground") {
    CHECK(geo::intersection(square(0, 0, 1), square(1, 0, 1)).value().empty());
}

TEST_CASE("an overlay of a broken ring is an error, not a crash") {
    const geo::MultiPolygon broken{{{{{0, 0}, {1, 0}, {1, 1}}}}};

    const auto result = geo::intersection(broken, square(0, 0, 1));

    REQUIRE_FALSE(result);
    CHECK(result.error().code == base::ErrorCode::BadValue);
}

TEST_CASE("a valid polygon stays as it is") {
    const auto result = geo::make_valid(square(0, 0, 1)).value();

    CHECK_FALSE(result.changed);
    CHECK(result.reason.empty());
    CHECK(result.polygons == square(0, 0, 1));
}

TEST_CASE("a bow tie keeps both wings") {
    const geo::MultiPolygon bow{{{{{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}}}}};

    const auto result = geo::make_valid(bow).value();

    CHECK(result.changed);
    CHECK(result.reason.find("Self-intersection") != std::string::npos);
    CHECK(flat_area(result.polygons) == Approx(2));
    CHECK_FALSE(geo::make_valid(result.polygons).value().changed);
}

TEST_CASE("an open ring is closed and repeated points are dropped") {
    const geo::MultiPolygon open{{{{{0, 0}, {1, 0}, {1, 0}, {1, 1}, {0, 1}}}}};

    const auto result = geo::make_valid(open).value();

    CHECK(result.changed);
    CHECK(result.reason == "Ring is not closed");
    CHECK(result.polygons == square(0, 0, 1));
}

TEST_CASE("a hole outside the polygon adds nothing and takes nothing") {
    auto polygons = square(0, 0, 1);
    polygons[0].rings.push_back(square(5, 5, 1)[0].rings[0]);

    const auto result = geo::make_valid(polygons).value();

    CHECK(result.changed);
    CHECK(flat_area(result.polygons) == Approx(1));
}

TEST_CASE("parts that overlap become one, counted once") {
    auto polygons = square(0, 0, 2);
    polygons.push_back(square(1, 1, 2)[0]);

    const auto result = geo::make_valid(polygons).value();

    CHECK(result.changed);
    CHECK(flat_area(result.polygons) == Approx(7));
}

TEST_CASE("tiny rings go, the rest stays") {
    auto polygons = square(0, 0, 1);
    polygons[0].rings.push_back({{0.5, 0.5}, {0.6, 0.5}, {0.5, 0.5}});
    polygons.push_back({{{{3, 3}, {3, 3}, {3, 3}, {3, 3}}}});

    const auto result = geo::make_valid(polygons).value();

    CHECK(result.changed);
    CHECK(result.polygons == square(0, 0, 1));
}

TEST_CASE("what has no area, or is no number, is refused") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    const auto bad = GENERATE_COPY(
        geo::MultiPolygon{},
        geo::MultiPolygon{geo::Polygon{}},
        geo::MultiPolygon{{{{{0, 0}, {1, 1}, {2, 2}, {0, 0}}}}},
        geo::MultiPolygon{{{{{0, 0}, {1, 0}, {nan, 1}, {0, 0}}}}},
        geo::MultiPolygon{{{{{0, 0}, {1, 0}, {1, infinite}, {0, 0}}}}});

    const auto result = geo::make_valid(bad);

    REQUIRE_FALSE(result);
    CHECK(result.error().code == base::ErrorCode::BadValue);
}

TEST_CASE("simplifying keeps the shape within the tolerance and valid") {
    geo::Ring ring;
    for (int i = 0; i < 1000; ++i) {
        const double angle = i * 2 * 3.14159265358979 / 1000;
        ring.push_back({std::cos(angle), std::sin(angle)});
    }
    ring.push_back(ring.front());
    const geo::MultiPolygon circle{{{ring}}};

    const auto simple = geo::simplify(circle, 0.01);

    REQUIRE(simple.size() == 1);
    CHECK(simple[0].rings[0].size() < 60);
    CHECK(flat_area(simple) == Approx(flat_area(circle)).epsilon(0.02));
    CHECK_FALSE(geo::make_valid(simple).value().changed);
    CHECK(geo::simplify(circle, 0) == circle);
}

TEST_CASE("rounded coordinates lie on the grid and make valid polygons") {
    // Rounding each point alone would fold the thin neck over itself.
    const geo::MultiPolygon neck{
        {{{{0, 0}, {1, 0}, {1, 0.49}, {1.5, 0.51}, {2, 0}, {3, 0}, {3, 1}, {0, 0.52}, {0, 0}}}}};

    const auto rounded = geo::round_coordinates(neck, 1.0).value();

    REQUIRE_FALSE(rounded.empty());
    CHECK_FALSE(geo::make_valid(rounded).value().changed);
    for (const auto& polygon : rounded) {
        for (const auto point : polygon.rings[0]) {
            CHECK(point.lon_deg == std::round(point.lon_deg));
            CHECK(point.lat_deg == std::round(point.lat_deg));
        }
    }
    CHECK(geo::round_coordinates({}, 1.0).value().empty());
    CHECK_FALSE(geo::round_coordinates({{{{{0, 0}, {1, 0}, {1, 1}}}}}, 1.0));
}

TEST_CASE("a line keeps its ends and its corners") {
    const geo::Polyline line{{0, 0}, {1, 0.001}, {2, 0}, {2, 1}, {2, 2}};

    CHECK(geo::simplify(line, 0.01) == geo::Polyline{{0, 0}, {2, 0}, {2, 2}});
    CHECK(geo::simplify(line, 0) == geo::Polyline{{0, 0}, {1, 0.001}, {2, 0}, {2, 2}});
    CHECK(geo::simplify(geo::Polyline{{0, 0}, {1, 1}}, 5).size() == 2);
    CHECK(geo::simplify(geo::Polyline{}, 5).empty());
}

TEST_CASE("cells come in the order of the sites, hold them and fill the box") {
    const std::vector<geo::LonLat> sites{{3, 3}, {1, 1}, {2, 1.5}, {1, 3.5}, {3.5, 0.5}};
    const geo::Box box{0, 0, 4, 4};

    const auto cells = geo::voronoi_cells(sites, box).value();

    REQUIRE(cells.size() == sites.size());
    double sum = 0;
    for (std::size_t i = 0; i < sites.size(); ++i) {
        CHECK(geo::contains(cells[i], sites[i]));
        sum += flat_area(cells[i]);
    }
    CHECK(sum == Approx(16).epsilon(1e-9));
}

TEST_CASE("a place belongs to the cell of the site that is nearest on the ground") {
    // 1 degree of longitude is shorter than 1 of latitude at 60 N: the place is nearer to the eastern site.
    const std::vector<geo::LonLat> sites{{30, 61}, {31.5, 60}};

    const auto cells = geo::voronoi_cells(sites, {28, 58, 34, 64}).value();

    CHECK(geo::contains(cells[1], {30.2, 60.1}));
    CHECK(geo::distance_m({30.2, 60.1}, sites[1]) < geo::distance_m({30.2, 60.1}, sites[0]));
}

TEST_CASE("a single site cannot divide the ground") {
    const std::vector<geo::LonLat> sites{{1, 1}};

    CHECK(geo::voronoi_cells(sites, {0, 0, 2, 2}).error().code == base::ErrorCode::BadValue);
}
