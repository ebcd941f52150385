#include "timex/timex_support.hpp"

#include <catch2/catch.hpp>

// Published on Sunday 12 January 2025.
static const auto kNews = news("en", "2025-01-12");

TEST_CASE("English dates that say their year are read as they stand") {
    const Row row = GENERATE(
        Row{"Signed on 9 January 2025 in Oslo.", "9 January 2025=2025-01-09"},
        Row{"Signed on January 9, 2025, in Oslo.", "January 9, 2025=2025-01-09"},
        Row{"Signed on Jan. 9, 2025.", "Jan. 9, 2025=2025-01-09"},
        Row{"Signed on the 9th of January 2025.", "9th of January 2025=2025-01-09"},
        Row{"Signed on Thursday, January 9th, 2025.", "Thursday, January 9th, 2025=2025-01-09"},
        Row{"It opened on 29 February 2024.", "29 February 2024=2024-02-29"},
        Row{"Log entry 2024-11-05 says so.", "2024-11-05=2024-11-05"},
        Row{"Log entry 05.11.2024 says so.", "05.11.2024=2024-11-05"},
        Row{"Log entry 11/25/2024 says so.", "11/25/2024=2024-11-25"},
        Row{"The bridge closed in October 2024.", "October 2024=2024-10"},
        Row{"The bridge closed in Oct. 2024.", "Oct. 2024=2024-10"},
        Row{"The plant was built in 1987.", "1987=1987"},
        Row{"A treaty of 1648 was quoted.", "1648=1648"},
        Row{"Protests in summer 2023 grew.", "summer 2023=2023-SU"},
        Row{"Protests in the autumn of 2023 grew.", "autumn of 2023=2023-FA"},
        Row{"The mills of the 1990s are gone.", "1990s=199"},
        Row{"The mills of the 20th century are gone.", "20th century=19"},
        Row{"Sales in the third quarter of 2024 fell.", "third quarter of 2024=2024-Q3"},
        Row{"Attacks in the second half of 2023 doubled.", "second half of 2023=2023-H2"},
        Row{"Funds for fiscal year 2024 were cut.", "fiscal year 2024=2024"});

    CHECK(reading_of(row.text, kNews) == row.found);
}

TEST_CASE("English dates without a year take the one that fits what is told") {
    const Row row = GENERATE(
        Row{"The mayor resigned on December 30.", "December 30=2024-12-30"},
        Row{"The mayor resigned on Jan. 3.", "Jan. 3=2025-01-03"},
        Row{"He had to leave by Jan. 11.", "Jan. 11=2025-01-11"},
        Row{"The vote will be held on March 2.", "March 2=2025-03-02"},
        Row{"The vote was held in November.", "November=2024-11"},
        Row{"In 2022, he fled on March 4 with his family.", "2022=2022; March 4=2022-03-04"});

    CHECK(reading_of(row.text, kNews) == row.found);
}

TEST_CASE("English weekdays follow the day of publication and the tense") {
    const Row row = GENERATE(
        Row{"The depot burned on Monday.", "Monday=2025-01-06"},
        Row{"The depot burned on Tuesday.", "Tuesday=2025-01-07"},
        Row{"The depot burned on Wednesday.", "Wednesday=2025-01-08"},
        Row{"The depot burned on Thursday.", "Thursday=2025-01-09"},
        Row{"The depot burned on Friday.", "Friday=2025-01-10"},
        Row{"The depot burned on Saturday.", "Saturday=2025-01-11"},
        Row{"The depot burned on Sunday.", "Sunday=2025-01-12"},
        Row{"The talks will resume on Wednesday.", "Wednesday=2025-01-15"},
        Row{"The match is off until Saturday.", "Saturday=2025-01-18"},
        Row{"The mayor said on Wednesday that he would go.", "Wednesday=2025-01-08"},
        Row{"The mayor told reporters on Wednesday he would go.", "Wednesday=2025-01-08"},
        Row{"They met last Thursday.", "last Thursday=2025-01-09"},
        Row{"They met last Sunday.", "last Sunday=2025-01-05"},
        Row{"They meet next Tuesday.", "next Tuesday=2025-01-14"},
        Row{"They meet on Friday next week.", "Friday next week=2025-01-17"},
        Row{"Elections fall on the first Tuesday of November 2026.",
            "the first Tuesday of November 2026=2026-11-03"},
        Row{"It shut on the last Friday of May 2024.", "the last Friday of May 2024=2024-05-31"});

    CHECK(reading_of(row.text, kNews) == row.found);
}

