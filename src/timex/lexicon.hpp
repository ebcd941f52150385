#pragma once

#include <cstdint>
#include <string_view>

namespace salient::timex {

/// What a word means to the grammar.
enum class WordClass : std::uint8_t {
    None,
    Month,     ///< value 1–12
    Weekday,   ///< value 1 (Monday) – 7
    Season,    ///< value 1 spring, 2 summer, 3 autumn, 4 winter
    Unit,      ///< value: Unit
    Cardinal,  ///< value: the number
    Ordinal,   ///< value: the number
    Day,       ///< a day against today: value −1 yesterday, 0 today, 1 tomorrow …
    Last,      ///< last, past, previous, минулий, прошлый
    Next,      ///< next, coming, following, наступний, следующий
    This,      ///< this, current, цей, этот
    Ago,       ///< ago, earlier, тому, назад
    Later,     ///< later, afterwards, потому
    In,        ///< in, within, через, за
    Part,      ///< part of a day: value: DayPart
    Edge,      ///< early, late, mid, beginning, end: value −1, 0, 1
    Every,     ///< every, each, щодня's кожен, каждый
    SetWord,   ///< daily, weekly: value: Unit
    Now,       ///< now, currently, сейчас
    Past,      ///< recently, formerly
    Future,    ///< soon, in future
    Vague,     ///< several, some, few, кілька, несколько
    Article,   ///< the, a, an, of
    Half,      ///< half, пів
};

enum class Unit : std::uint8_t {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Weekend
};
enum class DayPart : std::uint8_t { Morning, Midday, Afternoon, Evening, Night };

struct Word {
    WordClass word_class = WordClass::None;
    int value = 0;
    bool plural = false;
};

/// Looks a folded (lower-case) word up: English words whole, Ukrainian and Russian ones by stem with case endings.
[[nodiscard]] Word look_up(std::string_view folded);

}  // namespace salient::timex
