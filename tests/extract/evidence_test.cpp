#include "base/resources.hpp"
#include "extract/extract.hpp"
#include "extract_support.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <random>

using namespace salient;
using namespace salient::extract::test;

namespace {

void check_evidence(const page::Article& article) {
    for (const events::Event& event :
         extract::extract_events(article, finder(), models(), {true, 0.0})) {
        INFO(event.id);
        REQUIRE_FALSE(event.evidence.empty());
        CHECK(event.evidence.front().field == "sentence");
        CHECK(event.evidence.front().text == event.source_text);
        for (const events::Evidence& evidence : event.evidence) {
            INFO(evidence.field);
            REQUIRE(evidence.begin <= evidence.end);
            REQUIRE(evidence.end <= article.text.size());
            CHECK(
                article.text.substr(evidence.begin, evidence.end - evidence.begin)
                == evidence.text);
            CHECK_FALSE(evidence.rule.empty());
            CHECK(evidence.confidence >= 0);
            CHECK(evidence.confidence <= 1);
        }
        const auto has = [&](std::string_view field) {
            return std::any_of(event.evidence.begin(), event.evidence.end(), [&](const auto& item) {
                return item.field == field;
            });
        };
        CHECK(has("date") == event.time.has_value());
        CHECK(has("place") == event.location.has_value());
        CHECK(has("claimed_by") == !event.claimed_by.empty());
        for (const events::Quantity& quantity : event.quantities) {
            CHECK(has("quantity." + quantity.role));
        }
    }
}

}  // namespace

TEST_CASE(
    "evidence of every field of every event of the bundled articles is the text it points at") {
    for (const auto& path : bundled_articles()) {
        INFO(path);
        const auto bytes = base::read_file(path);
        REQUIRE(bytes);
        page::PageHints hints;
        hints.id = path.stem().string();
        hints.path = path.string();
        const auto article = page::read_page(*bytes, hints);
        REQUIRE(article);
        check_evidence(*article);
    }
}

TEST_CASE("events of one article have different ids") {
    const auto events = events_of(
        "Ukrainian drones struck a depot in Toropets on Friday. Six people were killed in Rylsk on "
        "Friday and ten soldiers were "
        "captured near Sudzha. Russian troops captured Kurakhove on Monday.");

    REQUIRE(events.size() >= 3);
    for (std::size_t i = 1; i < events.size(); ++i) {
        CHECK(events[i].id != events[i - 1].id);
    }
}

TEST_CASE("hostile text gives no crash and sound evidence") {
    std::mt19937 random(20250112);
    std::string bytes;
    SECTION("random bytes") {
        for (int i = 0; i < 200'000; ++i) {
            bytes += static_cast<char>(random() & 0xFFU);
        }
    }
    SECTION("one word") {
        for (int i = 0; i < 150'000; ++i) {
            bytes += "killed ";
        }
    }
    SECTION("one letter without end") {
        bytes.assign(1'000'000, 'a');
    }
    SECTION("nested punctuation") {
        for (int i = 0; i < 100'000; ++i) {
            bytes += "(\"killed, 5 [";
        }
    }
    SECTION("triggers, places and dates without a full stop") {
        for (int i = 0; i < 5'000; ++i) {
            bytes += "5 killed in Kyiv on Monday said the army and ";
        }
    }

    check_evidence(article(bytes));
}
