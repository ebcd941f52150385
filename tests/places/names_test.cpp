// Names, former names and case forms that must find their place in the gazetteer the project ships.
#include "places/gazetteer.hpp"
#include "places/shown_name.hpp"
#include "shipped_gazetteer.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

using namespace salient;

namespace {

const places::Gazetteer& shipped() {
    return tests::shipped_gazetteer();
}

struct Pair {
    std::string_view written;
    std::string_view name;  ///< a name of one of the places found
};

bool finds(const Pair& pair) {
    const std::vector<places::PlaceIndex> found = shipped().find(pair.written);
    return std::any_of(found.begin(), found.end(), [&](places::PlaceIndex index) {
        const std::vector<std::string_view> aliases = shipped().aliases(index);
        const std::string wanted = places::match_key(pair.name);
        return places::match_key(shipped().at(index).name) == wanted
               || std::any_of(aliases.begin(), aliases.end(), [&](std::string_view alias) {
                      return places::match_key(alias) == wanted;
                  });
    });
}

/// All pairs that fail, so that one run shows every gap.
std::vector<std::string> failures(const std::vector<Pair>& pairs) {
    std::vector<std::string> failed;
    for (const Pair& pair : pairs) {
        if (!finds(pair)) {
            std::string found;
            for (const places::PlaceIndex index : shipped().find(pair.written)) {
                found += " [" + describe(shipped(), index) + "]";
            }
            failed.push_back(
                std::string(pair.written) + " -> " + std::string(pair.name) + ":" + found);
        }
    }
    return failed;
}

}  // namespace

