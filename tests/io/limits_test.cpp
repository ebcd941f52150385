#include "io/import_report.hpp"
#include "io_support.hpp"

#include <catch2/catch.hpp>

#include <cstddef>
#include <string>
#include <vector>

using namespace salient;

namespace {

const std::string kTable =
    "title,date,lat,lon\nA,2023-04-05,48,35\nB,2023-04-05,48,35\nC,2023-04-05,48,35\n";

base::Error
read_error(std::string_view name, std::string_view bytes, const io::ReadOptions& options = {}) {
    const io::TestFile file(name, bytes);
    const auto read = io::read_events(file.path(), options);
    REQUIRE_FALSE(read);
    CHECK(read.error().where == file.path().string());
    return read.error();
}

}  // namespace

TEST_CASE("a file beyond a bound is refused and the message names the flag that raises it") {
    io::ReadOptions options;
    SECTION("bytes") {
        options.limits.unpacked_bytes = 20;
        CHECK(
            read_error("a.csv", kTable, options).message.find("--max-bytes") != std::string::npos);
    }
    SECTION("rows") {
        options.limits.features = 2;
        CHECK(
            read_error("a.csv", kTable, options).message.find("--max-features")
            != std::string::npos);
    }
    SECTION("vertices") {
        options.limits.vertices = 3;
        const auto error = read_error(
            "a.geojson",
            R"({"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,1],[2,2],[3,3],[4,4]]},"properties":{}})",
            options);
        CHECK(error.code == base::ErrorCode::LimitExceeded);
        CHECK(error.message.find("--max-vertices") != std::string::npos);
    }
}

TEST_CASE("a row with a value beyond the bound is rejected, the others stay") {
    io::ReadOptions options;
    options.limits.field_bytes = 100;
    const io::EventFile file =
        io::read_bytes("long.csv", kTable + std::string(500, 'x') + ",2023-04-05,48,35\n", options);

    CHECK(file.events.size() == 3);
    REQUIRE(file.report.rejected_rows.size() == 1);
    CHECK(file.report.rejected_rows[0].line == 5);
    CHECK(file.report.rejected_rows[0].reason.find("--max-field-bytes") != std::string::npos);
}

TEST_CASE("JSON nested beyond the bound is rejected and the flag is named") {
    const std::string deep =
        R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"a":)"
        + std::string(60, '[') + std::string(60, ']') + "}}]}";
    io::ReadOptions options;
    options.limits.nesting = 50;

    const io::EventFile refused = io::read_bytes("deep.geojson", deep, options);
    const io::EventFile read = io::read_bytes("deep.geojson", deep);

    REQUIRE(refused.report.rejected_rows.size() == 1);
    CHECK(refused.report.rejected_rows[0].reason.find("--max-nesting") != std::string::npos);
    CHECK(read.events.size() == 1);
}

TEST_CASE("files that are no event files are refused with what they are") {
    const auto [name, bytes, part] = GENERATE(table<std::string, std::string, std::string>(
        {{"a.csv", "", "empty"},
         {"a.csv", "\n\n\n", "blank"},
         {"a.geojson", "{}", "JSON"},
         {"a.geojson", "[1,2,3]", "JSON"},
         {"a.csv", "<!DOCTYPE html><html><body>x</body></html>", "web page"},
         {"a.xml", "<?xml version=\"1.0\"?><root/>", "XML"},
         {"a.bin", std::string(300, '\x01'), "binary"},
         {"a.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 rest", "xlsx"}}));

    CHECK(read_error(name, bytes).message.find(part) != std::string::npos);
}

TEST_CASE("control characters of a file never reach the report as they are") {
    const io::EventFile file = io::read_bytes(
        "esc\x1B[31m.csv",
        "title\x1B[2J,date,lat,lon\nA\x1B]0;x\x07,2023-04-05,95,35\nB,\x1B[31m,48,35\n");

    const std::string json = io::info_json(file.report, file.mapping);
    const std::string text = io::info_text(file.report, file.mapping);

    CHECK(json.find('\x1B') == std::string::npos);
    CHECK(text.find('\x1B') == std::string::npos);
}

