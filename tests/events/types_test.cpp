#include "events/types.hpp"

#include "events/fold.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>

using namespace salient::events;

TEST_CASE("every type has its own word and label, and its word leads back to it") {
    std::set<std::string_view> words;
    std::set<std::string_view> labels;
    for (std::size_t i = 0; i < kEventTypeCount; ++i) {
        const auto type = static_cast<EventType>(i);
        words.insert(type_id(type));
        labels.insert(type_label(type));
        CHECK(type_from_id(type_id(type)) == type);
    }
    CHECK(words.size() == kEventTypeCount);
    CHECK(labels.size() == kEventTypeCount);
    CHECK_FALSE(type_from_id("Strike"));
    CHECK(plain_type_id(EventType::Deployment) == "other");
}

TEST_CASE("ACLED rows are mapped by sub-event first, then by event type, whatever the case") {
    struct Row {
        const char* type;
        const char* sub_type;
        EventType expected;
    };
    const auto row = GENERATE(
        Row{"Battles", "Armed clash", EventType::GroundCombat},
        Row{"Battles", "Non-state actor overtakes territory", EventType::ControlChange},
        Row{"Explosions/Remote violence", "Air/drone strike", EventType::Strike},
        Row{"Explosions/Remote violence", "Shelling/artillery/missile attack", EventType::Shelling},
        Row{"Explosions/Remote violence", "Grenade", EventType::Other},
        Row{"VIOLENCE AGAINST CIVILIANS", "Attack", EventType::Casualties},
        Row{"Strategic developments", "Arrests", EventType::Capture},
        Row{"Riots", "", EventType::Protest},
        Row{"", "", EventType::Other},
        Row{"something new", "Armed clash", EventType::Other});

    CHECK(type_from_acled(row.type, row.sub_type) == row.expected);
}

TEST_CASE("words for precision, status and assertion lead back") {
    CHECK(precision_from_id(precision_id(LocationPrecision::Region)) == LocationPrecision::Region);
    CHECK(status_from_id(status_id(ReviewStatus::Rejected)) == ReviewStatus::Rejected);
    CHECK(assertion_from_id(assertion_id(Assertion::Claimed)) == Assertion::Claimed);
    CHECK_FALSE(precision_from_id(""));
    CHECK_FALSE(status_from_id("done"));
}

TEST_CASE("folding pairs capital and small letters of the scripts we meet") {
    struct Pair {
        char32_t capital;
        char32_t small;
    };
    const auto pair = GENERATE(
        Pair{U'A', U'a'},
        Pair{U'Ö', U'ö'},
        Pair{U'Ł', U'ł'},
        Pair{U'Ś', U'ś'},
        Pair{U'Ž', U'ž'},
        Pair{U'Я', U'я'},
        Pair{U'Ї', U'ї'},
        Pair{U'Ґ', U'ґ'},
        Pair{U'Ё', U'ё'});

    CHECK(fold_case(pair.capital) == pair.small);
    CHECK(fold_case(pair.small) == pair.small);
}

TEST_CASE("a folded word is found at any place, ill-formed bytes end nothing") {
    CHECK(contains_folded("Бої під Суджею", U"судж"));
    CHECK(contains_folded("xx\xFF Kursk", U"kursk"));
    CHECK_FALSE(contains_folded("Kurs", U"kursk"));
    CHECK(folded_words("  Two  two КУРСК ").size() == 2);
}
