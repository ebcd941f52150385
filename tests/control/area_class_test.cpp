#include "control/area_class.hpp"

#include <catch2/catch.hpp>

#include <utility>

namespace control = salient::control;
using control::AreaClass;
using control::Holder;

TEST_CASE("class names of DeepState are recognised whatever the language before them") {
    const auto [name, expected] = GENERATE(table<const char*, control::Classified>({
        {"Окуповано /// Occupied /// geoJSON.status.occupied",
         {Holder::Russia, AreaClass::Occupied}},
        {"geoJSON.status.unknown", {Holder::Contested, AreaClass::Contested}},
        {"Звільнено /// Liberated /// geoJSON.status.dismissed ",
         {Holder::Ukraine, AreaClass::Liberated}},
        {"Крим /// Crimea /// geoJSON.territories.crimea",
         {Holder::Russia, AreaClass::OccupiedBefore}},
        {"ОРДЛО /// ORDLO /// geoJSON.territories.ordlo",
         {Holder::Russia, AreaClass::OccupiedBefore}},
        {"geoJSON.territories.tuzla", {Holder::Russia, AreaClass::OccupiedBefore}},
    }));

    CHECK(control::area_class_from_name(name) == expected);
}

TEST_CASE("territories that are not known are editorial and never summed") {
    for (const char* name :
         {"geoJSON.territories.transnistria",
          "geoJSON.territories.tskhinvali-district",
          "geoJSON.territories.ichkeria",
          "geoJSON.status.new_thing",
          "geoJSON.territories.crimea2"}) {
        const auto found = control::area_class_from_name(name);
        REQUIRE(found);
        CHECK(found->area_class == AreaClass::Editorial);
        CHECK_FALSE(control::is_summed(found->area_class));
    }
}

TEST_CASE("names without a class key are not guessed") {
    for (const char* name :
         {"", "Occupied", "status.occupied", "geoJSON.", "geoJSON.units.brigade"}) {
        CHECK_FALSE(control::area_class_from_name(name));
    }
}

TEST_CASE("holders and classes come back from their text in files") {
    for (const Holder holder :
         {Holder::Ukraine, Holder::Russia, Holder::Contested, Holder::Other}) {
        CHECK(control::holder_from_text(control::file_text(holder)) == holder);
    }
    for (const AreaClass area_class :
         {AreaClass::Occupied,
          AreaClass::OccupiedBefore,
          AreaClass::Contested,
          AreaClass::Liberated,
          AreaClass::Incursion,
          AreaClass::Editorial}) {
        CHECK(control::area_class_from_text(control::file_text(area_class)) == area_class);
    }
    CHECK_FALSE(control::holder_from_text("Russia"));
    CHECK_FALSE(control::area_class_from_text(""));
}

TEST_CASE("words say who holds an area, in three languages") {
    const auto [text, expected] = GENERATE(table<const char*, control::Classified>({
        {"ru", {Holder::Russia, AreaClass::Occupied}},
        {"UA", {Holder::Ukraine, AreaClass::Home}},
        {"Russian Federation", {Holder::Russia, AreaClass::Occupied}},
        {"ОКУПОВАНО", {Holder::Russia, AreaClass::Occupied}},
        {"Звільнені території", {Holder::Ukraine, AreaClass::Liberated}},
        {"liberated from Russian forces", {Holder::Ukraine, AreaClass::Liberated}},
        {"Pre-War Crimea", {Holder::Russia, AreaClass::OccupiedBefore}},
        {"grey zone", {Holder::Contested, AreaClass::Contested}},
        {"Transnistria", {Holder::Other, AreaClass::Editorial}},
    }));
    INFO(text);

    CHECK(control::area_class_from_words(text) == expected);
}

TEST_CASE("short words count only as whole words") {
    for (const char* text : {"", "rural", "Truth", "quarter", "aqua", "Frunze", "north"}) {
        INFO(text);
        CHECK_FALSE(control::area_class_from_words(text));
    }
}
