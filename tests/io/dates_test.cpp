#include "io_support.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace salient;

namespace {

io::EventFile read_dates(const std::string& lines, const io::ReadOptions& options = {}) {
    return io::read_bytes("dates.csv", "title,lat,lon,date\n" + lines, options);
}

}  // namespace

TEST_CASE("dates of all common forms give their day") {
    const std::string date = GENERATE(
        as<std::string>{},
        "2023-04-05",
        "2023/04/05",
        "20230405",
        "05.04.2023",
        "5 April 2023",
        "5 Apr 2023",
        "April 5, 2023",
        "2023-04-05T22:30:00",
        "2023-04-05 22:30",
        "2023-04-05T23:59:59Z",
        "2023-04-05T00:30:00+03:00",
        "1680652800",
        "1680652800000",
        "1680652800.0",
        "5 квітня 2023",
        "5 апреля 2023");

    const io::EventFile file = read_dates("A,1,2,\"" + date + "\"\n");

    REQUIRE(file.events.size() == 1);
    CHECK(io::first_day(file.events[0]) == "2023-04-05");
    CHECK(file.events[0].time_text == date);
}

TEST_CASE("partial dates and ranges stand for all their days") {
    const auto [date, iso] = GENERATE(table<std::string, std::string>(
        {{"2023", "2023"},
         {"2023-04", "2023-04"},
         {"April 2023", "2023-04"},
         {"2023-04-05/2023-04-07", "2023-04-05/2023-04-07"}}));

    const io::EventFile file = read_dates("A,1,2," + date + "\n");

    CHECK(io::time_text(file.events.at(0)) == iso);
}

TEST_CASE("one row that only reads one way decides the order of day and month for all") {
    const auto [deciding, day] = GENERATE(table<std::string, std::string>(
        {{"25/01/2023", "2023-04-03"}, {"01/25/2023", "2023-03-04"}}));

    const io::EventFile file = read_dates("A,1,2,03/04/2023\nB,1,2," + deciding + "\n");

    CHECK(io::first_day(file.events.at(0)) == day);
    CHECK(file.report.diagnostics.count("date.order") == 0);
    CHECK(file.report.guessed == 0);
}

TEST_CASE("when no row decides, the day is taken, it is said, and the order can be given") {
    const std::string rows = "A,1,2,03/04/2023\nB,1,2,05/06/2023\n";
    io::ReadOptions options;
    options.date_order = io::DateOrder::MonthFirst;

    const io::EventFile guessed = read_dates(rows);
    const io::EventFile given = read_dates(rows, options);

    CHECK(io::first_day(guessed.events.at(0)) == "2023-04-03");
    CHECK(guessed.report.diagnostics.count("date.order") == 1);
    CHECK(guessed.report.guessed == 2);
    CHECK(io::first_day(given.events.at(0)) == "2023-03-04");
    CHECK(given.report.diagnostics.count("date.order") == 0);
    CHECK(given.report.accepted == 2);
}

TEST_CASE("days that do not exist are told and the event is kept without a date") {
    const std::string date =
        GENERATE(as<std::string>{}, "2023-02-30", "31/11/2023", "0000-00-00", "soon", "99999999");

    const io::EventFile file = read_dates("A,1,2," + date + "\nB,1,2,2023-04-05\n");

    REQUIRE(file.events.size() == 2);
    CHECK_FALSE(file.events[0].time);
    CHECK(file.report.dated == 1);
    CHECK(file.report.guessed == 1);
    CHECK(file.report.diagnostics.count("date.invalid") == 1);
    CHECK(file.report.diagnostics.items().at(0).where == "line 2");
}

TEST_CASE(
    "years before 1970 and before 1752 are fine, years before Christ are refused with a reason") {
    const io::EventFile file =
        read_dates("A,1,2,1941-06-22\nB,1,2,1709-07-08\nC,1,2,44 BC\nD,1,2,-0044-03-15\n");

    CHECK(io::first_day(file.events.at(0)) == "1941-06-22");
    CHECK(io::first_day(file.events.at(1)) == "1709-07-08");
    CHECK(file.report.dated == 2);
    CHECK(file.report.diagnostics.count("date.before_christ") == 2);
}

