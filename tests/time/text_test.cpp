#include "time/text.hpp"

#include "time/zone.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <ctime>

using namespace salient::time;
using namespace std::chrono;

TEST_CASE("ISO texts come back as they went in") {
    const std::string text = GENERATE(
        as<std::string>(),
        "2025",
        "2025-01",
        "2025-01-09",
        "2024-02-29",
        "1709-07-08",
        "2025-W02",
        "2025-01-09T04:30",
        "2025-01-09T04:30:05Z",
        "2025-01-09T04:30+02:00",
        "2025-01-09/2025-01-12",
        "2025-01-09/..",
        "../2025-01-09");

    const auto span = parse_iso(text);

    REQUIRE(span);
    CHECK(iso_text(*span) == text);
}

TEST_CASE("an ISO text that is no date is refused with what was expected") {
    const std::string text = GENERATE(
        as<std::string>(),
        "",
        "2025-02-30",
        "1900-02-29",
        "0000-01-01",
        "-0044-03-15",
        "2025-13",
        "2025-W54",
        "2025-01-12T25:00",
        "2025-01-12/2025-01-09",
        "../..",
        "12.01.2025",
        "2025-01-12x",
        "20250112000000000000000000000");

    const auto span = parse_iso(text);

    REQUIRE_FALSE(span);
    CHECK(span.error().message.find("Expected a date") == 0);
}

TEST_CASE("what people type is read in three languages") {
    const std::string text = GENERATE(
        as<std::string>(),
        "2025-01-12",
        "12.01.2025",
        "12 Jan 2025",
        "12 January 2025",
        "Jan 12, 2025",
        "12 січня 2025",
        "12 января 2025",
        "  12 Января 2025 ");

    const auto span = parse_typed(text);

    REQUIRE(span);
    CHECK(*span == day_span(sys_days(2025y / 1 / 12)));
}

TEST_CASE("what cannot be a date is refused when typed") {
    const std::string text =
        GENERATE(as<std::string>(), "", "yesterday", "31.02.2025", "Jan 2025 12 12", "12 foo 2025");

    CHECK_FALSE(parse_typed(text));
}

TEST_CASE("a person reads inclusive days") {
    CHECK(display_text(day_span(sys_days(2025y / 1 / 9))) == "9 January 2025");
    CHECK(
        display_text(days_span(sys_days(2025y / 1 / 5), sys_days(2025y / 1 / 6)))
        == "5–6 January 2025");
    CHECK(display_text(month_span(2025y / 1)) == "January 2025");
    CHECK(display_text(*parse_iso("2025-01-09T04:30+02:00")) == "9 January 2025, 04:30 UTC+2");
}

TEST_CASE("a clock time moves to the display zone, summer time included") {
    const auto kyiv = DisplayZone::find("Europe/Kyiv");
    REQUIRE(kyiv);

    CHECK(display_text(*parse_iso("2025-01-11T23:30Z"), *kyiv) == "12 January 2025, 01:30 UTC+2");
    CHECK(display_text(*parse_iso("2024-08-06T05:00Z"), *kyiv) == "6 August 2024, 08:00 UTC+3");
    CHECK(display_clock(0, DisplayZone()) == "1 January 1970, 00:00 UTC");
}

TEST_CASE("a stretch between two times of day has both, in files and for a person") {
    const auto [iso, shown, in_kyiv] = GENERATE(table<std::string, std::string, std::string>({
        {"2025-01-11T16:10Z/2025-01-11T16:40Z",
         "11 January 2025, 16:10–16:40 UTC",
         "11 January 2025, 18:10–18:40 UTC+2"},
        {"2025-01-11T21:30Z/2025-01-11T22:15Z",
         "11 January 2025, 21:30–22:15 UTC",
         "11 January 2025, 23:30 – 12 January 2025, 00:15 UTC+2"},
        {"2025-03-29T22:30Z/2025-03-30T02:15Z",
         "29 March 2025, 22:30 – 30 March 2025, 02:15 UTC",
         "30 March 2025, 00:30 UTC+2–05:15 UTC+3"},
        {"2025-01-11T16:10:05/2025-01-11T16:40:00", "11 January 2025, 16:10–16:40", ""},
        {"2025-01-11T16/2025-01-11T18", "11 January 2025, 16:00–18:00", ""},
        {"2025-01-11T16:10/..", "since 11 January 2025", ""},
    }));
    const auto kyiv = DisplayZone::find("Europe/Kyiv");
    REQUIRE(kyiv);

    const Span span = *parse_iso(iso);

    CHECK(iso_text(span) == iso);
    CHECK(*parse_iso(iso_text(span)) == span);
    CHECK(display_text(span) == shown);
    CHECK(display_text(span, *kyiv) == (in_kyiv.empty() ? shown : in_kyiv));
}

TEST_CASE("an unknown zone is refused by name") {
    const auto zone = DisplayZone::find("Europe/Atlantis");

    REQUIRE_FALSE(zone);
    CHECK(zone.error().message.find("Europe/Atlantis") != std::string::npos);
}

TEST_CASE("a floating day is the same day in every zone of viewer and machine") {
    const char* before = std::getenv("TZ");
    const std::string kept = before == nullptr ? "" : before;
    const std::string machine =
        GENERATE(as<std::string>(), "UTC", "America/Los_Angeles", "Asia/Kolkata");
    ::setenv("TZ", machine.c_str(), 1);
    ::tzset();
    const auto shown = DisplayZone::find(machine);
    REQUIRE(shown);

    const auto span = parse_iso("2025-01-12");
    const std::string text = display_text(*span, *shown);
    const std::string iso = iso_text(*span);

    ::setenv("TZ", kept.c_str(), 1);
    ::tzset();
    CHECK(text == "12 January 2025");
    CHECK(iso == "2025-01-12");
}
