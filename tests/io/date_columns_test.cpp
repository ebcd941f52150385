// Which column says when an event was.

#include "io_support.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace salient;

namespace {

std::string first_time(const std::string& csv) {
    return io::time_text(io::read_bytes("a.csv", csv).events.at(0));
}

}  // namespace

TEST_CASE("when a row was written never wins over when it happened") {
    const std::string csv = GENERATE(
        as<std::string>{},
        "date;title;created_at\n24.02.2022;a;2022-05-20\n05.03.2022;b;2022-05-21\n",
        "Event date,Created\n24 Feb 2022,2022-05-20\n",
        "date,published\n02/24/2022,2022-05-20\n",
        "created_at,Date of incident\n2022-05-20 10:00:00,2022-02-24\n",
        "Attack Date,Date Added\n24 Feb 2022,2022-05-20\n",
        "Timestamp,Date of attack\n3/15/2022 14:22:10,2/24/2022\n",
        "observed_on,created_at\n2022-02-24,2022-05-20 10:00:00 UTC\n",
        "start,end,today,Date of "
        "incident\n2022-05-01T10:00:00,2022-05-01T10:10:00,2022-05-01,2022-02-"
        "24\n",
        "last_updated_date,event_date_text\n2022-05-20,24 Feb 2022\n");

    CHECK(first_time(csv) == "2022-02-24");
}

TEST_CASE("a partial date of the event wins over an exact time of writing") {
    CHECK(first_time("timestamp,start_date\n2022-06-01T10:00:00Z,2022-05\n") == "2022-05");
}

TEST_CASE("when only the time of writing is there it is taken, and it is said") {
    const io::EventFile file = io::read_bytes("a.csv", "title,created_at\nA,2022-05-20\n");

    CHECK(io::time_text(file.events.at(0)) == "2022-05-20");
    const auto& items = file.report.diagnostics.items();
    CHECK(std::any_of(items.begin(), items.end(), [](const base::Diagnostic& item) {
        return item.message.find("when the row was written") != std::string::npos;
    }));
}

TEST_CASE("the end of something is not its date") {
    CHECK(
        first_time("Date of attack,End date\n2022-02-24,2022-03-01\n") == "2022-02-24/2022-03-01");
    CHECK(
        first_time("Дата початку,Дата завершення\n24.02.2022,26.02.2022\n")
        == "2022-02-24/2022-02-26");
}

TEST_CASE("years, months and days have many names, and parts that nobody knows") {
    const auto [csv, iso] = GENERATE(table<std::string, std::string>({
        {"Year,Month,Day\n2022,March,5\n", "2022-03-05"},
        {"Year,Month,Day\n2022,Mar.,5\n", "2022-03-05"},
        {"iyear,imonth,iday\n2014,3,5\n", "2014-03-05"},
        {"iyear,imonth,iday\n2014,3,0\n", "2014-03"},
        {"iyear,imonth,iday\n2014,0,0\n", "2014"},
        {"Рік,Місяць,День\n2022,березень,5\n", "2022-03-05"},
        {"Start Day,Start Month,Start Year\n5,3,2014\n", "2014-03-05"},
        {"Year,Date\n2022,5 March\n", "2022-03-05"},
        {"Year,Date\n2022,2021-03-05\n", "2021-03-05"},
    }));

    CHECK(first_time(csv) == iso);
}

TEST_CASE("a row without a time of its own has the one in its columns") {
    const io::EventFile file = io::read_bytes(
        "a.geojson",
        R"({"type":"FeatureCollection","features":[
            {"type":"Feature","geometry":null,"properties":{"name":"A"},"when":{"start":"2022-02-24"}},
            {"type":"Feature","geometry":null,"properties":{"name":"B","date":"2022-03-05"}}]})");

    CHECK(io::first_day(file.events.at(0)) == "2022-02-24");
    CHECK(io::first_day(file.events.at(1)) == "2022-03-05");
}
