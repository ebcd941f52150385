#include "io_support.hpp"

#include <catch2/catch.hpp>

using namespace salient;
using io::read_bytes;

namespace {

std::string kml(std::string_view body) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml "
           "xmlns=\"http://www.opengis.net/kml/2.2\" "
           "xmlns:gx=\"http://www.google.com/kml/ext/2.2\"><Document>"
           + std::string(body) + "</Document></kml>\n";
}

std::string placemark(std::string_view inside) {
    return "<Placemark><name>Place</name>" + std::string(inside)
           + "<Point><coordinates>30.5,50.25</coordinates></Point></Placemark>";
}

std::string extra(const events::Event& event, std::string_view column) {
    for (const auto& [name, value] : event.extras) {
        if (name == column) {
            return value;
        }
    }
    return "";
}

}  // namespace

TEST_CASE("KML times are read in all their forms, with their precision and zone") {
    struct Case {
        std::string_view element;
        std::string_view expected;
    };
    const Case c = GENERATE(
        Case{"<TimeStamp><when>2022</when></TimeStamp>", "2022"},
        Case{"<TimeStamp><when>2022-03</when></TimeStamp>", "2022-03"},
        Case{"<TimeStamp><when> 2022-03-05 </when></TimeStamp>", "2022-03-05"},
        Case{"<TimeStamp><when>1941-06-22</when></TimeStamp>", "1941-06-22"},
        Case{"<TimeStamp><when>2022-03-05T10:30:15Z</when></TimeStamp>", "2022-03-05T10:30:15Z"},
        Case{
            "<TimeStamp><when>2022-03-05T10:30:15+03:00</when></TimeStamp>",
            "2022-03-05T10:30:15+03:00"},
        Case{
            "<TimeSpan><begin>2022-03-01</begin><end>2022-03-05</end></TimeSpan>",
            "2022-03-01/2022-03-05"},
        Case{"<TimeSpan><begin>2022-03-01</begin></TimeSpan>", "2022-03-01/.."},
        Case{"<TimeSpan><end>2022-03-05</end></TimeSpan>", "../2022-03-05"},
        Case{"<gx:TimeStamp><when>2022-03-05</when></gx:TimeStamp>", "2022-03-05"},
        Case{"<LookAt><gx:TimeStamp><when>1999-01-01</when></gx:TimeStamp></LookAt>", "undated"},
        Case{"<TimeSpan/>", "undated"},
        Case{"<TimeStamp><when>2022-13-40</when></TimeStamp>", "undated"});
    INFO(c.element);

    const io::EventFile file = read_bytes("a.kml", kml(placemark(c.element)));

    REQUIRE(file.events.size() == 1);
    CHECK(io::time_text(file.events[0]) == c.expected);
    REQUIRE(file.events[0].location);
    CHECK(file.events[0].location->point == geo::LonLat{30.5, 50.25});
}

TEST_CASE("a placemark takes the time of the nearest folder that has one, wherever it stands") {
    const io::EventFile file = read_bytes(
        "a.kml",
        kml("<Folder><name>Week</name><TimeSpan><begin>2022-03-01</begin><end>2022-03-07</end></"
            "TimeSpan>"
            + placemark("") + "<Folder>"
            + placemark("<TimeStamp><when>2022-03-02</when></TimeStamp>") + placemark("")
            + "</Folder></Folder><Folder>" + placemark("")
            + "<TimeStamp><when>2021</when></TimeStamp></Folder>" + placemark("")));

    REQUIRE(file.events.size() == 5);
    CHECK(io::time_text(file.events[0]) == "2022-03-01/2022-03-07");
    CHECK(io::time_text(file.events[1]) == "2022-03-02");
    CHECK(io::time_text(file.events[2]) == "2022-03-01/2022-03-07");
    CHECK(io::time_text(file.events[3]) == "2021");
    CHECK(io::time_text(file.events[4]) == "undated");
    CHECK(extra(file.events[0], "folder") == "Week");
}

