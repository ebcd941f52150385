#include "control/area_class.hpp"
#include "control/change.hpp"
#include "control_support.hpp"
#include "geo/geodesic.hpp"

#include <catch2/catch.hpp>

using namespace salient;
using control::AreaClass;
using control::Holder;
using io::box_feature;
using io::collection;
using io::ControlFolder;

namespace {

double box_km2(double west, double east) {
    return geo::area_m2(
               geo::Polygon{{{{west, 48}, {east, 48}, {east, 49}, {west, 49}, {west, 48}}}})
           / 1e6;
}

control::Classified class_of(const std::string& properties) {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    const auto history = io::read_history(
        folder.write("x_20240708.geojson", collection(box_feature(properties, 37, 38))),
        diagnostics);
    const control::ControlArea& area = history.snapshots().front().areas.front();
    return {area.holder, area.area_class};
}

}  // namespace

TEST_CASE("a file with a date on each feature is one history") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    const auto path = folder.write(
        "long.geojson",
        collection(
            box_feature(R"("date":"2024-08-07")", 37, 38) + ","
            + box_feature(R"("date":"2024-08-06")", 37, 38.5) + ","
            + box_feature(R"("date":"2024-08-07")", 39, 40)));

    const auto history = io::read_history(path, diagnostics);

    CHECK(io::days_text(history) == "2024-08-06 2024-08-07");
    CHECK(history.snapshots()[1].areas.size() == 2);
    CHECK(diagnostics.empty());
}

TEST_CASE("dates of features are read in the forms that sources use") {
    const auto properties = GENERATE(
        as<std::string>{},
        R"("date":"2024-07-08")",
        R"("date":20240708)",
        R"("start":"240708","startTimestamp":1720396800,"end":"240708","endTimestamp":1806796800)",
        R"("EditDate":1720396800000)",
        R"("datetime":"2024-07-08T19:15:00Z")",
        R"("datetime":"08.07.2024 о 19:15")",
        R"("timestamp":1720440000)");
    INFO(properties);
    const ControlFolder folder;
    base::Diagnostics diagnostics;

    const auto history = io::read_history(
        folder.write("x.geojson", collection(box_feature(properties, 37, 38))),
        diagnostics);

    CHECK(io::days_text(history) == "2024-07-08");
}

TEST_CASE("an area with a first and a last day is in every snapshot between") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    const auto path = folder.write(
        "spans.geojson",
        collection(
            box_feature(R"("start":"2024-07-01","end":"2024-07-10")", 37, 38) + ","
            + box_feature(R"("start":"2024-07-05","end":"2024-07-20")", 39, 40)));

    const auto history = io::read_history(path, diagnostics);

    CHECK(io::days_text(history) == "2024-07-01 2024-07-05 2024-07-11");
    CHECK(history.snapshots()[0].areas.size() == 1);
    CHECK(history.snapshots()[1].areas.size() == 2);
    CHECK(history.snapshots()[2].areas.size() == 1);
}

TEST_CASE("classes come from keys, codes, words and styles") {
    const auto [properties, holder, area_class] = GENERATE(table<std::string, Holder, AreaClass>({
        {"", Holder::Russia, AreaClass::Occupied},
        {R"("name":"Тест /// Test /// geoJSON.status.unknown")",
         Holder::Contested,
         AreaClass::Contested},
        {R"("name":"Тест /// Test /// geoJSON.territories.elsewhere")",
         Holder::Other,
         AreaClass::Editorial},
        {R"("country":"ua")", Holder::Ukraine, AreaClass::Home},
        {R"("country":"ru","name":"Ukraine")", Holder::Russia, AreaClass::Occupied},
        {R"("country":"Ukraine")", Holder::Russia, AreaClass::Occupied},
        {R"("status":"CONTESTED")", Holder::Contested, AreaClass::Contested},
        {R"("name":"Liberated from Russian forces")", Holder::Ukraine, AreaClass::Liberated},
        {R"("holder":"ukraine","class":"incursion")", Holder::Ukraine, AreaClass::Incursion},
    }));
    INFO(properties);

    CHECK(class_of(properties) == control::Classified{holder, area_class});
}