TEST_CASE("floating days, offsets and UTC are kept apart") {
    const io::EventFile file = read_dates(
        "A,1,2,2023-04-05\nB,1,2,2023-04-05T10:00:00Z\nC,1,2,2023-04-05T10:00:00+03:00\n");

    CHECK(file.events.at(0).time->zone == time::ZoneKind::Floating);
    CHECK(file.events.at(1).time->zone == time::ZoneKind::Utc);
    CHECK(file.events.at(2).time->zone == time::ZoneKind::Offset);
    CHECK(file.events.at(2).time->offset_minutes == 180);
}

TEST_CASE("start and end columns make one span, in days that both count") {
    const io::EventFile file = io::read_bytes(
        "spans.csv",
        "title,lat,lon,start_date,end_date\nA,1,2,2023-04-05,2023-04-07\nB,1,2,2023-04-05,\nC,1,2,,"
        "2023-04-07\nD,1,2,2023-04-07,2023-04-05\n");

    CHECK(io::time_text(file.events.at(0)) == "2023-04-05/2023-04-07");
    CHECK(io::time_text(file.events.at(1)) == "2023-04-05");
    CHECK(file.events.at(2).time->open_begin);
    CHECK(io::first_day(file.events.at(3)) == "2023-04-07");
    CHECK(file.report.diagnostics.count("date.end_before_start") == 1);
}

TEST_CASE("year, month and day may stand in columns of their own") {
    const io::EventFile file = io::read_bytes(
        "parts.csv",
        "name,lat,lon,year,month,day\nA,1,2,2023,4,5\nB,1,2,2023,2,30\nC,1,2,2023,,\n");

    CHECK(io::first_day(file.events.at(0)) == "2023-04-05");
    CHECK_FALSE(file.events.at(1).time);
    CHECK(io::time_text(file.events.at(2)) == "2023");
}

TEST_CASE("a time of day in a column of its own joins the day") {
    const io::EventFile file = io::read_bytes(
        "clock.csv",
        "title,lat,lon,date,time\nA,1,2,2023-04-05,13:44:18\nB,1,2,2023-04-05,\n");

    CHECK(io::time_text(file.events.at(0)) == "2023-04-05T13:44:18");
    CHECK(io::time_text(file.events.at(1)) == "2023-04-05");
}

TEST_CASE("plain counters and small numbers are never taken for days of 1970") {
    const io::EventFile file = read_dates("A,1,2,1\nB,1,2,2\nC,1,2,17\n");

    CHECK(file.report.dated == 0);
}

TEST_CASE("one epoch number in milliseconds makes the whole column milliseconds") {
    const io::EventFile file =
        read_dates("A,1,2,1646474400000\nB,1,2,-86400000\nC,1,2,50000000000\n");

    CHECK(io::first_day(file.events.at(0)) == "2022-03-05");
    CHECK(io::first_day(file.events.at(1)) == "1969-12-31");
    CHECK(io::first_day(file.events.at(2)) == "1971-08-02");
}

TEST_CASE("days of the calendar and epoch numbers in one column are told apart") {
    const io::EventFile file = read_dates("A,1,2,20220305\nB,1,2,1646474400000\n");

    CHECK(io::first_day(file.events.at(0)) == "2022-03-05");
    CHECK(io::first_day(file.events.at(1)) == "2022-03-05");
}

TEST_CASE("a column that only knows midnight holds days, with one other time of day it does not") {
    const io::EventFile days =
        read_dates("A,1,2,2022-03-05 00:00:00\nB,1,2,3/6/2022 12:00:00 AM\n");
    const io::EventFile times =
        read_dates("A,1,2,2022-03-05 00:00:00\nB,1,2,2022-03-06 10:30:00\n");

    CHECK(io::time_text(days.events.at(0)) == "2022-03-05");
    CHECK(days.events.at(1).time->precision == time::Precision::Day);
    CHECK(times.events.at(0).time->precision == time::Precision::Instant);
}

