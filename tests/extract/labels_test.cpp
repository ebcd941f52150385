#include "extract/labels.hpp"

#include "extract_support.hpp"
#include "test_paths.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using namespace salient;
using namespace salient::extract::test;

namespace {

std::string label_of(std::string_view text) {
    static const extract::Labeller labeller =
        extract::Labeller::load(
            salient::tests::source_dir() / "assets" / "models" / "event-labels.tsv")
            .value();
    return std::string(labeller.label(text, models().lexicon).label);
}

}  // namespace

TEST_CASE("short texts get the label of what they tell") {
    struct Row {
        const char* text;
        const char* label;
    };
    const Row row = GENERATE(
        Row{"A suicide bomber killed nine people at a market in the east of the country",
            "SUIC_BOMB"},
        Row{"Warplanes bombed a village overnight and killed three people", "AIR_STRIKE"},
        Row{"Thousands marched peacefully against the new pension law", "PEACE_PROTEST"},
        Row{"Gunmen kidnapped an engineer near the refinery", "ABDUCT_DISSAP"},
        Row{"The two governments signed a ceasefire agreement", "AGREEMENT"},
        Row{"An earthquake destroyed homes in the mountains", "NATURAL_DISASTER"});

    CHECK(label_of(row.text) == row.label);
}

TEST_CASE("a text of unknown words has no label") {
    CHECK(label_of("Qqxz vvbk").empty());
    CHECK(label_of("").empty());
}

TEST_CASE("a damaged table of weights is an error that names its line") {
    const auto path = std::filesystem::temp_directory_path() / "salient-bad-labels.tsv";
    {
        std::ofstream file(path);
        file << "A\tB\nw:word\t7:0.5\n";
    }

    const auto labeller = extract::Labeller::load(path);

    REQUIRE_FALSE(labeller);
    CHECK(labeller.error().where == path.string() + ":2");
    std::filesystem::remove(path);
}
