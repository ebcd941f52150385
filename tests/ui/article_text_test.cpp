#include "ui/article_text.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace salient::ui {
namespace {

const std::string kText = "Kursk, 12 January. It was cold. A depot burned in Rylsk.";

events::Evidence evidence_of(const std::string& field, const std::string& words) {
    events::Evidence evidence;
    evidence.field = field;
    evidence.text = words;
    evidence.begin = kText.find(words);
    evidence.end = evidence.begin + words.size();
    return evidence;
}

TEST_CASE("an event leads to its sentence, not to a date far before it") {
    events::Event event;
    event.evidence = {
        evidence_of("date", "12 January"),
        evidence_of("place", "Rylsk"),
        evidence_of("sentence", "A depot burned in Rylsk.")};

    const auto run = source_run(event, kText);

    REQUIRE(run);
    CHECK(kText.substr(run->begin, run->end - run->begin) == "A depot burned in Rylsk.");
    CHECK(highlight_runs(event, kText).front().begin == kText.find("12 January"));
}

TEST_CASE("an event without a sentence leads to the first of its evidence") {
    events::Event event;
    event.evidence = {evidence_of("place", "Rylsk"), evidence_of("date", "12 January")};

    const auto run = source_run(event, kText);

    REQUIRE(run);
    CHECK(run->begin == kText.find("12 January"));
    CHECK_FALSE(source_run(events::Event(), kText));
}

TEST_CASE("scrolling shows all of a sentence that fits, and the top of one that does not") {
    const std::size_t fits = top_line_to_show(50, 53, 5);
    CHECK(fits < 50);
    CHECK(fits + 5 >= 53);
    CHECK(top_line_to_show(50, 54, 4) == 50);
    CHECK(top_line_to_show(50, 70, 4) == 50);
    CHECK(top_line_to_show(0, 1, 5) == 0);
}

}  // namespace
}  // namespace salient::ui
