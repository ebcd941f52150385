// Places of regions, districts and communities named in files without positions.

#include "app/region_finder.hpp"

#include "geo/geodesic.hpp"
#include "places/gazetteer.hpp"
#include "shipped_gazetteer.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <string>
#include <vector>

using namespace salient;
using events::LocationPrecision;

namespace {

const places::Gazetteer& shipped() {
    return tests::shipped_gazetteer();
}

std::string region_of(const std::vector<std::string_view>& names) {
    const auto location = app::find_region(shipped(), names);
    return location ? location->country + " " + location->region_id : "none";
}

}  // namespace

TEST_CASE("oblasts are found by all their spellings") {
    const auto [name, id] = GENERATE(table<std::string, std::string>({
        {"Kharkiv oblast", "UA UA-63"},
        {"Харківська область", "UA UA-63"},
        {"Kyivska oblast", "UA UA-32"},
        {"Київська область", "UA UA-32"},
        {"м. Київ", "UA UA-30"},
        {"Mykolaivska oblast", "UA UA-48"},
        {"Zakarpatska oblast", "UA UA-21"},
        {"Dnipropetrovska oblast", "UA UA-12"},
        {"Khmelnytska oblast", "UA UA-68"},
        {"Odeska oblast", "UA UA-51"},
        {"Atlantis oblast", "none"},
    }));

    CHECK(region_of({name}) == id);
}

TEST_CASE("a district is looked for in its oblast only, and else stands for it") {
    const auto [raion, oblast, id, precision] =
        GENERATE(table<std::string, std::string, std::string, LocationPrecision>({
            {"Вознесенський район", "Миколаївська область", "UA-48", LocationPrecision::District},
            {"Покровський район", "Донецька область", "UA-14", LocationPrecision::District},
            {"Уманський район", "Черкаська область", "UA-71", LocationPrecision::District},
            {"Дніпровський район",
             "Дніпропетровська область",
             "UA-12",
             LocationPrecision::District},
            {"Дубенський район", "Рівненська область", "UA-56", LocationPrecision::Region},
            {"Bilhorod-Dnistrovskyi raion", "Odeska oblast", "UA-51", LocationPrecision::District},
            {"Nowhere raion", "Lvivska oblast", "UA-46", LocationPrecision::Region},
        }));

    const auto location = app::find_region(shipped(), std::vector<std::string_view>{raion, oblast});

    REQUIRE(location);
    CHECK(location->country == "UA");
    CHECK(location->region_id == id);
    CHECK(location->precision == precision);
}

TEST_CASE("of several names the narrowest that is known is taken") {
    const auto location = app::find_region(
        shipped(),
        std::vector<std::string_view>{
            "Вовчанська міська громада",
            "Чугуївський район",
            "Харківська область"});

    REQUIRE(location);
    CHECK(location->region_id == "UA-63");
    CHECK(location->precision <= LocationPrecision::District);
}
