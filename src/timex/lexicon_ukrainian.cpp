#include "timex/word_table.hpp"

#include <array>

namespace salient::timex {

namespace {

using C = WordClass;

constexpr WordTable::Flags kPlural{true, false, false};
constexpr WordTable::Flags kAdjective{false, true, false};
constexpr WordTable::Flags kShort{false, false, true};
constexpr std::string_view kHard = "ий а е ого ої ому ій им ім ою у і их ими";
constexpr std::string_view kSoft = "ій я є ього ьої ьому їй ім ьою ю і іх іми";
constexpr std::string_view kFeminine = "а и у і ою";

void add_months(WordTable& table) {
    static constexpr std::string_view kEndings = "ень ня ню нем ні";
    static constexpr std::array<std::string_view, 12> kStems = {
        "січ",
        "лют",
        "берез",
        "квіт",
        "трав",
        "черв",
        "лип",
        "серп",
        "верес",
        "жовт",
        "листопад",
        "груд"};
    static constexpr std::array<std::string_view, 12> kAdjectives = {
        "січнев",
        "лютнев",
        "березнев",
        "квітнев",
        "травнев",
        "червнев",
        "липнев",
        "серпнев",
        "вереснев",
        "жовтнев",
        "листопадов",
        "груднев"};
    for (std::size_t i = 0; i < kStems.size(); ++i) {
        const int month = static_cast<int>(i) + 1;
        const std::string_view endings = month == 2    ? "ий ого ому им ім"
                                         : month == 11 ? "_ а у ом ові і"
                                                       : kEndings;
        table.inflect(C::Month, month, kStems.at(i), endings);
        table.inflect(C::Month, month, kAdjectives.at(i), kHard, kAdjective);
    }
    table.add(C::Month, 1, "січ лют бер кві тра чер лип сер вер жов лис гру", kShort, 1);
    table.add(C::Month, 3, "берез квіт трав черв", kShort, 1);
    table.add(C::Month, 8, "серп верес жовт лист груд", kShort, 1);
}

void add_weekdays(WordTable& table) {
    table.inflect(C::Weekday, 1, "понеділ", "ок ка ку ком кові");
    table.inflect(C::Weekday, 2, "вівтор", "ок ка ку ком кові");
    table.inflect(C::Weekday, 3, "серед", kFeminine);
    table.inflect(C::Weekday, 4, "четвер", "_ га гу гом гові");
    table.add(C::Weekday, 4, "четверзі");
    table.inflect(C::Weekday, 5, "п'ятниц", "я і ю ею");
    table.inflect(C::Weekday, 6, "субот", kFeminine);
    table.inflect(C::Weekday, 7, "неділ", "я і ю ею");
    table.inflect(C::Weekday, 1, "понеділк", "ів ам ами ах и", kPlural);
    table.inflect(C::Weekday, 2, "вівторк", "ів ам ами ах и", kPlural);
    table.inflect(C::Weekday, 3, "серед", "ам ами ах", kPlural);
    table.inflect(C::Weekday, 4, "четверг", "ів ам ами ах и", kPlural);
    table.inflect(C::Weekday, 5, "п'ятниц", "ям ями ях", kPlural);
    table.inflect(C::Weekday, 6, "субот", "ам ами ах", kPlural);
    table.inflect(C::Weekday, 7, "неділ", "ям ями ях", kPlural);
    table.add(C::Weekday, 1, "пн вт ср чт пт сб нд", kShort, 1);
    table.add_series(
        C::SetDay,
        1,
        "щопонеділка щовівторка щосереди щочетверга щоп'ятниці щосуботи щонеділі");
}

void add_seasons(WordTable& table) {
    table.inflect(C::Season, 1, "весн", kFeminine);
    table.inflect(C::Season, 2, "літ", "о а у ом");
    table.inflect(C::Season, 3, "осін", "ь ню");
    table.inflect(C::Season, 3, "осен", "і");
    table.inflect(C::Season, 4, "зим", kFeminine);
    table.add(C::Season, 1, "навесні");
    table.add(C::Season, 2, "влітку улітку");
    table.add(C::Season, 3, "восени осені");
    table.add(C::Season, 4, "взимку узимку");
    table.inflect(
        C::Season,
        1,
        "весн",
        "яний яна яне яного яної яному яній яним яною яну яні яних",
        kAdjective);
    table.inflect(C::Season, 3, "осінн", kSoft, kAdjective);
    table.inflect(C::Season, 4, "зимов", kHard, kAdjective);
}

void add_units(WordTable& table) {
    for (const auto& [stem, unit] :
         {std::pair{"секунд", Unit::Second}, {"хвилин", Unit::Minute}, {"годин", Unit::Hour}}) {
        table.inflect(C::Unit, value_of(unit), stem, kFeminine);
        table.inflect(C::Unit, value_of(unit), stem, "_ ам ами ах", kPlural);
    }
    table.add(C::Unit, value_of(Unit::Minute), "хв", kShort);
    table.add(C::Hour, 0, "год ч");
    table.add(C::Unit, value_of(Unit::Day), "день дня дню днем дні");
    table.add(C::Unit, value_of(Unit::Day), "днів дням днями днях діб", kPlural);
    table.inflect(C::Unit, value_of(Unit::Day), "доб", kFeminine);
    table.inflect(C::Unit, value_of(Unit::Week), "тиж", "день ня ню нем ні");
    table.inflect(C::Unit, value_of(Unit::Week), "тижн", "ів ям ями ях", kPlural);
    table.inflect(C::Unit, value_of(Unit::Month), "місяц", "ь я ю ем і");
    table.inflect(C::Unit, value_of(Unit::Month), "місяц", "ів ям ями ях", kPlural);
    table.inflect(C::Unit, value_of(Unit::Quarter), "квартал", "_ у ом і");
    table.inflect(C::Unit, value_of(Unit::Quarter), "квартал", "и ів ам ами ах", kPlural);
    table.inflect(C::Unit, value_of(Unit::Year), "р", "ік оку окові оком оці");
    table.add(C::Unit, value_of(Unit::Year), "році");
    table.inflect(C::Unit, value_of(Unit::Year), "рок", "и ів ам ами ах", kPlural);
    table.inflect(C::Unit, value_of(Unit::Decade), "десятиліт", "тя тю тям ті ь");
    table.inflect(C::Unit, value_of(Unit::Century), "століт", "тя тю тям ті ь");
    table.inflect(C::Unit, value_of(Unit::Century), "сторіч", "чя чю чям чі ь");
    table.add(C::Unit, value_of(Unit::Century), "ст", kShort);
    table.inflect(C::Unit, value_of(Unit::Weekend), "вихідн", "і их им ими");
    table.add(C::HalfYear, 0, "півріччя півріччі півріччю півріччям");
}

void add_sets(WordTable& table) {
    table.inflect(C::Every, 0, "кож", "ен");
    table.inflect(C::Every, 0, "кожн", kHard);
    table.add(C::SetUnit, value_of(Unit::Hour), "щогодини щогодинно");
    table.add(C::SetUnit, value_of(Unit::Day), "щодня щодоби щоденно");
    table.add(C::SetUnit, value_of(Unit::Week), "щотижня щотижнево");
    table.add(C::SetUnit, value_of(Unit::Month), "щомісяця щомісячно");
    table.add(C::SetUnit, value_of(Unit::Quarter), "щокварталу щоквартально");
    table.add(C::SetUnit, value_of(Unit::Year), "щороку щорічно");
    table.inflect(C::SetUnit, value_of(Unit::Day), "щоденн", kHard);
    table.inflect(C::SetUnit, value_of(Unit::Week), "щотижнев", kHard);
    table.inflect(C::SetUnit, value_of(Unit::Month), "щомісячн", kHard);
    table.inflect(C::SetUnit, value_of(Unit::Year), "щорічн", kHard);
}

void add_direction(WordTable& table) {
    table.add(C::Day, -1, "вчора учора");
    table.inflect(C::Day, -1, "вчорашн", kSoft);
    table.add(C::Day, -2, "позавчора");
    table.add(C::Day, -3, "позапозавчора");
    table.add(C::Day, 0, "сьогодні");
    table.inflect(C::Day, 0, "сьогоднішн", kSoft);
    table.add(C::Day, 1, "завтра");
    table.inflect(C::Day, 1, "завтрашн", kSoft);
    table.add(C::Day, 2, "післязавтра");
    table.add(C::Day, 3, "післяпіслязавтра");
    table.inflect(C::Last, 1, "минул", kHard);
    table.inflect(C::Last, 2, "позаминул", kHard);
    table.inflect(C::Last, 1, "останн", kSoft);
    table.inflect(C::Last, 1, "попередн", kSoft);
    table.inflect(C::Next, 1, "наступн", kHard);
    table.inflect(C::Next, 1, "майбутн", kSoft);
    table.inflect(C::Next, 1, "найближч", kHard);
    table.add(C::YearAgo, 1, "торік");
    table.inflect(C::YearAgo, 1, "торішн", kSoft);
    table.add(C::YearAgo, 2, "позаторік");
    table.add(C::This, 0, "цей ця це цього цієї цьому цій цим цією цю ці цих");
    table.inflect(C::This, 0, "поточн", kHard);
    table.inflect(C::This, 0, "нинішн", kSoft);
    table.add(C::Same, 0, "той та те того тієї тій ту тою тою самий самого самому");
    table.add(C::Ago, 0, "тому назад раніше");
    table.add(C::Later, 0, "потому пізніше опісля");
    table.add(C::In, 0, "через");
    table.add(C::After, 0, "після потім");
    table.add(C::Moment, 0, "час часу часом момент моменту період етапі");
    table.add(C::Opener, 0, "за на у в з до к тим протягом впродовж");
    table.add(C::Starter, 0, "спочатку досі півтора півтори фінансовий фінансового");
    table.add(
        C::Ahead,
        0,
        "буде будуть планує планують заплановано заплановані має мають очікується планується "
        "відбудеться "
        "відбудуться");
    table.add(C::Now, 0, "зараз тепер нині");
    table.add(C::Past, 0, "нещодавно недавно");
    table.add(C::Vague, 0, "кілька кількох декілька декількох багато багатьох кількома");
    table.add(C::Approximate, 0, "близько приблизно майже понад біля десь лише");
    table.inflect(C::Anniversary, 0, "річниц", "я і ю ею");
    table.inflect(C::War, 0, "вторгнен", "ня ню ням ні");
    table.inflect(C::War, 0, "війн", kFeminine);
    table.add(C::Half, 0, "половина половини половину половині половиною");
}

void add_parts(WordTable& table) {
    table.add(C::Part, value_of(DayPart::Morning), "ранок ранку ранком вранці уранці зранку ранці");
    table.add(C::Part, value_of(DayPart::Morning), "світанку світанок");
    table.add(C::Part, value_of(DayPart::Midday), "полудень полудня полудні опівдні обід обіду");
    table.add(C::Part, value_of(DayPart::Afternoon), "вдень удень пополудні");
    table.add(
        C::Part,
        value_of(DayPart::Evening),
        "вечір вечора вечору вечором ввечері увечері вечорі звечора");
    table.add(C::Part, value_of(DayPart::Night), "ніч ночі ніччю вночі уночі");
    table.add(C::Part, value_of(DayPart::Midnight), "опівночі");
    table.inflect(C::Edge, -1, "почат", "ок ку ком ках");
    table.inflect(C::Edge, 0, "середин", kFeminine);
    table.add(C::Edge, 1, "кінець кінця кінцю кінці кінцем наприкінці");
    table.inflect(C::Edge, -1, "ранн", kSoft);
    table.inflect(C::Edge, 1, "пізн", kSoft);
}

}  // namespace

WordTable ukrainian_words() {
    WordTable table;
    add_ukrainian_numbers(table);
    add_months(table);
    add_weekdays(table);
    add_seasons(table);
    add_units(table);
    add_sets(table);
    add_direction(table);
    add_parts(table);
    return table;
}

}  // namespace salient::timex
