#include "extract/site_fit.hpp"

#include "extract/sites.hpp"

#include <algorithm>
#include <array>

namespace salient::extract {

namespace {

using toponym::Role;

constexpr int kOfCost = 1;
constexpr int kBuildingCost = 2;
constexpr int kObjectCost = 4;
constexpr int kFromCost = 4;
constexpr int kRecipientCost = 2;
constexpr int kAlongCost = 9;  // "across the Dnipro" says less than the town
constexpr std::size_t kSufferReach = 8;
constexpr std::size_t kPassiveReach = 4;
constexpr std::size_t kLeadIn = 5;  // words between a preposition and the name it leads to

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 35> kWhere = {
    "on",         "in",      "at",     "near",   "over",    "above",     "across",
    "throughout", "outside", "inside", "around", "toward",  "towards",   "into",
    "onto",       "along",   "beyond", "within", "through", "via",       "off",
    "from",       "у",       "в",      "на",     "біля",    "під",       "над",
    "під",        "около",   "под",    "возле",  "поблизу", "неподалік", "вблизи"};
constexpr std::array<std::string_view, 7> kFrom = {"from", "з", "із", "зі", "из", "от", "від"};
constexpr std::array<std::string_view, 48> kNounOf = {
    "capital",       "edge",         "slum",       "countryside", "city",      "town",
    "village",       "villages",     "towns",      "cities",      "region",    "regions",
    "province",      "district",     "districts",  "island",      "port",      "settlement",
    "outskirts",     "suburb",       "suburbs",    "vicinity",    "direction", "north",
    "south",         "east",         "west",       "northeast",   "northwest", "southeast",
    "southwest",     "centre",       "center",     "area",        "state",     "territory",
    "neighbourhood", "neighborhood", "kilometres", "kilometers",  "km",        "miles",
    "hectares",      "part",         "parts",      "half",        "swathes",   "swaths"};
constexpr std::array<std::string_view, 9> kSectorNouns =
    {"direction", "axis", "sector", "front", "area", "tactical", "region", "oblast", "frontline"};
constexpr std::array<std::string_view, 4> kSuffers = {"suffered", "endured", "endures", "came"};
constexpr std::array<std::string_view, 4> kIsDone = {"was", "were", "has", "had"};
constexpr std::array<std::string_view, 8> kAlong =
    {"along", "across", "over", "beyond", "via", "off", "через", "вздовж"};
constexpr std::array<std::string_view, 3> kBetween = {"between", "між", "между"};

/// "Kyiv-based", "US-made": the name is inside a compound that says something else; "Pokrovsk-Kostyantynivka" names two places.
bool is_in_compound(const Reading& reading, const PlaceMark& mark) {
    const toponym::Toponym& place = reading.toponyms[mark.toponym];
    const prose::Token& last = reading.tokens[mark.end - 1];
    if (place.end >= last.end) {
        return false;
    }
    const std::string_view rest = reading.text.substr(place.end, last.end - place.end);
    return rest.size() > 1 && rest[0] == '-' && rest[1] >= 'a' && rest[1] <= 'z';
}

bool is_continent(const places::Gazetteer& gazetteer, const toponym::Toponym& place) {
    return gazetteer.at(place.place).feature_code == "CONT";
}

bool is_between(const Reading& reading, const Passage& passage, const PlaceMark& mark) {
    for (std::size_t i = mark.first; i > passage.sentence.first_token && mark.first - i < 6;) {
        --i;
        if (is_one_of(kBetween, reading.words[i])) {
            return true;
        }
        const bool goes_on = reading.words[i] == "and" || reading.words[i] == "the"
                             || reading.tokens[i].letter_case == prose::LetterCase::Title;
        if (!goes_on) {
            return false;
        }
    }
    return false;
}

bool is_possessive(const Reading& reading, const PlaceMark& mark) {
    if (mark.end >= reading.words.size() || !reading.is_word(mark.end)) {
        return false;
    }
    const std::string_view word = reading.words[mark.end];
    // A lone "s" is what a lost apostrophe leaves.
    return word == "s"
           || (word.size() <= 4 && word.back() == 's' && !reading.tokens[mark.end].space_before);
}

/// What may stand between a preposition of place and the name: "in the northern city of", "in Syria's", "in the regional capital,".
bool may_stand_between(const Reading& reading, const Passage& passage, std::size_t token) {
    if (reading.has(token, cue(Cue::Determiner, Cue::Ground))) {
        return true;
    }
    if (reading.is_mark(token, ',')) {
        return token > passage.sentence.first_token && reading.has(token - 1, cue(Cue::Ground));
    }
    if (!reading.is_word(token)) {
        return false;
    }
    if (reading.tokens[token].letter_case != prose::LetterCase::Lower) {
        const auto owner =
            std::find_if(passage.places.begin(), passage.places.end(), [&](const PlaceMark& mark) {
                return mark.first <= token && token < mark.end;
            });
        return owner != passage.places.end()
               && (is_possessive(reading, *owner)
                   || (owner->end < reading.words.size()
                       && reading.has(owner->end, cue(Cue::Ground))));
    }
    return !reading.has(
        token,
        cue(Cue::Preposition, Cue::Person, Cue::Opener, Cue::Say, Cue::Past, Cue::Present));
}

/// The word that leads to the name ("in the northern city of X"), or the name's own token.
std::size_t lead_in(const Reading& reading, const Passage& passage, const PlaceMark& mark) {
    for (std::size_t i = mark.first;
         i > passage.sentence.first_token && mark.first - i < kLeadIn;) {
        --i;
        if (is_one_of(kWhere, reading.words[i]) || is_one_of(kFrom, reading.words[i])) {
            return i;
        }
        if (!may_stand_between(reading, passage, i)) {
            break;
        }
    }
    return mark.first;
}

/// "the city of Cherkasy", "north of Kyiv"
bool is_led_by_noun_of(const Reading& reading, const Passage& passage, const PlaceMark& mark) {
    std::size_t of = mark.first;
    while (of > passage.sentence.first_token + 1 && mark.first - of < 2
           && reading.words[of - 1] != "of") {
        --of;
    }
    return of > passage.sentence.first_token + 1 && reading.words[of - 1] == "of"
           && is_one_of(kNounOf, reading.words[of - 2]);
}

/// "A Kyiv apartment block", "Nairobi's main airport", "the Kupiansk direction"
bool names_building_or_sector(
    const Reading& reading,
    const Passage& passage,
    const PlaceMark& mark) {
    const std::size_t stop = std::min<std::size_t>(passage.sentence.end_token, mark.end + 4);
    for (std::size_t i = mark.end; i < stop; ++i) {
        if (is_one_of(kSectorNouns, reading.words[i]) || reading.has(i, cue(Cue::Building))) {
            return true;
        }
        const bool is_possessive =
            i == mark.end && !reading.tokens[i].space_before && reading.is_word(i);
        const bool goes_on =
            is_possessive
            || (reading.is_word(i)
                && !reading.has(i, cue(Cue::Preposition, Cue::Opener, Cue::Person, Cue::Say))
                && reading.tokens[i].letter_case == prose::LetterCase::Lower);
        if (!goes_on) {
            return false;
        }
    }
    return false;
}

/// "Kyiv suffered", "Odesa was hit": the sufferer is the place.
bool is_sufferer(
    const Reading& reading,
    const Trigger& trigger,
    const PlaceMark& mark,
    bool is_area) {
    if (mark.end >= reading.words.size() || trigger.first < mark.end
        || event_type(trigger.kind) == events::EventType::Statement) {
        return false;
    }
    const std::string_view verb = reading.words[mark.end];
    return (is_one_of(kSuffers, verb) && trigger.first - mark.end < kSufferReach)
           || (!is_area && is_one_of(kIsDone, verb) && trigger.first - mark.end < kPassiveReach);
}

bool is_object_of(const Reading& reading, const Trigger& trigger, const PlaceMark& mark) {
    if (mark.first < trigger.end || mark.first - trigger.end > 5 || is_possessive(reading, mark)) {
        return false;
    }
    for (std::size_t i = trigger.end; i < mark.first; ++i) {
        const std::string_view word = reading.words[i];
        const bool joins =
            reading.has(i, cue(Cue::Determiner, Cue::Ground, Cue::Building)) || word == "of"
            || word == "on" || word == "at" || word == "against" || word == "по" || word == "на"
            || (reading.is_word(i)
                && !reading.has(i, cue(Cue::Preposition, Cue::Opener, Cue::Person, Cue::Official)));
        if (!joins) {
            return false;
        }
    }
    return true;
}

bool may_start_elsewhere(const Trigger& trigger) {
    switch (event_type(trigger.kind)) {
        case events::EventType::Strike:
        case events::EventType::Shelling:
        case events::EventType::ControlChange:
            return true;
        default:
            return trigger.kind == Kind::Evacuation;
    }
}

bool is_recipient(const Reading& reading, const Passage& passage, const PlaceMark& mark) {
    const std::size_t before = mark.first;
    return before > passage.sentence.first_token && reading.has(before - 1, cue(Cue::Recipient));
}

/// "the Dnipro" is a river even where the gazetteer thinks of the city.
bool is_river(const Reading& reading, const PlaceMark& mark, places::PlaceKind kind) {
    return kind == places::PlaceKind::Water
           || (kind == places::PlaceKind::Settlement && reading.words[mark.first - 1] == "the");
}

/// How a name that no preposition of place leads to may be where it happened.
SiteFit fit_without_preposition(
    const Reading& reading,
    const Passage& passage,
    const Trigger& trigger,
    const PlaceMark& mark,
    bool is_area) {
    const toponym::Toponym& place = reading.toponyms[mark.toponym];
    if (is_led_by_noun_of(reading, passage, mark)) {
        return {true, kOfCost, "place.of"};
    }
    if (event_type(trigger.kind) == events::EventType::Aid) {
        return is_recipient(reading, passage, mark) || mark.first == trigger.end
                   ? SiteFit{true, kRecipientCost, "place.recipient"}
                   : SiteFit{};
    }
    if (event_type(trigger.kind) == events::EventType::Statement && trigger.kind != Kind::Meeting) {
        return {};
    }
    if (!is_area && names_building_or_sector(reading, passage, mark)) {
        return {true, kBuildingCost, "place.building"};
    }
    if (is_sufferer(reading, trigger, mark, is_area)) {
        return {true, kObjectCost, "place.subject"};
    }
    if (place.role == Role::Bare && is_object_of(reading, trigger, mark)) {
        return {true, kObjectCost, "place.object"};
    }
    return {};
}

}  // namespace

SiteFit site_fit(
    const Reading& reading,
    const Passage& passage,
    const places::Gazetteer& gazetteer,
    const Trigger& trigger,
    const PlaceMark& mark) {
    const toponym::Toponym& place = reading.toponyms[mark.toponym];
    if (place.role == Role::Demonym || is_in_compound(reading, mark)
        || is_continent(gazetteer, place) || is_between(reading, passage, mark)) {
        return {};
    }
    const bool is_talk = event_type(trigger.kind) == events::EventType::Statement;
    const std::size_t lead = lead_in(reading, passage, mark);
    if (lead != mark.first && is_one_of(kFrom, reading.words[lead])) {
        return may_start_elsewhere(trigger) ? SiteFit{true, kFromCost, "place.from"} : SiteFit{};
    }
    if (lead != mark.first && is_one_of(kAlong, reading.words[lead])
        && is_river(reading, mark, gazetteer.kind(place.place))) {
        return {true, kAlongCost, "place.in"};
    }
    const bool is_area = size_class(gazetteer, place) > 1;
    const bool has_capital =
        mark.end + 1 < reading.words.size() && reading.words[mark.end + 1] == "capital";
    if (is_possessive(reading, mark) && (is_area || has_capital)) {
        return {};  // "Ukraine's forces", "near North Korea's capital"
    }
    if (place.role == Role::Locative) {
        return {true, 0, "place.in"};
    }
    const bool is_target = lead != mark.first && reading.words[lead] == "on" && is_talk;
    if (place.role != Role::Actor && lead != mark.first && !is_target) {
        return {true, 0, "place.in"};
    }
    return fit_without_preposition(reading, passage, trigger, mark, is_area);
}

bool speaks_for_place(const Reading& reading, const Report& report, const PlaceMark& mark) {
    static constexpr std::array<std::string_view, 14> kLocal = {
        "regional",
        "governor",
        "mayor",
        "head",
        "local",
        "city",
        "region",
        "oblast",
        "district",
        "prosecutors",
        "prosecutor",
        "police",
        "municipal",
        "provincial"};
    if (mark.first < report.speaker_first || mark.end > report.speaker_end) {
        return false;
    }
    // "the acting governor of Kursk region"
    if (mark.first >= report.speaker_first + 2 && reading.words[mark.first - 1] == "of"
        && is_one_of(kLocal, reading.words[mark.first - 2])) {
        return true;
    }
    const std::size_t stop = std::min<std::size_t>(report.speaker_end, mark.end + 3);
    for (std::size_t i = mark.end; i < stop; ++i) {
        if (is_one_of(kLocal, reading.words[i])) {
            return true;
        }
    }
    return false;
}

}  // namespace salient::extract
