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
    Day,       ///< a day against today: −1 yesterday, 0 today, 1 tomorrow …
    Last,      ///< last, previous, минулий, прошлый; value: how many units back
    Next,      ///< next, coming, following, наступний, следующий
    This,      ///< this, current, цей, этот
    Same,      ///< that, the same: the one spoken of, той, тот
    YearAgo,   ///< торік: last year in one word
    Ago,       ///< ago, earlier, тому, назад
    Later,     ///< later, afterwards, пізніше, спустя
    In,        ///< in, within, через
    Part,      ///< part of a day; value: DayPart
    Edge,      ///< early, mid, late, beginning, end; value −1, 0, 1
    Every,     ///< every, each, кожен, каждый
    SetUnit,   ///< daily, weekly, щодня; value: Unit
    SetDay,    ///< щопонеділка; value: weekday
    Now,       ///< now, currently, зараз, сейчас
    Past,      ///< recently, former
    Future,    ///< the future, майбутнє
    After,     ///< after, then: moves a story on without saying how far
    Vague,     ///< several, few, кілька, несколько
    Article,   ///< the, a, an
    Half,      ///< half, половина
    HalfYear,  ///< півріччя, полугодие
    DurationWord,  ///< a count and a unit in one word ("двомісячний"); value: count × 16 + Unit
    Approximate,  ///< about, around, near, близько, около
    Anniversary,  ///< anniversary, річниця, годовщина
    War,          ///< invasion, war, вторгнення, война
    Meridiem,     ///< am, pm; value 0, 12
    Ahead,        ///< will, scheduled, буде, планує: what is told lies ahead
    Moment,       ///< time, moment, час: ends phrases of time
    Opener,       ///< at, in, за: opens phrases of time that go on
    Starter,      ///< a word without a class of its own at which a rule begins
    Hour,         ///< год, ч, o'clock: marks a clock time
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
enum class DayPart : std::uint8_t { Morning, Midday, Afternoon, Evening, Night, Midnight };
enum class Language : std::uint8_t { Unknown, English, Ukrainian, Russian };

struct Word {
    WordClass word_class = WordClass::None;
    bool plural = false;
    bool adjective = false;  ///< "січневий": of January
    bool short_form =
        false;  ///< an abbreviation, or a word that needs a number or full stop beside it
    std::int16_t value = 0;
};

/// "en", "uk", "ru"; anything else is Unknown.
[[nodiscard]] Language language_of(std::string_view code);

/// Looks a folded (lower-case) word up, whole. Latin words are English; Cyrillic ones are of the language given, or
/// of the first that has them (Ukrainian, then Russian) when it is neither.
[[nodiscard]] Word look_up(std::string_view folded, Language language);

}  // namespace salient::timex
