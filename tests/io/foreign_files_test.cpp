// Habits of other people's files: titles above the header, rows of tags, repeated placemarks, names that mislead.

#include "io/row_texts.hpp"
#include "io_support.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace salient;
using events::EventType;

namespace {

bool tells(const io::EventFile& file, std::string_view code) {
    const auto& items = file.report.diagnostics.items();
    return std::any_of(items.begin(), items.end(), [code](const base::Diagnostic& item) {
        return item.code == code;
    });
}

EventType type_of(const std::string& words) {
    return io::read_bytes("a.csv", "date,lat,lon,type\n2022-02-24,50,30," + words + "\n")
        .events.at(0)
        .type;
}

}  // namespace

TEST_CASE("titles, notes and comments above the header are left out, and it is said") {
    const std::string above = GENERATE(
        as<std::string>{},
        "Incident data,,,\n",
        "Incident data\nSource: reports,,,\n,,,\n",
        "# made by hand\n# on 1 May, with comma\n",
        "\"A title, \"\"quoted\"\"\"\n\n");

    const io::EventFile file = io::read_bytes(
        "a.csv",
        above + "date,title,lat,lon\n2022-02-24,A,50,30\n2022-02-25,B,51,31\n");

    REQUIRE(file.events.size() == 2);
    CHECK(file.events[1].title == "B");
    CHECK(file.events[1].location->point == geo::LonLat{31, 51});
    CHECK(tells(file, "table.title"));
}

TEST_CASE("semicolons are found below comments without any") {
    const io::EventFile file = io::read_bytes(
        "a.csv",
        "# made by hand\n# on 1 May; with comma, "
        "too\ndate;title;lat;lon\n24.02.2022;A;50,5;30,5\n");

    CHECK(file.events.at(0).location->point == geo::LonLat{30.5, 50.5});
}

TEST_CASE("a header that begins with a hash, or stands over empty columns, is one") {
    CHECK(io::read_bytes("a.csv", "#id,date,lat,lon\n7,2022-02-24,50,30\n").events.at(0).location);
    const io::EventFile sparse = io::read_bytes("a.csv", "date,title,,,\n2022-02-24,A,,,\n");
    CHECK(sparse.events.at(0).title == "A");
    CHECK_FALSE(tells(sparse, "table.title"));
}

TEST_CASE("addresses are whole, also of archives, and names are no addresses") {
    using List = std::vector<std::string>;
    const auto [cell, expected] = GENERATE(table<std::string, List>({
        {"https://web.archive.org/web/20220224/https://t.me/x/1",
         List{"https://web.archive.org/web/20220224/https://t.me/x/1"}},
        {"Reuters (https://reuters.com/x)", List{"https://reuters.com/x"}},
        {"https://en.wikipedia.org/wiki/Kursk_(city)",
         List{"https://en.wikipedia.org/wiki/Kursk_(city)"}},
        {"https://a.org/1, https://b.org/2;https://c.org/3",
         List{"https://a.org/1", "https://b.org/2", "https://c.org/3"}},
        {"see https://a.org/1.", List{"https://a.org/1"}},
        {"a.org/1", List{"a.org/1"}},
        {"AFP; BBC", List{"AFP; BBC"}},
    }));

    CHECK(io::addresses(cell) == expected);
}

TEST_CASE("a source without an address is a publisher") {
    const io::EventFile file = io::read_bytes(
        "a.csv",
        "date,lat,lon,source\n2022-02-24,50,30,AFP; BBC\n2022-02-24,50,30,https://a.org/1\n");

    CHECK(file.events.at(0).sources.at(0).publisher == "AFP; BBC");
    CHECK(file.events.at(0).sources.at(0).url.empty());
    CHECK(file.events.at(1).sources.at(0).url == "https://a.org/1");
}

TEST_CASE("a map of several layers gives their features, not its own middle") {
    const io::EventFile file = io::read_bytes(
        "a.umap",
        R"({"type":"umap","geometry":{"type":"Point","coordinates":[30,50]},"properties":{"name":"Map"},"layers":[
            {"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[31,51]},
                "properties":{"name":"A","date":"2022-02-24"}}]},
            {"type":"FeatureCollection","features":[]},
            {"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[32,51]},
                "properties":{"name":"B","date":"2022-02-25"}}]}]})");

    REQUIRE(file.events.size() == 2);
    CHECK(file.events[0].title == "A");
    CHECK(file.events[1].title == "B");
}

TEST_CASE("an accuracy in numbers is metres, in words a precision") {
    const io::EventFile metres =
        io::read_bytes("a.csv", "date,lat,lon,accuracy\n2022-02-24,50,30,3\n2022-02-24,50,30,12\n");
    const io::EventFile words =
        io::read_bytes("a.csv", "date,lat,lon,accuracy\n2022-02-24,50,30,village\n");

    CHECK(metres.events.at(0).location->precision == events::LocationPrecision::Exact);
    CHECK(metres.events.at(1).location->radius_m == 12);
    CHECK(words.events.at(0).location->precision == events::LocationPrecision::Settlement);
}

