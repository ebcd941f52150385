#include "control/change.hpp"
#include "control/gaps.hpp"
#include "control_support.hpp"

#include <catch2/catch.hpp>

#include <stop_token>

using namespace salient;
using io::box_feature;
using io::collection;
using io::ControlFolder;

namespace {

std::string day_file(double east) {
    return collection(box_feature("", 37, east));
}

}  // namespace

TEST_CASE("a folder of dated files is one history with its gaps and unchanged days") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    folder.write("front_20240708.geojson", day_file(38));
    folder.write("front_20240709.geojson", day_file(38));
    folder.write("2024/front_20240712.geojson", day_file(38.5));
    folder.write("readme.txt", "about these files");

    const auto history = io::read_history(folder.path(), diagnostics);

    CHECK(io::days_text(history) == "2024-07-08 2024-07-09 2024-07-12");
    CHECK(control::gaps(history).size() == 1);
    CHECK(control::gaps(history).front().days() == 2);
    CHECK(control::unchanged_days(history).size() == 1);
    CHECK(diagnostics.count("control.other_files") == 1);
}

TEST_CASE("damaged files of a folder cost a diagnostic each, the rest loads") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    folder.write("front_20240708.geojson", day_file(38));
    folder.write("front_20240709.geojson", "");
    folder.write("front_20240710.geojson", day_file(38).substr(0, 80));
    folder.write("front_20240711.kmz", "PK\x03\x04 no archive");
    folder.write("front_undated.geojson", day_file(38));

    const auto history = io::read_history(folder.path(), diagnostics);

    CHECK(io::days_text(history) == "2024-07-08");
    CHECK(diagnostics.count("control.file") == 4);
}

TEST_CASE("of two files of one day the later shows, and it is said") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    folder.write("a_240708_1915.geojson", day_file(39));
    folder.write("z_240708_0730.geojson", day_file(38));

    const auto history = io::read_history(folder.path(), diagnostics);

    REQUIRE(history.snapshots().size() == 1);
    CHECK(history.snapshots().front().origin == (folder.path() / "a_240708_1915.geojson").string());
    REQUIRE(diagnostics.count("control.day_twice") == 1);
    CHECK_THAT(
        diagnostics.items().front().message,
        Catch::Contains("a_240708_1915.geojson is shown"));
}

TEST_CASE("links that lead back into the folder are not followed") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    folder.write("front_20240708.geojson", day_file(38));
    std::filesystem::create_directory_symlink(folder.path(), folder.path() / "again");

    const auto history = io::read_history(folder.path(), diagnostics);

    CHECK(history.snapshots().size() == 1);
    CHECK(diagnostics.count("control.day_twice") == 0);
}

TEST_CASE("reading a folder says how far it is") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    io::Progress progress;
    folder.write("front_20240708.geojson", day_file(38));
    folder.write("front_20240709.geojson", day_file(38));

    const auto history = io::read_control(folder.path(), diagnostics, {}, &progress);

    REQUIRE(history);
    CHECK(progress.total == 2);
    CHECK(progress.done == 2);
}

TEST_CASE("reading a folder can be stopped") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    folder.write("front_20240708.geojson", day_file(38));
    std::stop_source stop;
    stop.request_stop();

    const auto history =
        io::read_control(folder.path(), diagnostics, {}, nullptr, stop.get_token());

    REQUIRE_FALSE(history);
    CHECK(history.error().code == base::ErrorCode::Cancelled);
}

TEST_CASE("more vertices or bytes than allowed are refused") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    const auto file = folder.write("front_20240708.geojson", day_file(38));
    io::ControlReading few_vertices;
    few_vertices.limits.vertices = 4;
    io::ControlReading few_bytes;
    few_bytes.limits.unpacked_bytes = 20;

    const auto by_vertices = io::read_control(file, diagnostics, few_vertices);
    const auto by_bytes = io::read_control(file, diagnostics, few_bytes);

    REQUIRE_FALSE(by_vertices);
    CHECK(by_vertices.error().code == base::ErrorCode::LimitExceeded);
    REQUIRE_FALSE(by_bytes);
    CHECK(by_bytes.error().code == base::ErrorCode::LimitExceeded);
}

TEST_CASE("areas in metres are moved to degrees when their system is named, degrees are not") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    // 39 to 40 degrees east and 50 to 51 north in UTM zone 37.
    const auto metres = folder.write(
        "front_20240708.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon",
            "coordinates":[[[500000,5538630],[571666,5539109],[570168,5650310],[500000,5649824],[500000,5538630]]]}}]})");
    const auto degrees = folder.write("front_20240709.geojson", day_file(38));
    io::ControlReading how;
    how.crs = "EPSG:32637";

    const auto moved = io::read_control_file(metres, diagnostics, how);
    const auto kept = io::read_control_file(degrees, diagnostics, how);
    const auto plain = io::read_control_file(degrees, diagnostics);

    REQUIRE(moved);
    const geo::LonLat corner =
        moved->snapshots().at(0).areas.at(0).polygons.at(0).rings.at(0).at(0);
    CHECK(corner.lon_deg > 38.9);
    CHECK(corner.lon_deg < 40.1);
    CHECK(corner.lat_deg > 49.9);
    CHECK(corner.lat_deg < 51.1);
    CHECK(
        kept->snapshots().at(0).areas.at(0).polygons
        == plain->snapshots().at(0).areas.at(0).polygons);
}

TEST_CASE("an empty folder and a missing one are refused") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;

    CHECK_FALSE(io::read_control(folder.path(), diagnostics));
    CHECK_FALSE(io::read_control(folder.path() / "nowhere", diagnostics));
}
