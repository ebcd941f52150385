#include "base/split.hpp"

#include <catch2/catch.hpp>

using salient::base::split;
using Parts = std::vector<std::string_view>;

TEST_CASE("a text is split at every separator, empty parts kept") {
    CHECK(split("a|b|c", '|') == Parts{"a", "b", "c"});
    CHECK(split("|b||", '|') == Parts{"", "b", "", ""});
    CHECK(split("abc", '|') == Parts{"abc"});
    CHECK(split("", '|') == Parts{""});
}