TEST_CASE("old ACLED files have their types, ids and precision") {
    const io::EventFile file = io::read_bytes(
        "a.csv",
        "GWNO,EVENT_ID_CNTY,EVENT_ID_NO_CNTY,EVENT_DATE,YEAR,TIME_PRECISION,EVENT_TYPE,ACTOR1,"
        "ACTOR2,COUNTRY,ADMIN1,"
        "LOCATION,LATITUDE,LONGITUDE,GEO_PRECISION,SOURCE,NOTES,FATALITIES\n"
        "615,77AAA,1,21/01/1997,1997,1,Violence against "
        "civilians,Group,Civilians,Land,Shire,Town,36.5,2.8,1,Agency,Note,16\n"
        "615,78AAA,2,22/01/1997,1997,1,Battle-No change of "
        "territory,Group,Army,Land,Shire,Town,36.5,2.8,1,Agency,Note,0\n");

    CHECK(file.report.schema == "acled");
    REQUIRE(file.events.size() == 2);
    CHECK(file.events[0].type == EventType::Casualties);
    CHECK(file.events[1].type == EventType::GroundCombat);
    CHECK(file.events[0].id.find("77AAA") != std::string::npos);
    CHECK(file.events[0].sources.at(0).publisher == "Agency");
    CHECK(file.events[0].location->precision == events::LocationPrecision::Settlement);
}

TEST_CASE("types are told by whole beginnings of words") {
    CHECK(type_of("Patriot battery lost") == EventType::Other);
    CHECK(type_of("Naturally occurring") == EventType::Other);
    CHECK(type_of("Hunger strike") == EventType::Protest);
    CHECK(type_of("Air strike") == EventType::Strike);
    CHECK(type_of("Riot") == EventType::Protest);
    CHECK(type_of("ОБСТРІЛ") == EventType::Shelling);
}

TEST_CASE("what was lost is not what was done") {
    const io::EventFile file = io::read_bytes(
        "a.csv",
        "id,type,model,status,lost_by,date,nearest_location,geo\n"
        "5,Self-propelled artillery,2S19,Destroyed,Russia,2022-03-05,Town,\"50.5,30.5\"\n");

    CHECK(file.events.at(0).type == EventType::Other);
    CHECK(file.events[0].title == "2S19");
    CHECK(file.events[0].location->point == geo::LonLat{30.5, 50.5});
}

TEST_CASE("times that something started and finished make no air alert of a power cut") {
    const io::EventFile file = io::read_bytes(
        "a.csv",
        "id,region,started_at,finished_at,cause,lat,lon\n1,Town,2022-02-24 10:00,2022-02-24 "
        "12:00,storm,50,30\n");

    CHECK(file.report.schema == "generic");
    CHECK(file.events.at(0).time->zone == time::ZoneKind::Floating);
}

TEST_CASE("detections of heat are in UTC") {
    const io::EventFile file = io::read_bytes(
        "a.csv",
        "latitude,longitude,bright_ti4,acq_date,acq_time,satellite,instrument,confidence,frp\n"
        "50.1,30.2,330,2022-02-24,0130,N,VIIRS,n,3.1\n");

    CHECK(file.report.schema == "firms");
    CHECK(io::time_text(file.events.at(0)) == "2022-02-24T01:30Z");
}

TEST_CASE("a list of articles without events is refused by name") {
    std::string row = "20220224001500-1\t20220224001500\t1\tnews.example\thttps://news.example/x";
    for (int i = 5; i < 27; ++i) {
        row += "\tx";
    }
    const io::TestFile file("a.csv", row + "\n" + row + "\n");

    const auto read = io::read_events(file.path(), {});

    REQUIRE_FALSE(read);
    CHECK(read.error().message.find("GKG") != std::string::npos);
}

TEST_CASE("a placemark that stands in two folders is one event") {
    const std::string placemark =
        "<Placemark><name>24 FEB "
        "2022</name><description>Seen</description><Point><coordinates>30,50</coordinates></Point>"
        "</Placemark>";
    const std::string twin = "<Folder><name>All</name>" + placemark + placemark + "</Folder>";
    const io::EventFile file = io::read_bytes(
        "a.kml",
        "<kml><Document><Folder><name>Last 7 days</name>" + placemark + "</Folder>" + twin
            + "</Document></kml>");
    const io::EventFile same_folder =
        io::read_bytes("a.kml", "<kml><Document>" + twin + "</Document></kml>");

    CHECK(file.events.size() == 1);
    CHECK(tells(file, "kml.repeated"));
    CHECK(same_folder.events.size() == 2);
}

TEST_CASE("columns of one name are told apart, however many there are") {
    std::string header = "date,a (2)";
    std::string row = "2022-02-24,x";
    for (int i = 0; i < 50'000; ++i) {
        header += ",a";
        row += "," + std::to_string(i);
    }

    const io::EventFile file = io::read_bytes("a.csv", header + "\n" + row + "\n");

    const auto& extras = file.events.at(0).extras;
    REQUIRE(extras.size() == 50'002);
    CHECK(extras[2].first == "a");
    CHECK(extras[3].first == "a (3)");
    CHECK(extras.back().first == "a (50001)");
    CHECK(extras.back().second == "49999");
}

TEST_CASE("a header with fewer names than its only row has cells stays the header") {
    const io::EventFile file = io::read_bytes("a.csv", "date,title\n2022-02-24,A,1,2,3,4,5,6\n");

    CHECK(file.events.at(0).title == "A");
}
