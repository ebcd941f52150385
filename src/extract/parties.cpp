#include "extract/parties.hpp"

#include "extract/words.hpp"

#include <algorithm>
#include <string_view>

namespace salient::extract {

namespace {

constexpr std::size_t kMostWords = 6;

/// People of whom nothing more is said.
bool is_vague(std::string_view word) {
    static constexpr std::string_view kWords[] = {
        "people",  "person",  "persons", "others",  "other",     "individual", "individuals",
        "elderly", "leader",  "leaders", "member",  "members",   "man",        "men",
        "woman",   "women",   "victim",  "victims", "staff",     "personnel",  "head",
        "chief",   "service", "agency",  "command", "institute", "emergencies"};
    return is_one_of(word, kWords);
}

bool is_article(std::string_view word) {
    static constexpr std::string_view kWords[] = {
        "both",
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our"};
    return is_one_of(word, kWords);
}

bool ends_with(std::string_view word, std::string_view ending) {
    return word.size() > ending.size() + 2 && word.substr(word.size() - ending.size()) == ending;
}

/// "helped Ukrainian forces", "using soldiers": the verb is no part of the party.
bool may_be_verb(std::string_view word) {
    static constexpr std::string_view kAdjectives[] =
        {"armed", "masked", "united", "combined", "allied", "opposing", "retreating", "unarmed"};
    return (ends_with(word, "ed") || ends_with(word, "ing") || ends_with(word, "ly"))
           && !is_one_of(word, kAdjectives);
}

/// Prepositions and the like that the table of cues does not have as such, and what a clause may follow without "that": "the place
/// Ukrainian troops fought in".
bool leads_on(std::string_view word) {
    static constexpr std::string_view kWords[] = {
        "place",  "time",    "day",     "moment",    "reason", "alongside", "under",  "using",
        "during", "despite", "amid",    "including", "like",   "without",   "via",    "per",
        "around", "behind",  "beside",  "above",     "below",  "through",   "upon",   "off",
        "out",    "up",      "down",    "back",      "away",   "inside",    "within", "before",
        "after",  "until",   "towards", "among",     "along"};
    return is_one_of(word, kWords);
}

}  // namespace

bool is_cyrillic(std::string_view word) {
    return !word.empty()
           && (word.front() == '\xD0' || word.front() == '\xD1' || word.front() == '\xD2');
}

const PlaceMark* Parties::place_at(std::size_t token) const {
    const auto found =
        std::find_if(passage_.places.begin(), passage_.places.end(), [&](const PlaceMark& mark) {
            return mark.first <= token && token < mark.end;
        });
    return found == passage_.places.end() ? nullptr : &*found;
}

bool Parties::is_in_time(std::size_t token) const {
    return std::any_of(passage_.times.begin(), passage_.times.end(), [&](const TimeMark& mark) {
        return mark.first <= token && token < mark.end;
    });
}

bool Parties::is_trigger(std::size_t token) const {
    return std::any_of(passage_.hits.begin(), passage_.hits.end(), [&](const Hit& hit) {
        return hit.first <= token && token < hit.end;
    });
}

bool Parties::is_country(std::size_t token) const {
    const PlaceMark* mark = place_at(token);
    if (mark == nullptr) {
        return false;
    }
    const toponym::Toponym& name = reading_.toponyms[mark->toponym];
    return (name.role == toponym::Role::Actor || name.role == toponym::Role::Bare)
           && gazetteer_.kind(name.place) == places::PlaceKind::Country;
}

bool Parties::is_name(std::size_t token) const {
    static constexpr Cues kGrammar =
        cue(Cue::Preposition,
            Cue::Determiner,
            Cue::Opener,
            Cue::Say,
            Cue::According,
            Cue::Negation);
    static constexpr std::string_view kNobody[] =
        {"i", "you", "he", "she", "it", "we", "they", "who", "what", "everyone", "united"};
    const prose::LetterCase letters = reading_.tokens[token].letter_case;
    const bool has_capital =
        letters != prose::LetterCase::Lower && letters != prose::LetterCase::None;
    if (!reading_.is_word(token) || !has_capital || place_at(token) != nullptr || is_in_time(token)
        || reading_.has(token, kGrammar) || is_one_of(reading_.words[token], kNobody)) {
        return false;
    }
    // Any word has a capital at the start of a sentence.
    const bool is_first = token == passage_.sentence.first_token;
    return !is_first || letters == prose::LetterCase::Upper
           || (token + 1 < passage_.sentence.end_token && is_name(token + 1));
}

bool Parties::is_head(std::size_t token) const {
    const std::string_view word = reading_.words[token];
    if (!reading_.is_word(token)) {
        return false;
    }
    static constexpr Cues kThing =
        cue(Cue::Aircraft,
            Cue::Missile,
            Cue::Drone,
            Cue::Vehicle,
            Cue::Bomb,
            Cue::Artillery,
            Cue::Building,
            Cue::Ground);
    const std::size_t next = token + 1;
    if (next < passage_.sentence.end_token && reading_.has(next, kThing)) {
        return false;  // "fighter jets", "military airport"
    }
    if (reading_.has(token, cue(Cue::Force, Cue::Party))) {
        return true;
    }
    if (is_cyrillic(word)) {
        return false;
    }
    const bool is_somebody =
        reading_.has(token, cue(Cue::Person, Cue::Police, Cue::Crowd, Cue::Official));
    return (is_somebody && !is_vague(word)) || is_country(token) || is_name(token);
}

bool Parties::joins(std::size_t token) const {
    static constexpr Cues kBreaks =
        cue(Cue::Preposition,
            Cue::Opener,
            Cue::Say,
            Cue::According,
            Cue::Past,
            Cue::Present,
            Cue::Perfect,
            Cue::PastPerfect,
            Cue::Modal,
            Cue::Plan,
            Cue::Negation,
            Cue::Attempt);
    const bool is_part = reading_.is_word(token) || reading_.is_mark(token, '-')
                         || reading_.tokens[token].kind == prose::TokenKind::Number;
    return is_part && !reading_.has(token, kBreaks) && !leads_on(reading_.words[token])
           && !is_in_time(token) && (!is_trigger(token) || is_name(token))
           && (!may_be_verb(reading_.words[token])
               || reading_.tokens[token].letter_case != prose::LetterCase::Lower);
}

/// Not "its forces", "units".
bool Parties::says_whose(std::size_t outer, std::size_t first, std::size_t end) const {
    static constexpr std::string_view kOwners[] = {"its", "their", "his", "her", "our"};
    static constexpr std::string_view kAnybodys[] = {
        "forces",
        "troops",
        "unit",
        "units",
        "corps",
        "brigade",
        "division",
        "group",
        "battalion",
        "groups",
        "regiment",
        "війська",
        "сили",
        "підрозділи",
        "войска",
        "силы",
        "подразделения"};
    if (end - first > 1) {
        return true;
    }
    const bool is_owned = outer < first && is_one_of(reading_.words[outer], kOwners);
    return !is_owned && !is_one_of(reading_.words[first], kAnybodys);
}

std::size_t Parties::behind_article(std::size_t first, std::size_t end) const {
    while (first + 1 < end && (is_article(reading_.words[first]) || !reading_.is_word(first))
           && reading_.tokens[first].kind != prose::TokenKind::Number) {
        ++first;
    }
    return first;
}

Party Parties::party(std::size_t outer, std::size_t end) const {
    const std::size_t first = behind_article(outer, end);
    return {first, end, outer, is_country(end - 1), says_whose(outer, first, end)};
}

std::optional<Party> Parties::ending_at(std::size_t end, std::size_t limit) const {
    if (end <= limit || !is_head(end - 1) || is_in_time(end - 1)) {
        return std::nullopt;
    }
    std::size_t first = end - 1;
    while (first > limit && end - first < kMostWords && joins(first - 1)
           && !is_article(reading_.words[first])) {
        --first;
    }
    // "the strike targeting Deif": what it was done to.
    const bool is_object = first > limit && ends_with(reading_.words[first - 1], "ing")
                           && reading_.tokens[first - 1].letter_case == prose::LetterCase::Lower;
    return is_object ? std::nullopt : std::optional(party(first, end));
}

std::optional<Party> Parties::starting_at(std::size_t begin, std::size_t limit) const {
    std::size_t at = begin;
    bool ends_in_head = false;  // "army training centres" are no army
    for (; at < limit && at - begin < kMostWords && joins(at); ++at) {
        if (at > begin && is_article(reading_.words[at])) {
            break;
        }
        ends_in_head = is_head(at);
    }
    const bool names_deed = at > begin && at < limit && is_trigger(at);  // "prisoner exchange"
    return ends_in_head && !names_deed ? std::optional(party(begin, at)) : std::nullopt;
}

}  // namespace salient::extract
