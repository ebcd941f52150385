#include "timex/timex_support.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <vector>

using namespace salient;

namespace {

std::string repeated(std::string_view piece, std::size_t times) {
    std::string out;
    out.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i) {
        out += piece;
    }
    return out;
}

}  // namespace

TEST_CASE("Reading takes time in proportion to the text, whatever it repeats") {
    const char* const piece = GENERATE(
        "1 ",
        "1, ",
        "1 - ",
        "the ",
        "the last ",
        "early the ",
        "in the ",
        "two hundred ",
        "twenty-",
        "9 January ",
        "January ",
        "on Thursday ",
        "the first ",
        "2024-",
        "1.2.3.",
        "за ",
        "у ніч на ",
        "з 1 по ",
        "тому ",
        "of the same ",
        "anniversary of ");
    constexpr std::size_t kBytes =
        400'000;  // what takes quadratic time runs into the time limit of the test
    const std::string text = repeated(piece, kBytes / std::string_view(piece).size());
    const auto options = news("uk", "2025-01-12");

    const auto found = timexes_of(text, options);

    CHECK(found.size() < text.size());
    for (const auto& timex : found) {
        REQUIRE(timex.end <= text.size());
    }
}

TEST_CASE("Any bytes are read without harm") {
    std::mt19937 random(20250112);
    const std::string alphabet = "0123456789.,:-/' \n\tapmTZ";
    const std::vector<std::string> words = {
        "January ",
        "січня ",
        "марта ",
        "the ",
        "last ",
        "\xff",
        "\xd0",
        "–",
        "99999999999 ",
        "-0",
        "т.",
        "O'"};
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (int i = 0; i < 60; ++i) {
            if (random() % 3 == 0) {
                text += words[random() % words.size()];
            } else {
                text += alphabet[random() % alphabet.size()];
            }
        }
        for (const auto& found : timexes_of(text, news("", "2025-01-12"))) {
            CHECK(found.begin < found.end);
            CHECK(found.end <= text.size());
        }
    }
}

TEST_CASE("Numbers of any size are no trouble") {
    const char* const text = GENERATE(
        "in 99999999999999999999 years",
        "999999 centuries ago",
        "5000 centuries ago",
        "the 9999th day of January 0000",
        "day 999,999,999 of the invasion",
        "9999-12-31 and the next day",
        "999999 decades later");

    for (const auto domain :
         {timex::Domain::News, timex::Domain::Narrative, timex::Domain::Expression}) {
        auto options = news("en", "2025-01-12");
        options.domain = domain;
        CHECK_NOTHROW(timexes_of(text, options));
    }
}

TEST_CASE("An empty text holds nothing") {
    CHECK(timexes_of("", news("en", "2025-01-12")).empty());
}
