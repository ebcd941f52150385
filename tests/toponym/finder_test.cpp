#include "finder_support.hpp"
#include "geo/geodesic.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace salient;
using namespace salient::toponym;
using namespace salient::toponym::test;

namespace {

using Found = std::vector<std::string>;

struct Case {
    std::string text;
    Found expected;
};

void check_all(const std::vector<Case>& cases, const Options& options = {}) {
    for (const Case& example : cases) {
        CAPTURE(example.text);
        CHECK(found(example.text, options) == example.expected);
    }
}

Toponym only(std::string_view text, const Options& options = {}) {
    const std::vector<Toponym> all = toponyms(text, options);
    REQUIRE(all.size() == 1);
    return all.front();
}

}  // namespace

TEST_CASE("places named in plain English are found") {
    check_all({
        {"Shelling was reported in Sudzha and near Korenevo.",
         {"Sudzha = Sudzha, Kursk Oblast, Russia", "Korenevo = Korenevo, Kursk Oblast, Russia"}},
        {"Troops crossed into the Kursk region.", {"Kursk region = Kursk Oblast, Russia"}},
        {"Drones flew over Sumska oblast.", {"Sumska oblast = Sumy Oblast, Ukraine"}},
        {"Fighting went on in Velyka Novosilka.",
         {"Velyka Novosilka = Velyka Novosilka, Donetsk Oblast, Ukraine"}},
        {"Gunfire was heard in Port-au-Prince.", {"Port-au-Prince = Port-au-Prince, Ouest, Haiti"}},
        {"The Kursk salient has shrunk.", {"Kursk salient = Kursk salient, Russia"}},
        {"Ships left through the Kerch Strait.", {"Kerch Strait = Kerch Strait"}},
    });
}

TEST_CASE("names of people, papers, treaties and months are no places") {
    const std::string text = GENERATE(
        "Jordan Smith met Paris Hilton.",
        "Mr. London and Mrs. Washington declined to comment.",
        "The Geneva Conventions forbid it.",
        "She wrote for the Washington Post.",
        "Gen. Sydney Berlin spoke.",
        "They met in May and in August.",
        "It was a Reading Room for everyone.",
        "The West Nile virus was confirmed.",
        "The bill cost US$5 million.",
        "I've seen it. And I know.",
        "The city was quiet.");

    CHECK(found(text) == Found{});
}

TEST_CASE("a state, region or country behind the name decides between bearers of one name") {
    check_all({
        {"He lives in Springfield, Ill.",
         {"Springfield = Springfield, Illinois, United States", "Ill. = Illinois, United States"}},
        {"He lives in Springfield, Missouri.",
         {"Springfield = Springfield, Missouri, United States",
          "Missouri = Missouri, United States"}},
        {"A fire broke out in Paris, Texas.",
         {"Paris = Paris, Texas, United States", "Texas = Texas, United States"}},
        {"A fire broke out in Paris, France.",
         {"Paris = Paris, Île-de-France, France", "France = France"}},
        {"Police in Cambridge, Ontario, said so.",
         {"Cambridge = Cambridge, Ontario, Canada", "Ontario = Ontario, Canada"}},
    });
}

TEST_CASE("other places of the text decide between bearers of one name") {
    CHECK(
        found("In Ontario, the towns of Kitchener and London are growing.").back()
        == "London = London, Ontario, Canada");
    CHECK(
        found("London is the capital of England.").front()
        == "London = London, England, United Kingdom");
    CHECK(
        found("In Lviv and in Ternopil, and in Zolochiv.").back()
        == "Zolochiv = Zolochiv, Lviv Oblast, Ukraine");
    CHECK(
        found("In Kharkiv and in Derhachi, and in Zolochiv.").back()
        == "Zolochiv = Zolochiv, Kharkiv Oblast, Ukraine");
}

TEST_CASE("a region word makes a region of a name") {
    CHECK(
        found("He was in Fairfax County.")
        == Found{"Fairfax County = Fairfax County, Virginia, United States"});
    CHECK(
        found("Attacks on Bryansk Oblast went on.")
        == Found{"Bryansk Oblast = Bryansk Oblast, Russia"});
    CHECK(only("Attacks on Bryansk Oblast went on.").precision == Precision::Area);
}

TEST_CASE("datelines and headings in capitals are read") {
    check_all({
        {"KYIV, Ukraine (AP) — Nothing happened.",
         {"KYIV = Kyiv, Kyiv, Ukraine", "Ukraine = Ukraine"}},
        {"WASHINGTON — Nothing happened.",
         {"WASHINGTON = Washington, District of Columbia, United States"}},
        {"RUSSIA STRIKES KHARKIV AND SUMY",
         {"RUSSIA = Russia",
          "KHARKIV = Kharkiv, Kharkiv Oblast, Ukraine",
          "SUMY = Sumy, Sumy Oblast, Ukraine"}},
    });
    CHECK(toponyms("WASHINGTON — Nothing happened.").front().rule == "dateline");
}

TEST_CASE("a text without capitals is read too") {
    CHECK(
        found("strikes were reported in kharkiv and sumy")
        == Found{
            "kharkiv = Kharkiv, Kharkiv Oblast, Ukraine",
            "sumy = Sumy, Sumy Oblast, Ukraine"});
}

