#include "toponym/evidence.hpp"
#include "toponym/evidence_weights.hpp"

#include <algorithm>

namespace salient::toponym {

using prose::LetterCase;

namespace {

constexpr std::uint16_t kUkraine = places::country_key("UA");
constexpr std::uint16_t kRussia = places::country_key("RU");
constexpr std::uint16_t kBelarus = places::country_key("BY");

bool is_adjacent_word(const Piece* piece) {
    return piece != nullptr && piece->is_word();
}

}  // namespace

/// Prominence of the best candidate; a little-known place does not count in full under another name than its own.
double Weigher::known_prominence(const Mention& mention) const {
    double best = 0;
    for (const places::NameMatch& match : mention.candidates) {
        double prominence = match.prominence;
        if (match.is_alias && !mention.is_cyrillic && prominence < weight::kFamous) {
            const bool is_theatre = match.country_key == kUkraine || match.country_key == kRussia
                                    || match.country_key == kBelarus;
            prominence -= is_theatre ? weight::kAliasLoss / 3 : weight::kAliasLoss;
        }
        best = std::max(best, prominence);
    }
    return best;
}

double Weigher::own_words(const Mention& mention) const {
    const Piece& head = reading_.pieces[mention.first];
    const double prominence = known_prominence(mention);
    double sum = weight::kProminence * prominence;
    // "White House", "Notre Dame" are in the list of words that are no places, as a whole.
    sum += (lexicon_.cues(mention.key) & kNotPlace) != 0 ? weight::kNotPlace : 0;
    if (mention.end - mention.first > 1) {
        const Piece& tail = reading_.pieces[mention.end - 1];
        sum += tail.has(kPlaceNoun) && !tail.is_capital() ? weight::kPlaceNounBehind : 0;
        return sum + weight::kManyPieces + (tail.has(kRegionNoun) ? weight::kRegionName : 0);
    }
    sum += head.has(kMonth) ? weight::kMonth : 0;
    sum += head.has(kCommonWord) ? weight::kCommonWord : 0;
    sum += head.has(kRareWord) ? weight::kRareWord : 0;
    const double doubt = std::clamp((0.75 - prominence) * 2.5, 0.0, 1.0);  // of small places
    sum += head.has(kFrequentSurname) ? weight::kFrequentSurname * doubt : 0;
    sum += head.has(kKnownSurname) ? weight::kKnownSurname * doubt : 0;
    sum += head.has(kFirstName) ? weight::kFirstName * doubt : 0;
    sum += head.starts_sentence ? weight::kSentenceStart : 0;
    const bool is_acronym = head.letter_case == LetterCase::Upper && head.end - head.begin <= 5
                            && !mention.is_dateline && !is_shouted(head.sentence);
    sum += is_acronym ? weight::kAcronym : 0;
    sum += mention.is_cyrillic && !head.starts_sentence ? weight::kCyrillic : 0;
    return sum;
}

/// A capital beside a name speaks against it, but not in a heading, where all words have one.
double Weigher::capital_weight(const Piece& neighbour, double full) const {
    const Style style = styles_[neighbour.sentence];
    if (style == Style::Plain) {
        return full;
    }
    return style == Style::Shouted || neighbour.has(kEveryday | kNotPlace) ? 0 : full / 2;
}

/// "(R-Lilburn)", "D-Hardy": the party and the home of a member of an American legislature.
bool Weigher::is_party_home(const Mention& mention) const {
    const Piece* party = before(mention);
    if (!reading_.pieces[mention.first].hyphen_before || party == nullptr || party->hyphen_before) {
        return false;
    }
    const char letter = reading_.text[party->begin];
    return party->end - party->begin == 1 && (letter == 'R' || letter == 'D' || letter == 'I');
}

double Weigher::words_before(const Mention& mention) const {
    const Piece* previous = before(mention);
    if (!is_adjacent_word(previous)) {
        return 0;
    }
    const Piece* earlier = before(mention, 2);
    if (previous->has(kPrepIn | kPrepCyrillic)) {
        return weight::kPrepIn;
    }
    if (previous->has(kDirection)) {
        return weight::kDirection;
    }
    if (is_party_home(mention)) {
        return weight::kParty;
    }
    if (previous->has(kPrepOf) && earlier != nullptr && earlier->is_capital()
        && earlier->has(kAcademic | kFirm)) {
        return weight::kOfSchool;  // "University of Georgia", "Bank of America"
    }
    if (previous->has(kPrepOf)) {
        const bool of_place = earlier != nullptr && earlier->has(kPlaceNounBefore | kDirection);
        return of_place ? weight::kPlaceNounBefore : weight::kPrepOf;
    }
    if (previous->has(kPlaceNounBefore) && !previous->is_capital()) {
        return weight::kPlaceNounBefore;
    }
    if (previous->has(kNotPlace) && earlier != nullptr && earlier->has(kPrepIn)) {
        return weight::kPrepThrough;  // "in the Crimea"
    }
    const bool is_plain_start = previous->starts_sentence && previous->has(kEveryday | kNotPlace);
    if (previous->is_capital() && !is_plain_start && !previous->has(kTitle | kNotPlace | kMonth)
        && !reading_.pieces[mention.first].hyphen_before) {
        return capital_weight(*previous, weight::kCapitalBefore);
    }
    return 0;
}

double Weigher::words_behind(const Mention& mention) const {
    double sum = mention.container ? weight::kContainer : 0;
    sum += mention.is_container ? weight::kIsContainer : 0;
    const Piece* next = behind(mention);
    if (!is_adjacent_word(next)) {
        return sum;
    }
    const std::string_view word = reading_.text.substr(next->begin, next->end - next->begin);
    const bool is_possessive = word.size() >= 2 && (word.front() == '\'' || word.front() == '\xE2');
    if (is_possessive) {
        return sum + weight::kPossessive;
    }
    if (next->hyphen_before) {
        return sum + (next->is_capital() ? weight::kCapitalBehind : weight::kPossessive);
    }
    const Piece* second = behind(mention, 1);
    if (next->has(kDisease)
        || (second != nullptr && second->has(kDisease) && !next->has(kPrepIn | kPrepOf))) {
        return sum + weight::kDisease;
    }
    if (next->has(kPlaceNoun) && !next->is_capital()) {
        return sum + weight::kPlaceNounBehind;
    }
    if (!next->is_capital()) {
        return sum;
    }
    if (next->has(kRiverLike)) {
        return sum + weight::kRiverNoun;  // the river's own name would have been longer
    }
    if (next->has(kCivic | kPlaceNoun | kTitle)) {
        return sum + weight::kCivic;
    }
    if (next->has(kMedia)) {
        return sum + weight::kMedia;
    }
    if (next->has(kAcademic)) {
        return sum + weight::kAcademic;
    }
    if (next->has(kStreet)) {
        return sum + weight::kStreet;
    }
    if (next->has(kFirm)) {
        return sum + weight::kFirm;
    }
    return next->has(kMonth) ? sum : sum + capital_weight(*next, weight::kCapitalBehind);
}

double Weigher::people_around(const Mention& mention) const {
    double sum = 0;
    const Piece& head = reading_.pieces[mention.first];
    if (people_.is_part(mention.first)) {
        sum += weight::kPersonHere;
    } else if (mention.end - mention.first == 1 && people_.count(head.hash) > 0) {
        sum += weight::kPersonElsewhere;
    }
    const Piece* previous = before(mention);
    if (previous != nullptr && previous->mark == '.' && !previous->space_before) {
        previous = before(mention, 2);
        const bool is_initial = previous != nullptr && previous->is_word() && previous->is_capital()
                                && previous->end - previous->begin == 1;
        sum += is_initial ? weight::kTitleBefore : 0;
    }
    const bool is_title = previous != nullptr && previous->is_word() && previous->has(kTitle)
                          && previous->is_capital();
    sum += is_title && mention.end - mention.first == 1 ? weight::kTitleBefore : 0;
    return sum;
}

}  // namespace salient::toponym
