#include "io/json_texts.hpp"

#include <catch2/catch.hpp>

#include <string>

using salient::io::JsonTexts;

TEST_CASE("texts of a JSON object are found by their names") {
    const auto texts = JsonTexts::read(
        R"({"id": "a1", "n": 3, "text": "line\nКиїв", "id": "a2", "o": {"x": "y"}})");
    REQUIRE(texts);
    CHECK((*texts)["id"] == "a2");  // the last of its name
    CHECK((*texts)["text"] == "line\nКиїв");
    CHECK((*texts)["n"].empty());
    CHECK((*texts)["o"].empty());
    CHECK((*texts)["x"].empty());
}

TEST_CASE("numbers and nesting that are too much for the fast parser cost no text") {
    const std::string deep(2000, '[');
    const std::string json = R"({"big": 123456789012345678901234567890, "deep": )" + deep
                             + std::string(2000, ']') + R"(, "text": "kept"})";
    const auto texts = JsonTexts::read(json);
    REQUIRE(texts);
    CHECK((*texts)["text"] == "kept");
}

TEST_CASE("what is no JSON object has no texts") {
    for (const char* json : {"", "[1]", "\"text\"", "{\"text\": \"cut", "{} {}", "nonsense"}) {
        INFO(json);
        CHECK_FALSE(JsonTexts::read(json));
    }
}
