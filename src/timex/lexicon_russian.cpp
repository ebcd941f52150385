#include "timex/word_table.hpp"

#include <array>

namespace salient::timex {

namespace {

using C = WordClass;

constexpr WordTable::Flags kPlural{true, false, false};
constexpr WordTable::Flags kAdjective{false, true, false};
constexpr WordTable::Flags kShort{false, false, true};
constexpr std::string_view kHard = "ый ая ое ого ой ому ым ом ую ою ые ых ыми";
constexpr std::string_view kMixed = "ий ая ее ое его ого ей ой ему ому им ем ом ую ие их ими";
constexpr std::string_view kSoft = "ий яя ее его ей ему им ем юю ие их ими";
constexpr std::string_view kFeminine = "а ы у е ой ою";

void add_months(WordTable& table) {
    static constexpr std::array<std::string_view, 12> kStems = {
        "январ",
        "феврал",
        "март",
        "апрел",
        "ма",
        "июн",
        "июл",
        "август",
        "сентябр",
        "октябр",
        "ноябр",
        "декабр"};
    static constexpr std::array<std::string_view, 12> kAdjectives = {
        "январск",
        "февральск",
        "мартовск",
        "апрельск",
        "майск",
        "июньск",
        "июльск",
        "августовск",
        "сентябрьск",
        "октябрьск",
        "ноябрьск",
        "декабрьск"};
    for (std::size_t i = 0; i < kStems.size(); ++i) {
        const int month = static_cast<int>(i) + 1;
        const std::string_view endings = month == 5                 ? "й я ю е ем"
                                         : month == 3 || month == 8 ? "_ а у ом е"
                                                                    : "ь я ю е ем";
        table.inflect(C::Month, month, kStems.at(i), endings);
        table.inflect(C::Month, month, kAdjectives.at(i), kMixed, kAdjective);
    }
    table.add(C::Month, 1, "янв фев мар апр", kShort, 1);
    table.add(C::Month, 6, "июн июл авг сен окт ноя дек", kShort, 1);
    table.add(C::Month, 2, "февр", kShort);
    table.add(C::Month, 9, "сент", kShort);
    table.add(C::Month, 10, "октяб", kShort);
    table.add(C::Month, 11, "нояб", kShort);
}

void add_weekdays(WordTable& table) {
    table.inflect(C::Weekday, 1, "понедельник", "_ а у ом е");
    table.inflect(C::Weekday, 2, "вторник", "_ а у ом е");
    table.inflect(C::Weekday, 3, "сред", "а ы у ой");
    table.inflect(C::Weekday, 4, "четверг", "_ а у ом е");
    table.inflect(C::Weekday, 5, "пятниц", "а ы у е ей");
    table.inflect(C::Weekday, 6, "суббот", kFeminine);
    table.inflect(C::Weekday, 7, "воскресен", "ье ья ью ьем");
    table.inflect(C::Weekday, 1, "понедельник", "и ов ам ами ах", kPlural);
    table.inflect(C::Weekday, 2, "вторник", "и ов ам ами ах", kPlural);
    table.inflect(C::Weekday, 3, "сред", "ам ами ах", kPlural);
    table.inflect(C::Weekday, 4, "четверг", "и ов ам ами ах", kPlural);
    table.inflect(C::Weekday, 5, "пятниц", "ам ами ах", kPlural);
    table.inflect(C::Weekday, 6, "суббот", "ам ами ах", kPlural);
    table.inflect(C::Weekday, 7, "воскресень", "ям ями ях", kPlural);
    table.add(C::Weekday, 1, "пн вт ср чт пт сб вс", kShort, 1);
}

void add_seasons(WordTable& table) {
    table.inflect(C::Season, 1, "весн", kFeminine);
    table.inflect(C::Season, 2, "лет", "о а у ом е");
    table.inflect(C::Season, 3, "осен", "ь и ью");
    table.inflect(C::Season, 4, "зим", kFeminine);
    table.inflect(C::Season, 1, "весенн", kSoft, kAdjective);
    table.inflect(C::Season, 3, "осенн", kSoft, kAdjective);
    table.inflect(C::Season, 4, "зимн", kSoft, kAdjective);
}

void add_units(WordTable& table) {
    for (const auto& [stem, unit] : {std::pair{"секунд", Unit::Second}, {"минут", Unit::Minute}}) {
        table.inflect(C::Unit, value_of(unit), stem, kFeminine);
        table.inflect(C::Unit, value_of(unit), stem, "_ ам ами ах", kPlural);
    }
    table.add(C::Unit, value_of(Unit::Minute), "мин", kShort);
    table.inflect(C::Unit, value_of(Unit::Hour), "час", "_ а у ом е");
    table.inflect(C::Unit, value_of(Unit::Hour), "час", "ы ов ам ами ах", kPlural);
    table.add(C::Hour, 0, "ч");
    table.add(C::Unit, value_of(Unit::Day), "день дня дню днём днем дне");
    table.add(
        C::Unit,
        value_of(Unit::Day),
        "дни дней дням днями днях сутки суток суткам сутками сутках",
        kPlural);
    table.inflect(C::Unit, value_of(Unit::Week), "недел", "я и ю е ей");
    table.inflect(C::Unit, value_of(Unit::Week), "недел", "ь ям ями ях", kPlural);
    table.inflect(C::Unit, value_of(Unit::Month), "месяц", "_ а у ем е");
    table.inflect(C::Unit, value_of(Unit::Month), "месяц", "ы ев ам ами ах", kPlural);
    table.inflect(C::Unit, value_of(Unit::Quarter), "квартал", "_ а у ом е");
    table.inflect(C::Unit, value_of(Unit::Quarter), "квартал", "ы ов ам ами ах", kPlural);
    table.inflect(C::Unit, value_of(Unit::Year), "год", "_ а у ом е");
    table.inflect(C::Unit, value_of(Unit::Year), "год", "ы ов ам ами ах", kPlural);
    table.add(C::Unit, value_of(Unit::Year), "лет годов", kPlural);
    table.inflect(C::Unit, value_of(Unit::Decade), "десятилети", "е я ю ем и й");
    table.inflect(C::Unit, value_of(Unit::Century), "столети", "е я ю ем и й");
    table.inflect(C::Unit, value_of(Unit::Century), "век", "_ а у ом е");
    table.inflect(C::Unit, value_of(Unit::Weekend), "выходн", "ые ых ым ыми");
    table.inflect(C::HalfYear, 0, "полугоди", "е я ю ем и");
}

void add_sets(WordTable& table) {
    table.inflect(C::Every, 0, "кажд", kHard);
    table.add(C::SetUnit, value_of(Unit::Hour), "ежечасно");
    table.add(C::SetUnit, value_of(Unit::Day), "ежедневно ежесуточно");
    table.add(C::SetUnit, value_of(Unit::Week), "еженедельно");
    table.add(C::SetUnit, value_of(Unit::Month), "ежемесячно");
    table.add(C::SetUnit, value_of(Unit::Quarter), "ежеквартально");
    table.add(C::SetUnit, value_of(Unit::Year), "ежегодно");
    table.inflect(C::SetUnit, value_of(Unit::Day), "ежедневн", kHard);
    table.inflect(C::SetUnit, value_of(Unit::Week), "еженедельн", kHard);
    table.inflect(C::SetUnit, value_of(Unit::Month), "ежемесячн", kHard);
    table.inflect(C::SetUnit, value_of(Unit::Year), "ежегодн", kHard);
}

void add_direction(WordTable& table) {
    table.add(C::Day, -1, "вчера");
    table.inflect(C::Day, -1, "вчерашн", kSoft);
    table.add(C::Day, -2, "позавчера");
    table.add(C::Day, -3, "позапозавчера");
    table.add(C::Day, 0, "сегодня");
    table.inflect(C::Day, 0, "сегодняшн", kSoft);
    table.add(C::Day, 1, "завтра");
    table.inflect(C::Day, 1, "завтрашн", kSoft);
    table.add(C::Day, 2, "послезавтра");
    table.add(C::Day, 3, "послепослезавтра");
    table.inflect(C::Last, 1, "прошл", kHard);
    table.inflect(C::Last, 2, "позапрошл", kHard);
    table.inflect(C::Last, 1, "последн", kSoft);
    table.inflect(C::Last, 1, "предыдущ", kMixed);
    table.inflect(C::Last, 1, "минувш", kMixed);
    table.inflect(C::Next, 1, "следующ", kMixed);
    table.inflect(C::Next, 1, "будущ", kMixed);
    table.inflect(C::Next, 1, "ближайш", kMixed);
    table.add(C::This, 0, "этот эта это этого этой этому этим этом эту эти этих");
    table.inflect(C::This, 0, "текущ", kMixed);
    table.inflect(C::This, 0, "нынешн", kSoft);
    table.add(C::Same, 0, "тот та те того той том ту тою самый самого самом");
    table.add(C::Ago, 0, "назад ранее раньше тому");
    table.add(C::Later, 0, "спустя позже потом");
    table.add(C::In, 0, "через");
    table.add(C::Moment, 0, "время времени момент моменту");
    table.add(C::Opener, 0, "за на у в к до с");
    table.add(C::Starter, 0, "полтора полторы финансовый финансового");
    table.add(
        C::Ahead,
        0,
        "будет будут планирует планируют запланировано запланированы должен должны ожидается "
        "планируется "
        "состоится состоятся");
    table.add(C::Now, 0, "сейчас теперь ныне");
    table.add(C::Past, 0, "недавно");
    table.add(C::Vague, 0, "несколько нескольких много многих");
    table.add(C::Approximate, 0, "около примерно почти более свыше лишь");
    table.inflect(C::Anniversary, 0, "годовщин", kFeminine);
    table.inflect(C::War, 0, "вторжени", "е я ю ем и");
    table.inflect(C::War, 0, "войн", kFeminine);
    table.add(C::Half, 0, "половина половины половину половине половиной");
}

void add_parts(WordTable& table) {
    table.add(
        C::Part,
        value_of(DayPart::Morning),
        "утро утра утру утром утре рассвет рассвете рассвета");
    table.add(C::Part, value_of(DayPart::Midday), "полдень полудня полдня обед обеда");
    table.add(C::Part, value_of(DayPart::Afternoon), "днём пополудни");
    table.add(C::Part, value_of(DayPart::Evening), "вечер вечера вечером вечеру вечере");
    table.add(C::Part, value_of(DayPart::Night), "ночь ночи ночью");
    table.add(C::Part, value_of(DayPart::Midnight), "полночь полночи");
    table.inflect(C::Edge, -1, "начал", "о а е у");
    table.inflect(C::Edge, 0, "середин", kFeminine);
    table.inflect(C::Edge, 1, "кон", "ец ца це цу цом");
    table.inflect(C::Edge, -1, "ранн", kSoft);
    table.inflect(C::Edge, 1, "поздн", kSoft);
}

}  // namespace

WordTable russian_words() {
    WordTable table;
    add_russian_numbers(table);
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