TEST_CASE("English words against today are read against the day of publication") {
    const Row row = GENERATE(
        Row{"Two men were freed yesterday.", "yesterday=2025-01-11"},
        Row{"Two men were freed today.", "today=2025-01-12"},
        Row{"Two men will be freed tomorrow.", "tomorrow=2025-01-13"},
        Row{"The city was taken last week.", "last week=2025-W01"},
        Row{"The city was taken last month.", "last month=2024-12"},
        Row{"The city was taken last year.", "last year=2024"},
        Row{"The raid began last summer.", "last summer=2024-SU"},
        Row{"They held it since last summer.", "last summer=2024-SU"},
        Row{"The thaw comes next spring.", "next spring=2025-SP"},
        Row{"The budget of this year is smaller.", "this year=2025"},
        Row{"He enlisted three days ago.", "three days ago=2025-01-09"},
        Row{"He enlisted two months ago.", "two months ago=2024-11"},
        Row{"He enlisted six years ago.", "six years ago=2019"},
        Row{"It fell the week before last.", "the week before last=2024-W52"},
        Row{"Prices peaked in March last year.", "March last year=2024-03"});

    CHECK(reading_of(row.text, kNews) == row.found);
}

TEST_CASE("Words that a machine put for last are read as last") {
    const Row row = GENERATE(
        Row{"Final month the army lost a village.", "Final month=2024-12"},
        Row{"It was seized in a raid final summer time.", "final summer time=2024-SU"},
        Row{"Costs rose final week.", "final week=2025-W01"},
        Row{"It closed final yr and final fall.", "final fall=2024-FA"},
        Row{"He died in the final month of the siege.", "the final month=P1M"});

    CHECK(reading_of(row.text, kNews) == row.found);
}

TEST_CASE("English dates say early, mid and late without changing their value") {
    const Row row = GENERATE(
        Row{"Shelling began in early March 2024.", "early March 2024=2024-03"},
        Row{"Shelling began in mid-2023.", "mid-2023=2023"},
        Row{"Shelling began in late October.", "late October=2024-10"},
        Row{"Shelling began in mid-December.", "mid-December=2024-12"},
        Row{"Shelling began at the end of 2022.", "the end of 2022=2022"},
        Row{"Shelling began in the late 1980s.", "the late 1980s=198"},
        Row{"It is due by the end of the year.", "the end of the year=2025"},
        Row{"It was agreed earlier this month.", "earlier this month=2025-01"});

    CHECK(reading_of(row.text, kNews) == row.found);
}

TEST_CASE("English clock times take their day and zone") {
    const Row row = GENERATE(
        Row{"Sirens sounded at 4:30 a.m. Kyiv time on January 9.",
            "4:30 a.m. Kyiv time=2025-01-09T04:30+02; January 9=2025-01-09"},
        Row{"Kick-off is at 15:00 GMT Saturday.", "15:00 GMT Saturday=2025-01-11T15:00"},
        Row{"He called at 5 p.m. yesterday.", "5 p.m. yesterday=2025-01-11T17:00"},
        Row{"It sank on July 4, 2024 at 6:15 p.m. Kyiv time.",
            "July 4, 2024 at 6:15 p.m. Kyiv time=2024-07-04T18:15+03"},
        Row{"It sank at 0430 GMT on January 9.", "0430 GMT=2025-01-09T04:30; January 9=2025-01-09"},
        Row{"They met on Friday afternoon.", "Friday afternoon=2025-01-10TAF"},
        Row{"They met on Friday at 7 pm.", "Friday at 7 pm=2025-01-10T19:00"},
        Row{"Drones came this morning.", "this morning=2025-01-12TMO"},
        Row{"Drones came last night.", "last night=2025-01-11TNI"},
        Row{"Drones came overnight.", "overnight=2025-01-12TNI"},
        Row{"Drones came on the night of January 9.", "night of January 9=2025-01-09TNI"},
        Row{"Drones came on the night of 9–10 January.", "night of 9–10 January=2025-01-09TNI"},
        Row{"Drones came in the early hours of Thursday.",
            "early hours of Thursday=2025-01-09TMO"});

    CHECK(reading_of(row.text, kNews) == row.found);
}

