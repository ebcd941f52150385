// The control areas that come with Salient, against sizes in public reporting.

#include "control/area_class.hpp"
#include "geo/geodesic.hpp"
#include "geo/polygon.hpp"
#include "test_paths.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <fstream>
#include <map>
#include <set>
#include <string>

namespace control = salient::control;
namespace geo = salient::geo;
using control::AreaClass;
using control::Holder;

namespace {

struct Area {
    std::string day;
    Holder holder;
    AreaClass area_class;
    geo::MultiPolygon polygons;
    double area_km2 = 0;
};

geo::Polygon polygon_of(const nlohmann::json& rings) {
    geo::Polygon polygon;
    for (const auto& points : rings) {
        geo::Ring ring;
        for (const auto& point : points) {
            ring.push_back({point.at(0).get<double>(), point.at(1).get<double>()});
        }
        polygon.rings.push_back(std::move(ring));
    }
    return polygon;
}

const std::vector<Area>& areas() {
    static const std::vector<Area> all = [] {
        std::ifstream file(salient::tests::source_dir() / "geodata/control/control.geojson");
        const auto layer = nlohmann::json::parse(file);
        std::vector<Area> result;
        for (const auto& feature : layer.at("features")) {
            const auto& properties = feature.at("properties");
            Area area{
                properties.at("date"),
                control::holder_from_text(properties.at("holder").get<std::string>()).value(),
                control::area_class_from_text(properties.at("class").get<std::string>()).value(),
                {},
                0};
            for (const auto& rings : feature.at("geometry").at("coordinates")) {
                area.polygons.push_back(polygon_of(rings));
            }
            area.area_km2 = geo::area_m2(area.polygons) / 1e6;
            result.push_back(std::move(area));
        }
        return result;
    }();
    return all;
}

double held_km2(const std::string& day, Holder holder) {
    double sum = 0;
    for (const Area& area : areas()) {
        const bool counts = area.day == day && area.holder == holder;
        sum += counts && control::is_summed(area.area_class) ? area.area_km2 : 0;
    }
    return sum;
}

bool holds(const std::string& day, Holder holder, geo::LonLat place) {
    for (const Area& area : areas()) {
        if (area.day == day && area.holder == holder && geo::contains(area.polygons, place)) {
            return true;
        }
    }
    return false;
}

constexpr geo::LonLat kSudzha{35.271, 51.191};
constexpr geo::LonLat kSimferopol{34.10, 44.95};
constexpr geo::LonLat kKherson{32.615, 46.637};
constexpr geo::LonLat kBucha{30.22, 50.545};
constexpr geo::LonLat kKyiv{30.52, 50.45};
constexpr geo::LonLat kAvdiivka{37.75, 48.14};

}  // namespace

TEST_CASE("every day that was asked for is there") {
    std::set<std::string> days;
    for (const Area& area : areas()) {
        days.insert(area.day);
    }

    for (const char* day :
         {"2022-02-23",
          "2022-03-28",
          "2022-11-15",
          "2023-12-31",
          "2024-08-06",
          "2024-08-15",
          "2024-08-31",
          "2024-10-15",
          "2024-11-30",
          "2025-01-12",
          "2025-02-28",
          "2025-03-15"}) {
        CHECK(days.count(day) == 1);
    }
}

TEST_CASE("ground held by Ukraine in Kursk has the sizes that were reported") {
    const double peak = held_km2("2024-08-31", Holder::Ukraine);

    CHECK(held_km2("2024-08-06", Holder::Ukraine) < 200);
    CHECK(peak == Approx(1200).epsilon(0.10));
    CHECK(held_km2("2024-11-30", Holder::Ukraine) == Approx(800).epsilon(0.10));
    CHECK(held_km2("2025-01-12", Holder::Ukraine) > 388);
    CHECK(held_km2("2025-01-12", Holder::Ukraine) < 0.55 * peak);
    CHECK(held_km2("2025-03-15", Holder::Ukraine) < 150);
}

TEST_CASE("ground held by Russia in Ukraine has the sizes that were reported") {
    // Published figures count the Sivash and other lagoons, about 3,200 km², which are no land here.
    CHECK(held_km2("2022-02-23", Holder::Russia) == Approx(42'000).epsilon(0.03));
    CHECK(held_km2("2022-03-28", Holder::Russia) == Approx(160'000).epsilon(0.04));
    CHECK(held_km2("2022-11-15", Holder::Russia) + 3200 == Approx(109'000).epsilon(0.03));
    CHECK(held_km2("2023-12-31", Holder::Russia) + 3200 == Approx(109'000).epsilon(0.03));
    CHECK(held_km2("2025-01-12", Holder::Russia) == Approx(110'000).epsilon(0.03));
}

TEST_CASE("well-known places are on the right side") {
    CHECK_FALSE(holds("2024-08-09", Holder::Ukraine, kSudzha));
    CHECK(holds("2024-08-15", Holder::Ukraine, kSudzha));
    CHECK(holds("2025-01-12", Holder::Ukraine, kSudzha));
    CHECK_FALSE(holds("2025-03-15", Holder::Ukraine, kSudzha));
    CHECK(holds("2022-02-23", Holder::Russia, kSimferopol));
    CHECK(holds("2025-01-12", Holder::Russia, kSimferopol));
    CHECK(holds("2022-03-28", Holder::Russia, kKherson));
    CHECK_FALSE(holds("2022-11-15", Holder::Russia, kKherson));
    CHECK(holds("2022-03-28", Holder::Russia, kBucha));
    CHECK_FALSE(holds("2022-04-08", Holder::Russia, kBucha));
    CHECK_FALSE(holds("2022-03-28", Holder::Russia, kKyiv));
    CHECK_FALSE(holds("2023-12-31", Holder::Russia, kAvdiivka));
    CHECK(holds("2025-01-12", Holder::Russia, kAvdiivka));
}

TEST_CASE("the areas are valid and those of one day do not overlap") {
    for (const Area& area : areas()) {
        INFO(area.day << " " << control::file_text(area.area_class));
        CHECK_FALSE(geo::make_valid(area.polygons).value().changed);
    }
    for (std::size_t i = 1; i < areas().size(); ++i) {
        const Area& a = areas()[i - 1];
        const Area& b = areas()[i];
        if (a.day == b.day) {
            INFO(a.day);
            // Coordinates are rounded to a metre.
            const auto common = geo::intersection(a.polygons, b.polygons).value();
            CHECK(geo::area_m2(common) / 1e6 < 0.2);
        }
    }
}
