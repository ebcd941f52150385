#include "gdal_support.hpp"
#include "io/read_events.hpp"
#include "io_support.hpp"

#include <catch2/catch.hpp>
#include <gdal.h>
#include <sys/stat.h>

#include <filesystem>

using namespace salient;

namespace {

void check_points(const io::EventFile& file) {
    REQUIRE(file.events.size() == 3);
    CHECK(file.report.dated == 3);
    CHECK(file.report.located == 3);
    CHECK(io::first_day(file.events[0]) == "2022-03-05");
    CHECK(io::first_day(file.events[2]) == "2022-03-07");
    CHECK(file.events[1].title == "point 1");
    CHECK(file.events[1].location->point.lon_deg == Approx(31));
}

std::size_t count_files(const io::TestFolder& folder) {
    const std::filesystem::directory_iterator files(folder.path());
    return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

std::string sidecar(const io::TestFolder& folder, const char* ending) {
    return io::read_bytes_of(folder / (std::string("a.") + ending));
}

}  // namespace

TEST_CASE("vector files are read by GDAL, and nothing is written beside them") {
    const auto [name, driver] = GENERATE(table<std::string, std::string>(
        {{"a.gpkg", "GPKG"}, {"a.fgb", "FlatGeobuf"}, {"a.shp", "ESRI Shapefile"}}));
    const io::TestFolder folder;
    // FlatGeobuf's index would change the order.
    const bool flat = driver == "FlatGeobuf";
    io::write_points(
        folder / name,
        driver,
        4326,
        flat ? std::vector<std::string>{"SPATIAL_INDEX=NO"} : std::vector<std::string>{});
    const std::size_t files = count_files(folder);

    const auto file = io::read_events(folder / name);

    REQUIRE(file);
    check_points(*file);
    CHECK(count_files(folder) == files);
}

TEST_CASE("spreadsheets are read with their first row as header") {
    const auto [name, driver] =
        GENERATE(table<std::string, std::string>({{"a.xlsx", "XLSX"}, {"a.ods", "ODS"}}));
    const io::TestFolder folder;
    io::write_points(folder / name, driver);

    const auto file = io::read_events(folder / name);

    REQUIRE(file);
    CHECK(file->report.dated == 3);
    CHECK(file->report.located == 0);
    CHECK(io::first_day(file->events.at(0)) == "2022-03-05");
}

TEST_CASE("a sheet's header is found below titles and above tags") {
    const auto [name, driver] =
        GENERATE(table<std::string, std::string>({{"a.xlsx", "XLSX"}, {"a.ods", "ODS"}}));
    const std::vector<std::string> header = {"Date", "Title", "Latitude", "Longitude"};
    const std::vector<std::string> tags = {"#date", "#event", "#geo+lat", "#geo+lon"};
    const std::vector<std::string> first = {"2022-02-24", "A", "50.5", "30.5"};
    const std::vector<std::string> second = {"2022-02-25", "B", "50.5", "30.5"};
    using Rows = std::vector<std::vector<std::string>>;
    const Rows rows = GENERATE_COPY(
        Rows{
            {"Incident data", "Field2", "Field3", "Field4"},
            {"Source: reports"},
            header,
            first,
            second},
        Rows{{"Incident data", "Field2", "Field3", "Field4"}, header, tags, first, second},
        Rows{header, tags, first, second},
        Rows{header, first, second});
    const io::TestFolder folder;
    io::write_sheet(folder / name, driver, rows);

    const auto file = io::read_events(folder / name);

    REQUIRE(file);
    REQUIRE(file->events.size() == 2);
    CHECK(file->events[0].title == "A");
    CHECK(io::first_day(file->events[1]) == "2022-02-25");
    CHECK(file->report.located == 2);
    CHECK(file->report.accepted == 2);
}

TEST_CASE("other coordinate systems are transformed to degrees") {
    const io::TestFolder folder;
    io::write_points(folder / "a.gpkg", "GPKG", 3857);

    const auto file = io::read_events(folder / "a.gpkg");

    REQUIRE(file);
    REQUIRE(file->events.size() == 3);
    CHECK(file->events[0].location->point.lon_deg == Approx(30).margin(1e-9));
    CHECK(file->events[0].location->point.lat_deg == Approx(50).margin(1e-6));
}

TEST_CASE("a zipped Shapefile is read without unpacking it to the disk") {
    const io::TestFolder folder;
    io::write_points(folder / "a.shp", "ESRI Shapefile");
    const io::TestFile zipped(
        "a.zip",
        io::zip_of(
            {{"in/a.shp", sidecar(folder, "shp")},
             {"in/a.shx", sidecar(folder, "shx")},
             {"in/a.dbf", sidecar(folder, "dbf")},
             {"in/a.prj", sidecar(folder, "prj")}}));

    const auto file = io::read_events(zipped.path());

    REQUIRE(file);
    check_points(*file);
}

TEST_CASE("tables in an archive are read, each as a layer") {
    const io::TestFile zipped(
        "a.zip",
        io::zip_of(
            {{"2021.csv", "date,latitude,longitude\n2021-01-01,50,30\n"},
             {"2022.csv", "date,latitude,longitude\n2022-01-01,51,31\n"},
             {"readme.md", "# Read me"}}));

    const auto file = io::read_events(zipped.path());

    REQUIRE(file);
    CHECK(file->events.size() == 2);
    REQUIRE(file->report.layers.size() == 2);
    CHECK(file->report.layers[1].name == "2022.csv");
}

TEST_CASE("a Shapefile without index is read, and the index is not written") {
    const io::TestFolder folder;
    io::write_points(folder / "a.shp", "ESRI Shapefile");
    std::filesystem::remove(folder / "a.shx");
    const std::size_t files = count_files(folder);

    const auto file = io::read_events(folder / "a.shp");

    REQUIRE(file);
    check_points(*file);
    CHECK(count_files(folder) == files);
}

TEST_CASE("a Shapefile that is cut off is reported") {
    const io::TestFolder folder;
    io::write_points(folder / "a.shp", "ESRI Shapefile");
    const char* ending = GENERATE("shp", "dbf");
    const std::string bytes = sidecar(folder, ending);
    io::write_bytes(folder / (std::string("a.") + ending), bytes.substr(0, bytes.size() - 30));

    const auto file = io::read_events(folder / "a.shp");

    REQUIRE(file);
    CHECK(file->report.diagnostics.count(base::Severity::Error) > 0);
}

TEST_CASE("a pipe in place of a side file is refused without waiting") {
    const io::TestFolder folder;
    io::write_points(folder / "a.shp", "ESRI Shapefile");
    std::filesystem::remove(folder / "a.dbf");
    REQUIRE(::mkfifo((folder / "a.dbf").c_str(), 0600) == 0);

    const auto file = io::read_events(folder / "a.shp");

    REQUIRE_FALSE(file);
    CHECK(file.error().code == base::ErrorCode::Io);
}

TEST_CASE("a Shapefile in Windows-1251 without a mark is read as such") {
    const io::TestFolder folder;
    io::write_points(folder / "a.shp", "ESRI Shapefile", 4326, {"ENCODING="});
    std::string table = sidecar(folder, "dbf");
    std::filesystem::remove(folder / "a.cpg");
    for (int i = 0; i < 3; ++i) {
        const std::size_t at = table.find("point " + std::to_string(i));
        REQUIRE(at != std::string::npos);
        table.replace(at, 7, "\xCA\xE8\xBF\xE2\xF1\xFC\xEA");
    }
    table[29] = '\0';
    io::write_bytes(folder / "a.dbf", table);

    const auto file = io::read_events(folder / "a.shp");

    REQUIRE(file);
    CHECK(file->events.at(0).title == "Київськ");
}

TEST_CASE("a view without end is stopped") {
    const io::TestFolder folder;
    io::write_points(folder / "a.gpkg", "GPKG");
    GDALDatasetH dataset = GDALOpenEx(
        (folder / "a.gpkg").c_str(),
        GDAL_OF_VECTOR | GDAL_OF_UPDATE,
        nullptr,
        nullptr,
        nullptr);
    REQUIRE(dataset != nullptr);
    for (const char* sql :
         {"CREATE VIEW endless AS WITH RECURSIVE c(fid) AS (SELECT 1 UNION ALL SELECT fid + 1 FROM "
          "c) SELECT fid FROM c",
          "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('endless', "
          "'attributes', 'endless')"}) {
        GDALDatasetExecuteSQL(dataset, sql, nullptr, nullptr);
    }
    GDALClose(dataset);

    const auto file = io::read_events(folder / "a.gpkg");

    REQUIRE_FALSE(file);
    CHECK(file.error().code == base::ErrorCode::LimitExceeded);
}

TEST_CASE("only the layers asked for are read") {
    const io::TestFolder folder;
    io::write_points(folder / "a.gpkg", "GPKG");
    io::ReadOptions options;
    options.layers = {"points"};
    const auto file = io::read_events(folder / "a.gpkg", options);
    options.layers = {"others"};
    const auto none = io::read_events(folder / "a.gpkg", options);

    REQUIRE(file);
    CHECK(file->events.size() == 3);
    REQUIRE_FALSE(none);
    CHECK(none.error().message == "No such layer; the file has: points");
}

TEST_CASE("bounds stop a file that is too large") {
    const io::TestFolder folder;
    io::write_points(folder / "a.fgb", "FlatGeobuf");
    io::ReadOptions options;
    SECTION("features") {
        options.limits.features = 2;
    }
    SECTION("vertices") {
        options.limits.vertices = 2;
    }

    const auto file = io::read_events(folder / "a.fgb", options);

    REQUIRE_FALSE(file);
    CHECK(file.error().code == base::ErrorCode::LimitExceeded);
}

TEST_CASE("a value that is too long costs its row only") {
    const io::TestFolder folder;
    io::write_sheet(
        folder / "a.xlsx",
        "XLSX",
        {{"id", "date", "text"},
         {"1", "2022-02-24", "short"},
         {"2", "2022-02-25", std::string(200, 'x')},
         {"3", "2022-02-26", "short"}});
    io::ReadOptions options;
    options.limits.field_bytes = 100;

    const auto file = io::read_events(folder / "a.xlsx", options);

    REQUIRE(file);
    CHECK(file->report.features == 3);
    REQUIRE(file->events.size() == 2);
    CHECK(io::first_day(file->events[1]) == "2022-02-26");
    REQUIRE(file->report.rejected_rows.size() == 1);
    CHECK(file->report.rejected_rows[0].line == 3);
    CHECK(file->report.rejected_rows[0].reason.find("--max-field-bytes") != std::string::npos);
}

TEST_CASE("an archive that unpacks to more than the limit is refused before unpacking") {
    const io::TestFile zipped("a.zip", io::zip_of({{"a.csv", std::string(5000, 'x')}}));
    io::ReadOptions options;
    options.limits.unpacked_bytes = 5100;
    std::string bytes = io::read_bytes_of(zipped.path());
    // The directory claims a gigabyte.
    const std::size_t entry = bytes.find("PK\x01\x02");
    bytes.replace(entry + 24, 4, std::string("\0\0\0\x40", 4));
    io::write_bytes(zipped.path(), bytes);

    const auto file = io::read_events(zipped.path(), options);

    REQUIRE_FALSE(file);
    CHECK(file.error().code == base::ErrorCode::LimitExceeded);
}

TEST_CASE("a FlatGeobuf file that is cut off gives what came before, and says so") {
    const io::TestFolder folder;
    io::write_points(folder / "a.fgb", "FlatGeobuf", 4326, {"SPATIAL_INDEX=NO"});
    const std::string bytes = io::read_bytes_of(folder / "a.fgb");
    io::write_bytes(folder / "b.fgb", std::string_view(bytes).substr(0, bytes.size() - 40));

    const auto file = io::read_events(folder / "b.fgb");

    REQUIRE(file);
    CHECK(file->events.size() == 2);
    CHECK(file->report.diagnostics.count(base::Severity::Error) > 0);
}

TEST_CASE("TopoJSON is read") {
    const io::EventFile file = io::read_bytes(
        "a.topojson",
        R"({"type":"Topology","objects":{"places":{"type":"GeometryCollection","geometries":[)"
        R"({"type":"Point","coordinates":[30,50],"properties":{"name":"x","date":"2022-03-05"}}]}},"arcs":[]})");

    REQUIRE(file.events.size() == 1);
    CHECK(file.events[0].location->point == geo::LonLat{30, 50});
    CHECK(io::first_day(file.events[0]) == "2022-03-05");
}
