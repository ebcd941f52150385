#include "io_support.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace salient;
using events::EventType;
using events::LocationPrecision;

namespace {

/// A row of a table without header: cells by their position from 0, tabs between.
std::string row_of(
    std::size_t count,
    std::initializer_list<std::pair<std::size_t, const char*>> cells) {
    std::vector<std::string> row(count);
    for (const auto& [index, text] : cells) {
        row.at(index) = text;
    }
    std::string line;
    for (std::size_t i = 0; i < count; ++i) {
        line += (i == 0 ? "" : "\t") + row[i];
    }
    return line + "\n";
}

}  // namespace

TEST_CASE("an ACLED table is known by its columns, of the new and the old kind") {
    const std::string bytes = GENERATE(
        as<std::string>{},
        "\xEF\xBB\xBF"
        "event_id_cnty,event_date,year,time_precision,event_type,sub_event_type,actor1,actor2,"
        "country,admin1,location,"
        "latitude,longitude,geo_precision,source,notes,fatalities,timestamp\n"
        "ABC12,2023-03-04,2023,1,Battles,Armed clash,North Group,South Group,Freedonia,Upper "
        "Valley,Milltown,12.5,40.25,2,"
        "Daily News,Two sides met at the mill.,3,1679000000\n",
        "DATA_ID,EVENT_ID_NO_CNTY,EVENT_DATE,TIME_PRECISION,EVENT_TYPE,SUB_EVENT_TYPE,ACTOR1,"
        "ACTOR2,COUNTRY,ADMIN1,LOCATION,"
        "LATITUDE,LONGITUDE,GEO_PRECISION,SOURCE,NOTES,FATALITIES\n"
        "7,ABC12,04 March 2023,1,Battles,Armed clash,North Group,South Group,Freedonia,Upper "
        "Valley,Milltown,12.5,40.25,2,"
        "Daily News,Two sides met at the mill.,3\n");

    const io::EventFile file = io::read_bytes("acled.csv", bytes);

    REQUIRE(file.events.size() == 1);
    const events::Event& event = file.events[0];
    CHECK(file.report.schema == "acled");
    CHECK(event.id == "acled:ABC12");
    CHECK(io::first_day(event) == "2023-03-04");
    CHECK(event.type == EventType::GroundCombat);
    CHECK(event.subtype == "Armed clash");
    CHECK(event.title == "Armed clash, Milltown");
    CHECK(event.source_text == "Two sides met at the mill.");
    CHECK(event.actors == std::vector<std::string>{"North Group", "South Group"});
    REQUIRE(event.location);
    CHECK(event.location->precision == LocationPrecision::District);
    CHECK(event.location->radius_m > 0);
    CHECK(event.location->name == "Milltown");
    REQUIRE(event.quantities.size() == 1);
    CHECK(event.quantities[0].value == 3);
    REQUIRE(event.sources.size() == 1);
    CHECK(event.sources[0].publisher == "Daily News");
}

TEST_CASE("a day that ACLED knows to the week or month only stands for all of it") {
    const auto [code, iso] = GENERATE(table<const char*, const char*>(
        {{"1", "2023-03-15"}, {"2", "2023-W11"}, {"3", "2023-03"}}));
    const io::EventFile file = io::read_bytes(
        "acled.csv",
        std::string("event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,"
                    "latitude,longitude\n"
                    "A1,2023-03-15,")
            + code + ",Battles,Armed clash,X,1,2\n");

    REQUIRE(file.events.size() == 1);
    CHECK(io::time_text(file.events[0]) == iso);
    CHECK(file.report.first_date == file.report.last_date);
}

TEST_CASE("UCDP rows are intervals with a range of deaths") {
    const io::EventFile file = io::read_bytes(
        "ged.csv",
        "id,year,type_of_violence,conflict_name,side_a,side_b,where_prec,where_coordinates,adm_1,"
        "latitude,longitude,country,"
        "date_prec,date_start,date_end,best,high,low\n"
        "99,2001,2,A - B,Side A,Side B,3,Old Town district,Upper "
        "Valley,5.5,6.5,Freedonia,2,2001-02-03 00:00:00.000,"
        "2001-02-05 00:00:00.000,4,9,2\n");

    REQUIRE(file.events.size() == 1);
    const events::Event& event = file.events[0];
    CHECK(file.report.schema == "ucdp-ged");
    CHECK(io::first_day(event) == "2001-02-03");
    CHECK(time::last_day(*event.time) == std::chrono::sys_days(std::chrono::year(2001) / 2 / 5));
    CHECK(event.location->precision == LocationPrecision::District);
    REQUIRE(event.quantities.size() == 3);
    CHECK(event.quantities[1].qualifier == "at least");
    CHECK(event.quantities[2].value == 9);
}

