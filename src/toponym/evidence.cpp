#include "toponym/evidence.hpp"

#include <algorithm>

namespace salient::toponym {
namespace {

using prose::LetterCase;

// Log odds, set by hand and checked by switching each off on news that is used for measuring only.
namespace weight {
constexpr double kBase = -1.6;
constexpr double kProminence = 5.0;  // times 0…1
constexpr double kManyPieces = 1.0;
constexpr double kContainer = 4.0;
constexpr double kIsContainer = 2.5;
constexpr double kPrepIn = 2.4;
constexpr double kPrepOf = 0.7;
constexpr double kPrepThrough = 1.2;
constexpr double kDirection = 1.2;
constexpr double kPlaceNounBefore = 2.0;
constexpr double kPlaceNounBehind = 1.5;
constexpr double kPossessive = 0.4;
constexpr double kCivic = 0.4;
constexpr double kMedia = -3.5;
constexpr double kAcademic = -1.6;
constexpr double kFirm = -2.2;
constexpr double kStreet = -2.5;
constexpr double kCapitalBefore = -1.6;
constexpr double kCapitalBehind = -1.6;
constexpr double kCommonWord = -2.0;
constexpr double kRareWord = -1.0;
constexpr double kSentenceStart = -0.5;
constexpr double kNotPlace = -5.0;
constexpr double kMonth = -5.0;
constexpr double kAcronym = -2.0;
constexpr double kFrequentSurname = -1.0;
constexpr double kKnownSurname = -0.5;
constexpr double kFirstName = -0.8;
constexpr double kPersonHere = -4.0;
constexpr double kPersonElsewhere = -2.5;
constexpr double kTitleBefore = -2.5;
constexpr double kFixed = 3.0;
constexpr double kTheatre = 0.8;
constexpr double kDisease = -4.0;
constexpr double kParty = 2.5;
constexpr double kOfSchool = -1.2;
constexpr double kCyrillic = 0.8;
constexpr double kFamous = 0.6;     // prominence
constexpr double kAliasLoss = 0.3;  // prominence
constexpr double kRegionName = 2.5;
constexpr double kDateline = 3.5;
constexpr double kRiverNoun = -1.5;
}  // namespace weight

bool is_adjacent_word(const Piece* piece) {
    return piece != nullptr && piece->is_word();
}

}  // namespace

Weigher::Weigher(
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    const Lexicon& lexicon,
    const People& people)
    : reading_(reading),
      gazetteer_(gazetteer),
      lexicon_(lexicon),
      people_(people) {
    for (std::size_t i = 0; i < reading.pieces.size();) {
        const std::uint32_t sentence = reading.pieces[i].sentence;
        std::size_t words = 0;
        std::size_t capitals = 0;
        std::size_t shouted = 0;
        for (; i < reading.pieces.size() && reading.pieces[i].sentence == sentence; ++i) {
            const Piece& piece = reading.pieces[i];
            const bool counts = piece.is_word() && piece.end - piece.begin >= 4;
            words += counts ? 1U : 0U;
            capitals += counts && piece.is_capital() ? 1U : 0U;
            shouted += counts && piece.letter_case == LetterCase::Upper ? 1U : 0U;
        }
        styles_.resize(sentence + 1, Style::Plain);
        if (words >= 3 && shouted * 10 >= words * 8) {
            styles_[sentence] = Style::Shouted;
        } else if (words >= 3 && words <= 16 && capitals * 10 >= words * 8) {
            styles_[sentence] = Style::Heading;
        }
    }
}

const Piece* Weigher::before(const Mention& mention, std::uint32_t steps) const {
    if (mention.first < steps) {
        return nullptr;
    }
    const Piece& piece = reading_.pieces[mention.first - steps];
    return piece.sentence == reading_.pieces[mention.first].sentence ? &piece : nullptr;
}

const Piece* Weigher::behind(const Mention& mention, std::uint32_t steps) const {
    const std::uint32_t at = mention.end + steps;
    if (at >= reading_.pieces.size()) {
        return nullptr;
    }
    const Piece& piece = reading_.pieces[at];
    return piece.sentence == reading_.pieces[mention.first].sentence ? &piece : nullptr;
}

/// Prominence of the best candidate; a little-known place does not count in full under another name than its own.
double Weigher::known_prominence(const Mention& mention) const {
    double best = 0;
    for (const places::NameMatch& match : mention.candidates) {
        double prominence = gazetteer_.prominence(match.place);
        if (match.is_alias && !mention.is_cyrillic && prominence < weight::kFamous) {
            const std::string_view country = gazetteer_.at(match.place).country;
            const bool is_theatre = country == "UA" || country == "RU" || country == "BY";
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

void Weigher::set_role(Mention& mention) const {
    if (mention.role == Role::Demonym) {
        return;
    }
    const Piece* previous = before(mention);
    const Piece* earlier = before(mention, 2);
    const Piece* next = behind(mention);
    const bool is_in = previous != nullptr
                       && (previous->has(kPrepIn | kPrepCyrillic)
                           || (earlier != nullptr && earlier->has(kPrepIn)
                               && previous->has(kDirection | kNotPlace | kPlaceNounBefore)));
    if (next != nullptr && next->is_word() && next->is_capital()
        && next->has(kCivic | kMedia | kAcademic | kFirm)) {
        mention.role = Role::Modifier;
    } else if (is_in || mention.container) {
        mention.role = Role::Locative;
    } else if (
        next != nullptr && next->is_word()
        && (next->has(kSpeech) || reading_.text[next->begin] == '\'')) {
        mention.role = Role::Actor;
    } else if (mention.is_container) {
        mention.role = Role::Locative;
    }
}

bool Weigher::has_theatre(const Mention& mention) const {
    return std::any_of(
        mention.candidates.begin(),
        mention.candidates.end(),
        [this](const auto& match) {
            const std::string_view country = gazetteer_.at(match.place).country;
            return country == "UA" || country == "RU";
        });
}

/// "KYIV, Ukraine (AP) —", "HUDSON -- Officials": capitals at the start of a paragraph, then a dash or a bracket.
bool Weigher::is_dateline(const Mention& mention) const {
    const Piece& head = reading_.pieces[mention.first];
    if (head.letter_case != LetterCase::Upper || !head.starts_sentence) {
        return false;
    }
    const std::uint32_t stop = std::min<std::uint32_t>(
        mention.end + 6,
        static_cast<std::uint32_t>(reading_.pieces.size()));
    for (std::uint32_t i = mention.end; i < stop; ++i) {
        const Piece& piece = reading_.pieces[i];
        const bool is_long_dash = piece.kind == prose::TokenKind::Punctuation
                                  && reading_.text.substr(piece.begin, 2) == "\xE2\x80";
        if (piece.mark == '(' || piece.mark == '-' || is_long_dash) {
            return true;
        }
        if (piece.mark == ';' || piece.mark == ':' || (piece.is_word() && !piece.is_capital())) {
            return false;
        }
    }
    return false;
}

void Weigher::weigh(Mention& mention) const {
    set_role(mention);
    mention.is_dateline = is_dateline(mention);
    if (mention.is_dateline) {
        mention.role = Role::Locative;
        mention.rule = mention.is_fixed ? mention.rule : "dateline";
    }
    mention.evidence =
        weight::kBase + words_before(mention) + words_behind(mention) + people_around(mention);
    if (mention.is_fixed) {
        mention.evidence += weight::kFixed + 2.0;
        return;
    }
    if (reading_.options.theatre_bias && has_theatre(mention)) {
        mention.evidence += weight::kTheatre;
    }
    mention.evidence += own_words(mention) + (mention.is_dateline ? weight::kDateline : 0);
    const Piece* next = behind(mention);
    if (next != nullptr && next->is_word() && next->has(kRegionNoun)) {
        mention.wish = KindWish::Region;
        mention.is_plural_list = reading_.text[next->end - 1] == 's';
    }
}

}  // namespace salient::toponym
