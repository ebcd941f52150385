#include "extract_support.hpp"

#include <catch2/catch.hpp>

using namespace salient::extract::test;

namespace {

std::string place_of(std::string_view text) {
    const auto events = events_of(text);
    return events.empty() || !events.front().location ? "-" : events.front().location->name;
}

}  // namespace

TEST_CASE("a country's capital is named by the country") {
    CHECK(place_of("A bomb exploded in the Syrian capital on Friday.") == "Damascus");
    CHECK(place_of("Thousands of people protested in Kenya's capital on Friday.") == "Nairobi");
    CHECK(place_of("A drone hit a house in the capital of Ukraine on Friday.") == "Kyiv");
    CHECK(place_of("Дрон влучив у будинок у столиці України в п'ятницю.") == "Kyiv");
}

TEST_CASE("a capital that is named behind its country is that city") {
    CHECK(place_of("A bomb exploded in the Kazakh capital, Almaty, as it was then.") == "Almaty");
    CHECK(place_of("Protesters gathered in the Turkish capital Ankara on Friday.") == "Ankara");
}

TEST_CASE("capital that is money is no city") {
    CHECK(place_of("Thousands protested on Friday against the Chinese capital market.") == "-");
}

TEST_CASE("what lies near is not where it happened") {
    CHECK(place_of("A missile hit Izium, near Kharkiv, on Friday.") == "Izium");
    CHECK(
        place_of("A missile was launched on Friday from Sunan, near North Korea's capital, "
                 "Pyongyang.")
        == "Sunan");
}
