#include "prose/sentences.hpp"

#include "prose/language.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace prose = salient::prose;

namespace {

std::string split(const std::string& text) {
    std::string out;
    for (const prose::Sentence& sentence : prose::split_sentences(text, prose::tokenize(text))) {
        out += out.empty() ? "" : " | ";
        out += text.substr(sentence.begin, sentence.end - sentence.begin);
    }
    return out;
}

}  // namespace

TEST_CASE("sentences end where a reader would end them") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"They left. He stayed.", "They left. | He stayed."},
        {"Gen. Valery Gerasimov spoke. It rained.", "Gen. Valery Gerasimov spoke. | It rained."},
        {"It holds 150 sq. miles of land. More fell.",
         "It holds 150 sq. miles of land. | More fell."},
        {"On Jan. 9 they met. On Feb. 2 they left.", "On Jan. 9 they met. | On Feb. 2 they left."},
        {"He lives in the U.S. The army came.", "He lives in the U.S. | The army came."},
        {"A U.S. Army base burned.", "A U.S. Army base burned."},
        {"\"We won.\" She smiled.", "\"We won.\" | She smiled."},
        {"Is it over? No.", "Is it over? | No."},
        {"Головне\n\nБої біля м. Суджа тривають. Є втрати.",
         "Головне | Бої біля м. Суджа тривають. | Є втрати."},
        {"Село в Курской обл. взято. Бои идут.", "Село в Курской обл. взято. | Бои идут."},
        {"- first item\n- second item", "- first item | - second item"},
        {"", ""},
    }));

    CHECK(split(text) == expected);
}

TEST_CASE("a paragraph wrapped by hand stays one sentence, a heading line does not join it") {
    const std::string wrapped =
        "The troops advanced along the whole length of the road on\nTuesday and reached the "
        "outskirts of the town before the night\nfell.";

    CHECK(split(wrapped) == wrapped);
    CHECK(split("Front line report\nTroops advanced.") == "Front line report | Troops advanced.");
}

TEST_CASE("the language of a text is told by its letters and words") {
    CHECK(
        prose::detect_language("The troops of the army said that the town was taken by them")
        == "en");
    CHECK(prose::detect_language("Українські війська увійшли до міста") == "uk");
    CHECK(
        prose::detect_language(
            "Российские войска вошли в город, сообщили власти, взрывы были слышны")
        == "ru");
    CHECK(prose::detect_language("").empty());
    CHECK(prose::detect_language("12345 !!").empty());
}
