#include "extract_support.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

using namespace salient::extract::test;
using salient::events::Event;
using salient::events::Evidence;

namespace {

/// "who > whom; …" of the first event, as the text has it; "-" where nobody is named.
std::string actors_of(std::string_view text) {
    const auto events = events_of(text);
    if (events.empty()) {
        return "no event";
    }
    std::string doers;
    std::string targets;
    for (const Evidence& evidence : events.front().evidence) {
        if (evidence.field == "actor.doer") {
            doers += (doers.empty() ? "" : " + ") + evidence.text;
        } else if (evidence.field == "actor.target") {
            targets += (targets.empty() ? "" : " + ") + evidence.text;
        }
    }
    return (doers.empty() ? "-" : doers) + " > " + (targets.empty() ? "-" : targets);
}

struct Row {
    std::string_view text;
    std::string_view actors;
};

}  // namespace

TEST_CASE("who did it stands before the verb, who it was done to behind it") {
    const Row row = GENERATE(
        Row{"Ukrainian forces captured two North Korean soldiers in Kursk on Thursday.",
            "Ukrainian forces > two North Korean soldiers"},
        Row{"Gunmen in the north of Mali have kidnapped three aid workers.",
            "Gunmen > three aid workers"},
        Row{"The Russian army on Monday reportedly seized the village of Makarivka.",
            "Russian army > -"},
        Row{"Russia attacked Odesa on Friday.", "Russia > -"},
        Row{"Hezbollah and Israel attacked each other's bases in Lebanon on Friday.",
            "Hezbollah + Israel > -"},
        Row{"The Armed Forces of Ukraine retook Robotyne on Monday.",
            "Armed Forces of Ukraine > -"},
        Row{"Fighters of the RSF, who attacked El Fasher on Friday, fled.",
            "Fighters of the RSF > -"});
    CAPTURE(row.text);
    CHECK(actors_of(row.text) == row.actors);
}

TEST_CASE("a passive verb has it the other way round") {
    const Row row = GENERATE(
        Row{"Two Ukrainian pilots were captured by Russian marines near Kherson on Friday.",
            "Russian marines > Two Ukrainian pilots"},
        Row{"Five police officers were killed in Kabul on Friday.", "- > Five police officers"},
        Row{"The town of Sudzha was captured by Ukraine on Friday.", "Ukraine > -"},
        Row{"More than 1,000 North Korean troops had been killed or wounded fighting Ukrainian "
            "troops in Kursk on Friday.",
            "- > 1,000 North Korean troops"},
        Row{"Over 1,000 North Korean troopers had been killed or wounded combating Ukrainian "
            "troops in Kursk "
            "on "
            "Friday.",
            "- > 1,000 North Korean troopers"},
        Row{"Three medics died in Kharkiv on Friday.", "- > Three medics"},
        Row{"One soldier was taken prisoner near Sudzha on Friday.", "- > One soldier"});
    CAPTURE(row.text);
    CHECK(actors_of(row.text) == row.actors);
}

TEST_CASE("of a strike the adjective, its owner or the verb before it tells who") {
    const Row row = GENERATE(
        Row{"A Russian drone attack hit Sumy on Friday.", "Russian > -"},
        Row{"Ukraine's incursion into Kursk began on Tuesday.", "Ukraine > -"},
        Row{"An attack by militants on a convoy in Niger was reported on Friday.", "militants > -"},
        Row{"Russia launched another massive missile and drone attack on Kyiv on Friday.",
            "Russia > -"},
        Row{"An attack on a Russian oil depot was reported near Bryansk on Friday.", "- > -"},
        Row{"An earthquake hit the Turkish province of Hatay on Friday.", "- > -"});
    CAPTURE(row.text);
    CHECK(actors_of(row.text) == row.actors);
}

TEST_CASE("all that one sentence tells of are named") {
    CHECK(
        actors_of("Russian shelling killed three medics and wounded two firefighters in Kharkiv on "
                  "Friday.")
        == "Russian > two firefighters + three medics");
}

TEST_CASE("who speaks of itself is named") {
    CHECK(
        actors_of(
            "The Ukrainian air force said it had struck a fuel depot near Belgorod on Friday.")
        == "The Ukrainian air force > -");
}

TEST_CASE("nobody is accused who is only near, or of whom it is not said who they are") {
    const Row row = GENERATE(
        Row{"Russia said two civilians were killed in Belgorod on Friday.", "- > two civilians"},
        Row{"An explosion in Moscow killed a general on Tuesday.", "- > general"},
        Row{"Its forces seized the village of Makarivka on Monday.", "- > -"},
        Row{"The country near Russia was attacked on Friday in Kharkiv.", "- > -"},
        Row{"Zelensky spoke in Kursk, the place Ukrainian troops attacked on Friday.",
            "Ukrainian troops > -"},
        Row{"Advanced fighter jets struck Kharkiv on Friday.", "- > -"});
    CAPTURE(row.text);
    CHECK(actors_of(row.text) == row.actors);
}

TEST_CASE("Ukrainian and Russian doers are known by their nominative") {
    const Row row = GENERATE(
        Row{"Російські війська атакували Харків у п'ятницю.", "Російські війська > -"},
        Row{"У п'ятницю Харків атакували російські окупанти.", "російські окупанти > -"},
        Row{"Росія у п'ятницю атакувала Одесу.", "Росія > -"},
        Row{"Українські військові захопили село Снагость у п'ятницю.", "Українські військові > -"},
        Row{"Российские военные обстреляли Сумы в пятницу.", "Российские военные > -"},
        Row{"ВСУ в пятницу атаковали Белгород.", "ВСУ > -"},
        Row{"Боевики захватили деревню под Хомсом в пятницу.", "Боевики > -"},
        Row{"У п'ятницю в Харкові поранено військових.", "- > -"});
    CAPTURE(row.text);
    CHECK(actors_of(row.text) == row.actors);
}

TEST_CASE("a state named by its adjective is an actor by its name, once") {
    const auto events =
        events_of("A Russian missile attack and Russian drone attacks hit Sumy on Friday.");
    REQUIRE_FALSE(events.empty());
    CHECK(events.front().actors == std::vector<std::string>{"Russia"});
}
