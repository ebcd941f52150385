#include "io/month_names.hpp"

#include "io/fold_text.hpp"
#include "io/position_text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace salient::io {

namespace {

using Names = std::array<std::string_view, 12>;  // one month each, with blanks between

// Whole words: full names and short forms.
constexpr Names kWords = {
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro sty січ янв",
    "february feb februar février fevrier fév févr fev febrero febbraio fevereiro lut лют фев февр",
    "march mar märz maerz mär mrz mars marzo março marco бер берез мар",
    "april apr avril avr abril abr aprile kwi кві квіт апр",
    "may mai mayo maggio mag maio maj трав тра май мая мае",
    "june jun juni juin junio giugno giu junho cze черв чер июн",
    "july jul juli juillet juil julio luglio lug julho lip лип июл",
    "august aug août aout agosto ago sie серп сер авг",
    "september sept sep septembre septiembre settembre set setembro wrz вер вересн сен сент",
    "october oct oktober okt octobre octubre ottobre ott outubro out paź paz жов жовт окт",
    "november nov novembre noviembre novembro lis лист ноя нояб",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro gru груд гру "
    "дек"};

// Slavic names by stem: their endings change with the case.
constexpr Names kStems = {
    "січн січень январ stycz",
    "лютий лютог лютом феврал lutego lutym luty",
    "березн березень март marca marcu marzec",
    "квітн квітень апрел kwiet kwiec",
    "травн травень maja",
    "червн червень июн czerw",
    "липн липень июл lipca lipcu lipiec",
    "серпн серпень август sierp",
    "вересн вересень сентябр wrześ wrzes",
    "жовтн жовтень октябр paździer pazdzier",
    "листопад listopad ноябр",
    "грудн грудень декабр grudn grudzie"};

constexpr std::size_t kLongestEnding = 8;  // bytes behind a stem: four Cyrillic letters

template <class Matches>
std::optional<unsigned> find_month(const Names& months, Matches matches) {
    for (unsigned month = 0; month < months.size(); ++month) {
        std::string_view rest = months.at(month);
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            if (matches(rest.substr(0, end))) {
                return month + 1;
            }
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<unsigned> month_of_word(std::string_view word) {
    if (auto month = find_month(kWords, [word](std::string_view name) { return name == word; })) {
        return month;
    }
    return find_month(kStems, [word](std::string_view stem) {
        return word.starts_with(stem) && word.size() - stem.size() <= kLongestEnding;
    });
}

std::optional<unsigned> month_of_text(std::string_view text) {
    if (const auto value = read_number(text)) {
        for (unsigned month = 1; month <= 12; ++month) {
            if (*value == month) {
                return month;
            }
        }
        return std::nullopt;
    }
    std::string word = folded(trimmed(text));
    if (word.ends_with('.')) {
        word.pop_back();
    }
    return month_of_word(word);
}

}  // namespace salient::io