TEST_CASE("abbreviations are read with their case") {
    check_all({
        {"The U.S. and the UK agreed.", {"U.S. = United States", "UK = United Kingdom"}},
        {"Tell us about it.", {}},
        {"It dates from 100 B.C. at most.", {}},
    });
}

TEST_CASE("demonyms locate unless they are switched off") {
    Options without;
    without.with_demonyms = false;

    const auto all = toponyms("The Turkish government refused.");

    REQUIRE(all.size() == 1);
    CHECK(all.front().role == Role::Demonym);
    CHECK(all.front().rule == "demonym");
    CHECK(found("The Turkish government refused.", without).empty());
}

TEST_CASE("what a name does in its sentence is told") {
    CHECK(only("Moscow said it had won.").role == Role::Actor);
    CHECK(only("It was agreed by Kyiv's forces.").role == Role::Actor);
    CHECK(only("They met in Moscow.").role == Role::Locative);
    CHECK(only("The Kharkiv Police Department answered.").role == Role::Modifier);
}

TEST_CASE("Ukrainian case forms are found") {
    check_all(
        {
            {"У Києві лунали вибухи.", {"Києві = Kyiv, Kyiv, Ukraine"}},
            {"Бої тривають під Покровськом та біля Великої Новосілки.",
             {"Покровськом = Pokrovsk, Donetsk Oblast, Ukraine",
              "Великої Новосілки = Velyka Novosilka, Donetsk Oblast, Ukraine"}},
            {"Обстріляли Курську область.", {"Курську область = Kursk Oblast, Russia"}},
            {"Атаки на Покровському напрямку тривають.",
             {"Покровському = Pokrovsk, Donetsk Oblast, Ukraine"}},
            {"З Юнаківки виїхали люди.", {"Юнаківки = Yunakivka, Sumy Oblast, Ukraine"}},
        },
        {.language = "uk", .publisher_host = {}, .theatre_bias = true});
}

TEST_CASE("Russian case forms are found") {
    check_all(
        {
            {"Под Курском идут бои.", {"Курском = Kursk, Kursk Oblast, Russia"}},
            {"Взрывы прогремели в Ростове-на-Дону и Энгельсе.",
             {"Ростове-на-Дону = Rostov-on-Don, Rostov Oblast, Russia",
              "Энгельсе = Engels, Saratov Oblast, Russia"}},
            {"В Белгородской области сбит беспилотник.",
             {"Белгородской области = Belgorod Oblast, Russia"}},
        },
        {.language = "ru", .publisher_host = {}, .theatre_bias = true});
}

TEST_CASE("a distance and a direction move the point") {
    const Toponym moved = only("Positions 12 km north of Sudzha were hit.");
    const places::Place sudzha = finder().gazetteer().at(moved.place);

    CHECK(moved.precision == Precision::Offset);
    CHECK(geo::distance_m(sudzha.point, moved.point) == Approx(12000).epsilon(0.01));
    CHECK(moved.point.lat_deg > sudzha.point.lat_deg);
    CHECK(moved.radius_km == Approx(3));
}

TEST_CASE("a distance without a direction makes a radius") {
    CHECK(only("Positions 12 km from Sudzha were hit.").precision == Precision::Around);
    CHECK(only("Positions 12 km from Sudzha were hit.").radius_km == Approx(12));
    CHECK(only("It happened near Sudzha.").radius_km == Approx(10));
    CHECK(only("It happened in Sudzha.").radius_km == Approx(0));
}

TEST_CASE("directions are read in three languages") {
    const auto [text, degrees] = GENERATE(table<std::string, double>({
        {"It hit a field 10 km south-west of Sudzha.", 225},
        {"It hit a field 10 kilometers to the east of Sudzha.", 90},
        {"Удар за 10 км на північ від Суджі.", 0},
        {"Удар в 10 км к югу от Суджи.", 180},
    }));
    CAPTURE(text);

    const Toponym moved = only(text);
    const geo::LonLat from = finder().gazetteer().at(moved.place).point;

    CHECK(moved.precision == Precision::Offset);
    CHECK(
        std::cos((geo::bearing(from, moved.point).azimuth_deg - degrees) * 3.14159265 / 180)
        > 0.999);
}

TEST_CASE("losing candidates are kept with their scores") {
    const Toponym toponym = only("They went to Springfield.");

    REQUIRE(toponym.candidates.size() == 8);
    CHECK(toponym.candidates.front().place == toponym.place);
    CHECK(
        std::is_sorted(toponym.candidates.begin(), toponym.candidates.end(), [](auto& a, auto& b) {
            return a.score > b.score;
        }));
    CHECK_FALSE(toponym.is_sure_of_place);
    CHECK(toponym.confidence < 0.6F);
}

TEST_CASE("the theatre bias can be switched off") {
    Options biased;
    biased.theatre_bias = true;

    CHECK(found("Дрони над Одесою.", biased).back() == "Одесою = Odesa, Odesa Oblast, Ukraine");
    const Toponym with = only("He was in Alexandria.", biased);
    const Toponym without = only("He was in Alexandria.");
    CHECK(finder().gazetteer().at(without.place).country == "EG");
    CHECK(with.candidates.front().score <= without.candidates.front().score);
}

TEST_CASE("the publisher's country counts") {
    Options british;
    british.publisher_host = "www.example.co.uk";

    CHECK(
        found("Police in Richmond said so.", british).front().find("United Kingdom")
        != std::string::npos);
}
