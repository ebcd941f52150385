#include "io_support.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace salient;

namespace {

io::EventFile read_feature(const std::string& members) {
    return io::read_bytes(
        "one.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[35.25,48.5]},)"
            + members + "}]}");
}

}  // namespace

TEST_CASE("GeoJSON in all its wrappings gives the same event") {
    const std::string feature =
        R"({"type":"Feature","id":7,"properties":{"title":"A","date":"2023-04-05"},"geometry":{"type":"Point","coordinates":[35.25,48.5]}})";
    const std::string bytes = GENERATE_COPY(
        R"({"type":"FeatureCollection","features":[)" + feature + "]}",
        feature,
        "[" + feature + "]",
        feature + "\n" + feature + "\n",
        "\x1E" + feature + "\n\x1E" + feature + "\n",
        "\xEF\xBB\xBF{\"a\":{\"type\":\"FeatureCollection\",\"features\":[" + feature + "]}}");

    const io::EventFile file = io::read_bytes("wrapped.geojson", bytes);

    REQUIRE_FALSE(file.events.empty());
    CHECK(file.events[0].title == "A");
    CHECK(io::first_day(file.events[0]) == "2023-04-05");
    CHECK(file.events[0].location->point == geo::LonLat{35.25, 48.5});
}

TEST_CASE("times of features are read wherever they stand") {
    const auto [members, iso] = GENERATE(table<std::string, std::string>(
        {{R"("properties":{"time":"2023-04-05T10:00:00Z"})", "2023-04-05T10:00:00Z"},
         {R"("properties":{"start":"2023-04-05","end":"2023-04-07"})", "2023-04-05/2023-04-07"},
         {R"("properties":{"times":["2023-04-05","2023-04-06","2023-04-07"]})",
          "2023-04-05/2023-04-07"},
         {R"("properties":{},"when":{"timespans":[{"start":{"in":"2023-04"},"end":{"in":"2023-05"}}]})",
          "2023-04/2023-05"},
         {R"("properties":{},"when":{"@type":"Instant","datetime":"2023-04-05"})", "2023-04-05"},
         {R"("properties":{},"when":{"@type":"Interval","start":"2023-04-05","stop":"2023-04-07"})",
          "2023-04-05/2023-04-07"},
         {R"("properties":{},"time":{"date":"2023-04-05"})", "2023-04-05"},
         {R"("properties":{},"time":{"interval":["2023-04-05",".."]})", "2023-04-05/.."},
         {R"("properties":{"start_date":"2023-04-05","end_date":null})", "2023-04-05"}}));

    const io::EventFile file = read_feature(members);

    CHECK(io::time_text(file.events.at(0)) == iso);
}

TEST_CASE("a feature that is damaged is rejected with its line, and the others stay") {
    const io::EventFile file = io::read_bytes(
        "damaged.geojson",
        "{\"type\":\"FeatureCollection\",\"features\":[\n"
        "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"title\":\"A\"}},\n"
        "{\"type\":\"Feature\",\"geometry\":nul,\"properties\":{\"title\":\"B\"}},\n"
        "17,\n"
        "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"title\":\"C\"}}\n]}");

    CHECK(file.events.size() == 2);
    CHECK(file.report.features == 4);
    REQUIRE(file.report.rejected_rows.size() == 2);
    CHECK(file.report.rejected_rows[0].line == 3);
    CHECK(file.report.rejected_rows[1].line == 4);
    CHECK(
        file.report.features == file.report.accepted + file.report.guessed + file.report.rejected);
}

TEST_CASE("a file cut off in the middle keeps what can be read and says so") {
    const io::EventFile file = io::read_bytes(
        "cut.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"title":"A"}},{"type":"Fea)");

    CHECK(file.events.size() == 1);
    CHECK(file.report.diagnostics.count("json.damaged") == 1);
}

TEST_CASE(
    "columns that only late rows of a large file have are found, also when they hold the dates") {
    std::string bytes = R"({"type":"FeatureCollection","features":[)";
    for (int i = 0; i < 9'001; ++i) {
        bytes += R"({"type":"Feature","geometry":null,"properties":{"title":"A)" + std::to_string(i)
                 + "\"";
        bytes += i == 9'000 - 1 ? R"(,"date":"2023-04-05"}},)" : "}},";
    }
    bytes.back() = ']';
    bytes += "}";

    const io::EventFile file = io::read_bytes("late.geojson", bytes);

    CHECK(file.report.features == 9'001);
    CHECK(file.report.dated == 1);
    CHECK(io::first_day(file.events.at(8'999)) == "2023-04-05");
}

TEST_CASE("an area has its middle as its point and a radius to its farthest corner") {
    const io::EventFile file = io::read_bytes(
        "area.geojson",
        R"({"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[30,50],[32,50],[32,51],[30,51],[30,50]]]},"properties":{"date":"2023-04-05"}})");

    REQUIRE(file.events.at(0).location);
    CHECK(file.events[0].location->point == geo::LonLat{31, 50.5});
    CHECK(file.events[0].location->radius_m > 80'000);
    CHECK(file.report.bbox == geo::Box{30, 50, 32, 51});
}

TEST_CASE("a point at 0, 0 is missing and does not stretch the box of a file") {
    const std::string zero =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[0,0]},"properties":{"date":"2023-04-05"}})";
    const std::string placed =
        R"({"type":"Feature","geometry":{"type":"Point","coordinates":[35,51]},"properties":{"date":"2023-04-06"}})";

    const io::EventFile file = io::read_bytes("zero.geojson", zero + "\n" + placed + "\n");
    const io::EventFile none = io::read_bytes("only.geojson", zero + "\n");

    CHECK(file.report.with_coords == 2);
    CHECK(file.report.located == 1);
    CHECK(file.report.bbox == geo::Box{35, 51, 35, 51});
    CHECK_FALSE(none.report.bbox);
}