TEST_CASE("editorial ground is shown and never summed") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    const auto path = folder.write(
        "raw.json",
        R"({"id":1720440000,"datetime":"2024-07-08T12:00:00","map":)"
            + collection(
                box_feature(R"("name":"A /// A /// geoJSON.status.occupied")", 37, 38) + ","
                + box_feature(R"("name":"B /// B /// geoJSON.territories.elsewhere")", 39, 42) + ","
                + R"({"type":"Feature","properties":{"name":"unit"},)"
                  R"("geometry":{"type":"Point","coordinates":[37,48]}})")
            + "}");

    const auto history = io::read_history(path, diagnostics);

    const control::Snapshot& snapshot = history.snapshots().front();
    CHECK(io::days_text(history) == "2024-07-08");
    CHECK(snapshot.areas.size() == 2);
    CHECK(control::held_km2(snapshot, Holder::Russia) == Approx(box_km2(37, 38)));
    CHECK(diagnostics.count("control.points") == 1);
}

TEST_CASE("areas of an older live map come with latitude first") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    const auto path = folder.write(
        "1720440000.json",
        R"({"fields":{"1":{"name":"north","description":"","points":[{"lat":48,"lng":37},)"
        R"({"lat":48,"lng":38},{"lat":49,"lng":38},{"lat":49,"lng":37}]},)"
        R"("2":{"name":"","description":"liberated from Russian","points":[48,39,48,40,49,40]}}})");

    const auto history = io::read_history(path, diagnostics);

    const control::Snapshot& snapshot = history.snapshots().front();
    CHECK(io::days_text(history) == "2024-07-08");
    REQUIRE(snapshot.areas.size() == 2);
    CHECK(control::held_km2(snapshot, Holder::Russia) == Approx(box_km2(37, 38)));
    CHECK(snapshot.areas[1].area_class == AreaClass::Liberated);
}

TEST_CASE("bad rings are repaired, and it is said") {
    const auto [ring, km2] = GENERATE(table<std::string, double>({
        {"[[37,48],[38,48],[38,49],[37,49]]", box_km2(37, 38)},                      // not closed
        {"[[37,48],[37,49],[38,49],[38,48],[37,48]]", box_km2(37, 38)},              // clockwise
        {"[[37,48],[38,48],[38,48],[38,49],[37,49],[37,48]]", box_km2(37, 38)},      // repeats
        {"[[37,48],[38,48],[38,49],[37,49],[37,48.5],[36,48.5],[37,48.5],[37,48]]",  // spike
         box_km2(37, 38)},
    }));
    INFO(ring);
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    const auto path = folder.write(
        "x_20240708.geojson",
        R"({"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[)" + ring
            + "]}}");

    const auto history = io::read_history(path, diagnostics);

    CHECK(
        control::held_km2(history.snapshots().front(), Holder::Russia)
        == Approx(km2).epsilon(1e-6));
    const bool is_wound_only = ring.starts_with("[[37,48],[37,49]");
    CHECK(diagnostics.count("control.repaired") == (is_wound_only ? 0U : 1U));
}

TEST_CASE("an area across the antimeridian is cut there") {
    const auto ring = GENERATE(
        as<std::string>{},
        "[[179,48],[-179,48],[-179,49],[179,49],[179,48]]",
        "[[179,48],[181,48],[181,49],[179,49],[179,48]]");
    INFO(ring);
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    const auto path = folder.write(
        "x_20240708.geojson",
        R"({"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[)" + ring
            + "]}}");

    const auto history = io::read_history(path, diagnostics);

    const control::Snapshot& snapshot = history.snapshots().front();
    CHECK(control::held_km2(snapshot, Holder::Russia) == Approx(2 * box_km2(37, 38)).epsilon(1e-6));
    CHECK(snapshot.areas.front().polygons.size() == 2);
    CHECK(diagnostics.count("control.antimeridian") == 1);
}

TEST_CASE("files without dated areas are refused with a reason") {
    const auto [name, text, reason] = GENERATE(table<std::string, std::string, std::string>({
        {"x.geojson", collection(box_feature("", 37, 38)), "Expected a date"},
        {"x_20240708.geojson", collection(""), "found none"},
        {"x_20240708.geojson",
         collection(R"({"type":"Feature","properties":{},"geometry":)"
                    R"({"type":"LineString","coordinates":[[37,48],[38,49]]}})"),
         "lines only"},
        {"x_20240708.geojson",
         R"({"type":"FeatureCollection","features":[{"type")",
         "Expected JSON"},
        {"x_20240708.geojson", R"({"a":1})", "other JSON"},
        {"x_20240708.kml", "<kml><Document><Placemark>", "damaged"},
        {"x_20240708.kmz", "PK\x03\x04nothing", "damaged"},
    }));
    INFO(name << " " << text);
    const ControlFolder folder;
    base::Diagnostics diagnostics;

    const auto history = io::read_control(folder.write(name, text), diagnostics);

    REQUIRE_FALSE(history);
    CHECK_THAT(history.error().message, Catch::Contains(reason));
    CHECK_FALSE(history.error().where.empty());
}

