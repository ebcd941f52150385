#include "timex/word_list.hpp"

#include <catch2/catch.hpp>

using salient::timex::word_sign;
using salient::timex::WordList;

namespace {

constexpr WordList kList = "since by until - – січня року г";

bool has(std::string_view word) {
    return kList.has(word, word_sign(word));
}

}  // namespace

TEST_CASE("a list has its words, of whatever letters") {
    for (const std::string_view word : {"since", "by", "until", "-", "–", "січня", "року", "г"}) {
        CHECK(has(word));
    }
}

TEST_CASE("a list has neither parts of its words nor others nor the empty word") {
    for (const std::string_view word :
         {"", "sinc", "ince", "b", "y", "рок", "оку", "before", "since by"}) {
        CHECK_FALSE(has(word));
    }
}