TEST_CASE("spellings and former names find their place") {
    const std::vector<Pair> pairs = {
        {"Kyiv", "Kyiv"},
        {"Kiev", "Kyiv"},
        {"Київ", "Kyiv"},
        {"Киев", "Kyiv"},
        {"KYIV", "Kyiv"},
        {"Kharkiv", "Kharkiv"},
        {"Kharkov", "Kharkiv"},
        {"Харків", "Kharkiv"},
        {"Харьков", "Kharkiv"},
        {"Odesa", "Odesa"},
        {"Odessa", "Odesa"},
        {"Одеса", "Odesa"},
        {"Одесса", "Odesa"},
        {"Lviv", "Lviv"},
        {"Lvov", "Lviv"},
        {"Львів", "Lviv"},
        {"Львов", "Lviv"},
        {"Lemberg", "Lviv"},
        {"Dnipro", "Dnipro"},
        {"Dnipropetrovsk", "Dnipro"},
        {"Dnepropetrovsk", "Dnipro"},
        {"Дніпро", "Dnipro"},
        {"Днепр", "Dnipro"},
        {"Днепропетровск", "Dnipro"},
        {"Mykolaiv", "Mykolaiv"},
        {"Mykolayiv", "Mykolaiv"},
        {"Nikolaev", "Mykolaiv"},
        {"Миколаїв", "Mykolaiv"},
        {"Николаев", "Mykolaiv"},
        {"Zaporizhzhia", "Zaporizhzhia"},
        {"Zaporizhzhya", "Zaporizhzhia"},
        {"Zaporozhye", "Zaporizhzhia"},
        {"Запоріжжя", "Zaporizhzhia"},
        {"Запорожье", "Zaporizhzhia"},
        {"Kherson", "Kherson"},
        {"Херсон", "Kherson"},
        {"Bakhmut", "Bakhmut"},
        {"Artemivsk", "Bakhmut"},
        {"Artyomovsk", "Bakhmut"},
        {"Artemovsk", "Bakhmut"},
        {"Бахмут", "Bakhmut"},
        {"Артемівськ", "Bakhmut"},
        {"Артемовск", "Bakhmut"},
        {"Артёмовск", "Bakhmut"},
        {"Toretsk", "Toretsk"},
        {"Торецьк", "Toretsk"},
        {"Торецк", "Toretsk"},
        {"Дзержинськ", "Toretsk"},
        {"Дзержинск", "Toretsk"},
        {"Pokrovsk", "Pokrovsk"},
        {"Покровськ", "Pokrovsk"},
        {"Покровск", "Pokrovsk"},
        {"Krasnoarmiysk", "Pokrovsk"},
        {"Красноармейск", "Pokrovsk"},
        {"Avdiivka", "Avdiivka"},
        {"Avdeevka", "Avdiivka"},
        {"Авдіївка", "Avdiivka"},
        {"Авдеевка", "Avdiivka"},
        {"Mariupol", "Mariupol"},
        {"Маріуполь", "Mariupol"},
        {"Мариуполь", "Mariupol"},
        {"Donetsk", "Donetsk"},
        {"Донецьк", "Donetsk"},
        {"Донецк", "Donetsk"},
        {"Luhansk", "Luhansk"},
        {"Lugansk", "Luhansk"},
        {"Луганськ", "Luhansk"},
        {"Луганск", "Luhansk"},
        {"Sievierodonetsk", "Sievierodonetsk"},
        {"Severodonetsk", "Sievierodonetsk"},
        {"Сєвєродонецьк", "Sievierodonetsk"},
        {"Северодонецк", "Sievierodonetsk"},
        {"Lysychansk", "Lysychansk"},
        {"Лисичанськ", "Lysychansk"},
        {"Kramatorsk", "Kramatorsk"},
        {"Краматорськ", "Kramatorsk"},
        {"Sloviansk", "Sloviansk"},
        {"Slovyansk", "Sloviansk"},
        {"Славянск", "Sloviansk"},
        {"Слов'янськ", "Sloviansk"},
        {"Слов’янськ", "Sloviansk"},
        {"Izium", "Izium"},
        {"Izyum", "Izium"},
        {"Ізюм", "Izium"},
        {"Изюм", "Izium"},
        {"Kupiansk", "Kupiansk"},
        {"Kupyansk", "Kupiansk"},
        {"Куп'янськ", "Kupiansk"},
        {"Купянск", "Kupiansk"},
        {"Vovchansk", "Vovchansk"},
        {"Вовчанськ", "Vovchansk"},
        {"Волчанск", "Vovchansk"},
        {"Sumy", "Sumy"},
        {"Суми", "Sumy"},
        {"Сумы", "Sumy"},
        {"Chernihiv", "Chernihiv"},
        {"Чернігів", "Chernihiv"},
        {"Чернигов", "Chernihiv"},
        {"Poltava", "Poltava"},
        {"Полтава", "Poltava"},
        {"Sudzha", "Sudzha"},
        {"Суджа", "Sudzha"},
        {"Kursk", "Kursk"},
        {"Курськ", "Kursk"},
        {"Курск", "Kursk"},
        {"Belgorod", "Belgorod"},
        {"Бєлгород", "Belgorod"},
        {"Белгород", "Belgorod"},
        {"Rylsk", "Rylsk"},
        {"Рыльск", "Rylsk"},
        {"Robotyne", "Robotyne"},
        {"Роботине", "Robotyne"},
        {"Работино", "Robotyne"},
        {"Krynky", "Krynky"},
        {"Кринки", "Krynky"},
        {"Moscow", "Moscow"},
        {"Москва", "Moscow"},
        {"Moskva", "Moscow"},
        {"Rostov-on-Don", "Rostov-on-Don"},
        {"Ростов-на-Дону", "Rostov-on-Don"},
        {"Saint Petersburg", "Saint Petersburg"},
        {"St Petersburg", "Saint Petersburg"},
        {"Leningrad", "Saint Petersburg"},
        {"Санкт-Петербург", "Saint Petersburg"},
        {"Volgograd", "Volgograd"},
        {"Stalingrad", "Volgograd"},
        {"Сталинград", "Volgograd"},
        {"Sevastopol", "Sevastopol"},
        {"Севастополь", "Sevastopol"},
        {"Simferopol", "Simferopol"},
        {"Сімферополь", "Simferopol"},
        {"Minsk", "Minsk"},
        {"Мінськ", "Minsk"},
        {"Минск", "Minsk"},
        {"Chișinău", "Chisinau"},
        {"Chisinau", "Chisinau"},
        {"Кишинів", "Chisinau"},
        {"Warsaw", "Warsaw"},
        {"Варшава", "Warsaw"},
        {"Berlin", "Berlin"},
        {"Берлін", "Berlin"},
        {"Paris", "Paris"},
        {"Париж", "Paris"},
        {"London", "London"},
        {"Лондон", "London"},
        {"Brussels", "Brussels"},
        {"Брюссель", "Brussels"},
        {"Ukraine", "Ukraine"},
        {"Україна", "Ukraine"},
        {"Украина", "Ukraine"},
        {"Russia", "Russia"},
        {"Россия", "Russia"},
        {"Росія", "Russia"},
        {"Russian Federation", "Russia"},
        {"Belarus", "Belarus"},
        {"Беларусь", "Belarus"},
        {"Білорусь", "Belarus"},
        {"Britain", "United Kingdom"},
        {"America", "United States"},
        {"США", "United States"},
        {"Kursk Oblast", "Kursk Oblast"},
        {"Kursk region", "Kursk Oblast"},
        {"Курська область", "Kursk Oblast"},
        {"Курская область", "Kursk Oblast"},
        {"Donetsk region", "Donetsk Oblast"},
        {"Donetsk Oblast", "Donetsk Oblast"},
        {"Донецька область", "Donetsk Oblast"},
        {"Kherson region", "Kherson Oblast"},
        {"Sumska Oblast", "Sumy Oblast"},
        {"Черное море", "Black Sea"},
        {"Чорне море", "Black Sea"},
        {"Black Sea", "Black Sea"},
        {"Sea of Azov", "Sea of Azov"},
        {"New York City", "New York City"},
        {"Нью-Йорк", "New York City"},
    };

    CHECK(failures(pairs) == std::vector<std::string>{});
}

