#include "timex/zones.hpp"

#include <algorithm>
#include <array>

namespace salient::timex {

namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

struct Named {
    WordList names;
    int offset_minutes = 0;
    bool has_summer_time = false;
};

constexpr std::array<Named, 17> kAbbreviations = {{
    {"gmt utc", 0, false},
    {"bst cet", 60, false},
    {"cest eet", 120, false},
    {"eest msk мск", 180, false},
    {"est", -300, false},
    {"edt", -240, false},
    {"cst", -360, false},
    {"cdt", -300, false},
    {"mst", -420, false},
    {"mdt", -360, false},
    {"pst", -480, false},
    {"pdt", -420, false},
    {"jst", 540, false},
    {"ist", 330, false},
    {"et", -300, true},
    {"pt", -480, true},
    {"aest", 600, false},
}};

/// Cities whose time is told in news of the war, with their forms in three languages.
constexpr std::array<Named, 9> kCities = {{
    {"kyiv kiev ukrainian ukraine київ києвом київським києву києва киеву киевскому киева",
     120,
     true},
    {"moscow russian московським московскому москве москви москвою", 180, false},
    {"baghdad", 180, false},
    {"london british uk", 0, true},
    {"washington eastern", -300, true},
    {"berlin paris brussels warsaw central берлінським", 60, true},
    {"istanbul turkish", 180, false},
    {"beijing", 480, false},
    {"tehran", 210, false},
}};

std::optional<Zone> named(const Reader& in, std::size_t i, const auto& table) {
    for (const Named& zone : table) {
        if (in.is_one_of(i, zone.names)) {
            return Zone{zone.offset_minutes, zone.has_summer_time, true, i + 1};
        }
    }
    return std::nullopt;
}

sys_days last_sunday(std::chrono::year year, std::chrono::month month) {
    return sys_days(year / month / std::chrono::Sunday[std::chrono::last]);
}

}  // namespace

namespace {

/// "+02:00", "−0500", "Z" right behind a clock time.
std::optional<Zone> numeric_zone(const Reader& in, std::size_t i) {
    if (in.glued(i) && in.text_is(i, "z")) {
        return Zone{0, false, true, i + 1};
    }
    const bool east = in.text_is(i, "+");
    const auto hours = in.digits(i + 1, 4);
    if ((!east && !in.text_is(i, "-")) || !in.glued(i) || !in.glued(i + 1) || !hours) {
        return std::nullopt;
    }
    const bool four = in.folded(i + 1).size() == 4;
    const auto minutes =
        in.text_is(i + 2, ":") && in.glued(i + 2) ? in.digits(i + 3, 2) : std::nullopt;
    if (!four && (in.folded(i + 1).size() != 2 || !minutes)) {
        return std::nullopt;
    }
    const int offset = four ? *hours / 100 * 60 + *hours % 100 : *hours * 60 + *minutes;
    static constexpr int kLargestOffset = 14 * 60;
    return offset <= kLargestOffset
               ? std::optional(Zone{east ? offset : -offset, false, true, four ? i + 2 : i + 4})
               : std::nullopt;
}

}  // namespace

std::optional<Zone> read_zone(const Reader& in, std::size_t i) {
    if (auto zone = numeric_zone(in, i)) {
        return zone;
    }
    const bool bracket = in.text_is(i, "(");
    std::size_t at = bracket ? i + 1 : i;
    if (auto zone = named(in, at, kAbbreviations)) {
        const bool closes = bracket && in.text_is(zone->next, ")");
        if (bracket && !closes) {
            return std::nullopt;
        }
        zone->next += closes ? 1U : 0U;
        return zone;
    }
    if (bracket) {
        return std::nullopt;
    }
    const bool preposition = in.is_one_of(at, "за по");
    at += preposition ? 1U : 0U;
    std::optional<Zone> zone = named(in, at, kCities);
    if (!zone && in.is_one_of(at, "local місцевим местному")) {
        zone = Zone{0, false, false, at + 1};
    }
    if (!zone) {
        return std::nullopt;
    }
    zone->next += in.is_one_of(zone->next, "local standard") ? 1U : 0U;
    if (in.is_one_of(zone->next, "time часом времени")) {
        ++zone->next;
        return zone;
    }
    return preposition && zone->is_known ? zone : std::nullopt;
}

int offset_on(const Zone& zone, sys_days day) {
    if (!zone.has_summer_time) {
        return zone.offset_minutes;
    }
    const auto year = year_month_day(day).year();
    const bool summer = day >= last_sunday(year, std::chrono::March)
                        && day < last_sunday(year, std::chrono::October);
    return zone.offset_minutes + (summer ? 60 : 0);
}

}  // namespace salient::timex
