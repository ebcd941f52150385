#include "io/json_scan.hpp"

#include <catch2/catch.hpp>

#include <cstddef>
#include <random>
#include <string>
#include <string_view>

namespace {

// The end of the list or object that opens the text, byte by byte.
std::size_t end_of_container(std::string_view text) {
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (in_string) {
            at += c == '\\' ? 1U : 0U;
            in_string = c != '"';
        } else if (c == '"') {
            in_string = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return at + 1;
        }
    }
    return text.size();
}

// Mostly plain characters, so that blocks of every kind come up; `marks` are what decides.
std::string random_text(std::mt19937& random, std::string_view marks, std::size_t plain_share) {
    std::string text(1, random() % 2 == 0 ? '{' : '[');
    const std::size_t size = random() % 700;
    while (text.size() < size) {
        const bool plain = random() % 100 < plain_share;
        text.push_back(plain ? "ab :,1п"[random() % 8] : marks[random() % marks.size()]);
    }
    return text;
}

}  // namespace

TEST_CASE("the end of a value is found whatever stands around it") {
    std::mt19937 random(11);
    int inside = 0;
    for (int turn = 0; turn < 60'000; ++turn) {
        const bool escapes = turn % 3 == 0;
        const std::string_view marks = escapes ? R"(""{}[]\)" : R"(""{}[])";
        const std::string text = random_text(random, marks, 50 + random() % 50);
        const std::size_t expected = end_of_container(text);
        inside += expected < text.size() ? 1 : 0;
        INFO(text);
        REQUIRE(salient::io::skip_value(text, 0) == expected);
    }
    CHECK(inside > 10'000);
}

TEST_CASE("a list is cut into its elements though their texts are long") {
    const std::string prose(500, 'x');
    const std::string element = R"({"a": ")" + prose + R"(]}", "b": [1, {"c": "\"}"}]})";
    const std::string text = "[" + element + ", " + element + "\n,3]";
    const salient::io::ArrayScan scan = salient::io::scan_array(text, 0);
    CHECK(scan.complete);
    REQUIRE(scan.elements.size() == 3);
    CHECK(scan.elements[0] == element);
    CHECK(scan.elements[1] == element);
    CHECK(scan.elements[2] == "3");
    CHECK(scan.close == text.size());
}
