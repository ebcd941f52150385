#include "finder_support.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace salient::toponym;
using namespace salient::toponym::test;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) {
        out += text;
    }
    return out;
}

}  // namespace

TEST_CASE("odd texts are read without harm") {
    const std::string text = GENERATE(
        std::string(),
        std::string("\0\0\0", 3),
        std::string("\xFF\xFE\xC0\x80"),
        std::string("."),
        std::string("-"),
        std::string("U.S"),
        std::string("Kyiv"),
        std::string("12 km north of"),
        std::string("km of Sudzha"),
        std::string("’s’s’s"),
        std::string("In St. Ste. Mt. Ft. St."),
        repeated("U.", 5000),
        repeated("Kyiv-", 5000),
        repeated("New ", 5000),
        repeated("Київ", 5000),
        repeated("\xD0", 5000));

    CHECK_NOTHROW(toponyms(text));
}

TEST_CASE("spans are in order, apart, and inside the text") {
    const std::string text =
        "Київ, Kyiv’s “Odesa” — Ж\xFF Харків; U.S.-led, Springfield, Ill., New York City and "
        "Kursk.";

    std::size_t last = 0;
    for (const Toponym& toponym : toponyms(text)) {
        CHECK(toponym.begin >= last);
        CHECK(toponym.begin < toponym.end);
        CHECK(toponym.end <= text.size());
        last = toponym.end;
    }
    CHECK(last > 0);
}

TEST_CASE("random bytes and random words are read without harm") {
    std::uint32_t state = 2024;
    const auto next = [&state] {
        state = state * 1664525U + 1013904223U;
        return state >> 16U;
    };
    static constexpr std::string_view kWords[] = {"Kyiv",    "in",
                                                  "St",      ".",
                                                  ",",       "New",
                                                  "York",    "U",
                                                  "S",       "'s",
                                                  "-",       "12",
                                                  "km",      "north",
                                                  "of",      "Курськом",
                                                  "області", "під",
                                                  "Mr",      "Smith",
                                                  "\n\n",    "(",
                                                  "County",  "counties",
                                                  "and",     "\xF0\x9F\x98\x80"};
    for (int round = 0; round < 30; ++round) {
        std::string bytes;
        std::string words;
        for (int i = 0; i < 400; ++i) {
            bytes += static_cast<char>(next());
            words += kWords[next() % std::size(kWords)];
            words += next() % 3 == 0 ? "" : " ";
        }
        CHECK_NOTHROW(toponyms(bytes));
        CHECK_NOTHROW(toponyms(words));
    }
}

TEST_CASE("the same text gives the same answer") {
    const std::string text = repeated("In Springfield and Richmond, near Paris and London. ", 20);

    CHECK(found(text) == found(text));
}

TEST_CASE("a text with many ambiguous names takes time in proportion to its length") {
    // Counted, not clocked: the number of toponyms grows with the text and the call returns.
    const std::string paragraph =
        "San José, Santa Cruz, Springfield, Washington, Richmond and Union. ";

    CHECK(toponyms(repeated(paragraph, 400)).size() >= 400);
}
