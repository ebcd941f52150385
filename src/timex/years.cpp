#include "timex/rules.hpp"

#include <algorithm>
#include <array>

namespace salient::timex {

namespace {

using C = WordClass;

constexpr int kFirstSureYear =
    1900;  // from here to 2100 four digits are a year unless something is counted
constexpr int kLastSureYear = 2100;

/// "2010-го", "1990-х", "90-х": the ending of an ordinal behind a hyphen.
bool has_plural_ending(const Reader& in, std::size_t i) {
    return in.text_is(i, "-") && in.glued(i) && in.glued(i + 1)
           && in.is_one_of(i + 1, "х ті ых их е ми ым");
}

/// 80 for "eighties"; 0 for other words.
int named_decade(std::string_view word) {
    static constexpr std::array<std::string_view, 8> kNames = {
        "twenties",
        "thirties",
        "forties",
        "fifties",
        "sixties",
        "seventies",
        "eighties",
        "nineties"};
    const auto* const found = std::find(kNames.begin(), kNames.end(), word);
    return found == kNames.end() ? 0 : 20 + 10 * static_cast<int>(found - kNames.begin());
}

/// "the eighties"
std::optional<Match> spelled_decade(const Reader& in, std::size_t i, int named) {
    const bool introduced =
        i > 0 && (in.is_one_of(i - 1, "the mid early late") || in.is_dash(i - 1));
    return introduced
               ? std::optional(date_match(in, i, i + 1, resolve_decade(1900 + named), "decade"))
               : std::nullopt;
}

/// "1990s", "'90s", "1920-х років", "the eighties", "дев'яностих".
std::optional<Match> decade(const Reader& in, std::size_t i) {
    if (const int named = named_decade(in.folded(i)); named > 0) {
        return spelled_decade(in, i, named);
    }
    const auto year = in.year(i);
    const auto tens = in.digits(i, 2);
    if ((!year && !tens) || in.folded(i).back() != '0' || (tens && in.folded(i).size() != 2)) {
        return std::nullopt;
    }
    const bool english = in.glued(i + 1) && in.is_one_of(i + 1, "s 's");
    const bool ending = has_plural_ending(in, i + 1);
    const std::size_t behind = ending ? i + 3 : i + 1;
    const bool years = in.unit(behind) == Unit::Year && in.word(behind).plural;
    if (!english && !(ending && (years || year || in.is_one_of(behind, "рр гг")))) {
        return std::nullopt;
    }
    const bool is_age =
        tens && english
        && !(i > 0 && (in.is_one_of(i - 1, "the early late mid ' ’ ‘") || in.is_dash(i - 1)));
    if (is_age || (tens && *tens < 20 && english)) {
        return std::nullopt;  // "in her 40s"
    }
    if (year && *year % 100 == 0 && *year < 2000 && english) {
        return date_match(in, i, i + 2, resolve_century(*year), "century");  // "the 1800s"
    }
    const int first = year ? *year : (*tens < 20 ? 2000 : 1900) + *tens;
    return date_match(
        in,
        i,
        english ? i + 2 : skip_year_word(in, behind),
        resolve_decade(first),
        "decade");
}

/// I…XXI, in Latin letters or the Cyrillic ones that look like them; 0 for anything else.
int roman(std::string_view written) {
    const std::string_view head = written.substr(0, 2);
    const bool may_be_number = !head.empty()
                               && (head.front() == 'i' || head.front() == 'v' || head.front() == 'x'
                                   || head == "х" || head == "і");
    if (!may_be_number) {
        return 0;
    }
    std::string text;
    for (std::size_t at = 0; at < written.size() && text.size() < 6;) {
        const bool is_x = written.substr(at, 2) == "х";
        const bool is_i = written.substr(at, 2) == "і";
        text += is_x ? 'x' : (is_i ? 'i' : written[at]);
        at += is_x || is_i ? 2 : 1;
    }
    static constexpr std::array<std::string_view, 22> kNumbers = {
        "",   "i",   "ii",   "iii", "iv", "v",   "vi",   "vii",   "viii", "ix", "x",
        "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix",  "xx", "xxi"};
    for (std::size_t value = 1; value < kNumbers.size(); ++value) {
        if (kNumbers.at(value) == text) {
            return static_cast<int>(value);
        }
    }
    return 0;
}

/// "20th century", "XX століття", "20 ст."
std::optional<Match> century(const Reader& in, std::size_t i) {
    auto number = in.ordinal(i);
    if (!number) {
        const int value = in.is_number(i) ? 0 : roman(in.folded(i));
        const auto plain = in.digits(i, 2);
        number = value > 0 ? std::optional(Reader::Count{value, i + 1})
                           : (plain ? std::optional(Reader::Count{*plain, i + 1}) : std::nullopt);
    }
    if (!number || number->value < 1 || number->value > 22) {
        return std::nullopt;
    }
    std::size_t at = number->next;
    at += in.is_dash(at) && in.glued(at) ? 1U : 0U;
    const bool is_short = in.is_one_of(at, "ст в") && in.text_is(at + 1, ".") && in.glued(at + 1)
                          && (in.is_latin(i) || in.is_one_of(at, "ст"));
    if (in.unit(at) != Unit::Century && !is_short) {
        return std::nullopt;
    }
    const bool counted = in.is_number(i) && number->next == i + 1 && in.word(at).plural;
    if (counted) {
        return std::nullopt;
    }
    const std::size_t next = is_short ? at + 2 : at + 1;
    if (const auto behind = skip_era(in, next)) {
        return date_match(in, i, *behind, resolve_century(-100 * number->value + 1), "century");
    }
    return date_match(in, i, next, resolve_century((number->value - 1) * 100), "century");
}

/// What stands before or behind says that four digits count things.
bool counts_things(const Reader& in, std::size_t i, std::size_t next) {
    static constexpr WordList kThings =
        "soldiers troops people men women children km kilometers kilometres miles meters metres m "
        "feet tons tonnes "
        "dead killed wounded civilians casualties prisoners dollars euros percent % shells rounds "
        "drones missiles "
        "tanks homes houses families refugees aircraft planes ships vehicles cases deaths victims "
        "pounds members "
        "осіб чоловік людей солдатів бійців військових км м кг т тис млн грн гривень доларів тонн "
        "літаків танків "
        "человек людей солдат бойцов военных рублей долларов тонн самолётов самолетов танков чел";
    static constexpr WordList kBefore =
        "$ € £ № # some over than killed least another up понад більше більш менше более менее "
        "свыше × x";
    static constexpr WordList kNearly =
        "about nearly almost approximately roughly майже близько около почти";
    if (next == i + 1
        && (in.is_one_of(next, kThings) || (in.is(next, C::Unit) && !in.word(next).short_form))) {
        return true;
    }
    return i > 0
           && (in.is_one_of(i - 1, kBefore)
               || (in.is_one_of(i - 1, kNearly) && is_counted_noun(in, i, next)));
}

bool introduces_year(const Reader& in, std::size_t i) {
    static constexpr WordList kBefore =
        "in since by of until till from during early late mid before after year the to and between "
        "( - – — / circa "
        "у в з із до с к від от по за на та і й и про";
    return i > 0 && in.is_one_of(i - 1, kBefore);
}

bool is_range_end(const Reader& in, std::size_t i) {
    return i >= 2 && (in.is_dash(i - 1) || in.text_is(i - 1, "/")) && in.year(i - 2).has_value();
}

std::optional<Match> ancient_year(const Reader& in, std::size_t i) {
    const auto year = in.is_number(i) ? read_year_before_christ(in, i) : std::nullopt;
    return year ? std::optional(date_match(in, i, year->next, resolve_year(*year->year), "year"))
                : std::nullopt;
}

/// A year alone, as far as it is one.
std::optional<Match> plain_year(const Reader& in, std::size_t i) {
    const auto year = in.year(i);
    if (!year) {
        return std::nullopt;
    }
    const std::size_t next = skip_year_word(in, i + 1);
    const bool has_word = next > i + 1;
    const bool sure = *year >= kFirstSureYear && *year <= kLastSureYear;
    const bool starts_range = in.is_dash(i + 1) && in.year(i + 2).has_value();
    const bool glued_before =
        i > 0 && in.glued(i) && !in.is_one_of(i - 1, "( [ / – — - \" “ « ‘ ' ~");
    const bool glued_word = in.glued(i + 1) && in.piece(i + 1).kind == prose::TokenKind::Word
                            && !has_word && !in.text_is(i + 1, "'s");
    if (glued_before || glued_word || (!has_word && counts_things(in, i, next))) {
        return std::nullopt;
    }
    if (in.glued(i) && i > 0 && in.is_dash(i - 1) && !is_range_end(in, i)
        && in.piece(i - 2).kind == prose::TokenKind::Word && !in.is(i - 2, C::Edge)
        && in.glued(i - 1) && !in.is(i - 2, C::Month)) {
        return std::nullopt;  // "Su-2500": the number of a thing
    }
    if (!has_word && !sure && !introduces_year(in, i) && !starts_range && !is_range_end(in, i)) {
        return std::nullopt;
    }
    // A round number, or one that lies ahead, counts the things behind it unless it is introduced.
    const auto today = in.reference();
    const bool ahead =
        today && *year > static_cast<int>(std::chrono::year_month_day(*today).year()) + 1;
    if (!has_word && !introduces_year(in, i) && (*year % 100 == 0 || ahead)
        && is_counted_noun(in, i, next)) {
        return std::nullopt;
    }
    return date_match(in, i, next, resolve_year(*year), "year");
}

/// The second of "2007–08" and "1995/96".
std::optional<Match> year_pair(const Reader& in, std::size_t i) {
    const auto year = in.year(i);
    const auto last = in.digits(i + 2, 2);
    const bool marked =
        (in.is_dash(i + 1) || in.text_is(i + 1, "/")) && in.glued(i + 1) && in.glued(i + 2);
    if (!year || !last || !marked || in.folded(i + 2).size() != 2 || in.is_dash(i + 3)) {
        return std::nullopt;
    }
    const int rest = *year % 100;
    const bool is_month = *last >= 1 && *last <= 12 && *last != rest + 1 && in.text_is(i + 1, "-");
    if (is_month) {
        return date_match(in, i, i + 3, resolve_month(*year, *last), "numeric");
    }
    if (*last <= rest && *last != (rest + 1) % 100) {
        return std::nullopt;
    }
    const int end = *year - rest + *last + (*last < rest ? 100 : 0);
    Match match = date_match(in, i, i + 1, resolve_year(*year), "year");
    match.timexes.push_back(
        make_timex(in, {i + 2, i + 3}, TimexType::Date, resolve_year(end), "year"));
    match.next = skip_year_word(in, i + 3);
    match.is_range = true;
    return match;
}

}  // namespace

bool is_counted_noun(const Reader& in, std::size_t i, std::size_t next) {
    static constexpr WordList kFunctionWords =
        "he she it they we and or when after before by in to from the a as with at for was were "
        "had has is but while "
        "on of і й та або коли "
        "після до в у з на як але був була було були и или когда после с";
    return next == i + 1 && in.piece(next).kind == prose::TokenKind::Word
           && in.piece(next).letter_case == prose::LetterCase::Lower
           && !in.is_one_of(next, kFunctionWords);
}

bool begins_century(const Reader& in, std::size_t i) {
    static constexpr std::size_t kLongest = 10;  // bytes of "xviii" in Cyrillic letters
    return in.piece(i).folded_size <= kLongest
           && in.piece(i).letter_case != prose::LetterCase::Lower && roman(in.folded(i)) > 0;
}

std::optional<Match> read_year(const Reader& in, std::size_t i) {
    return first_of(
        std::array<Rule, 5>{decade, century, ancient_year, year_pair, plain_year},
        in,
        i);
}

}  // namespace salient::timex
