#include "extract/triggers.hpp"

#include "extract/senses.hpp"

#include <algorithm>

namespace salient::extract {

namespace {

using events::Assertion;

constexpr std::size_t kVerbGroup = 5;     // words looked back for auxiliaries
constexpr std::size_t kNounModality = 8;  // words looked ahead of a noun for "might", "will"
constexpr std::size_t kAbsence = 6;       // words looked back of a noun for "no"
constexpr double kInfinitiveFactor = 0.6;

/// What stands around a verb or noun and changes how real it is.
struct Modality {
    Tense tense = Tense::Past;
    bool is_negated = false;
    bool is_modal = false;
    bool is_planned = false;
    bool is_attempt = false;
    bool is_infinitive = false;
};

bool ends_with(std::string_view word, std::string_view ending) {
    return word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending;
}

void read_auxiliary(
    const Reading& reading,
    std::size_t token,
    Modality& modality,
    bool& has_tense) {
    if (reading.has(token, cue(Cue::Negation))) {
        modality.is_negated = true;
    }
    if (reading.has(token, cue(Cue::Plan))) {
        modality.is_planned = true;
    }
    if (reading.has(token, cue(Cue::Modal, Cue::Condition))) {
        modality.is_modal = true;
    }
    if (has_tense) {
        return;
    }
    has_tense = true;
    if (reading.has(token, cue(Cue::PastPerfect))) {
        modality.tense = Tense::PastPerfect;
    } else if (reading.has(token, cue(Cue::Perfect))) {
        modality.tense = Tense::Perfect;
    } else if (reading.has(token, cue(Cue::Past))) {
        modality.tense = Tense::Past;
    } else if (reading.has(token, cue(Cue::Present))) {
        modality.tense = Tense::Present;
    } else {
        has_tense = false;
    }
}

Modality verb_modality(const Reading& reading, const Clauses& clauses, const Trigger& trigger) {
    Modality modality;
    const std::string_view word = reading.words[trigger.first];
    bool has_tense = false;
    if (ends_with(word, "ing") || (ends_with(word, "s") && !ends_with(word, "ss"))) {
        modality.tense = Tense::Present;
    }
    const std::size_t begin = clauses.begin(clauses.clause(trigger.first));
    std::size_t looked = 0;
    for (std::size_t i = trigger.first; i > begin && looked < kVerbGroup; ++looked) {
        --i;
        if (i + 1 == trigger.first && reading.words[i] == "to") {
            modality.is_infinitive = true;
        }
        if (reading.has(i, cue(Cue::Attempt)) && looked < 4) {
            modality.is_attempt = true;
        }
        if (!reading.is_word(i) || reading.has(i, cue(Cue::Say))) {
            break;
        }
        const bool was_negated = modality.is_negated;
        read_auxiliary(reading, i, modality, has_tense);
        if (looked > 2 && !was_negated) {
            modality.is_negated = false;  // too far off to belong to this verb
        }
        if (reading.has(i, cue(Cue::Person, Cue::Official)) && !modality.is_infinitive) {
            break;
        }
    }
    return modality;
}

/// "no immediate word on casualties", "without any clashes"
bool is_absent(const Reading& reading, const Clauses& clauses, std::size_t noun) {
    const std::size_t begin = clauses.begin(clauses.clause(noun));
    for (std::size_t i = noun; i > begin && noun - i < kAbsence;) {
        --i;
        if (reading.words[i] == "no" || reading.words[i] == "without") {
            return true;
        }
        if (!reading.is_word(i) || reading.has(i, cue(Cue::Past, Cue::Perfect, Cue::PastPerfect))) {
            return false;
        }
    }
    return false;
}

Modality noun_modality(const Reading& reading, const Clauses& clauses, const Trigger& trigger) {
    Modality modality;
    modality.tense = Tense::Noun;
    const std::uint32_t clause = clauses.clause(trigger.first);
    for (std::size_t i = trigger.first; i > clauses.begin(clause) && trigger.first - i < 3;) {
        --i;
        modality.is_negated = modality.is_negated || reading.has(i, cue(Cue::Negation));
        modality.is_modal = modality.is_modal || reading.has(i, cue(Cue::Modal, Cue::Condition));
    }
    modality.is_negated = modality.is_negated || is_absent(reading, clauses, trigger.first);
    for (std::size_t i = clauses.begin(clause); i < clauses.end(clause); ++i) {
        if (reading.has(i, cue(Cue::Perfect))) {
            modality.tense = Tense::Perfect;
        } else if (reading.has(i, cue(Cue::Present)) && modality.tense == Tense::Noun) {
            modality.tense = Tense::Present;
        }
    }
    const std::size_t stop = std::min(clauses.end(clause), trigger.end + kNounModality);
    for (std::size_t i = trigger.end; i < stop && reading.words[i] != ","; ++i) {
        modality.is_modal = modality.is_modal || reading.has(i, cue(Cue::Modal));
        modality.is_planned = modality.is_planned || reading.has(i, cue(Cue::Plan));
    }
    return modality;
}

/// "the captured soldiers", "one of the wounded men": tells what they are, not that it happened.
bool is_adjective(const Reading& reading, const Clauses& clauses, const Trigger& trigger) {
    if (trigger.end >= clauses.last()) {
        return false;
    }
    const std::string_view word = reading.words[trigger.first];
    const bool is_first = trigger.first == clauses.first();
    const std::size_t before = is_first ? trigger.first : trigger.first - 1;
    const bool could_be = ends_with(word, "ed") || ends_with(word, "en") || ends_with(word, "lost")
                          || ends_with(word, "held");
    const bool is_led_in = is_first || reading.has(before, cue(Cue::Determiner))
                           || reading.words[before] == "of"
                           || reading.tokens[before].kind == prose::TokenKind::Number;
    if (!could_be || !is_led_in) {
        return false;
    }
    static constexpr Cues kThing =
        cue(Cue::Person,
            Cue::Ground,
            Cue::Building,
            Cue::Arms,
            Cue::Vehicle,
            Cue::Drone,
            Cue::Missile,
            Cue::Aircraft);
    const std::size_t stop = std::min<std::size_t>(clauses.last(), trigger.end + 3);
    for (std::size_t i = trigger.end; i < stop && reading.is_word(i); ++i) {
        if (reading.has(i, cue(Cue::Preposition, Cue::Determiner, Cue::Opener))) {
            return false;
        }
        if (reading.has(i, kThing)) {
            return true;
        }
    }
    return false;
}

Assertion assertion_of(const Modality& modality, const std::optional<Report>& report) {
    if (report && report->is_denial) {
        return Assertion::Denied;
    }
    if (modality.is_modal || modality.is_attempt || (report && report->is_negated)) {
        return Assertion::Hypothetical;
    }
    if (modality.is_planned) {
        return Assertion::Planned;
    }
    const bool is_said = report && report->speaker_first < report->speaker_end;
    return is_said ? Assertion::Claimed : Assertion::Reported;
}

/// "said it had struck a depot": the past of what was said.
Tense told_tense(const Modality& modality, const Trigger& trigger) {
    const bool is_backshifted = modality.tense == Tense::PastPerfect && trigger.report
                                && trigger.report->verb < trigger.first;
    return is_backshifted ? Tense::Past : modality.tense;
}

/// "were killed fighting the army": killed is what happened.
bool is_loose_participle(const Reading& reading, const Clauses& clauses, const Trigger& trigger) {
    return trigger.kind == Kind::ArmedClash && trigger.end == trigger.first + 1
           && ends_with(reading.words[trigger.first], "ing") && trigger.first > clauses.first()
           && !reading.has(trigger.first - 1, cue(Cue::Present, Cue::Past, Cue::Perfect))
           && reading.words[trigger.first - 1] != "been";
}

bool is_ongoing(const Reading& reading, const Clauses& clauses, std::uint32_t clause) {
    for (std::size_t i = clauses.begin(clause); i < clauses.end(clause); ++i) {
        if (reading.has(i, cue(Cue::Ongoing))) {
            return true;
        }
    }
    return false;
}

bool is_question(const Reading& reading, const Passage& passage) {
    return passage.sentence.end_token > passage.sentence.first_token
           && reading.is_mark(passage.sentence.end_token - 1, '?');
}

}  // namespace

std::vector<Trigger> find_triggers(
    const Reading& reading,
    const Passage& passage,
    const Clauses& clauses,
    const Lexicon& lexicon) {
    std::vector<Trigger> triggers;
    const bool is_asked = is_question(reading, passage);
    for (const Hit& hit : passage.hits) {
        const Sense* sense = choose_sense(reading, passage, clauses, hit, lexicon.senses(hit));
        if (sense == nullptr) {
            continue;
        }
        Trigger trigger;
        trigger.first = hit.first;
        trigger.end = hit.end;
        trigger.kind = sense->kind;
        trigger.weight = static_cast<double>(sense->weight);
        if (!sense->noun && is_adjective(reading, clauses, trigger)) {
            continue;
        }
        const bool is_noun =
            sense->noun
            || (hit.first > clauses.first() && reading.has(hit.first - 1, cue(Cue::Determiner))
                && !ends_with(reading.words[hit.first], "ed"));
        trigger.is_noun = is_noun;
        const Modality modality = is_noun ? noun_modality(reading, clauses, trigger)
                                          : verb_modality(reading, clauses, trigger);
        if (const Report* report = clauses.report_of(trigger.first)) {
            trigger.report = *report;
        }
        if (modality.is_negated) {
            continue;
        }
        trigger.tense = told_tense(modality, trigger);
        trigger.assertion = assertion_of(modality, trigger.report);
        if (is_asked) {
            trigger.assertion = Assertion::Hypothetical;
        }
        if (!is_noun && is_loose_participle(reading, clauses, trigger)) {
            trigger.weight *= kInfinitiveFactor;
        }
        if (modality.is_infinitive) {
            trigger.weight *= kInfinitiveFactor;
        }
        trigger.is_ongoing = is_ongoing(reading, clauses, clauses.clause(hit.first));
        triggers.push_back(trigger);
    }
    return triggers;
}

}  // namespace salient::extract
