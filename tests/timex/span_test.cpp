#include "time/span.hpp"

#include "time/text.hpp"
#include "timex/timex_support.hpp"

#include <catch2/catch.hpp>

using namespace salient;
using time::Precision;

TEST_CASE("The span of a date carries how exactly it was said") {
    struct Case {
        const char* text;
        Precision precision;
        const char* first_day;
        const char* last_day;
    };
    const Case row = GENERATE(
        Case{"on 9 January 2025", Precision::Day, "2025-01-09", "2025-01-09"},
        Case{"in January 2025", Precision::Month, "2025-01-01", "2025-01-31"},
        Case{"in 2024", Precision::Year, "2024-01-01", "2024-12-31"},
        Case{"in summer 2024", Precision::Season, "2024-06-01", "2024-08-31"},
        Case{"in winter 2024", Precision::Season, "2024-12-01", "2025-02-28"},
        Case{"last week", Precision::Week, "2024-12-30", "2025-01-05"},
        Case{"in the third quarter of 2024", Precision::Quarter, "2024-07-01", "2024-09-30"},
        Case{"in the 1990s", Precision::Decade, "1990-01-01", "1999-12-31"},
        Case{"in early March 2024", Precision::Month, "2024-03-01", "2024-03-10"},
        Case{"in late March 2024", Precision::Month, "2024-03-21", "2024-03-31"},
        Case{"on 9–12 January 2025", Precision::Day, "2025-01-09", "2025-01-12"},
        Case{"from January 2024 to March 2024", Precision::Month, "2024-01-01", "2024-03-31"},
        Case{"at 4:30 a.m. on 9 January 2025", Precision::Minute, "2025-01-09", "2025-01-09"},
        Case{"on the night of 9–10 January 2025", Precision::Hour, "2025-01-09", "2025-01-10"});

    const auto found = timexes_of(row.text, news("en", "2025-01-12"));

    REQUIRE(!found.empty());
    REQUIRE(found.front().span);
    CHECK(found.front().span->precision == row.precision);
    CHECK(time::iso_day(time::first_day(*found.front().span)) == row.first_day);
    CHECK(time::iso_day(time::last_day(*found.front().span)) == row.last_day);
    CHECK(found.front().span->begin < found.front().span->end);
}

TEST_CASE("A clock time with a zone is stored in UTC with its offset") {
    const auto winter =
        timexes_of("at 4:30 a.m. Kyiv time on 9 January 2025", news("en", "2025-01-12"));
    const auto summer =
        timexes_of("at 4:30 a.m. Kyiv time on 9 July 2024", news("en", "2025-01-12"));

    REQUIRE(winter.front().span);
    REQUIRE(summer.front().span);
    CHECK(time::iso_text(*winter.front().span) == "2025-01-09T04:30+02:00");
    CHECK(time::iso_text(*summer.front().span) == "2024-07-09T04:30+03:00");
}

TEST_CASE("Since and by leave an end open") {
    const auto since = timexes_of("They held it since 9 January 2025.", news("en", "2025-01-12"));
    const auto by = timexes_of("They left by 9 January 2025.", news("en", "2025-01-12"));

    REQUIRE(since.front().span);
    REQUIRE(by.front().span);
    CHECK(since.front().span->open_end);
    CHECK_FALSE(since.front().span->open_begin);
    CHECK(by.front().span->open_begin);
    CHECK_FALSE(by.front().span->open_end);
}

TEST_CASE("Offsets are in order, and the span begins on the day that the value names") {
    const char* const language = GENERATE("en", "uk", "ru");
    const std::string text =
        "On 9 January 2025, on Thursday, last week and in May 2024; at 5 p.m. yesterday, 3–5 March "
        "2024, overnight. "
        "9 січня 2025 року, у четвер, минулого тижня; о 17:00, у ніч на 10 січня, з 3 по 5 березня "
        "2024 року. "
        "9 января 2025 года, в четверг, на прошлой неделе; в 17:00, в ночь на 10 января, с 3 по 5 "
        "марта 2024 года.";

    const auto found = timexes_of(text, news(language, "2025-01-12"));

    REQUIRE(found.size() > 8);
    std::size_t last_end = 0;
    for (const auto& timex : found) {
        INFO(text.substr(timex.begin, timex.end - timex.begin) << " = " << timex.value);
        CHECK(timex.begin >= last_end);
        CHECK(timex.begin < timex.end);
        CHECK(timex.end <= text.size());
        CHECK(timex.confidence > 0);
        CHECK(timex.confidence < 1);
        last_end = timex.end;
        const auto value = time::parse_iso(timex.value.substr(0, timex.value.find('T')));
        if (timex.span && value) {
            CHECK(time::first_day(*timex.span) == time::first_day(*value));
        }
    }
}