TEST_CASE("a track keeps its vertices and their times, also when some are missing") {
    const io::EventFile file = read_bytes(
        "a.kml",
        kml("<Placemark><gx:Track><when>2022-03-05T10:00:00Z</when><when>2022-03-05T10:05:00Z</"
            "when>"
            "<gx:coord>30 50 100</gx:coord><gx:coord>31 51 100</gx:coord></gx:Track></Placemark>"
            "<Placemark><gx:Track><gx:coord>30 50 0</gx:coord></gx:Track></Placemark>"));

    REQUIRE(file.events.size() == 2);
    CHECK(file.events[0].time->begin == file.events[0].time->end - 300);
    CHECK(
        extra(file.events[0], "track")
        == "2022-03-05T10:00:00Z 30 50\n2022-03-05T10:05:00Z 31 51\n");
    CHECK(file.events[0].location->point == geo::LonLat{30.5, 50.5});
    CHECK_FALSE(file.events[1].time);
    CHECK(file.events[1].location);
}

TEST_CASE("extended data, schema data, description and style become columns") {
    const io::EventFile file = read_bytes(
        "a.kml",
        kml("<Placemark id=\"p1\"><name>One</name><description><![CDATA[<b>Bold</b> "
            "text]]></description>"
            "<styleUrl>#red</styleUrl><ExtendedData><Data "
            "name=\"crew\"><displayName>x</displayName><value>7</value></Data>"
            "<SchemaData schemaUrl=\"#s\"><SimpleData "
            "name=\"Код\">ї</SimpleData></SchemaData></ExtendedData></Placemark>"));

    REQUIRE(file.events.size() == 1);
    CHECK(extra(file.events[0], "crew") == "7");
    CHECK(extra(file.events[0], "Код") == "ї");
    CHECK(extra(file.events[0], "description") == "<b>Bold</b> text");
    CHECK(extra(file.events[0], "styleUrl") == "#red");
    CHECK_FALSE(file.events[0].location);
}

TEST_CASE("GeoConfirmed placemarks have their day in the name and their side in the icon") {
    const io::EventFile file = read_bytes(
        "a.kml",
        kml("<Placemark><name><![CDATA[20 APR "
            "2026]]></name><styleUrl>https://example.org/icons/E00000/1.png</styleUrl>"
            "<Point><coordinates>30,50</coordinates></Point></Placemark>"));

    REQUIRE(file.events.size() == 1);
    CHECK(io::time_text(file.events[0]) == "2026-04-20");
    CHECK(extra(file.events[0], "faction") == "Russia");
}

TEST_CASE("links, icons and overlays are listed and not followed") {
    const io::EventFile file = read_bytes(
        "a.kml",
        kml("<NetworkLink><Link><href>http://192.0.2.1/x.kml</href></Link></NetworkLink>"
            "<GroundOverlay><Icon><href>file:///etc/hostname</href></Icon></GroundOverlay>"
            "<Style><IconStyle><Icon><href>http://192.0.2.1/i.png</href></Icon></IconStyle></Style>"
            + placemark("")));

    CHECK(file.events.size() == 1);
    CHECK(
        file.report.not_followed
        == std::vector<std::string>{
            "http://192.0.2.1/x.kml",
            "file:///etc/hostname",
            "a ground overlay",
            "http://192.0.2.1/i.png"});
}

TEST_CASE("areas, lines and unclosed rings are placed by their vertices") {
    const std::string_view geometry = GENERATE(
        "<Polygon><outerBoundaryIs><LinearRing><coordinates>30,50,0 32,50,0\n32,52,0 "
        "30,50,0</coordinates></LinearRing>"
        "</outerBoundaryIs></Polygon>",
        "<Polygon><outerBoundaryIs><LinearRing><coordinates>30,50 32,50 "
        "32,52</coordinates></LinearRing>"
        "</outerBoundaryIs></Polygon>",
        "<MultiGeometry><Point><coordinates>30,50</coordinates></"
        "Point><LineString><coordinates>31,51 32,52</coordinates>"
        "</LineString></MultiGeometry>",
        "<LineString><coordinates>30, 50, 0 32, 52, 0</coordinates></LineString>");

    const io::EventFile file =
        read_bytes("a.kml", kml("<Placemark>" + std::string(geometry) + "</Placemark>"));

    REQUIRE(file.events.size() == 1);
    REQUIRE(file.events[0].location);
    CHECK(file.events[0].location->point == geo::LonLat{31, 51});
    CHECK(file.report.bbox == geo::Box{30, 50, 32, 52});
}

