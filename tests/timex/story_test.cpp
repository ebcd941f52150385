#include "timex/timex_support.hpp"

#include <catch2/catch.hpp>

TEST_CASE("In a story the last full date carries the year") {
    const Row row = GENERATE(
        Row{"The siege began on 3 May 1863. On 19 May the wall was stormed, and in July it fell.",
            "3 May 1863=1863-05-03; 19 May=1863-05-19; July=1863-07"},
        Row{"War came in 1744. In spring the army crossed the river.", "1744=1744; spring=1744-SP"},
        Row{"The fort fell on June 2, 1812. The next day the town burned.",
            "June 2, 1812=1812-06-02; The next day=1812-06-03"},
        Row{"The fort fell on June 2, 1812. Three days later the town burned.",
            "June 2, 1812=1812-06-02; Three days later=1812-06-05"},
        Row{"The fort fell in June 1812. Later that year the town burned.",
            "June 1812=1812-06; Later that year=1812"},
        Row{"He ruled from April to June 1968.", "April=1968-04; June 1968=1968-06"},
        Row{"The truce held between January 12 and January 16, 1936.",
            "January 12=1936-01-12; January 16, 1936=1936-01-16"});

    CHECK(reading_of(row.text, story("en")) == row.found);
}

TEST_CASE("Years before Christ are read, and without their era in a story of that time") {
    const Row row = GENERATE(
        Row{"The city was founded in 753 BC.", "753 BC=BC0753"},
        Row{"In 216 BC he won. In 202 he lost.", "216 BC=BC0216; 202=BC0202"},
        Row{"They fought from 264 to 241 B.C. at sea.", "264=BC0264; 241 B.C.=BC0241"},
        Row{"It was a poem of the 5th century BC.", "5th century BC=BC04"},
        Row{"In the spring of 218 BCE he set out.", "spring of 218 BCE=BC0218-SP"});

    CHECK(reading_of(row.text, story("en")) == row.found);
}

TEST_CASE("In a Ukrainian story the last full date carries the year") {
    const Row row = GENERATE(
        Row{"Облога почалася 3 травня 1863 року. 19 травня мур узяли.",
            "3 травня 1863 року=1863-05-03; 19 травня=1863-05-19"},
        Row{"Місто впало 2 червня 1812 року. Наступного дня воно горіло.",
            "2 червня 1812 року=1812-06-02; Наступного дня=1812-06-03"},
        Row{"Бої йшли з 12 по 15 квітня 1927 року.",
            "12=1927-04-12; 15 квітня 1927 року=1927-04-15"},
        Row{"За п'ять місяців (лютий — липень 1980) фронт став.",
            "За п'ять місяців=P5M; лютий=1980-02; липень 1980=1980-07"},
        Row{"Війна 1927—1936 років скінчилася.", "1927=1927; 1936 років=1936"});

    CHECK(reading_of(row.text, story("uk")) == row.found);
}

TEST_CASE("Both ends of a range are read and share what only one of them says") {
    const Row row = GENERATE(
        Row{"It rained from 9 to 12 January 2025.", "9=2025-01-09; 12 January 2025=2025-01-12"},
        Row{"It rained on January 9–12, 2025.", "January 9=2025-01-09; 12, 2025=2025-01-12"},
        Row{"It rained on 3, 5 and 7 May 2024.",
            "3=2024-05-03; 5=2024-05-05; 7 May 2024=2024-05-07"},
        Row{"It rained on 30 January – 2 February 2025.",
            "30 January=2025-01-30; 2 February 2025=2025-02-02"},
        Row{"It rained in 2007-08.", "2007=2007; 08=2008"});

    CHECK(reading_of(row.text, news("en", "2025-01-12")) == row.found);
}

TEST_CASE("A phrase on its own has one value and looks ahead") {
    const Row row = GENERATE(
        Row{"9 to 12 March", "9 to 12 March=2025-03-09/2025-03-12"},
        Row{"friday", "friday=2025-01-17"},
        Row{"march 3", "march 3=2025-03-03"},
        Row{"early march", "early march=2025-03-01/2025-03-10"},
        Row{"last 2 weeks", "last 2 weeks=2024-W52/2025-W01"});

    CHECK(reading_of(row.text, phrase("en", "2025-01-12")) == row.found);
}
