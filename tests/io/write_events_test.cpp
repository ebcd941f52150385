#include "io/write_events.hpp"

#include "gdal_support.hpp"
#include "generated_events_support.hpp"
#include "io/csv_cell.hpp"
#include "io/csv_reader.hpp"
#include "io/json_reader.hpp"
#include "io/read_events.hpp"
#include "io/salient_schema.hpp"
#include "time/text.hpp"

#include <catch2/catch.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace salient;
using io::EventFormat;

namespace {

std::vector<events::Event> read_back(const std::string& text, EventFormat format) {
    io::Tables tables;
    const base::Status status = format == EventFormat::Csv
                                    ? io::read_csv(text, {}, tables, nullptr, {})
                                    : io::read_json(text, {}, tables, nullptr, {});
    REQUIRE(status);
    const io::Table& table = tables.tables.at(0);
    const auto schema = io::SalientSchema::match(table.columns, format == EventFormat::Csv);
    REQUIRE(schema);
    std::vector<events::Event> out;
    io::RowScratch scratch;
    for (std::size_t i = 0; i < table.row_count(); ++i) {
        table.read_row(i, scratch);
        const auto event =
            schema->event(scratch.cells, table.has_shapes() ? &scratch.shape : nullptr);
        REQUIRE(event);
        out.push_back(*event);
    }
    return out;
}

events::Event sample() {
    events::Event event;
    event.id = "a1";
    event.title = "Strike";
    event.type = events::EventType::GroundCombat;
    event.time = time::parse_iso("2025-01-09").value();
    event.location = events::Location{
        {30.5, 50.25},
        events::LocationPrecision::Settlement,
        0,
        "Kyiv",
        "",
        "",
        ""};
    event.quantities = {{"killed", 3, "persons", "", "three"}};
    return event;
}

}  // namespace

TEST_CASE("events written as text read back equal") {
    const EventFormat format = GENERATE(EventFormat::GeoJson, EventFormat::Csv);
    const std::vector<events::Event> events = io::testing::generate_events(500, 7);

    const auto text = io::events_text(events, format);
    REQUIRE(text);
    const std::vector<events::Event> again = read_back(*text, format);

    REQUIRE(again.size() == events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        INFO(io::geojson_feature(events[i]) << "\n" << io::geojson_feature(again[i]));
        CHECK(again[i] == events[i]);
    }
}

TEST_CASE("a file that is written reads back with equal events, in every format") {
    const std::string_view name = GENERATE("a.geojson", "a.csv", "a.kml", "a.gpkg", "a.fgb");
    INFO(name);
    const io::TestFolder folder;
    std::vector<events::Event> events = io::testing::generate_events(1000, 11);

    REQUIRE(io::write_events(folder / name, *io::event_format(name.substr(1)), events));
    const auto file = io::read_events(folder / name);

    REQUIRE(file);
    CHECK(file->report.schema == "salient");
    if (name == "a.fgb") {
        std::stable_partition(events.begin(), events.end(), [](const events::Event& event) {
            return event.location.has_value();
        });
    }
    REQUIRE(file->events.size() == events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        INFO(io::geojson_feature(events[i]) << "\n" << io::geojson_feature(file->events[i]));
        CHECK(file->events[i] == events[i]);
    }
}

TEST_CASE("a GeoJSON file has one feature a line, with days, place and quantities") {
    const auto text = io::events_text({{sample()}}, EventFormat::GeoJson);

    REQUIRE(text);
    CHECK(
        *text
        == "{\"type\":\"FeatureCollection\",\"features\":[\n"
           R"({"type":"Feature","geometry":{"type":"Point","coordinates":[30.5,50.25]},"properties":{"id":"a1","title":"Strike",)"
           R"("type":"battle","event_type":"ground_combat","date_start":"2025-01-09","date_end":"2025-01-09",)"
           R"("time_begin":"2025-01-09T00:00:00","time_end":"2025-01-10T00:00:00","time_precision":"day","time_zone":"floating",)"
           R"("place":"Kyiv","place_precision":"settlement","quantities":{"killed":3},)"
           R"("quantity_details":[{"role":"killed","value":3,"unit":"persons","text":"three"}],)"
           R"("assertion":"reported","confidence":1,"status":"accepted"}})"
           "\n]}\n");
}

TEST_CASE("the type of a feature follows the scheme") {
    CHECK(
        io::geojson_feature(sample(), io::TypeScheme::Salient).find("\"type\":\"ground_combat\"")
        != std::string::npos);
}

TEST_CASE("an event without date or place says so in GeoJSON") {
    events::Event event = sample();
    event.time.reset();
    event.location.reset();

    const std::string line = io::geojson_feature(event);

    CHECK(line.find("\"geometry\":null") != std::string::npos);
    CHECK(line.find("\"date_start\":null") != std::string::npos);
}

TEST_CASE(
    "cells that a spreadsheet would run as formulas get an apostrophe, and lose it when read") {
    const std::string text = GENERATE(
        as<std::string>(),
        "=1+1",
        "+49",
        "-5",
        "@SUM(A1)",
        " =1",
        "\t=1",
        "\r=1",
        "＝1",
        "'quoted");

    const std::string cell = io::csv_cell(text);

    CHECK(cell.find('\'') <= 1);
    io::Tables tables;
    const std::string file = "a,b\n" + cell + ",x\n";
    REQUIRE(io::read_csv(file, {}, tables, nullptr, {}));
    CHECK(io::without_guard(tables.tables.at(0).cell(0, 0)) == text);
}

TEST_CASE("ordinary cells stay as they are") {
    CHECK(io::csv_cell("Kyiv") == "Kyiv");
    CHECK(io::csv_cell("a=b") == "a=b");
    CHECK(io::csv_cell("50.4, 30.5") == "\"50.4, 30.5\"");
    CHECK(io::csv_cell("say \"no\"") == "\"say \"\"no\"\"\"");
}

TEST_CASE("the format is known by its ending") {
    CHECK(io::event_format(".GeoJSON") == EventFormat::GeoJson);
    CHECK(io::event_format("kml") == EventFormat::Kml);
    CHECK(io::event_format(".gpkg") == EventFormat::GeoPackage);
    CHECK_FALSE(io::event_format(".docx"));
    CHECK_FALSE(io::event_format(""));
}

TEST_CASE("a file that cannot be written leaves the old one whole") {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("salient-write-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const std::filesystem::path target = folder / "old.gpkg";
    std::ofstream(target) << "old";
    const auto format =
        GENERATE(EventFormat::GeoJson, EventFormat::GeoPackage, EventFormat::FlatGeobuf);

    SECTION("a folder that stands in its place") {
        const base::Status status = io::write_events(folder, format, {{sample()}});

        REQUIRE_FALSE(status);
        CHECK(status.error().code == base::ErrorCode::Io);
    }
    SECTION("a missing folder") {
        const base::Status status =
            io::write_events(folder / "none" / "a.csv", format, {{sample()}});

        REQUIRE_FALSE(status);
        CHECK(status.error().where == (folder / "none" / "a.csv").string());
    }
    SECTION("a full disk") {
        struct stat info {};
        const std::filesystem::path full = "/dev/full";
        if (::stat(full.c_str(), &info) == 0) {
            CHECK_FALSE(io::write_events(full, format, {{sample()}}));
        }
    }
    std::string content;
    std::ifstream(target) >> content;
    CHECK(content == "old");
    std::filesystem::remove_all(folder);
}
