#include "io/date_in_name.hpp"
#include "time/text.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace io = salient::io;

TEST_CASE("the one date in a file's name is found") {
    const auto [name, expected] = GENERATE(table<const char*, const char*>({
        {"deepstatemap_data_20240708.geojson", "2024-07-08"},
        {"240708_1915.kmz", "2024-07-08"},
        {"Control_25_12_16.kml", "2025-12-16"},
        {"FrontLine_25_02_01.kml", "2025-02-01"},
        {"2025-02-01.geojson", "2025-02-01"},
        {"front 8 July 2024.kml", "2024-07-08"},
        {"front_Sept-03-2024_v2.kml", "2024-09-03"},
        {"08.07.2024.json", "2024-07-08"},
        {"08072024.json", "2024-07-08"},
        {"1720396800.json", "2024-07-08"},
        {"20240708T101500Z.geojson.gz", "2024-07-08"},
        {"2024-07-08 to 2024-07-08.kml", "2024-07-08"},
    }));
    INFO(name);

    const auto found = io::date_in_name(name);

    REQUIRE(found);
    CHECK(salient::time::iso_day(*found) == expected);
}

TEST_CASE("names without a date, or with two, give none") {
    for (const char* name :
         {"control.geojson",
          "front_2024.geojson",
          "20240230.geojson",
          "20240708_20240709.geojson",
          "map_12345.kml",
          "99999999.json",
          ""}) {
        INFO(name);
        CHECK_FALSE(io::date_in_name(name));
    }
}

TEST_CASE("the time of day behind a date orders the files of a day") {
    const auto earlier = io::time_in_name("240708_0730.kmz");
    const auto later = io::time_in_name("240708_1915.kmz");

    REQUIRE(earlier);
    REQUIRE(later);
    CHECK(earlier->minute_of_day == 7 * 60 + 30);
    CHECK(later->minute_of_day == 19 * 60 + 15);
    CHECK(*earlier < *later);
    CHECK(io::time_in_name("20240708.kmz")->minute_of_day == 0);
}
