#include "control/change.hpp"
#include "control_support.hpp"

#include <catch2/catch.hpp>

using namespace salient;
using control::AreaClass;
using control::Holder;
using io::box_feature;
using io::ControlFolder;

namespace {

std::string placemark(const char* style, double west, double east) {
    const auto at = [](double lon, double lat) {
        return std::to_string(lon) + "," + std::to_string(lat) + ",0 ";
    };
    return std::string("<Placemark><name> </name><styleUrl>#") + style
           + "</styleUrl><Polygon><outerBoundaryIs><LinearRing><coordinates>" + at(west, 48)
           + at(east, 48) + at(east, 49) + at(west, 49) + at(west, 48)
           + "</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>";
}

double class_km2(const control::Snapshot& snapshot, Holder holder, AreaClass area_class) {
    for (const control::ClassArea& row : control::areas_by_class(snapshot)) {
        if (row.holder == holder && row.area_class == area_class) {
            return row.area_km2;
        }
    }
    return 0;
}

}  // namespace

TEST_CASE("a file that draws both sides counts what lies in Ukraine as occupied") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    const auto path = folder.write(
        "Control_25_12_16.kml",
        "<?xml version='1.0'?><kml><Document><Folder>" + placemark("ru", 37, 44)
            + placemark("ua", 30, 37) + "</Folder></Document></kml>");

    const auto history = io::read_history(path, diagnostics);

    // At 48 to 49 degrees north Ukraine ends near 40 degrees east.
    const control::Snapshot& day = history.snapshots().front();
    const double occupied = class_km2(day, Holder::Russia, AreaClass::Occupied);
    const double beyond = class_km2(day, Holder::Russia, AreaClass::Home);
    CHECK(io::days_text(history) == "2025-12-16");
    CHECK(occupied == Approx(22'000).epsilon(0.2));
    CHECK(beyond == Approx(34'000).epsilon(0.2));
    CHECK(control::held_km2(day, Holder::Russia) == Approx(occupied));
    CHECK(control::held_km2(day, Holder::Ukraine) == 0);
}

TEST_CASE("features one a line are read") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    const auto path = folder.write(
        "fronts.geojsonl",
        box_feature(R"("date":"2024-07-08")", 37, 38) + "\n"
            + box_feature(R"("date":"2024-07-09")", 37, 38.5) + "\n");

    const auto history = io::read_history(path, diagnostics);

    CHECK(io::days_text(history) == "2024-07-08 2024-07-09");
}

TEST_CASE("a folder of settlement tables of years is one history") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    folder.write(
        "cells.geojson",
        io::collection(
            box_feature(R"("geonameid":1)", 34, 35) + ","
            + box_feature(R"("geonameid":2)", 35, 36)));
    folder.write("control_2022.csv", "geonameid,date,status\n1,20221231,RU\n2,20221231,UA\n");
    folder.write("control_2023.csv", "geonameid,date,status\n1,20230101,RU\n2,20230101,RU\n");

    const auto history = io::read_history(folder.path(), diagnostics);

    REQUIRE(io::days_text(history) == "2022-12-31 2023-01-01");
    CHECK(
        control::held_km2(history.snapshots()[1], Holder::Russia)
        == Approx(2 * control::held_km2(history.snapshots()[0], Holder::Russia)));
}
