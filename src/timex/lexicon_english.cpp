#include "timex/word_table.hpp"

namespace salient::timex {

namespace {

using C = WordClass;

constexpr WordTable::Flags kPlural{true, false, false};
constexpr WordTable::Flags kShort{false, false, true};

void add_calendar(WordTable& table) {
    table.add_series(
        C::Month,
        1,
        "january february march april may june july august september october november december");
    table.add(C::Month, 1, "jan feb mar apr", kShort, 1);
    table.add(C::Month, 6, "jun jul aug sep oct nov dec", kShort, 1);
    table.add(C::Month, 9, "sept", kShort);
    table.add_series(C::Weekday, 1, "monday tuesday wednesday thursday friday saturday sunday");
    table.add(
        C::Weekday,
        1,
        "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
        kPlural,
        1);
    table.add(C::Weekday, 1, "mon tue wed thu fri sat sun", kShort, 1);
    table.add(C::Weekday, 2, "tues", kShort);
    table.add(C::Weekday, 4, "thur", kShort);
    table.add(C::Weekday, 4, "thurs", kShort);
    table.add_series(C::Season, 1, "spring summer autumn winter");
    table.add(C::Season, 1, "springs summers autumns winters", kPlural, 1);
    table.add(C::Season, 2, "summertime");
    table.add(C::Season, 4, "wintertime");
    table.add(C::Season, 1, "springtime");
    table.add(C::Season, 3, "fall", kShort);
}

void add_numbers(WordTable& table) {
    table.add_series(
        C::Cardinal,
        1,
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty");
    table.add_series(C::Cardinal, 30, "thirty forty fifty sixty seventy eighty ninety hundred", 10);
    table.add(C::Cardinal, 1000, "thousand");
    table.add(C::Cardinal, 12, "dozen");
    table.add_series(
        C::Ordinal,
        1,
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth");
    table.add_series(
        C::Ordinal,
        30,
        "thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth",
        10);
    table.add(C::Vague, 0, "several few some many couple numerous");
    table.add(C::Half, 0, "half");
    table.add(
        C::Approximate,
        0,
        "about around near nearly almost approximately circa roughly over just only exactly");
}

void add_units(WordTable& table) {
    table.add_series(
        C::Unit,
        0,
        "sec minute hour day week fortnight month quarter year decade century weekend");
    table.add(C::Unit, value_of(Unit::Minute), "min");
    table.add(C::Unit, value_of(Unit::Hour), "hr");
    table.add(
        C::Unit,
        0,
        "seconds minutes hours days weeks fortnights months quarters years decades centuries "
        "weekends",
        kPlural,
        1);
    table.add(C::Unit, value_of(Unit::Minute), "mins", kPlural);
    table.add(C::Unit, value_of(Unit::Hour), "hrs", kPlural);
    table.add(C::Unit, value_of(Unit::Year), "yrs", kPlural);
    table.add(C::Unit, value_of(Unit::Weekend), "week-end");
    table.add(C::SetUnit, value_of(Unit::Hour), "hourly");
    table.add(C::SetUnit, value_of(Unit::Day), "daily everyday");
    table.add(C::SetUnit, value_of(Unit::Week), "weekly");
    table.add(C::SetUnit, value_of(Unit::Month), "monthly");
    table.add(C::SetUnit, value_of(Unit::Quarter), "quarterly");
    table.add(C::SetUnit, value_of(Unit::Year), "yearly annually annual");
}

void add_direction(WordTable& table) {
    table.add_series(C::Day, -1, "yesterday today tomorrow");
    table.add(C::Last, 1, "last past previous preceding final");
    table.add(C::Next, 1, "next coming upcoming following ensuing");
    table.add(C::This, 0, "this current these");
    table.add(C::Same, 0, "that same");
    table.add(C::Ago, 0, "ago earlier before previously prior");
    table.add(C::Later, 0, "later afterwards afterward hence after");
    table.add(C::In, 0, "in within");
    table.add(C::Every, 0, "every each");
    table.add(C::Moment, 0, "time moment date");
    table.add(C::Opener, 0, "at to small predawn");
    table.add(C::Starter, 0, "present latter fiscal fy q per");
    table.add(
        C::Ahead,
        0,
        "will shall 'll plans plan scheduled expected due would planned slated intends expects "
        "set");
    table.add(C::Now, 0, "now currently presently nowadays");
    table.add(C::Past, 0, "recently formerly former recent");
    table.add(C::Future, 0, "future");
    table.add(C::Article, 0, "the a an");
    table.add(C::Anniversary, 0, "anniversary");
    table.add(C::War, 0, "invasion war");
    table.add(C::Meridiem, 0, "am");
    table.add(C::Meridiem, 12, "pm");
    table.add(C::Hour, 0, "o'clock");
}

void add_parts(WordTable& table) {
    table.add_series(C::Part, 0, "morning noon afternoon evening night midnight");
    table.add(C::Part, 0, "mornings noons afternoons evenings nights", kPlural, 1);
    table.add(C::Part, value_of(DayPart::Midday), "midday lunchtime");
    table.add(C::Part, value_of(DayPart::Night), "overnight nighttime tonight");
    table.add(C::Part, value_of(DayPart::Morning), "dawn sunrise daybreak");
    table.add(C::Part, value_of(DayPart::Evening), "dusk sunset nightfall");
    table.add_series(C::Edge, -1, "early mid late");
    table.add_series(C::Edge, -1, "beginning middle end");
    table.add(C::Edge, -1, "start outset");
    table.add(C::Edge, 1, "close");
}

}  // namespace

WordTable english_words() {
    WordTable table;
    add_calendar(table);
    add_numbers(table);
    add_units(table);
    add_direction(table);
    add_parts(table);
    return table;
}

}  // namespace salient::timex
