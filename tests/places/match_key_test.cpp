#include "places/match_key.hpp"

#include "places/gazetteer.hpp"

#include <catch2/catch.hpp>

using salient::places::KeyHash;
using salient::places::match_key;

TEST_CASE("a matching key drops case, marks, apostrophes, hyphens, spaces and full stops") {
    CHECK(match_key("Slov'yans’k") == "slovyansk");
    CHECK(match_key("St. Petersburg") == "stpetersburg");
    CHECK(match_key("Nürnberg") == "nurnberg");
    CHECK(match_key("Артёмовск") == "артемовск");
    CHECK(match_key("Івано-Франківськ") == "іванофранківськ");
    CHECK(match_key("") == "");
    CHECK(match_key("…").empty());
}

TEST_CASE("a matching key keeps short i and yi apart from i") {
    CHECK(match_key("Київ") != match_key("Киів"));
    CHECK(match_key("Зелёный") == "зеленый");
    CHECK(match_key("Йошкар") == "йошкар");
}

TEST_CASE("hashing word by word equals hashing the whole name") {
    KeyHash whole;
    whole.add("New York City");
    KeyHash parts;
    parts.add("NEW");
    parts.add("York");
    parts.add("city");

    CHECK(whole.value() == parts.value());
}

TEST_CASE("ill-formed bytes are folded without a crash") {
    CHECK_NOTHROW(match_key("\xFF\xC0\xD0"));
}
