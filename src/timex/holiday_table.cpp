#include "timex/holiday_table.hpp"

#include <array>

namespace salient::timex {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using K = HolidayKind;

constexpr std::array kHolidays = {
    // English
    Holiday{"christmas eve", K::Fixed, 12, 24},
    Holiday{"orthodox christmas", K::Fixed, 1, 7},
    Holiday{"christmas day", K::Fixed, 12, 25},
    Holiday{"christmas", K::Fixed, 12, 25},
    Holiday{"xmas", K::Fixed, 12, 25},
    Holiday{"boxing day", K::Fixed, 12, 26},
    Holiday{"new year's|years eve", K::Fixed, 12, 31},
    Holiday{"new year 's eve", K::Fixed, 12, 31},
    Holiday{"new year 's day", K::Fixed, 1, 1},
    Holiday{"new years day", K::Fixed, 1, 1},
    Holiday{"valentine 's day", K::Fixed, 2, 14},
    Holiday{"saint|st paddy|patrick 's day", K::Fixed, 3, 17},
    Holiday{"april fools|fool day", K::Fixed, 4, 1},
    Holiday{"earth day", K::Fixed, 4, 22},
    Holiday{"may day", K::Fixed, 5, 1},
    Holiday{"international workers ' day", K::Fixed, 5, 1},
    Holiday{"victory day", K::Fixed, 5, 9},
    Holiday{"bastille day", K::Fixed, 7, 14},
    Holiday{"international women 's day", K::Fixed, 3, 8},
    Holiday{"women 's day", K::Fixed, 3, 8},
    Holiday{"ukraine 's independence day", K::Fixed, 8, 24},
    Holiday{"ukrainian independence day", K::Fixed, 8, 24},
    Holiday{"russia day", K::Fixed, 6, 12},
    Holiday{"halloween", K::Fixed, 10, 31},
    Holiday{"veterans day", K::Fixed, 11, 11},
    Holiday{"armistice|remembrance day", K::Fixed, 11, 11},
    Holiday{"martin luther king day", K::NthWeekday, 1, 1, 3},
    Holiday{"mlk day", K::NthWeekday, 1, 1, 3},
    Holiday{"civil rights day", K::NthWeekday, 1, 1, 3},
    Holiday{"presidents day", K::NthWeekday, 2, 1, 3},
    Holiday{"mother 's day", K::NthWeekday, 5, 7, 2},
    Holiday{"memorial day", K::NthWeekday, 5, 1, 0},
    Holiday{"father 's day", K::NthWeekday, 6, 7, 3},
    Holiday{"labor|labour day", K::NthWeekday, 9, 1, 1},
    Holiday{"columbus day", K::NthWeekday, 10, 1, 2},
    Holiday{"thanksgiving day", K::NthWeekday, 11, 4, 4},
    Holiday{"thanksgiving", K::NthWeekday, 11, 4, 4},
    Holiday{"black friday", K::NthWeekday, 11, 5, 4},
    Holiday{"orthodox good friday", K::OrthodoxEaster, 0, -2},
    Holiday{"lazarus saturday", K::OrthodoxEaster, 0, -8},
    Holiday{"orthodox palm sunday", K::OrthodoxEaster, 0, -7},
    Holiday{"orthodox easter", K::OrthodoxEaster, 0, 0},
    Holiday{"shrove tuesday", K::WesternEaster, 0, -47},
    Holiday{"mardi gras", K::WesternEaster, 0, -47},
    Holiday{"ash wednesday", K::WesternEaster, 0, -46},
    Holiday{"palm|branch sunday", K::WesternEaster, 0, -7},
    Holiday{"maundy thursday", K::WesternEaster, 0, -3},
    Holiday{"good friday", K::WesternEaster, 0, -2},
    Holiday{"easter sunday", K::WesternEaster, 0, 0},
    Holiday{"easter monday", K::WesternEaster, 0, 1},
    Holiday{"easter", K::WesternEaster, 0, 0},
    Holiday{"ascension day", K::WesternEaster, 0, 39},
    Holiday{"pentecost|whitsun", K::WesternEaster, 0, 49},
    // Ukrainian. The churches and the state went over to the new calendar in 2023.
    Holiday{"різдво|різдва|різдву|різдвом|різдві", K::Fixed, 12, 25, 0, 2023},
    Holiday{"різдво|різдва|різдву|різдвом|різдві", K::Fixed, 1, 7},
    Holiday{"святвечір|святвечора|святвечору", K::Fixed, 12, 24, 0, 2023},
    Holiday{"святвечір|святвечора|святвечору", K::Fixed, 1, 6},
    Holiday{"водохреща|водохрещі|водохрещем", K::Fixed, 1, 6, 0, 2024},
    Holiday{"водохреща|водохрещі|водохрещем", K::Fixed, 1, 19},
    Holiday{"покрова|покрови|покрову", K::Fixed, 10, 1, 0, 2023},
    Holiday{"покрова|покрови|покрову", K::Fixed, 10, 14},
    Holiday{"новий|нового|новому|новим рік|року|році|роком", K::Fixed, 1, 1},
    Holiday{"день|дня|дню|днем|дні незалежності", K::Fixed, 8, 24},
    Holiday{"день|дня|дню|днем|дні соборності", K::Fixed, 1, 22},
    Holiday{"день|дня|дню|днем|дні конституції", K::Fixed, 6, 28},
    Holiday{"день|дня|дню|днем|дні державності", K::Fixed, 7, 15, 0, 2024},
    Holiday{"день|дня|дню|днем|дні державності", K::Fixed, 7, 28},
    Holiday{"день|дня|дню|днем|дні захисників|захисника україни", K::Fixed, 10, 1, 0, 2023},
    Holiday{"день|дня|дню|днем|дні захисників|захисника україни", K::Fixed, 10, 14},
    Holiday{"день|дня|дню|днем|дні захисників і захисниць", K::Fixed, 10, 1},
    Holiday{"день|дня|дню|днем|дні перемоги", K::Fixed, 5, 9},
    Holiday{"великдень|великодня|великодню|великоднем", K::OrthodoxEaster, 0, 0},
    Holiday{"паска|паски|паску", K::OrthodoxEaster, 0, 0},
    Holiday{"вербна|вербної|вербну неділя|неділі|неділю", K::OrthodoxEaster, 0, -7},
    Holiday{"трійця|трійці|трійцю|трійцею", K::OrthodoxEaster, 0, 49},
    Holiday{"міжнародний|міжнародного жіночий|жіночого день|дня", K::Fixed, 3, 8},
    // Russian
    Holiday{"рождество|рождества|рождеству|рождеством|рождестве", K::Fixed, 1, 7},
    Holiday{"крещение|крещения|крещению", K::Fixed, 1, 19},
    Holiday{"новый|нового|новому|новым год|года|году|годом", K::Fixed, 1, 1},
    Holiday{"день|дня|дню|днём|днем победы", K::Fixed, 5, 9},
    Holiday{"день|дня|дню|днём|днем россии", K::Fixed, 6, 12},
    Holiday{"день|дня|дню|днём|днем защитника отечества", K::Fixed, 2, 23},
    Holiday{"день|дня|дню|днём|днем независимости украины", K::Fixed, 8, 24},
    Holiday{"международный|международного женский|женского день|дня", K::Fixed, 3, 8},
    Holiday{"пасха|пасхи|пасху|пасхе|пасхой", K::OrthodoxEaster, 0, 0},
    Holiday{"троица|троицы|троицу|троице", K::OrthodoxEaster, 0, 49},
};

/// @source the anonymous Gregorian algorithm (Nature, 20 April 1876)
sys_days western_easter(int year) {
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return sys_days(
        std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(f / 31))
        / std::chrono::day(static_cast<unsigned>(f % 31 + 1)));
}