TEST_CASE("English lengths and repetitions have no day") {
    const Row row = GENERATE(
        Row{"The siege lasted two weeks.", "two weeks=P2W"},
        Row{"The siege lasted twenty-four days.", "twenty-four days=P24D"},
        Row{"The siege lasted several months.", "several months=PXM"},
        Row{"A 24-hour truce was offered.", "24-hour=PT24H"},
        Row{"A year-long siege ended.", "A year-long=P1Y"},
        Row{"It took half an hour.", "half an hour=PT30M"},
        Row{"It took a year and a half.", "a year and a half=P1.5Y"},
        Row{"Over the past three years nothing moved.", "the past three years=P3Y"},
        Row{"They train every Monday.", "every Monday=XXXX-WXX-1"},
        Row{"They train on Fridays.", "Fridays=XXXX-WXX-5"},
        Row{"They train every two weeks.", "every two weeks=P2W"},
        Row{"They train daily.", "daily=XXXX-XX-XX"},
        Row{"It fires 300 shells per day.", "per day=P1D"});

    CHECK(reading_of(row.text, kNews) == row.found);
}

TEST_CASE("Days, anniversaries and holidays of the war are read") {
    const Row row = GENERATE(
        Row{"On day 1,053 of the full-scale invasion the line held.", "day 1,053=2025-01-11"},
        Row{"It was the 1,054th day of the war.", "1,054th day=2025-01-12"},
        Row{"On the third day of Russia's invasion a bridge was blown up.", "third day=2022-02-26"},
        Row{"A vigil marked the second anniversary of the full-scale invasion.",
            "the second anniversary=2024-02-24"},
        Row{"Leaders will come for the anniversary of Russia's invasion.",
            "the anniversary=2025-02-24"},
        Row{"Shelling went on at Christmas.", "Christmas=2024-12-25"},
        Row{"He spoke on Independence Day and on Victory Day 2024.", "Victory Day 2024=2024-05-09"},
        Row{"Orthodox Easter 2024 was quiet.", "Orthodox Easter 2024=2024-05-05"},
        Row{"Easter 2024 was quiet.", "Easter 2024=2024-03-31"});

    CHECK(reading_of(row.text, kNews) == row.found);
}

TEST_CASE("English weekends and times around now are read") {
    const Row row = GENERATE(
        Row{"Over the weekend two towns fell.", "weekend=2025-W02-WE"},
        Row{"In recent weeks two towns fell.", "recent weeks=PAST_REF"},
        Row{"In the coming months more may fall.", "the coming months=FUTURE_REF"},
        Row{"He now lives abroad.", "now=PRESENT_REF"},
        Row{"He was poor at the time.", "at the time=PAST_REF"},
        Row{"It may take between 12 and 18 months.", "12=P12M; 18 months=P18M"});

    CHECK(reading_of(row.text, kNews) == row.found);
}

TEST_CASE("English words and numbers that are no dates are left alone") {
    const char* const text = GENERATE(
        "Troops may march on.",
        "Some 2000 soldiers dug in.",
        "The SU-2500 was shown.",
        "It costs $1950.",
        "He finished second.",
        "A second attack failed.",
        "The fall of the town was quick.",
        "They lost 11,000 men and 12.5 km.",
        "April Glaspie and Mark June Smith spoke in Augusta.");

    CHECK(reading_of(text, kNews).find("=20") == std::string::npos);
    CHECK(reading_of(text, kNews).find("=19") == std::string::npos);
}

TEST_CASE(
    "early on the weekday after the day of publication is beyond the date line, not six days ago") {
    const auto monday = news("en", "2025-01-13");

    CHECK(reading_of("A ship sank early Tuesday.", monday) == "early Tuesday=2025-01-14");
    CHECK(reading_of("A ship sank on Tuesday.", monday) == "Tuesday=2025-01-07");
}