TEST_CASE("Ukrainian case forms find their place") {
    const std::vector<Pair> pairs = {
        {"у Києві", "Kyiv"},
        {"з Києва", "Kyiv"},
        {"під Києвом", "Kyiv"},
        {"Києву", "Kyiv"},
        {"у Харкові", "Kharkiv"},
        {"Харкова", "Kharkiv"},
        {"під Харковом", "Kharkiv"},
        {"у Львові", "Lviv"},
        {"зі Львова", "Lviv"},
        {"в Одесі", "Odesa"},
        {"Одеси", "Odesa"},
        {"Одесу", "Odesa"},
        {"під Одесою", "Odesa"},
        {"у Суджі", "Sudzha"},
        {"Суджу", "Sudzha"},
        {"Суджею", "Sudzha"},
        {"Бахмуту", "Bakhmut"},
        {"Бахмута", "Bakhmut"},
        {"під Бахмутом", "Bakhmut"},
        {"у Бахмуті", "Bakhmut"},
        {"Покровську", "Pokrovsk"},
        {"під Покровськом", "Pokrovsk"},
        {"Покровська", "Pokrovsk"},
        {"Торецьку", "Toretsk"},
        {"Торецька", "Toretsk"},
        {"Авдіївці", "Avdiivka"},
        {"Авдіївки", "Avdiivka"},
        {"Авдіївку", "Avdiivka"},
        {"під Авдіївкою", "Avdiivka"},
        {"Маріуполі", "Mariupol"},
        {"Маріуполя", "Mariupol"},
        {"Маріуполем", "Mariupol"},
        {"у Донецьку", "Donetsk"},
        {"Луганська", "Luhansk"},
        {"у Запоріжжі", "Zaporizhzhia"},
        {"Миколаєві", "Mykolaiv"},
        {"Миколаєва", "Mykolaiv"},
        {"Чернігові", "Chernihiv"},
        {"Чернігова", "Chernihiv"},
        {"Полтаві", "Poltava"},
        {"Полтаву", "Poltava"},
        {"Сум", "Sumy"},
        {"у Сумах", "Sumy"},
        {"Херсоні", "Kherson"},
        {"під Херсоном", "Kherson"},
        {"Ізюмі", "Izium"},
        {"Ізюма", "Izium"},
        {"Великої Новосілки", "Velyka Novosilka"},
        {"Великій Новосілці", "Velyka Novosilka"},
        {"Роботиного", "Robotyne"},
        {"Роботиному", "Robotyne"},
        {"Кринках", "Krynky"},
        {"Кринок", "Krynky"},
        {"Курщині", "Kursk Oblast"},
        {"Курської області", "Kursk Oblast"},
        {"у Курській області", "Kursk Oblast"},
        {"Сумській області", "Sumy Oblast"},
        {"Донецької області", "Donetsk Oblast"},
        {"Харківською областю", "Kharkiv Oblast"},
        {"України", "Ukraine"},
        {"в Україні", "Ukraine"},
        {"Росії", "Russia"},
        {"Росію", "Russia"},
        {"Криму", "Autonomous Republic of Crimea"},
        {"Москві", "Moscow"},
        {"Москви", "Moscow"},
        {"Вовчанську", "Vovchansk"},
        {"Юнаківки", "Yunakivka"},
        {"Юнаківці", "Yunakivka"},
        {"Чорному морі", "Black Sea"},
        {"Чорного моря", "Black Sea"},
        {"Луцьку", "Lutsk"},
        {"Черкасах", "Cherkasy"},
        {"Черкас", "Cherkasy"},
        {"Івано-Франківську", "Ivano-Frankivsk"},
        {"Івано-Франківська", "Ivano-Frankivsk"},
        {"Камянці-Подільському", "Kamianets-Podilskyi"},
        {"Білій Церкві", "Bila Tserkva"},
        {"Білої Церкви", "Bila Tserkva"},
        {"Кривому Розі", "Kryvyi Rih"},
        {"Кривого Рогу", "Kryvyi Rih"},
    };

    CHECK(failures(pairs) == std::vector<std::string>{});
}

