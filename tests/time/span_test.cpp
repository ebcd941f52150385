#include "time/span.hpp"

#include <catch2/catch.hpp>

using namespace salient::time;
using namespace std::chrono;

TEST_CASE("a day is half-open and as long as a day") {
    const Span span = day_span(sys_days(2025y / 1 / 12));

    CHECK(span.begin == 1'736'640'000);
    CHECK(span.end - span.begin == kSecondsPerDay);
    CHECK(first_day(span) == sys_days(2025y / 1 / 12));
    CHECK(last_day(span) == sys_days(2025y / 1 / 12));
}

TEST_CASE("days before 1970 and before 1752 are calendar days too") {
    const auto day = GENERATE(
        sys_days(1969y / 12 / 31),
        sys_days(1941y / 6 / 22),
        sys_days(1709y / 7 / 8),
        sys_days(1y / 1 / 1));

    CHECK(day_of(seconds_of(day)) == day);
    CHECK(day_of(seconds_of(day) + kSecondsPerDay - 1) == day);
    CHECK(day_of(seconds_of(day) - 1) == day - days(1));
}

TEST_CASE("months and years know leap days") {
    CHECK(last_day(month_span(2024y / 2)) == sys_days(2024y / 2 / 29));
    CHECK(last_day(month_span(1900y / 2)) == sys_days(1900y / 2 / 28));
    CHECK(last_day(month_span(2024y / 12)) == sys_days(2024y / 12 / 31));
    CHECK(year_span(2024y).end - year_span(2024y).begin == 366 * kSecondsPerDay);
}

TEST_CASE("a window ending where a day begins does not touch it") {
    const Span span = day_span(sys_days(2025y / 1 / 12));

    CHECK_FALSE(possibly_inside(span, {span.begin - 100, span.begin}));
    CHECK_FALSE(possibly_inside(span, {span.end, span.end + 100}));
    CHECK(possibly_inside(span, {span.end - 1, span.end + 100}));
    CHECK(certainly_inside(span, {span.begin, span.end}));
    CHECK_FALSE(certainly_inside(span, {span.begin + 1, span.end}));
}

TEST_CASE("a moment counts where it lies, at the begin but not at the end of a window") {
    Span span;
    span.begin = 1000;
    span.end = 1000;
    span.precision = Precision::Instant;

    CHECK(certainly_inside(span, {1000, 1001}));
    CHECK(possibly_inside(span, {1000, 1001}));
    CHECK_FALSE(possibly_inside(span, {900, 1000}));
}

TEST_CASE("an open span may have happened at any time beyond its edge, and certainly never") {
    Span since = day_span(sys_days(2025y / 1 / 12));
    since.open_end = true;
    const Window years_later = {since.end + 1'000'000'000, since.end + 1'000'000'100};

    CHECK(possibly_inside(since, years_later));
    CHECK_FALSE(certainly_inside(since, {since.begin, since.end}));
    CHECK_FALSE(possibly_inside(since, {since.begin - 10, since.begin}));
}
