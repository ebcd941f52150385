#include "io/coordinate_system.hpp"
#include "io_support.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <string>

using namespace salient;

TEST_CASE("positions are read from columns of many names and forms") {
    const std::string table = GENERATE(
        as<std::string>{},
        "Latitude,Longitude\n48.5,35.25\n",
        "LAT,LNG\n48.5,35.25\n",
        "y,x\n48.5,35.25\n",
        "from_latitude,from_longitude\n48.5,35.25\n",
        "Point Lat,Point Lon\n48.5,35.25\n",
        "широта,довгота\n48.5,35.25\n",
        "lat,lon\n48°30'00\"\"N,35°15'00\"\"E\n",
        "lat,lon\n48.5N,35.25E\n",
        "coordinates\n\"48.5, 35.25\"\n",
        "geo\n\"48.5,35.25\"\n",
        "place\n\"35.25 E, 48.5 N\"\n",
        "place\n\"N 48.5, E 35.25\"\n",
        "coordinates\n\"35°15'00\"\"E 48°30'00\"\"N\"\n",
        "lonlat\n\"35.25, 48.5\"\n",
        "Longitude/Latitude\n\"35.25, 48.5\"\n",
        "\"Широта, °\",\"Довгота, °\"\n\"48,5\",\"35,25\"\n",
        "Latitude\u00A0,Longitude\n48.5\u00A0,35.25\n",
        "location\n\"48.5, 35.25\"\n",
        "wkt\nPOINT(35.25 48.5)\n",
        "geom\n\"SRID=4326;POINT(35.25 48.5)\"\n");
    std::string bytes = table;
    bytes.insert(0, "title,date,");
    bytes.insert(bytes.find('\n') + 1, "A,2023-04-05,");

    const io::EventFile file = io::read_bytes("places.csv", bytes);

    REQUIRE(file.events.size() == 1);
    REQUIRE(file.events[0].location);
    CHECK(file.events[0].location->point.lon_deg == Approx(35.25));
    CHECK(file.events[0].location->point.lat_deg == Approx(48.5));
    CHECK(io::first_day(file.events[0]) == "2023-04-05");
}

TEST_CASE("numbers with a decimal comma are no positions unless their column says so") {
    const std::string csv = GENERATE(
        as<std::string>{},
        "Datum;Ort;Schaden_Mio\n24.02.2022;Kiew;12,5\n25.02.2022;Charkiw;3,2\n",
        "date,teams\n2022-02-24,3 1\n2022-02-25,2 2\n");

    const io::EventFile file = io::read_bytes("a.csv", csv);

    CHECK_FALSE(file.events.at(0).location);
    CHECK(file.report.with_coords == 0);
}

TEST_CASE("degrees below zero keep the sign that stands on a zero") {
    const io::EventFile file =
        io::read_bytes("a.csv", "latitude,longitude\n51°30'26,-0°07'39\n-0 30 00,10 00 00\n");

    REQUIRE(file.events.at(0).location);
    CHECK(file.events[0].location->point.lon_deg == Approx(-0.1275));
    CHECK(file.events.at(1).location->point.lat_deg == Approx(-0.5));
}