TEST_CASE("GDELT is known by the number of its columns and starts as unreviewed") {
    const auto [count, schema, lat] = GENERATE(table<std::size_t, const char*, std::size_t>(
        {{57, "gdelt-1", 53}, {58, "gdelt-1", 53}, {61, "gdelt-2", 56}}));
    const std::size_t geo = lat - (count == 61 ? 5U : 4U);
    const io::EventFile file = io::read_bytes(
        "20210102.export.CSV",
        row_of(
            count,
            {{0, "123"},
             {1, "20210102"},
             {2, "202101"},
             {3, "2021"},
             {4, "2021.0055"},
             {6, "GOVERNMENT"},
             {26, "195"},
             {geo, "4"},
             {geo + 1, "Milltown, Upper Valley, Freedonia"},
             {lat, "12.5"},
             {lat + 1, "-40.25"}}));

    REQUIRE(file.events.size() == 1);
    CHECK(file.report.schema == schema);
    CHECK(file.events[0].id == std::string(schema) + ":123");
    CHECK(io::first_day(file.events[0]) == "2021-01-02");
    CHECK(file.events[0].type == EventType::Strike);
    CHECK(file.events[0].status == events::ReviewStatus::Unreviewed);
    REQUIRE(file.events[0].location);
    CHECK(file.events[0].location->point == geo::LonLat{-40.25, 12.5});
    CHECK(file.events[0].location->precision == LocationPrecision::Settlement);
}

TEST_CASE("VIINA's report tables and classes are read") {
    const io::EventFile reports = io::read_bytes(
        "event_info_latest_2024.csv",
        "viina_version,event_id,event_id_1pd,date,time,geonameid,asciiname,ADM1_NAME,longitude,"
        "latitude,GEO_PRECISION,location,source,url,text\n"
        "2,5,7,20240203,10:15,1,Milltown,Upper "
        "Valley,40.25,12.5,ADM1,Milltown,news,https://example.org/a,Something burned.\n");
    const io::EventFile classes = io::read_bytes(
        "event_1pd_latest_2024.csv",
        "viina_version,event_id_1pd,date,n_reports,sources,asciiname,ADM1_NAME,longitude,latitude,"
        "GEO_PRECISION,t_mil_b,t_airstrike_b,t_artillery_b\n"
        "2,7,20240203,4,news,Milltown,Upper Valley,40.25,12.5,STREET,1,0,1\n");

    REQUIRE(reports.events.size() == 1);
    CHECK(reports.report.schema == "viina-2-reports");
    CHECK(io::time_text(reports.events[0]) == "2024-02-03T10:15");
    CHECK(reports.events[0].location->precision == LocationPrecision::Region);
    CHECK(reports.events[0].sources[0].url == "https://example.org/a");
    REQUIRE(classes.events.size() == 1);
    CHECK(classes.report.schema == "viina-2");
    CHECK(classes.events[0].type == EventType::Shelling);
}

TEST_CASE("a GeoConfirmed table has several sources a row and may lack dates") {
    const io::EventFile file = io::read_bytes(
        "geoconfirmed.csv",
        "\xEF\xBB\xBF"
        "Date;Name;Faction;Origin;Latitude;Longitude;PlusCode;Description;Source;Geolocation;"
        "Equipment;Id\n"
        "2024-05-06;6 MAY 2024;Neutral;;12,5;40,25;7GXX;Burnt depot;https://example.org/1, "
        "https://example.org/2;;Truck;g1\n"
        ";;Neutral;;12.5;40.25;7GXX;No date;;;;g2\n");

    REQUIRE(file.events.size() == 2);
    CHECK(file.report.schema == "geoconfirmed");
    CHECK(file.events[0].location->point == geo::LonLat{40.25, 12.5});
    CHECK(file.events[0].sources.size() == 2);
    CHECK_FALSE(file.events[1].time);
    CHECK(file.report.dated == 1);
    CHECK(file.report.located == 2);
}

