#include "gdal_support.hpp"
#include "io/read_events.hpp"

#include <catch2/catch.hpp>
#include <gdal.h>
#include <gdal_utils.h>

#include <filesystem>
#include <string>

using namespace salient;

namespace {

/// Lets GDAL read a file with its own driver and write what it understood.
void copy_by_gdal(const std::filesystem::path& from, const std::filesystem::path& to) {
    GDALAllRegister();
    GDALDatasetH source =
        GDALOpenEx(from.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr);
    REQUIRE(source != nullptr);
    GDALDatasetH copy = GDALVectorTranslate(to.c_str(), nullptr, 1, &source, nullptr, nullptr);
    REQUIRE(copy != nullptr);
    GDALClose(copy);
    GDALClose(source);
}

/// The events of a file, with ids that do not tell the file.
std::vector<events::Event> events_of(const std::filesystem::path& path) {
    auto file = io::read_events(path);
    REQUIRE(file);
    std::vector<events::Event> events = file->events.unpacked();
    for (events::Event& event : events) {
        event.id.erase(0, event.id.find(':') + 1);
    }
    return events;
}

void check_same_by_both_paths(const std::string& name, std::string_view bytes, std::size_t count) {
    const io::TestFolder folder;
    io::write_bytes(folder / name, bytes);
    copy_by_gdal(folder / name, folder / "copy.gpkg");

    const std::vector<events::Event> fast = events_of(folder / name);
    const std::vector<events::Event> by_gdal = events_of(folder / "copy.gpkg");

    REQUIRE(fast.size() == count);
    REQUIRE(by_gdal.size() == count);
    for (std::size_t i = 0; i < count; ++i) {
        CAPTURE(i);
        CHECK(fast[i].id == by_gdal[i].id);
        CHECK(fast[i].time == by_gdal[i].time);
        CHECK(fast[i].time_text == by_gdal[i].time_text);
        CHECK(fast[i].location == by_gdal[i].location);
        CHECK(fast[i].title == by_gdal[i].title);
        CHECK(fast[i].source_text == by_gdal[i].source_text);
        CHECK(fast[i].extras == by_gdal[i].extras);
    }
}

}  // namespace

TEST_CASE("the fast reader of tables and GDAL's give the same events") {
    std::string bytes =
        "event_id,event_date,location,latitude,longitude,accuracy,fatalities,notes\n"
        "1,24.02.2022,Старе Місто,48.5,35.25,exact,0,\"with, comma\"\n"
        "2,5 March 2022,\"Quoted \"\"Town\"\"\",48.75,36,district,3,\"two\nlines\"\n"
        "3,2022-03,Nowhere,,,,,undated cells are empty\n"
        "4,,Hill,\"48,125\",\"35,5\",,1,decimal commas\n"
        "5,30.02.2022,Mill,95,35,,,not a day and not a place\n";
    for (int i = 6; i <= 300; ++i) {
        const std::string n = std::to_string(i);
        bytes += n + "," + std::to_string(i % 28 + 1) + ".03.2022,Town " + n + ",4"
                 + std::to_string(i % 10) + "." + n + ",3" + std::to_string(i % 7) + "." + n
                 + ",,,note " + n + "\n";
    }

    check_same_by_both_paths("table.csv", bytes, 300);
}

TEST_CASE("the fast reader of GeoJSON and GDAL's give the same events") {
    std::string bytes = R"({"type":"FeatureCollection","features":[
{"type":"Feature","geometry":{"type":"Point","coordinates":[35.5,48.25]},"properties":{"id":"a","date":"2022-03-05","name":"Старе Місто","n":3,"size":2.5}},
{"type":"Feature","geometry":{"type":"LineString","coordinates":[[35,48],[36,49.5]]},"properties":{"id":"b","date":"2022-03-06","name":"a \"road\"","n":null,"size":null}},
{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[35,48],[36,48],[36,49],[35,48]]]},"properties":{"id":"c","date":null,"name":"an area","n":1,"size":10.25}},
{"type":"Feature","geometry":null,"properties":{"id":"d","date":"1941-06-22","name":"nowhere","n":2,"size":0.5}})";
    for (int i = 5; i <= 300; ++i) {
        const std::string n = std::to_string(i);
        bytes += ",\n{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[3"
                 + std::to_string(i % 10) + "." + n + ",4" + std::to_string(i % 10) + ".5]},";
        bytes += R"("properties":{"id":"e)" + n + R"(","date":"2023-01-)"
                 + std::to_string(i % 18 + 10) + R"(","name":"Town )" + n + R"(","n":)" + n
                 + R"(,"size":1.5}})";
    }
    bytes += "]}";

    check_same_by_both_paths("features.geojson", bytes, 300);
}

TEST_CASE("a large table whose bytes are given back on the way loses nothing") {
    std::string csv = "id,date,lat,lon,note\n";
    for (int row = 0; row < 30'000; ++row) {
        const std::string id = std::to_string(row == 29'000 ? 17 : row);
        const char* day = row == 40 || row == 28'000 ? "2022-02-31" : "2022-03-05";
        csv += id + "," + day + ",50.4,30.5,\"row " + std::to_string(row) + "\"\n";
    }
    std::string utf16 = "\xFF\xFE";  // read from a copy, which is kept
    for (const char c : csv) {
        utf16 += {c, '\0'};
    }
    const io::TestFolder folder;
    io::write_bytes(folder / "mapped.csv", csv);
    io::write_bytes(folder / "copied.csv", utf16);

    const auto mapped = io::read_events(folder / "mapped.csv");
    const auto copied = io::read_events(folder / "copied.csv");

    REQUIRE(mapped);
    REQUIRE(copied);
    CHECK(events_of(folder / "mapped.csv") == events_of(folder / "copied.csv"));
    std::vector<std::string> told;
    std::vector<std::string> expected;
    for (const auto& item : mapped->report.diagnostics.items()) {
        told.push_back(item.code + " " + item.where);
    }
    for (const auto& item : copied->report.diagnostics.items()) {
        expected.push_back(item.code + " " + item.where);
    }
    CHECK(told == expected);
    CHECK(
        told
        == std::vector<std::string>{
            "date.invalid line 42",
            "date.invalid line 28002",
            "id.duplicate line 29002"});
}
