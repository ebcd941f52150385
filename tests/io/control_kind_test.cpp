// Which files hold control areas, when nobody says so.

#include "io/control_kind.hpp"

#include "gdal_support.hpp"
#include "io_support.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace salient;

namespace {

std::string feature(const std::string& properties, const std::string& kind = "area") {
    const std::string geometry =
        kind == "area" ? R"("Polygon","coordinates":[[[37,48],[38,48],[38,49],[37,48]]])"
                       : R"("Point","coordinates":[37,48])";
    return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":{"type":)" + geometry
           + "}}";
}

std::string collection(const std::vector<std::string>& features) {
    std::string out = R"({"type":"FeatureCollection","features":[)";
    for (std::size_t i = 0; i < features.size(); ++i) {
        out += (i > 0 ? "," : "") + features[i];
    }
    return out + "]}";
}

bool is_control(const std::string& name, const std::string& bytes) {
    const io::TestFile file(name, bytes);
    return io::holds_control(file.path());
}

const std::string kHeld = feature(R"({"date":"2025-01-10","status":"occupied"})");
const std::string kOwn = feature(R"({"date":"2025-01-10","holder":"russia","class":"occupied"})");
const std::string kFlood =
    feature(R"({"date":"2025-01-10","name":"Flood near Russian Dam","type":"flood"})");
const std::string kUndated = feature(R"({"status":"occupied"})");
const std::string kPoint = feature(R"({"date":"2025-01-10","status":"Russian unit"})", "point");

}  // namespace

TEST_CASE("dated areas that say who holds them are control areas, whatever the file is called") {
    CHECK(is_control("fronts.geojson", collection({kHeld, kHeld})));
    CHECK(is_control("FRONTS.GEOJSON", collection({kOwn})));
    CHECK_FALSE(is_control("fronts.geojson", collection({kUndated})));
    CHECK(is_control(
        "deepstate-map-data.geojson",
        collection({feature(R"({"id":1,"date":"2024-07-08"})")})));
    CHECK_FALSE(is_control("floods.geojson", collection({kFlood, kFlood})));
    CHECK_FALSE(is_control("mixed.geojson", collection({kHeld, kFlood, kFlood})));
    CHECK_FALSE(is_control("units.geojson", collection({kPoint, kHeld})));
}

TEST_CASE("areas in a file with a date in its name are control areas, points are not") {
    CHECK(is_control("map_20250110.geojson", collection({feature("{}")})));
    CHECK(is_control("map_20250110.geojson", collection({kUndated, kPoint, kPoint})));
    CHECK_FALSE(is_control("strikes_20250110.geojson", collection({kPoint, kPoint})));
    CHECK_FALSE(is_control("strikes_20250110.geojson", collection({kFlood, kPoint, kPoint})));
    CHECK_FALSE(is_control("map_20250110.geojson", "{\"type\":"));
    CHECK_FALSE(is_control("map_20250110.csv", "date,lat,lon\n2025-01-10,48,37\n"));
}

TEST_CASE("packed maps of a day and tables of settlements are control areas") {
    const std::string kml =
        "<kml><Document><Placemark><name>Occupied</"
        "name><Polygon><outerBoundaryIs><LinearRing><coordinates>"
        "37,48 38,48 38,49 "
        "37,48</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>";

    CHECK(is_control("250110_1200.kmz", io::zip_of({{"doc.kml", kml}})));
    CHECK(is_control("Control_25_01_10.kml", kml));
    CHECK_FALSE(is_control("control.kml", kml));
    CHECK(is_control(
        "control_latest_2024.csv",
        "geonameid,date,status_wiki,status\n1,20240101,UA,UA\n"));
}
