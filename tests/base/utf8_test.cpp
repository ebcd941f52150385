#include "base/utf8.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace std::string_literals;
namespace base = salient::base;

TEST_CASE("valid UTF-8 of every length is accepted") {
    const std::string text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80";

    CHECK_FALSE(base::find_invalid_utf8(text).has_value());
    CHECK(base::count_code_points(text) == 4);
    CHECK(base::repair_utf8(text) == text);
}

TEST_CASE("overlong forms, surrogates and cut sequences are found at their byte") {
    const auto [bytes, at] = GENERATE(table<std::string, std::size_t>({
        {"a\xC0\xAF", 1},
        {"ab\xED\xA0\x80", 2},
        {"\xF4\x90\x80\x80", 0},
        {"ok \xE2\x82", 3},
        {"\x80", 0},
    }));

    CHECK(base::find_invalid_utf8(bytes) == at);
    CHECK_FALSE(base::find_invalid_utf8(base::repair_utf8(bytes)).has_value());
}

TEST_CASE("code points that are not characters are written as the replacement character") {
    std::string out;

    base::append_utf8(out, 0xD800);
    base::append_utf8(out, 0x110000);

    CHECK(out == "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("terminal escapes and direction overrides become visible") {
    CHECK(base::printable("a\x1B[31m") == "a\\u{1B}[31m");
    CHECK(base::printable("x\xE2\x80\xAEy") == "x\\u{202E}y");
    CHECK(
        base::printable("\xD0\x9A\xD0\xB8\xD1\x97\xD0\xB2\n")
        == "\xD0\x9A\xD0\xB8\xD1\x97\xD0\xB2\n");
}