TEST_CASE("a KML file without namespace, or in another encoding, is read") {
    const std::string_view text = GENERATE(
        "<kml><Placemark><name>x</name><Point><coordinates>30,50</coordinates></Point></"
        "Placemark></kml>",
        "\xEF\xBB\xBF \n<?xml "
        "version=\"1.0\"?><kml><Placemark><Point><coordinates>30,50</coordinates></Point></"
        "Placemark></kml>",
        "<?xml version='1.0' "
        "encoding='windows-1251'?><kml><Placemark><name>\xCA\xE8\xBF\xE2</"
        "name><Point><coordinates>30,50"
        "</coordinates></Point></Placemark></kml>",
        "<?xml version='1.0' encoding='UTF-8'?><kml><Placemark><name>\xCA\xE8\xBF\xE2 \xF2\xE0 "
        "\xEE\xE1\xEB\xE0\xF1\xF2\xFC</name>"
        "<Point><coordinates>30,50</coordinates></Point></Placemark></kml>");

    const io::EventFile file = read_bytes("a.kml", text);

    REQUIRE(file.events.size() == 1);
    CHECK(file.report.with_coords == 1);
    if (text.find('\xCA') != std::string_view::npos) {
        CHECK(extra(file.events[0], "name").starts_with("Київ"));
    }
}

TEST_CASE("entities are refused and nothing outside the file is read") {
    const std::string_view declaration = GENERATE(
        "<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">",
        "<!ENTITY x SYSTEM \"file:///etc/hostname\">",
        "<!ENTITY % p SYSTEM \"http://192.0.2.1/x.dtd\">%p;");
    const io::TestFile file(
        "a.kml",
        "<?xml version=\"1.0\"?><!DOCTYPE kml [" + std::string(declaration)
            + "]><kml><Placemark><name>&b;</name></Placemark></kml>");

    const auto result = io::read_events(file.path());

    REQUIRE_FALSE(result);
    CHECK(result.error().code == base::ErrorCode::Unsupported);
}

TEST_CASE("a KML file that is cut off gives what came before, and says so") {
    const std::string whole = kml(placemark("") + placemark(""));

    const io::EventFile file = read_bytes("a.kml", whole.substr(0, whole.rfind("<Point>")));

    CHECK(file.events.size() == 1);
    CHECK(file.report.rejected == 1);
    CHECK(file.report.diagnostics.count(std::string("xml.damaged")) == 1);
}

TEST_CASE("GPX waypoints, tracks and routes become rows with their times") {
    const io::EventFile file = read_bytes(
        "a.gpx",
        "<?xml version=\"1.0\"?><gpx version=\"1.1\" "
        "xmlns=\"http://www.topografix.com/GPX/1/1\"><metadata><time>2030-01-01T00:00:00Z"
        "</time></metadata><wpt lat=\"50\" "
        "lon=\"30\"><time>2022-03-05T10:00:00Z</time><name>Bridge</name></wpt>"
        "<trk><name>Patrol</name><trkseg><trkpt lat=\"50\" "
        "lon=\"30\"><time>2022-03-06T10:00:00Z</time></trkpt></trkseg>"
        "<trkseg><trkpt lat=\"52\" "
        "lon=\"32\"><time>2022-03-06T11:00:00Z</time></trkpt></trkseg></trk>"
        "<rte><rtept lat=\"50\" lon=\"30\"/></rte></gpx>");

    REQUIRE(file.events.size() == 3);
    CHECK(io::time_text(file.events[0]) == "2022-03-05T10:00:00Z");
    CHECK(file.events[0].title == "Bridge");
    CHECK(file.events[1].time->end - file.events[1].time->begin == 3600);
    CHECK(file.events[1].location->point == geo::LonLat{31, 51});
    CHECK(extra(file.events[1], "kind") == "track");
    CHECK_FALSE(file.events[2].time);
    CHECK(file.report.format == "GPX");
}
