#include "io/file_kind.hpp"

#include "io_support.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace salient;
using io::FileKind;

TEST_CASE("what a file holds is told by its content") {
    const std::string area =
        R"({"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[[1,1],[2,1],[2,2],[1,1]]]}})";
    const auto [name, bytes, kind] = GENERATE_COPY(table<std::string, std::string, FileKind>(
        {{"report.txt",
          "Two columns met at dawn, and left at noon.\nNobody was hurt.\n",
          FileKind::Article},
         {"page.html", "<!DOCTYPE html><html><body><p>Text</p></body></html>", FileKind::Article},
         {"events.csv", "title,date,lat,lon\nA,2023-04-05,48,35\n", FileKind::Events},
         {"areas_20230405.geojson", area, FileKind::Control},
         {"places.geojson", area, FileKind::Events},
         {"names.tsv", "id\tkind\tname\tlat\tlon\tcountry\n", FileKind::Gazetteer},
         {"control_latest_2024.csv", "geonameid,date,status_wiki,status\n", FileKind::Control}}));
    const io::TestFile file(name, bytes);

    const auto found = io::file_kind(file.path());

    REQUIRE(found);
    CHECK(*found == kind);
    CHECK(*io::file_kind(file.path().parent_path()) == FileKind::Folder);
}

TEST_CASE("a file of no known kind, an empty one and a missing one are refused") {
    const io::TestFile binary("a.bin", std::string(200, '\x02'));
    const io::TestFile empty("a.csv", "");

    CHECK_FALSE(io::file_kind(binary.path()));
    CHECK_FALSE(io::file_kind(empty.path()));
    CHECK(io::file_kind(binary.path() / "none").error().code == base::ErrorCode::NotFound);
}