TEST_CASE("timemap events are read month first unless the rows say otherwise") {
    const io::EventFile file = io::read_bytes(
        "events.json",
        R"([{"id":"1","description":"Depot hit","date":"3/4/2022","time":"10:30","latitude":"12,5","longitude":"40,25","location":"Milltown",
             "category":"Shelling","sources":[{"id":"s","path":"https://example.org/x"}],"associations":["a"]}])");

    REQUIRE(file.events.size() == 1);
    CHECK(file.report.schema == "timemap");
    CHECK(io::time_text(file.events[0]) == "2022-03-04T10:30");
    CHECK(file.events[0].type == EventType::Shelling);
    CHECK(file.events[0].location->point == geo::LonLat{40.25, 12.5});
    CHECK(file.events[0].sources.at(0).url == "https://example.org/x");
}

TEST_CASE("units of uawardata are deployments, one a row and day") {
    const io::EventFile file = io::read_bytes(
        "units.csv",
        "date,lat,lng,icon,type,strength,unit,unitnumber,subordinate_to,sources_url,notes,country\n"
        "2022-04-01,12.5,40.25,SF,Infantry,Brigade,1st Mill Brigade,1,,https://example.org,,ru\n"
        "2022-04-02,12.5,40.25,SF,Infantry,Brigade,1st Mill Brigade,1,,https://example.org,,ru\n");

    REQUIRE(file.events.size() == 2);
    CHECK(file.report.schema == "uawardata");
    CHECK(file.events[0].type == EventType::Deployment);
    CHECK(file.events[0].title == "1st Mill Brigade");
    CHECK(file.events[0].id != file.events[1].id);
}

TEST_CASE("sirens are placed by the name of their region, and those without an end go on") {
    io::ReadOptions options;
    options.find_region =
        [](std::span<const std::string_view> names) -> std::optional<events::Location> {
        if (names.back() != "Upper Valley") {
            return std::nullopt;
        }
        events::Location location;
        location.point = {40, 12};
        location.precision = LocationPrecision::Region;
        location.radius_m = 90'000;
        return location;
    };
    const io::EventFile file = io::read_bytes(
        "sirens.csv",
        "region,started_at,finished_at,naive\n"
        "Upper Valley,2022-03-04 05:06:07+00:00,2022-03-04 06:00:00+00:00,False\n"
        "Upper Valley,2022-03-05 05:06:07+00:00,,False\n"
        "Nowhere,2022-03-06 05:06:07+00:00,2022-03-06 06:00:00+00:00,False\n",
        options);

    REQUIRE(file.events.size() == 3);
    CHECK(file.report.schema == "air-raid-sirens");
    CHECK(file.events[0].location->precision == LocationPrecision::Region);
    CHECK(file.events[0].time->zone == time::ZoneKind::Utc);
    CHECK_FALSE(file.events[0].time->open_end);
    CHECK(file.events[1].time->open_end);
    CHECK_FALSE(file.events[2].location);
    CHECK(file.report.with_coords == 0);
    const auto& items = file.report.diagnostics.items();
    CHECK(std::any_of(items.begin(), items.end(), [](const base::Diagnostic& item) {
        return item.code == "position.region_unknown";
    }));
}

TEST_CASE("a catalogue of earthquakes has epoch milliseconds and heights") {
    const io::EventFile file = io::read_bytes(
        "quakes.geojson",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","id":"xx1","properties":{"mag":4.5,"place":"near Milltown",
            "time":1517966773840,"updated":1517966996303,"url":"https://example.org/xx1","magType":"mb","type":"earthquake","title":"M 4.5"},
            "geometry":{"type":"Point","coordinates":[40.25,12.5,10.1]}}]})");

    REQUIRE(file.events.size() == 1);
    CHECK(file.report.schema == "usgs");
    CHECK(io::first_day(file.events[0]) == "2018-02-07");
    CHECK(file.events[0].time->zone == time::ZoneKind::Utc);
    CHECK(file.events[0].id == "usgs:xx1");
}

TEST_CASE("a kepler.gl table holds GeoJSON or WKT in a cell") {
    const char* cell = GENERATE(
        R"("{""type"":""Point"",""coordinates"":[40.25,12.5]}")",
        "POINT (40.25 12.5)",
        "\"12.5, 40.25\"");
    const io::EventFile file = io::read_bytes(
        "kepler.csv",
        std::string("name,_geojson,timestamp\nA,") + cell + ",2022-03-04 05:06:07\n");

    REQUIRE(file.events.size() == 1);
    REQUIRE(file.events[0].location);
    CHECK(file.events[0].location->point == geo::LonLat{40.25, 12.5});
    CHECK(io::first_day(file.events[0]) == "2022-03-04");
}
