#include "io_support.hpp"

#include <catch2/catch.hpp>

namespace salient::io {

TEST_CASE("a plain table gives an event a row, in file order") {
    const EventFile file = read_bytes(
        "plain.csv",
        "title,date,lat,lon\nBridge hit,2023-04-05,48.5,35.25\nColumn "
        "seen,2023-04-07,48.75,35.5\n");

    REQUIRE(file.events.size() == 2);
    CHECK(file.events[0].title == "Bridge hit");
    CHECK(first_day(file.events[1]) == "2023-04-07");
    CHECK(file.events[1].location->point == geo::LonLat{35.5, 48.75});
    CHECK(file.report.features == 2);
    CHECK(file.report.accepted == 2);
    CHECK(file.report.diagnostics.empty());
}

TEST_CASE("all common delimiters, byte order marks and decimal commas give the same events") {
    const std::string bytes = GENERATE(
        as<std::string>{},
        "title,date,lat,lon\nBridge hit,2023-04-05,48.5,35.25\n",
        "title;date;lat;lon\nBridge hit;2023-04-05;48,5;35,25\n",
        "title\tdate\tlat\tlon\nBridge hit\t2023-04-05\t48.5\t35.25\n",
        "title|date|lat|lon\nBridge hit|2023-04-05|48.5|35.25\n",
        "\xEF\xBB\xBFtitle,date,lat,lon\r\nBridge hit,2023-04-05,48.5,35.25\r\n",
        "sep=;\ntitle;date;lat;lon\nBridge hit;2023-04-05;48.5;35.25\n",
        "title,date,lat,lon\rBridge hit,2023-04-05,48.5,35.25",
        "\"title\",\"date\",\"lat\",\"lon\"\n\"Bridge hit\",\"2023-04-05\",\"48,5\",\"35,25\"\n");

    const EventFile file = read_bytes("table.csv", bytes);

    REQUIRE(file.events.size() == 1);
    CHECK(file.events[0].title == "Bridge hit");
    CHECK(first_day(file.events[0]) == "2023-04-05");
    REQUIRE(file.events[0].location);
    CHECK(file.events[0].location->point == geo::LonLat{35.25, 48.5});
}

TEST_CASE("quotes hold delimiters, line ends and doubled quotes") {
    const EventFile file = read_bytes(
        "quotes.csv",
        "title,date,lat,lon,notes\n\"Bridge, old\",2023-04-05,48,35,\"He said \"\"no\"\"\nand "
        "left\"\nB,2023-04-06,48,35,x\n");

    REQUIRE(file.events.size() == 2);
    CHECK(file.events[0].title == "Bridge, old");
    CHECK(file.events[0].source_text == "He said \"no\"\nand left");
}

TEST_CASE("a quote that never closes swallows no rows and is told with its line") {
    const EventFile file = read_bytes(
        "open.csv",
        "title,date,lat,lon\nA,2023-04-05,48,35\n\"B,2023-04-06,48,35\nC,2023-04-07,48,35\n");

    CHECK(file.report.features == 3);
    REQUIRE(file.report.diagnostics.count("csv.quote") == 1);
    CHECK(file.report.diagnostics.items().front().where == "line 3");
}

TEST_CASE("rows with too few or too many cells are kept and counted") {
    const EventFile file = read_bytes(
        "ragged.csv",
        "title,date,lat,lon\nA,2023-04-05\nB,2023-04-06,48,35,more\nC,2023-04-07,48,35\n");

    CHECK(file.report.features == 3);
    CHECK(file.report.dated == 3);
    CHECK(file.report.located == 2);
    CHECK(file.report.diagnostics.count("csv.width") == 1);
}

TEST_CASE("a table in UTF-16 or Windows-1251 is read with its own letters") {
    const auto wide = [](std::u16string_view text) {
        std::string bytes = "\xFF\xFE";
        for (const char16_t c : text) {
            bytes.push_back(static_cast<char>(c & 0xFFU));
            bytes.push_back(static_cast<char>(c >> 8U));
        }
        return bytes;
    };
    const EventFile utf16 =
        read_bytes("wide.csv", wide(u"title,date,lat,lon\nМіст,2023-04-05,48,35\n"));
    const EventFile cp1251 = read_bytes(
        "cyrillic.csv",
        "\xED\xE0\xE7\xE2\xE0;\xE4\xE0\xF2\xE0;\xF8\xE8\xF0\xEE\xF2\xE0;"
        "\xE4\xEE\xE2\xE3\xEE\xF2\xE0\n\xCC\xEE\xF1\xF2;05.04.2023;48;35\n");

    REQUIRE(utf16.events.size() == 1);
    CHECK(utf16.events[0].title == "Міст");
    CHECK(utf16.report.encoding == "UTF-16LE");
    REQUIRE(cp1251.events.size() == 1);
    CHECK(cp1251.events[0].title == "Мост");
    CHECK(cp1251.report.encoding == "windows-1251");
    CHECK(first_day(cp1251.events[0]) == "2023-04-05");
    CHECK(cp1251.events[0].location);
}

}  // namespace salient::io