/// @source Meeus, Astronomical Algorithms: the Julian Easter, moved to the Gregorian calendar
sys_days orthodox_easter(int year) {
    const int d = (19 * (year % 19) + 15) % 30;
    const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    const int f = d + e + 114;
    const sys_days julian = sys_days(
        std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(f / 31))
        / std::chrono::day(static_cast<unsigned>(f % 31 + 1)));
    return julian + days(year / 100 - year / 400 - 2);
}

}  // namespace

std::span<const Holiday> holidays() {
    return kHolidays;
}

std::optional<sys_days> holiday_in(const Holiday& holiday, int year) {
    static constexpr int kFirstYear = 1000;  // before, the calendars were others
    if (year < kFirstYear || year > 9998) {
        return std::nullopt;
    }
    switch (holiday.kind) {
        case K::Fixed: {
            const auto resolved = resolve_day(year, holiday.month, holiday.day);
            return resolved ? std::optional(time::first_day(*resolved->span)) : std::nullopt;
        }
        case K::NthWeekday: {
            const auto month =
                std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(holiday.month));
            const std::chrono::weekday weekday(static_cast<unsigned>(holiday.day % 7));
            return holiday.nth == 0 ? sys_days(month / weekday[std::chrono::last])
                                    : sys_days(month / weekday[static_cast<unsigned>(holiday.nth)]);
        }
        case K::WesternEaster:
            return western_easter(year) + days(holiday.day);
        case K::OrthodoxEaster:
            return orthodox_easter(year) + days(holiday.day);
    }
    return std::nullopt;
}

}  // namespace salient::timex