TEST_CASE("Russian case forms find their place") {
    const std::vector<Pair> pairs = {
        {"в Киеве", "Kyiv"},
        {"из Киева", "Kyiv"},
        {"под Киевом", "Kyiv"},
        {"под Курском", "Kursk"},
        {"в Курске", "Kursk"},
        {"Курска", "Kursk"},
        {"Курску", "Kursk"},
        {"в Судже", "Sudzha"},
        {"Суджи", "Sudzha"},
        {"Суджу", "Sudzha"},
        {"под Суджей", "Sudzha"},
        {"Белгороде", "Belgorod"},
        {"Белгорода", "Belgorod"},
        {"Белгородом", "Belgorod"},
        {"Белгородской области", "Belgorod Oblast"},
        {"Курской области", "Kursk Oblast"},
        {"Курскую область", "Kursk Oblast"},
        {"Брянской областью", "Bryansk Oblast"},
        {"в Ростове-на-Дону", "Rostov-on-Don"},
        {"Ростова-на-Дону", "Rostov-on-Don"},
        {"Малой Локни", "Malaya Loknya"},
        {"Малую Локню", "Malaya Loknya"},
        {"Черкасского Поречного", "Cherkasskoye Porechnoye"},
        {"в Москве", "Moscow"},
        {"Москвы", "Moscow"},
        {"под Москвой", "Moscow"},
        {"Москву", "Moscow"},
        {"в Санкт-Петербурге", "Saint Petersburg"},
        {"Санкт-Петербурга", "Saint Petersburg"},
        {"Артёмовске", "Bakhmut"},
        {"под Артемовском", "Bakhmut"},
        {"Авдеевке", "Avdiivka"},
        {"Авдеевки", "Avdiivka"},
        {"Авдеевку", "Avdiivka"},
        {"под Авдеевкой", "Avdiivka"},
        {"Мариуполе", "Mariupol"},
        {"Мариуполя", "Mariupol"},
        {"Донецке", "Donetsk"},
        {"Донецка", "Donetsk"},
        {"Луганском", "Luhansk"},
        {"Харькове", "Kharkiv"},
        {"Харькова", "Kharkiv"},
        {"под Харьковом", "Kharkiv"},
        {"Харьковской области", "Kharkiv Oblast"},
        {"Одессе", "Odesa"},
        {"Одессы", "Odesa"},
        {"Одессу", "Odesa"},
        {"Херсоне", "Kherson"},
        {"Запорожья", "Zaporizhzhia"},
        {"в Запорожье", "Zaporizhzhia"},
        {"Николаеве", "Mykolaiv"},
        {"Сумах", "Sumy"},
        {"Сумской области", "Sumy Oblast"},
        {"Энгельсе", "Engels"},
        {"Энгельса", "Engels"},
        {"Воронеже", "Voronezh"},
        {"Воронежа", "Voronezh"},
        {"Смоленске", "Smolensk"},
        {"Туле", "Tula"},
        {"Тулы", "Tula"},
        {"Твери", "Tver"},
        {"Казани", "Kazan"},
        {"Казанью", "Kazan"},
        {"Рязани", "Ryazan"},
        {"Рязанью", "Ryazan"},
        {"Крыму", "Autonomous Republic of Crimea"},
        {"Севастополе", "Sevastopol"},
        {"Севастополем", "Sevastopol"},
        {"Украины", "Ukraine"},
        {"на Украине", "Ukraine"},
        {"в России", "Russia"},
        {"Россию", "Russia"},
        {"Чёрном море", "Black Sea"},
        {"Черного моря", "Black Sea"},
        {"Минске", "Minsk"},
        {"Варшаве", "Warsaw"},
        {"Орле", "Oryol"},
        {"Орла", "Oryol"},
        {"Нижнем Новгороде", "Nizhniy Novgorod"},
        {"Нижнего Новгорода", "Nizhniy Novgorod"},
        {"Великого Новгорода", "Velikiy Novgorod"},
    };

    CHECK(failures(pairs) == std::vector<std::string>{});
}

TEST_CASE(
    "soft signs are not shown where Latin readers stumble over them, apostrophes of names are") {
    const auto shown = [](std::string_view name, std::string_view country) {
        places::Place place;
        place.name = name;
        place.country = country;
        return places::shown_name(place);
    };

    CHECK(shown("Ryl’sk", "RU") == "Rylsk");
    CHECK(shown("Kam’yanets’-Podil’s’kyy", "UA") == "Kamyanets-Podilskyy");
    CHECK(shown("Gomel'", "BY") == "Gomel");
    CHECK(shown("Saint John’s", "AG") == "Saint John’s");
}