TEST_CASE("a coarse grid square is known no better than its size") {
    using P = events::LocationPrecision;
    const auto [grid, precision, radius] = GENERATE(table<std::string, P, double>(
        {{"36UUA2412391234", P::Exact, 0},
         {"36UUA24129123", P::Exact, 0},
         {"36UUA2491", P::Exact, 707},
         {"36UUA29", P::District, 7'071},
         {"37T BN", P::Region, 70'711}}));

    const io::EventFile file =
        io::read_bytes("a.csv", "title,date,mgrs\nA,2022-02-24," + grid + "\n");

    REQUIRE(file.events.at(0).location);
    CHECK(file.events[0].location->precision == precision);
    CHECK(file.events[0].location->radius_m == Approx(radius).margin(1));
}

TEST_CASE("casualties are whole numbers, with marks between thousands") {
    const auto [text, killed] = GENERATE(table<std::string, double>(
        {{"\"1,200\"", 1200},
         {"1 200", 1200},
         {"1.200", 1200},
         {"\"1,200,000\"", 1'200'000},
         {"12", 12}}));

    const io::EventFile file =
        io::read_bytes("a.csv", "date,lat,lon,fatalities\n2022-02-24,50,30," + text + "\n");

    REQUIRE(file.events.at(0).quantities.size() == 1);
    CHECK(file.events[0].quantities[0].value == killed);
}

TEST_CASE("military grid references are positions") {
    const io::EventFile file =
        io::read_bytes("grid.csv", "title,date,mgrs\nA,2023-04-05,36UXV1234567890\n");

    REQUIRE(file.events.at(0).location);
    CHECK(file.events[0].location->point.lon_deg > 30);
    CHECK(file.events[0].location->point.lon_deg < 36);
    CHECK(file.events[0].location->point.lat_deg > 48);
    CHECK(file.events[0].location->point.lat_deg < 56);
}

TEST_CASE("positions that are none leave the event without a place and are told") {
    const auto [cells, code] = GENERATE(table<std::string, std::string>(
        {{"95,120", "position.range"},
         {"10,200", "position.range"},
         {"10,130000", "position.range"},
         {"abc,30", "position.invalid"},
         {"50,", "position.half"},
         {"0,0", "position.zero"},
         {"130.5,45", "position.swapped"}}));

    const io::EventFile file = io::read_bytes(
        "bad.csv",
        "title,date,lat,lon\nA,2023-04-05,48,35\nB,2023-04-05,48,35\nC,2023-04-05," + cells + "\n");

    REQUIRE(file.events.size() == 3);
    CHECK_FALSE(file.events[2].location);
    CHECK(file.report.located == 2);
    CHECK(file.report.guessed == 1);
    CHECK(file.report.diagnostics.count(code) == 1);
}

TEST_CASE("cells with a word for nothing are missing positions, without a warning") {
    const std::string word =
        GENERATE(as<std::string>{}, "", "-", "N/A", "null", "NaN", "None", "unknown");

    const io::EventFile file = io::read_bytes(
        "missing.csv",
        "title,date,lat,lon\nA,2023-04-05,48,35\nB,2023-04-05," + word + "," + word + "\n");

    REQUIRE(file.events.size() == 2);
    CHECK_FALSE(file.events[1].location);
    CHECK(file.report.accepted == 2);
}

TEST_CASE("a file with its axes swapped can be read the right way round") {
    io::ReadOptions options;
    options.swap_axes = true;
    const io::EventFile table =
        io::read_bytes("swapped.csv", "title,date,lat,lon\nA,2023-04-05,135.25,48.5\n", options);
    const io::EventFile features = io::read_bytes(
        "swapped.geojson",
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[48.5,135.25]},"properties":{}})",
        options);

    REQUIRE(table.events.at(0).location);
    CHECK(table.events[0].location->point == geo::LonLat{135.25, 48.5});
    REQUIRE(features.events.at(0).location);
    CHECK(features.events[0].location->point == geo::LonLat{135.25, 48.5});
}

TEST_CASE("other coordinate systems are moved to degrees") {
    const io::EventFile file = io::read_bytes(
        "mercator.geojson",
        R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3857"}},"features":[
            {"type":"Feature","geometry":{"type":"Point","coordinates":[3339584.7238,6274861.394]},"properties":{}}]})");

    REQUIRE(file.events.at(0).location);
    CHECK(file.events[0].location->point.lon_deg == Approx(30).margin(1e-6));
    CHECK(file.events[0].location->point.lat_deg == Approx(49).margin(0.1));
}

TEST_CASE("a precision column gives precision and radius, and a position is never moved") {
    const auto [code, precision] = GENERATE(table<std::string, events::LocationPrecision>(
        {{"1", events::LocationPrecision::Settlement},
         {"3", events::LocationPrecision::Region},
         {"ADM2", events::LocationPrecision::District},
         {"exact", events::LocationPrecision::Exact}}));

    const io::EventFile file = io::read_bytes(
        "precision.csv",
        "title,date,lat,lon,geo_precision\nA,2023-04-05,48.123456,35.654321," + code + "\n");

    REQUIRE(file.events.at(0).location);
    CHECK(file.events[0].location->precision == precision);
    CHECK(file.events[0].location->point == geo::LonLat{35.654321, 48.123456});
}

