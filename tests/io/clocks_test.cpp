// Times of day: behind a day in its cell, and in columns of their own.

#include "io/clock_text.hpp"
#include "io_support.hpp"
#include "time/text.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace salient;
using io::ClockPlace;

namespace {

constexpr std::chrono::sys_days kDay = std::chrono::year(2022) / 2 / 24;

std::string read(const std::string& text, ClockPlace place) {
    const auto span = io::clock_on(kDay, text, place);
    return span ? time::iso_text(*span) + (span->approximate ? " about" : "") : "none";
}

}  // namespace

TEST_CASE("times of day in the forms that people write") {
    const auto [text, iso] = GENERATE(table<std::string, std::string>({
        {"13:44", "2022-02-24T13:44"},
        {"T13:44:18.5", "2022-02-24T13:44:18"},
        {", 1:44:18 PM", "2022-02-24T13:44:18"},
        {"12:05 a.m.", "2022-02-24T00:05"},
        {"5pm", "2022-02-24T17:00"},
        {"17h30", "2022-02-24T17:30"},
        {"05:30Z", "2022-02-24T05:30Z"},
        {"05:30 UTC", "2022-02-24T05:30Z"},
        {"05:30 +0200", "2022-02-24T05:30+02:00"},
        {"05:30 UTC+3", "2022-02-24T05:30+03:00"},
        {"05:30 −03:30", "2022-02-24T05:30-03:30"},
        {"05:30 EET", "2022-02-24T05:30+02:00"},
        {"05:30 МСК", "2022-02-24T05:30+03:00"},
        {"05:30 Europe/Kyiv", "2022-02-24T05:30+02:00"},
        {"at 05:30", "2022-02-24T05:30"},
        {"о 06:15", "2022-02-24T06:15"},
        {"about 17:00", "2022-02-24T17:00 about"},
        {"близько 17:00", "2022-02-24T17:00 about"},
        {"0530 hrs", "2022-02-24T05:30"},
        {"0530Z", "2022-02-24T05:30Z"},
        {"10:00 - 12:00", "2022-02-24T10:00/2022-02-24T12:00"},
        {"22:30–02:15", "2022-02-24T22:30/2022-02-25T02:15"},
        {"10:00 - 12:00 EET", "2022-02-24T10:00+02:00/2022-02-24T12:00+02:00"},
        {"05:30-06:00", "2022-02-24T05:30/2022-02-24T06:00"},
        {"T05:30-06:00", "2022-02-24T05:30-06:00"},
        {"05:30:00-06:00", "2022-02-24T05:30:00-06:00"},
        {"25:61", "none"},
        {"13:44 PM", "none"},
        {"05:30 XYZ", "none"},
        {"5", "none"},
        {"0530", "none"},
        {"5.30", "none"},
    }));

    CHECK(read(text, ClockPlace::BehindDay) == iso);
}

TEST_CASE("in a column of times digits alone are one") {
    const auto [text, iso] = GENERATE(table<std::string, std::string>({
        {"0530", "2022-02-24T05:30"},
        {"530", "2022-02-24T05:30"},
        {"053015", "2022-02-24T05:30:15"},
        {"5.30 am", "2022-02-24T05:30"},
        {"7.20", "2022-02-24T07:20"},
        {"0.229", "2022-02-24T05:30"},
        {"0.75", "none"},
        {"2560", "none"},
        {"17", "none"},
    }));

    CHECK(read(text, ClockPlace::OwnColumn) == iso);
}

TEST_CASE("a time that nobody understands costs the time, not the day, and is told") {
    const io::EventFile cell =
        io::read_bytes("a.csv", "title,lat,lon,date\nA,1,2,2022-02-24 05:30 blah\n");
    const io::EventFile column = io::read_bytes(
        "a.csv",
        "title,date,time\nA,2022-02-24,05:30\nB,2022-02-24,25:61\nC,2022-02-24,06:30\n");

    CHECK(io::time_text(cell.events.at(0)) == "2022-02-24");
    CHECK(cell.report.guessed == 1);
    CHECK(io::time_text(column.events.at(0)) == "2022-02-24T05:30");
    CHECK(io::time_text(column.events.at(1)) == "2022-02-24");
    CHECK(column.report.guessed == 1);
}

TEST_CASE("a column's name says that its clock is UTC") {
    const std::string header = GENERATE(
        as<std::string>{},
        "date,Time (UTC)\n2022-02-24,05:30\n",
        "day,time_utc\n2022-02-24,05:30\n",
        "datetime_utc,note\n2022-02-24 05:30,x\n");

    const io::EventFile file = io::read_bytes("a.csv", header);

    CHECK(io::time_text(file.events.at(0)) == "2022-02-24T05:30Z");
}

TEST_CASE("an end time before the start time is of the next day; an end before the start is told") {
    const io::EventFile night =
        io::read_bytes("a.csv", "date,start time,end time,lat,lon\n2022-02-24,22:30,02:15,50,30\n");
    const io::EventFile wrong = io::read_bytes(
        "a.csv",
        "title,start,end\nA,2022-02-24 16:10,2022-02-24 16:00\nB,2022-02-24 16:10,2022-02-24\n");

    CHECK(io::time_text(night.events.at(0)) == "2022-02-24T22:30/2022-02-25T02:15");
    CHECK(night.events.at(0).time_text == "2022-02-24 22:30/02:15");
    CHECK(wrong.report.guessed == 1);
    CHECK(io::time_text(wrong.events.at(0)) == "2022-02-24T16:10");
}
