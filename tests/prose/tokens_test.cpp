#include "prose/tokens.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace prose = salient::prose;

namespace {

std::string joined(const std::string& text) {
    std::string out;
    for (const prose::Token& token : prose::tokenize(text)) {
        out += out.empty() ? "" : "|";
        out += prose::token_text(text, token);
    }
    return out;
}

}  // namespace

TEST_CASE("text is cut into words, numbers and marks") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"Kyiv's forces took 1,250.5 km.", "Kyiv|'s|forces|took|1,250.5|km|."},
        {"Ukraine’s capital", "Ukraine|’s|capital"},
        {"a US-made drone", "a|US-made|drone"},
        {"п'ять і з’їзд", "п'ять|і|з’їзд"},
        {"9–10 January", "9|–|10|January"},
        {"11 000 troops", "11|000|troops"},
        {"", ""},
        {"T-72", "T|-|72"},
    }));

    CHECK(joined(text) == expected);
}

TEST_CASE("a token knows the look of its letters and the space before it") {
    const std::string text = "NATO said\nKyiv fell";

    const auto tokens = prose::tokenize(text);

    CHECK(tokens[0].letter_case == prose::LetterCase::Upper);
    CHECK(tokens[1].letter_case == prose::LetterCase::Lower);
    CHECK(tokens[2].letter_case == prose::LetterCase::Title);
    CHECK(tokens[2].newline_before);
    CHECK_FALSE(tokens[3].newline_before);
}

TEST_CASE("any bytes give tokens that cover what is not white space") {
    const std::string text = "\xFF\xFE ok \xE2\x82 \xC0";

    std::size_t last = 0;
    for (const prose::Token& token : prose::tokenize(text)) {
        CHECK(token.begin >= last);
        CHECK(token.end > token.begin);
        last = token.end;
    }
    CHECK(last == text.size());
}

TEST_CASE("code points are counted before a byte") {
    std::string text;
    for (int i = 0; i < 50; ++i) {
        text += "Київ ok ";
    }
    const prose::CodePointIndex index(text);

    CHECK(index.code_points_before(0) == 0);
    CHECK(index.code_points_before(8) == 4);
    CHECK(index.code_points_before(text.size()) == 400);
}

TEST_CASE("folding keeps the length of Latin and Cyrillic words and unifies apostrophes") {
    CHECK(prose::fold_case("Слов’янськ ПІД Kyiv") == "слов'янськ під kyiv");
}