TEST_CASE("the same ground measures the same as GeoJSON and as KML") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    folder.write("a/x_240708.geojson", collection(box_feature("", 37, 38.5)));
    folder.write(
        "b/x_240708.kml",
        "<?xml version='1.0'?><kml><Document><Placemark><name> </name><styleUrl>#ru</styleUrl>"
        "<Polygon><outerBoundaryIs><LinearRing><coordinates>37,48,0 38.5,48,0 38.5,49,0 37,49,0 "
        "37,48,0</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></"
        "kml>");

    const auto json = io::read_history(folder.path() / "a", diagnostics);
    const auto kml = io::read_history(folder.path() / "b", diagnostics);

    CHECK(json.snapshots().front().day == kml.snapshots().front().day);
    CHECK(
        control::held_km2(json.snapshots().front(), Holder::Russia)
        == control::held_km2(kml.snapshots().front(), Holder::Russia));
}

TEST_CASE("the name of a layer says nothing of its areas") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    const auto file = folder.write(
        "front_20240708.geojson",
        R"({"type":"FeatureCollection","name":"ukraine_liberated","status":"contested","features":[{"type":"Feature",
            "properties":{},"geometry":{"type":"Polygon","coordinates":[[[37,48],[38,48],[38,49],[37,48]]]}}]})");

    const auto history = io::read_control_file(file, diagnostics);

    REQUIRE(history);
    CHECK(history->snapshots().at(0).areas.at(0).holder == control::Holder::Russia);
    CHECK(history->snapshots().at(0).areas.at(0).area_class == control::AreaClass::Occupied);
}

TEST_CASE("areas that are not on the Earth are left out, with a reason that helps") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    const auto file = folder.write(
        "front_20240708.geojson",
        R"({"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[30,147],[31,147],[31,148],[30,147]]]}},
            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[37,48],[38,48],[38,49],[37,48]]]}}]})");

    const auto history = io::read_control_file(file, diagnostics);

    REQUIRE(history);
    CHECK(history->snapshots().at(0).areas.size() == 1);
    REQUIRE(diagnostics.items().size() == 1);
    CHECK(diagnostics.items()[0].message.find("--crs") != std::string::npos);
}

TEST_CASE("when a row was written does not move the areas of a file with a day of its own") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    const auto file = folder.write(
        "front_20240708.geojson",
        R"({"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"EditDate":1720310400000},"geometry":{"type":"Polygon","coordinates":[[[37,48],[38,48],[38,49],[37,48]]]}},
            {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[34,45],[35,45],[35,46],[34,45]]]}}]})");

    const auto history = io::read_control_file(file, diagnostics);

    REQUIRE(history);
    REQUIRE(history->snapshots().size() == 1);
    CHECK(history->snapshots()[0].areas.size() == 2);
    CHECK(history->snapshots()[0].day == std::chrono::sys_days(std::chrono::year(2024) / 7 / 8));
}

TEST_CASE("an area without an end goes on where another has one") {
    const ControlFolder folder;
    base::Diagnostics diagnostics;
    const auto file = folder.write(
        "history.geojson",
        R"({"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"valid_from":"2024-03-01","valid_to":""},"geometry":{"type":"Polygon","coordinates":[[[37,48],[38,48],[38,49],[37,48]]]}},
            {"type":"Feature","properties":{"valid_from":"2024-03-10","valid_to":"2024-03-20"},"geometry":{"type":"Polygon","coordinates":[[[34,45],[35,45],[35,46],[34,45]]]}}]})");

    const auto history = io::read_control_file(file, diagnostics);

    REQUIRE(history);
    REQUIRE(history->snapshots().size() == 3);
    CHECK(history->snapshots()[1].areas.size() == 2);
    CHECK(history->snapshots()[2].areas.size() == 1);
    CHECK(history->snapshots()[2].day == std::chrono::sys_days(std::chrono::year(2024) / 3 / 21));
}