TEST_CASE("rows with one id keep unique ids, and it is told") {
    const io::EventFile file = io::read_bytes(
        "twice.csv",
        "id,title,date,lat,lon\n7,A,2023-04-05,48,35\n7,B,2023-04-06,48,35\n8,C,2023-04-06,48,"
        "35\n");

    REQUIRE(file.events.size() == 3);
    CHECK(file.events[1].id == file.events[0].id + "~2");
    CHECK(file.events[2].id != file.events[0].id);
    CHECK(file.report.diagnostics.count("id.duplicate") == 1);
    CHECK(file.report.guessed == 1);
}

// So many that they are read in parts, in no particular order.
TEST_CASE("a long table keeps the order of its rows, in events and in what is told of them") {
    constexpr int count = 40'000;
    std::string text = "id,title,date,lat,lon\n";
    for (int i = 0; i < count; ++i) {
        const bool is_bad = i % 1000 == 999;  // of these the report names the first
        text += "r" + std::to_string(i == count - 1 ? 0 : i) + ",Row " + std::to_string(i)
                + (is_bad ? ",2023-13-45" : ",2023-04-05") + ",48,35\n";
    }
    const io::EventFile file = io::read_bytes("long.csv", text);

    REQUIRE(file.events.size() == count);
    for (int i = 0; i < count; i += 97) {
        REQUIRE(file.events[static_cast<std::size_t>(i)].title == "Row " + std::to_string(i));
    }
    CHECK(file.events[count - 1].id == file.events[0].id + "~2");
    CHECK(file.report.diagnostics.count("date.invalid") == count / 1000);
    std::vector<std::string> places;
    for (const base::Diagnostic& told : file.report.diagnostics.items()) {
        if (told.code == "date.invalid") {
            places.push_back(told.where);
        }
    }
    REQUIRE(places.size() == 20);
    for (std::size_t i = 0; i < places.size(); ++i) {
        CHECK(places[i] == "line " + std::to_string(1001 + 1000 * i));
    }
}

TEST_CASE("rows without an id keep theirs when other rows come and go") {
    const io::TestFile first(
        "list.csv",
        "title,date,lat,lon\nA,2023-04-05,48,35\nB,2023-04-06,48,35\n");
    const auto before = io::read_events(first.path());
    REQUIRE(before);
    const std::string id = before->events.at(1).id;
    const io::EventFile other =
        io::read_bytes("list.csv", "title,date,lat,lon\nB,2023-04-06,48,35\n");

    CHECK(id.substr(id.find(':')) == other.events.at(0).id.substr(other.events.at(0).id.find(':')));
}

TEST_CASE("a mapping is the same after it was written and read") {
    io::ColumnMapping mapping;
    mapping.schema = "generic";
    mapping.columns = {
        {io::Role::Latitude, "Y \"north\""},
        {io::Role::Longitude, "X"},
        {io::Role::Actor, "a"},
        {io::Role::Actor, "b"}};
    mapping.date_order = io::DateOrder::MonthFirst;
    mapping.header_hash = 0xFEDCBA9876543210U;

    CHECK(io::mapping_from_json(io::mapping_json(mapping)) == mapping);
    CHECK_FALSE(io::mapping_from_json("{\"columns\":[{\"role\":\"no such\",\"column\":\"x\"}]}"));
}

TEST_CASE("a mapping that was chosen before is used for files with that header") {
    io::ReadOptions options;
    options.recall_mapping = [](std::uint64_t hash) {
        io::ColumnMapping mapping;
        mapping.schema = "generic";
        mapping.header_hash = hash;
        mapping.columns = {
            {io::Role::Title, "q"},
            {io::Role::Start, "w"},
            {io::Role::Latitude, "e"},
            {io::Role::Longitude, "r"}};
        return std::optional(mapping);
    };

    const io::EventFile file = io::read_bytes("odd.csv", "q,w,e,r\nA,2023-04-05,48,35\n", options);

    CHECK(file.events.at(0).title == "A");
    CHECK(io::first_day(file.events[0]) == "2023-04-05");
    CHECK(file.events[0].location);
}
