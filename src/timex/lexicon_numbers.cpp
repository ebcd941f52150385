#include "timex/word_table.hpp"

#include <array>
#include <string>
#include <utility>

namespace salient::timex {

namespace {

using C = WordClass;

constexpr std::string_view kUkrainianHard = "ий а е ого ої ому ій им ім ою у і их ими";
constexpr WordTable::Flags kAdjective{false, true, false};
constexpr std::string_view kRussianHard = "ый ой ая ое ого ому ым ом ую ою ые ых ыми";

using UnitRoots = std::array<std::pair<std::string_view, Unit>, 7>;

/// Words that join a count and a unit ("дводенний", "двухнедельный"), and the second half of "10-денний".
void add_compounds(
    WordTable& table,
    std::string_view prefixes,
    const UnitRoots& units,
    std::string_view endings) {
    for (const auto& [root, unit] : units) {
        table.inflect(C::Unit, value_of(unit), root, endings, kAdjective);
    }
    int count = 1;
    for_each_piece(prefixes, [&](std::string_view prefix) {
        for (const auto& [root, unit] : units) {
            table.inflect(
                C::DurationWord,
                count * 16 + value_of(unit),
                std::string(prefix) + std::string(root),
                endings);
        }
        ++count;
    });
}

}  // namespace

void add_ukrainian_numbers(WordTable& table) {
    table.add(C::Cardinal, 1, "один одна одне одного одної однієї одному одній одним одну");
    table.add(C::Cardinal, 2, "два дві двох двом двома обидва");
    table.add(C::Cardinal, 3, "три трьох трьом трьома");
    table.add(C::Cardinal, 4, "чотири чотирьох чотирьом чотирма");
    table.add(C::Cardinal, 6, "шість шести шістьох");
    table.add(C::Cardinal, 7, "сім семи сімох");
    table.add(C::Cardinal, 8, "вісім восьми вісьмох");
    static constexpr std::array<std::pair<std::string_view, int>, 16> kRegular = {
        {{"п'ят", 5},
         {"дев'ят", 9},
         {"десят", 10},
         {"одинадцят", 11},
         {"дванадцят", 12},
         {"тринадцят", 13},
         {"чотирнадцят", 14},
         {"п'ятнадцят", 15},
         {"шістнадцят", 16},
         {"сімнадцят", 17},
         {"вісімнадцят", 18},
         {"дев'ятнадцят", 19},
         {"двадцят", 20},
         {"тридцят", 30},
         {"сороков", 40},
         {"п'ятдесят", 50}}};
    for (const auto& [stem, value] : kRegular) {
        table.inflect(C::Cardinal, value, stem, "ь и ьох ьом ьма");
        table.inflect(C::Ordinal, value, stem, kUkrainianHard);
    }
    table.add(C::Cardinal, 40, "сорок сорока");
    table.add(C::Cardinal, 50, "п'ятдесят п'ятдесяти");
    table.add_series(C::Cardinal, 60, "шістдесят сімдесят вісімдесят дев'яносто сто", 10);
    table.add(C::Cardinal, 100, "ста сотні");
    table.add_series(
        C::Cardinal,
        200,
        "двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот",
        100);
    table.add(C::Cardinal, 1000, "тисяча тисячі тисяч тисячу");
    int value = 1;
    for_each_piece("перш друг _ четверт _ шост сьом восьм", [&](std::string_view stem) {
        if (stem != "_") {
            table.inflect(C::Ordinal, value, stem, kUkrainianHard);
        }
        ++value;
    });
    table.inflect(C::Ordinal, 3, "трет", "ій я є ього ьої ьому ім ьою ю і іх іми");
    value = 60;
    for_each_piece("шістдесят сімдесят вісімдесят дев'яност сот", [&](std::string_view stem) {
        table.inflect(C::Ordinal, value, stem, kUkrainianHard);
        value += 10;
    });
    add_compounds(
        table,
        "одно дво три чотири п'яти шести семи восьми дев'яти десяти одинадцяти дванадцяти",
        {{{"річн", Unit::Year},
          {"місячн", Unit::Month},
          {"тижнев", Unit::Week},
          {"денн", Unit::Day},
          {"добов", Unit::Day},
          {"годинн", Unit::Hour},
          {"хвилинн", Unit::Minute}}},
        kUkrainianHard);
    table.inflect(C::DurationWord, 2 * 16 + value_of(Unit::Month), "двохмісячн", kUkrainianHard);
    table.inflect(C::DurationWord, 3 * 16 + value_of(Unit::Month), "трьохмісячн", kUkrainianHard);
    table.add(C::DurationWord, 6 * 16 + value_of(Unit::Month), "півроку");
    table.add(C::DurationWord, 30 * 16 + value_of(Unit::Minute), "півгодини");
}

void add_russian_numbers(WordTable& table) {
    table.add(C::Cardinal, 1, "один одна одно одного одной одному одним одну");
    table.add(C::Cardinal, 2, "два две двух двум двумя");
    table.add(C::Cardinal, 3, "три трёх трех трем трём тремя");
    table.add(C::Cardinal, 4, "четыре четырёх четырех четырем четырьмя");
    table.add(C::Cardinal, 8, "восемь восьми восемью");
    table.add(C::Cardinal, 5, "пять пяти пятью");
    table.add(C::Cardinal, 6, "шесть шести шестью");
    table.add(C::Cardinal, 7, "семь семи семью");
    table.add(C::Cardinal, 9, "девять девяти девятью");
    static constexpr std::array<std::pair<std::string_view, int>, 13> kRegular = {
        {{"десят", 10},
         {"одиннадцат", 11},
         {"двенадцат", 12},
         {"тринадцат", 13},
         {"четырнадцат", 14},
         {"пятнадцат", 15},
         {"шестнадцат", 16},
         {"семнадцат", 17},
         {"восемнадцат", 18},
         {"девятнадцат", 19},
         {"двадцат", 20},
         {"тридцат", 30},
         {"пятидесят", 50}}};
    for (const auto& [stem, value] : kRegular) {
        table.inflect(C::Cardinal, value, stem, "ь и ью");
        table.inflect(C::Ordinal, value, stem, kRussianHard);
    }
    table.add(C::Cardinal, 40, "сорок сорока");
    table.add_series(
        C::Cardinal,
        50,
        "пятьдесят шестьдесят семьдесят восемьдесят девяносто сто",
        10);
    table.add(C::Cardinal, 50, "пятидесяти");
    table.add(C::Cardinal, 100, "ста сотни");
    table.add_series(
        C::Cardinal,
        200,
        "двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
        100);
    table.add(C::Cardinal, 1000, "тысяча тысячи тысяч тысячу");
    int value = 1;
    for_each_piece("перв втор _ четверт пят шест седьм восьм девят", [&](std::string_view stem) {
        if (stem != "_") {
            table.inflect(C::Ordinal, value, stem, kRussianHard);
        }
        ++value;
    });
    table.inflect(C::Ordinal, 3, "трет", "ий ья ье ьего ьей ьему ьим ьем ью ьи ьих ьими");
    table.inflect(C::Ordinal, 40, "сороков", kRussianHard);
    value = 60;
    for_each_piece("шестидесят семидесят восьмидесят девяност сот", [&](std::string_view stem) {
        table.inflect(C::Ordinal, value, stem, kRussianHard);
        value += 10;
    });
    add_compounds(
        table,
        "одно двух трех четырех пяти шести семи восьми девяти десяти одиннадцати двенадцати",
        {{{"летн", Unit::Year},
          {"месячн", Unit::Month},
          {"недельн", Unit::Week},
          {"дневн", Unit::Day},
          {"суточн", Unit::Day},
          {"часов", Unit::Hour},
          {"минутн", Unit::Minute}}},
        "ий яя ее его ей ему им ем юю ие ых их ый ая ое ого ой ому ым ом ую ые");
    table.add(C::DurationWord, 6 * 16 + value_of(Unit::Month), "полгода полугода");
    table.add(C::DurationWord, 30 * 16 + value_of(Unit::Minute), "полчаса получаса");
}

}  // namespace salient::timex