TEST_CASE("dates with words, in several languages, and with clocks of many kinds are read") {
    const auto [date, iso] = GENERATE(table<std::string, std::string>({
        {"2022-02-24 00:00:00 UTC", "2022-02-24T00:00:00Z"},
        {"Thu Feb 24 2022 05:00:00 GMT+0200 (Eastern European Standard Time)",
         "2022-02-24T05:00:00+02:00"},
        {"Thu, 24 Feb 2022 05:00:00 +0200", "2022-02-24T05:00:00+02:00"},
        {"2022-02-24 5pm", "2022-02-24T17:00"},
        {"24-Feb-22", "2022-02-24"},
        {"February 24th, 2022", "2022-02-24"},
        {"24th of February 2022", "2022-02-24"},
        {"24 лютого 2022 р.", "2022-02-24"},
        {"24 февраля 2022 года", "2022-02-24"},
        {"24 de febrero de 2022", "2022-02-24"},
        {"24 février 2022", "2022-02-24"},
        {"24 lutego 2022", "2022-02-24"},
        {"2022年2月24日", "2022-02-24"},
        {"24-26 Feb 2022", "2022-02-24/2022-02-26"},
        {"Feb 24–26, 2022", "2022-02-24/2022-02-26"},
        {"27 Feb - 2 Mar 2022", "2022-02-27/2022-03-02"},
        {"24/02/2022-26/02/2022", "2022-02-24/2022-02-26"},
        {"03/2022", "2022-03"},
        {"Mar-22", "2022-03"},
        {"2022-055", "2022-02-24"},
        {"after 24 Feb 2022", "2022-02-24/.."},
        {"24 Февраля 2022 г.", "2022-02-24"},
        {"24 ЛЮТОГО 2022 року", "2022-02-24"},
        {"2022 рік", "2022"},
        {"1er mars 2022", "2022-03-01"},
        {"24 February 2022 at 05:30", "2022-02-24T05:30"},
        {"24.02.2022 о 05:30", "2022-02-24T05:30"},
        {"Thu Feb 24 05:30:00 +0000 2022", "2022-02-24T05:30:00+00:00"},
        {"12–14.03.2022", "2022-03-12/2022-03-14"},
        {"28.02 - 03.03.2022", "2022-02-28/2022-03-03"},
        {"2022-02-24\u00A0", "2022-02-24"},
        {"22.06.41", "1941-06-22"},
        {"24.02.22", "2022-02-24"},
        {"since 2014", "2014/.."},
    }));

    const io::EventFile file = read_dates("A,1,2,\"" + date + "\"\n");

    CHECK(io::time_text(file.events.at(0)) == iso);
}

TEST_CASE("parts of years keep their precision") {
    const auto [date, precision, months] = GENERATE(table<std::string, time::Precision, int>(
        {{"Summer 2022", time::Precision::Season, 3},
         {"Q1 2022", time::Precision::Quarter, 3},
         {"2022-Q1", time::Precision::Quarter, 3},
         {"1990s", time::Precision::Decade, 120},
         {"early March 2022", time::Precision::Month, 1}}));

    const io::EventFile file = read_dates("A,1,2," + date + "\n");

    REQUIRE(file.events.at(0).time);
    CHECK(file.events[0].time->precision == precision);
    const std::chrono::year_month_day first(time::first_day(*file.events[0].time));
    const std::chrono::year_month_day last(
        time::last_day(*file.events[0].time) + std::chrono::days(1));
    CHECK((last.year() / last.month() - first.year() / first.month()).count() == months);
}

TEST_CASE("words that only begin like months or numbers are no dates") {
    const std::string text = GENERATE(
        as<std::string>{},
        "Marina 5",
        "may be 2022 soon",
        "Flat 24 Block 2022",
        "winter 2022",
        "maybe 2022",
        "declared 2022",
        "Marne 1914",
        "Lutsk 1916",
        "room 12/2022x");

    const io::EventFile file =
        read_dates("A,1,2," + text + "\nB,1,2,2023-04-05\nC,1,2,2023-04-06\n");

    CHECK_FALSE(file.events.at(0).time);
}

TEST_CASE("day numbers of spreadsheets are told from short dates") {
    const io::EventFile serials = read_dates("A,1,2,41001\nB,1,2,41031\n");
    const io::EventFile shorts = read_dates("A,1,2,120402\nB,1,2,120502\n");

    CHECK(io::first_day(serials.events.at(0)) == "2012-04-02");
    CHECK(io::first_day(shorts.events.at(0)) == "2012-04-02");
}

TEST_CASE("a year among epoch numbers is a year") {
    const io::EventFile file = read_dates("A,1,2,1645678800000\nB,1,2,2022\n");

    CHECK(io::time_text(file.events.at(1)) == "2022");
}