namespace {

io::ReadOptions with_system(const std::string& crs) {
    io::ReadOptions options;
    options.crs = crs;
    return options;
}

/// 51.2 N, 35.25 E in zone 37 of UTM.
bool is_the_spot(const io::EventFile& file) {
    const auto& place = file.events.at(0).location;
    return place && place->point.lon_deg == Approx(35.25).margin(1e-5)
           && place->point.lat_deg == Approx(51.2).margin(1e-5);
}

}  // namespace

TEST_CASE("eastings and northings are moved to degrees when their system is named") {
    const std::string table = GENERATE(
        as<std::string>{},
        "Easting,Northing\n238036.98,5678751.35\n",
        "y,x\n5678751.35,238036.98\n",
        "UTM_E,UTM_N\n238036.98,5678751.35\n",
        "POINT_X,POINT_Y\n238036.98,5678751.35\n",
        "wkt,other\nPOINT(238036.98 5678751.35),a\n");
    std::string bytes = table;
    bytes.insert(0, "title,date,");
    bytes.insert(bytes.find('\n') + 1, "A,2023-04-05,");

    const std::string crs =
        GENERATE(as<std::string>{}, "EPSG:32637", "+proj=utm +zone=37 +datum=WGS84");

    CHECK(is_the_spot(io::read_bytes("metres.csv", bytes, with_system(crs))));
}

TEST_CASE("metres without a named system are out of range, and the report says what helps") {
    const io::EventFile file = io::read_bytes(
        "metres.csv",
        "title,date,easting,northing\nA,2023-04-05,238036.98,5678751.35\n");

    CHECK_FALSE(file.events.at(0).location);
    REQUIRE(file.report.diagnostics.count("position.range") == 1);
    CHECK(
        file.report.diagnostics.items().at(0).message.find("--crs EPSG:32637")
        != std::string::npos);
}

TEST_CASE("features in metres are moved to degrees when their system is named") {
    const std::string feature =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[238036.98,5678751.35]},"properties":{}})";
    const std::string bytes = GENERATE_COPY(
        R"({"type":"FeatureCollection","features":[)" + feature + "]}",
        feature,
        feature + "\n" + feature + "\n");

    CHECK(is_the_spot(io::read_bytes("metres.geojson", bytes, with_system("EPSG:32637"))));
}

TEST_CASE("a named system does not move degrees, nor what names its own system") {
    const io::ReadOptions options = with_system("EPSG:32636");

    CHECK(is_the_spot(
        io::read_bytes("a.csv", "title,date,lat,lon\nA,2023-04-05,51.2,35.25\n", options)));
    CHECK(is_the_spot(io::read_bytes(
        "a.geojson",
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[35.25,51.2]},"properties":{}})",
        options)));
    CHECK(is_the_spot(io::read_bytes(
        "b.geojson",
        R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:32637"}},"features":[
            {"type":"Feature","geometry":{"type":"Point","coordinates":[238036.98,5678751.35]},"properties":{}}]})",
        options)));
}

TEST_CASE("a system of degrees on another datum moves degrees") {
    const io::EventFile file = io::read_bytes(
        "pulkovo.csv",
        "title,date,lat,lon\nA,2023-04-05,51.2,35.25\n",
        with_system("EPSG:4284"));

    REQUIRE(file.events.at(0).location);
    CHECK(std::abs(file.events[0].location->point.lon_deg - 35.25) > 1e-4);
    CHECK(std::abs(file.events[0].location->point.lon_deg - 35.25) < 1e-2);
}

TEST_CASE("a text that names no coordinate system is told with what was expected") {
    const auto status = io::check_coordinate_system(GENERATE("EPSG:1", "metres", "http://a.b/c"));

    REQUIRE_FALSE(status);
    CHECK(status.error().code == base::ErrorCode::BadValue);
    CHECK(status.error().message.find("EPSG:32637") != std::string::npos);
    CHECK(io::check_coordinate_system(""));
    CHECK(io::check_coordinate_system("EPSG:32637"));
}
