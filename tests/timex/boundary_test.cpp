#include "timex/timex_support.hpp"

#include <catch2/catch.hpp>

TEST_CASE("Dates at the edges of years, months and leap years are right") {
    struct Case {
        const char* published;
        const char* text;
        const char* found;
    };
    const Case row = GENERATE(
        Case{"2024-02-29", "It fell yesterday.", "yesterday=2024-02-28"},
        Case{"2024-03-01", "It fell yesterday.", "yesterday=2024-02-29"},
        Case{"2023-03-01", "It fell yesterday.", "yesterday=2023-02-28"},
        Case{"2024-02-29", "It fell a year ago.", "a year ago=2023"},
        Case{"2024-03-31", "It fell a month ago.", "a month ago=2024-02"},
        Case{"2025-01-01", "It fell yesterday.", "yesterday=2024-12-31"},
        Case{"2025-01-01", "It fell on Tuesday.", "Tuesday=2024-12-31"},
        Case{"2025-01-01", "It fell last month.", "last month=2024-12"},
        Case{"2025-01-01", "It fell on December 31.", "December 31=2024-12-31"},
        Case{"2024-12-31", "It will open on January 2.", "January 2=2025-01-02"},
        Case{"2025-01-01", "It fell last week.", "last week=2024-W52"},
        Case{"2024-12-30", "It fell this week.", "this week=2025-W01"},
        Case{"2025-01-09", "It fell on Thursday.", "Thursday=2025-01-09"},
        Case{"2025-01-09", "It fell last Thursday.", "last Thursday=2025-01-02"},
        Case{"2025-02-10", "It fell this winter.", "this winter=2024-WI"},
        Case{"2025-02-10", "It fell last winter.", "last winter=2023-WI"},
        Case{"2025-07-01", "It fell last summer.", "last summer=2024-SU"});

    CHECK(reading_of(row.text, news("en", row.published)) == row.found);
}

TEST_CASE("Days that do not exist are not dates") {
    const char* const text = GENERATE(
        "It fell on 30 February 2024.",
        "It fell on 31.04.2024.",
        "It fell on 2024-13-01.",
        "It fell on 2023-02-29.");

    for (const auto& found : timexes_of(text, news("en", "2025-01-12"))) {
        INFO(text << " " << found.value);
        CHECK(found.value.size() <= 7);  // a month or year at most, never a day
    }
}

TEST_CASE("Without a day of publication nothing is invented") {
    const Row row = GENERATE(
        Row{"It fell yesterday.", "yesterday=PAST_REF"},
        Row{"It opens tomorrow.", "tomorrow=FUTURE_REF"},
        Row{"It fell on Thursday.", "Thursday=XXXX-WXX-4"},
        Row{"It fell last week.", "last week=PAST_REF"},
        Row{"It fell on March 3.", "March 3=XXXX-03-03"},
        Row{"It fell in November.", "November=XXXX-11"},
        Row{"It fell two years ago.", "two years ago=PAST_REF"},
        Row{"It fell on 3 March 2022. On 7 March it was retaken.",
            "3 March 2022=2022-03-03; 7 March=2022-03-07"});

    const auto options = news("en", "");
    CHECK(reading_of(row.text, options) == row.found);
    for (const auto& found : timexes_of(row.text, options)) {
        const bool says_year = found.value[0] >= '0' && found.value[0] <= '9';
        CHECK(found.span.has_value() == says_year);
    }
}
