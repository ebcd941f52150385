#include "timex/lexicon.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace salient::timex {

namespace {

using C = WordClass;

int unit(Unit value) {
    return static_cast<int>(value);
}
int part(DayPart value) {
    return static_cast<int>(value);
}

using Table = std::unordered_map<std::string_view, Word>;

void add(
    Table& table,
    C word_class,
    std::initializer_list<std::string_view> words,
    int first,
    int step) {
    int value = first;
    for (const std::string_view word : words) {
        table[word] = {word_class, value, false};
        value += step;
    }
}

void add_units(
    Table& table,
    std::initializer_list<std::pair<std::string_view, Unit>> words,
    bool plural) {
    for (const auto& [word, value] : words) {
        table[word] = {C::Unit, unit(value), plural};
    }
}

Table english() {
    Table table;
    add(table,
        C::Month,
        {"january",
         "february",
         "march",
         "april",
         "may",
         "june",
         "july",
         "august",
         "september",
         "october",
         "november",
         "december"},
        1,
        1);
    add(table, C::Month, {"jan", "feb", "mar", "apr"}, 1, 1);
    add(table, C::Month, {"jun", "jul", "aug", "sep", "oct", "nov", "dec"}, 6, 1);
    add(table, C::Month, {"sept"}, 9, 1);
    add(table,
        C::Weekday,
        {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"},
        1,
        1);
    add(table, C::Weekday, {"mon", "tue", "wed", "thu", "fri"}, 1, 1);
    add(table, C::Weekday, {"tues"}, 2, 1);
    add(table, C::Weekday, {"thurs"}, 4, 1);
    add(table, C::Season, {"spring", "summer", "autumn", "winter"}, 1, 1);
    add(table, C::Season, {"fall", "summertime"}, 3, -1);
    add(table,
        C::Cardinal,
        {"one",     "two",     "three",     "four",     "five",     "six",      "seven",
         "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen", "fourteen",
         "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"},
        1,
        1);
    add(table,
        C::Cardinal,
        {"thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred"},
        30,
        10);
    add(table,
        C::Ordinal,
        {"first",     "second",      "third",      "fourth",     "fifth",
         "sixth",     "seventh",     "eighth",     "ninth",      "tenth",
         "eleventh",  "twelfth",     "thirteenth", "fourteenth", "fifteenth",
         "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"},
        1,
        1);
    add(table, C::Day, {"yesterday", "today", "tomorrow"}, -1, 1);
    add(table, C::Day, {"tonight"}, 0, 0);
    add(table, C::Last, {"last", "past", "previous", "preceding", "final"}, 0, 0);
    add(table, C::Next, {"next", "coming", "upcoming", "following"}, 0, 0);
    add(table, C::This, {"this", "current", "same", "that"}, 0, 0);
    add(table, C::Ago, {"ago", "earlier", "before", "previously"}, 0, 0);
    add(table, C::Later, {"later", "afterwards", "after", "hence"}, 0, 0);
    add(table, C::In, {"in", "within"}, 0, 0);
    add(table, C::Part, {"morning", "noon", "afternoon", "evening", "night"}, 0, 1);
    add(table, C::Part, {"midday"}, part(DayPart::Midday), 0);
    add(table, C::Part, {"midnight", "overnight", "nighttime"}, part(DayPart::Night), 0);
    add(table, C::Part, {"dawn"}, part(DayPart::Morning), 0);
    add(table, C::Part, {"dusk"}, part(DayPart::Evening), 0);
    add(table, C::Edge, {"early", "mid", "late"}, -1, 1);
    add(table, C::Edge, {"beginning", "middle", "end"}, -1, 1);
    add(table, C::Edge, {"start"}, -1, 0);
    add(table, C::Every, {"every", "each"}, 0, 0);
    add(table, C::SetWord, {"hourly", "daily", "weekly"}, unit(Unit::Hour), 1);
    add(table, C::SetWord, {"monthly"}, unit(Unit::Month), 0);
    add(table, C::SetWord, {"quarterly"}, unit(Unit::Quarter), 0);
    add(table, C::SetWord, {"yearly", "annually", "annual"}, unit(Unit::Year), 0);
    add(table, C::Now, {"now", "currently", "presently", "nowadays"}, 0, 0);
    add(table, C::Past, {"recently", "formerly"}, 0, 0);
    add(table, C::Future, {"soon", "future"}, 0, 0);
    add(table, C::Vague, {"several", "few", "some", "many", "couple"}, 0, 0);
    add(table, C::Article, {"the", "a", "an", "of"}, 0, 0);
    add(table, C::Half, {"half"}, 0, 0);
    add_units(
        table,
        {{"second", Unit::Second},
         {"minute", Unit::Minute},
         {"hour", Unit::Hour},
         {"day", Unit::Day},
         {"week", Unit::Week},
         {"fortnight", Unit::Fortnight},
         {"month", Unit::Month},
         {"quarter", Unit::Quarter},
         {"year", Unit::Year},
         {"decade", Unit::Decade},
         {"century", Unit::Century},
         {"weekend", Unit::Weekend}},
        false);
    add_units(
        table,
        {{"seconds", Unit::Second},
         {"minutes", Unit::Minute},
         {"mins", Unit::Minute},
         {"hours", Unit::Hour},
         {"days", Unit::Day},
         {"weeks", Unit::Week},
         {"months", Unit::Month},
         {"quarters", Unit::Quarter},
         {"years", Unit::Year},
         {"decades", Unit::Decade},
         {"centuries", Unit::Century},
         {"weekends", Unit::Weekend}},
        true);
    table["second"] = {C::Ordinal, 2, false};  // "a second" is a number more often than a time
    return table;
}

/// A stem and how many bytes of ending may follow it (two a Cyrillic letter).
struct Stem {
    std::string_view stem;
    C word_class;
    int value;
    std::size_t max_ending;
};

const std::vector<Stem>& stems() {
    static const std::vector<Stem> kStems = {
        // Months, Ukrainian and Russian.
        {"січ", C::Month, 1, 6},
        {"лют", C::Month, 2, 8},
        {"берез", C::Month, 3, 6},
        {"квіт", C::Month, 4, 6},
        {"травен", C::Month, 5, 2},
        {"травн", C::Month, 5, 4},
        {"черв", C::Month, 6, 6},
        {"липен", C::Month, 7, 2},
        {"липн", C::Month, 7, 4},
        {"серп", C::Month, 8, 6},
        {"верес", C::Month, 9, 6},
        {"жовт", C::Month, 10, 6},
        {"листопад", C::Month, 11, 6},
        {"груд", C::Month, 12, 6},
        {"январ", C::Month, 1, 6},
        {"феврал", C::Month, 2, 6},
        {"март", C::Month, 3, 6},
        {"апрел", C::Month, 4, 6},
        {"мая", C::Month, 5, 0},
        {"май", C::Month, 5, 0},
        {"мае", C::Month, 5, 0},
        {"маю", C::Month, 5, 0},
        {"июн", C::Month, 6, 6},
        {"июл", C::Month, 7, 6},
        {"август", C::Month, 8, 6},
        {"сентябр", C::Month, 9, 6},
        {"октябр", C::Month, 10, 6},
        {"ноябр", C::Month, 11, 6},
        {"декабр", C::Month, 12, 6},
        // Weekdays.
        {"понеділ", C::Weekday, 1, 6},
        {"вівтор", C::Weekday, 2, 6},
        {"серед", C::Weekday, 3, 4},
        {"четвер", C::Weekday, 4, 4},
        {"п'ятниц", C::Weekday, 5, 4},
        {"субот", C::Weekday, 6, 4},
        {"неділ", C::Weekday, 7, 4},
        {"понедельник", C::Weekday, 1, 6},
        {"вторник", C::Weekday, 2, 6},
        {"среду", C::Weekday, 3, 0},
        {"среда", C::Weekday, 3, 0},
        {"среды", C::Weekday, 3, 0},
        {"среде", C::Weekday, 3, 0},
        {"четверг", C::Weekday, 4, 6},
        {"пятниц", C::Weekday, 5, 4},
        {"суббот", C::Weekday, 6, 4},
        {"воскресень", C::Weekday, 7, 4},
        // Seasons.
        {"весн", C::Season, 1, 6},
        {"літо", C::Season, 2, 2},
        {"літа", C::Season, 2, 0},
        {"літку", C::Season, 2, 0},
        {"влітку", C::Season, 2, 0},
        {"осін", C::Season, 3, 4},
        {"восени", C::Season, 3, 0},
        {"зим", C::Season, 4, 6},
        {"навесні", C::Season, 1, 0},
        {"взимку", C::Season, 4, 0},
        {"летом", C::Season, 2, 0},
        {"лето", C::Season, 2, 0},
        {"осен", C::Season, 3, 6},
        // Units.
        {"секунд", C::Unit, unit(Unit::Second), 6},
        {"хвилин", C::Unit, unit(Unit::Minute), 6},
        {"минут", C::Unit, unit(Unit::Minute), 6},
        {"годин", C::Unit, unit(Unit::Hour), 6},
        {"час", C::Unit, unit(Unit::Hour), 6},
        {"день", C::Unit, unit(Unit::Day), 0},
        {"дня", C::Unit, unit(Unit::Day), 4},
        {"дні", C::Unit, unit(Unit::Day), 6},
        {"днів", C::Unit, unit(Unit::Day), 0},
        {"дней", C::Unit, unit(Unit::Day), 0},
        {"дни", C::Unit, unit(Unit::Day), 0},
        {"днём", C::Unit, unit(Unit::Day), 0},
        {"доб", C::Unit, unit(Unit::Day), 4},
        {"сутк", C::Unit, unit(Unit::Day), 4},
        {"суток", C::Unit, unit(Unit::Day), 0},
        {"тижд", C::Unit, unit(Unit::Week), 8},
        {"тижн", C::Unit, unit(Unit::Week), 8},
        {"недел", C::Unit, unit(Unit::Week), 6},
        {"місяц", C::Unit, unit(Unit::Month), 6},
        {"месяц", C::Unit, unit(Unit::Month), 6},
        {"рік", C::Unit, unit(Unit::Year), 0},
        {"року", C::Unit, unit(Unit::Year), 0},
        {"році", C::Unit, unit(Unit::Year), 0},
        {"роки", C::Unit, unit(Unit::Year), 0},
        {"років", C::Unit, unit(Unit::Year), 0},
        {"роком", C::Unit, unit(Unit::Year), 0},
        {"роках", C::Unit, unit(Unit::Year), 0},
        {"год", C::Unit, unit(Unit::Year), 6},
        {"лет", C::Unit, unit(Unit::Year), 0},
        {"десятиліт", C::Unit, unit(Unit::Decade), 6},
        {"десятилет", C::Unit, unit(Unit::Decade), 6},
        {"століт", C::Unit, unit(Unit::Century), 6},
        {"столет", C::Unit, unit(Unit::Century), 6},
        {"сторіч", C::Unit, unit(Unit::Century), 6},
        {"век", C::Unit, unit(Unit::Century), 4},
        {"вихідн", C::Unit, unit(Unit::Weekend), 6},
        {"выходн", C::Unit, unit(Unit::Weekend), 6},
        // Days against today.
        {"позавчора", C::Day, -2, 0},
        {"позавчера", C::Day, -2, 0},
        {"вчора", C::Day, -1, 0},
        {"учора", C::Day, -1, 0},
        {"вчера", C::Day, -1, 0},
        {"сьогодні", C::Day, 0, 0},
        {"сегодня", C::Day, 0, 0},
        {"завтра", C::Day, 1, 0},
        {"післязавтра", C::Day, 2, 0},
        {"послезавтра", C::Day, 2, 0},
        // Direction.
        {"минул", C::Last, 0, 8},
        {"торік", C::Last, 1, 0},
        {"прошл", C::Last, 0, 8},
        {"останн", C::Last, 0, 8},
        {"последн", C::Last, 0, 8},
        {"попередн", C::Last, 0, 8},
        {"предыдущ", C::Last, 0, 8},
        {"наступн", C::Next, 0, 8},
        {"следующ", C::Next, 0, 8},
        {"будущ", C::Next, 0, 8},
        {"майбутн", C::Next, 0, 8},
        {"цього", C::This, 0, 0},
        {"цьому", C::This, 0, 0},
        {"цей", C::This, 0, 0},
        {"ця", C::This, 0, 0},
        {"цю", C::This, 0, 0},
        {"цієї", C::This, 0, 0},
        {"цій", C::This, 0, 0},
        {"поточн", C::This, 0, 8},
        {"этого", C::This, 0, 0},
        {"этом", C::This, 0, 0},
        {"этот", C::This, 0, 0},
        {"эту", C::This, 0, 0},
        {"эта", C::This, 0, 0},
        {"этой", C::This, 0, 0},
        {"текущ", C::This, 0, 8},
        {"тому", C::Ago, 0, 0},
        {"назад", C::Ago, 0, 0},
        {"раніше", C::Ago, 0, 0},
        {"потому", C::Later, 0, 0},
        {"пізніше", C::Later, 0, 0},
        {"спустя", C::Later, 0, 0},
        {"через", C::In, 0, 0},
        // Parts of a day.
        {"ранк", C::Part, part(DayPart::Morning), 6},
        {"вранці", C::Part, part(DayPart::Morning), 0},
        {"ранок", C::Part, part(DayPart::Morning), 0},
        {"утр", C::Part, part(DayPart::Morning), 4},
        {"вечор", C::Part, part(DayPart::Evening), 4},
        {"вечір", C::Part, part(DayPart::Evening), 0},
        {"ввечері", C::Part, part(DayPart::Evening), 0},
        {"увечері", C::Part, part(DayPart::Evening), 0},
        {"вечер", C::Part, part(DayPart::Evening), 4},
        {"ніч", C::Part, part(DayPart::Night), 4},
        {"ночі", C::Part, part(DayPart::Night), 0},
        {"ноч", C::Part, part(DayPart::Night), 4},
        {"вночі", C::Part, part(DayPart::Night), 0},
        {"уночі", C::Part, part(DayPart::Night), 0},
        {"полудн", C::Part, part(DayPart::Midday), 2},
        {"опівдні", C::Part, part(DayPart::Midday), 0},
        // Edges, sets, vague.
        {"почат", C::Edge, -1, 6},
        {"початк", C::Edge, -1, 6},
        {"начал", C::Edge, -1, 4},
        {"середин", C::Edge, 0, 4},
        {"кінц", C::Edge, 1, 4},
        {"наприкінці", C::Edge, 1, 0},
        {"конц", C::Edge, 1, 4},
        {"кожн", C::Every, 0, 6},
        {"кажд", C::Every, 0, 6},
        {"щодня", C::SetWord, unit(Unit::Day), 0},
        {"щодн", C::SetWord, unit(Unit::Day), 6},
        {"щотижн", C::SetWord, unit(Unit::Week), 6},
        {"щомісяц", C::SetWord, unit(Unit::Month), 4},
        {"щороку", C::SetWord, unit(Unit::Year), 0},
        {"ежедневн", C::SetWord, unit(Unit::Day), 4},
        {"еженедельн", C::SetWord, unit(Unit::Week), 4},
        {"ежемесячн", C::SetWord, unit(Unit::Month), 4},
        {"ежегодн", C::SetWord, unit(Unit::Year), 4},
        {"зараз", C::Now, 0, 0},
        {"тепер", C::Now, 0, 0},
        {"нині", C::Now, 0, 0},
        {"сейчас", C::Now, 0, 0},
        {"теперь", C::Now, 0, 0},
        {"нещодавно", C::Past, 0, 0},
        {"недавно", C::Past, 0, 0},
        {"незабаром", C::Future, 0, 0},
        {"скоро", C::Future, 0, 0},
        {"кілька", C::Vague, 0, 0},
        {"кількох", C::Vague, 0, 0},
        {"декілька", C::Vague, 0, 0},
        {"несколько", C::Vague, 0, 0},
        {"нескольких", C::Vague, 0, 0},
        // Numbers.
        {"один", C::Cardinal, 1, 0},
        {"одного", C::Cardinal, 1, 0},
        {"одну", C::Cardinal, 1, 0},
        {"два", C::Cardinal, 2, 0},
        {"дві", C::Cardinal, 2, 0},
        {"две", C::Cardinal, 2, 0},
        {"двох", C::Cardinal, 2, 0},
        {"двух", C::Cardinal, 2, 0},
        {"три", C::Cardinal, 3, 0},
        {"трьох", C::Cardinal, 3, 0},
        {"трех", C::Cardinal, 3, 0},
        {"чотир", C::Cardinal, 4, 6},
        {"четыр", C::Cardinal, 4, 6},
        {"п'ять", C::Cardinal, 5, 0},
        {"пять", C::Cardinal, 5, 0},
        {"шість", C::Cardinal, 6, 0},
        {"шесть", C::Cardinal, 6, 0},
        {"сім", C::Cardinal, 7, 0},
        {"семь", C::Cardinal, 7, 0},
        {"вісім", C::Cardinal, 8, 0},
        {"восемь", C::Cardinal, 8, 0},
        {"дев'ять", C::Cardinal, 9, 0},
        {"девять", C::Cardinal, 9, 0},
        {"десять", C::Cardinal, 10, 0},
        {"двадцять", C::Cardinal, 20, 0},
        {"двадцать", C::Cardinal, 20, 0},
        {"перш", C::Ordinal, 1, 6},
        {"перв", C::Ordinal, 1, 6},
        {"друг", C::Ordinal, 2, 6},
        {"втор", C::Ordinal, 2, 6},
        {"трет", C::Ordinal, 3, 8},
        {"четверт", C::Ordinal, 4, 6},
        {"п'ят", C::Ordinal, 5, 6},
        {"пят", C::Ordinal, 5, 6},
        {"шост", C::Ordinal, 6, 6},
        {"шест", C::Ordinal, 6, 6},
        {"сьом", C::Ordinal, 7, 6},
        {"седьм", C::Ordinal, 7, 6},
        {"восьм", C::Ordinal, 8, 6},
        {"дев'ят", C::Ordinal, 9, 6},
        {"девят", C::Ordinal, 9, 6},
        {"десят", C::Ordinal, 10, 6},
    };
    return kStems;
}

/// Stems by their first six bytes (three letters), so that a look-up tries a handful.
const std::unordered_map<std::string_view, std::vector<const Stem*>>& stem_index() {
    static const std::unordered_map<std::string_view, std::vector<const Stem*>> kIndex = [] {
        std::unordered_map<std::string_view, std::vector<const Stem*>> index;
        for (const Stem& stem : stems()) {
            index[stem.stem.substr(0, 4)].push_back(&stem);
        }
        return index;
    }();
    return kIndex;
}

}  // namespace

Word look_up(std::string_view folded) {
    static const Table kEnglish = english();
    if (folded.empty()) {
        return {};
    }
    if (static_cast<unsigned char>(folded.front()) < 0x80) {
        const auto found = kEnglish.find(folded);
        return found == kEnglish.end() ? Word{} : found->second;
    }
    const auto candidates = stem_index().find(folded.substr(0, 4));
    if (candidates == stem_index().end()) {
        return {};
    }
    const Stem* best = nullptr;
    for (const Stem* stem : candidates->second) {
        const bool fits = folded.substr(0, stem->stem.size()) == stem->stem
                          && folded.size() - stem->stem.size() <= stem->max_ending;
        if (fits && (best == nullptr || stem->stem.size() > best->stem.size())) {
            best = stem;
        }
    }
    return best == nullptr ? Word{} : Word{best->word_class, best->value, false};
}

}  // namespace salient::timex
