#include "extract/senses.hpp"

#include <algorithm>
#include <optional>

namespace salient::extract {

namespace {

constexpr int kObjectReach = 8;    // words between a verb and its object
constexpr int kSubjectReach = 12;  // words between a passive verb and its subject

bool is_place(const Reading& reading, const Passage& passage, std::size_t token) {
    return std::any_of(passage.places.begin(), passage.places.end(), [&](const PlaceMark& mark) {
        const toponym::Role role = reading.toponyms[mark.toponym].role;
        return mark.first <= token && token < mark.end && role != toponym::Role::Demonym;
    });
}

bool meets(const Reading& reading, const Passage& passage, const Need& need, std::size_t token) {
    return reading.has(token, need.cues) || (need.place && is_place(reading, passage, token));
}

bool is_passive(const Reading& reading, std::size_t begin, std::size_t verb) {
    for (std::size_t i = verb; i > begin && verb - i < 4;) {
        --i;
        if (reading.has(i, cue(Cue::Past, Cue::Present, Cue::PastPerfect, Cue::Perfect))
            || reading.words[i] == "been" || reading.words[i] == "be") {
            return true;
        }
    }
    return false;
}

/// A preposition between a verb and a noun: the noun is no object. "capture of two soldiers" is fine.
bool bars_object(const Reading& reading, std::size_t token) {
    static constexpr std::string_view kBars[] = {
        "to",        "in",      "into",       "at",      "from",  "by",     "on",     "near",
        "with",      "against", "for",        "у",       "в",     "на",     "до",     "від",
        "з",         "із",      "к",          "из",      "от",    "с",      "within", "inside",
        "outside",   "during",  "throughout", "across",  "after", "before", "since",  "amid",
        "alongside", "toward",  "towards",    "through", "under", "over"};
    const std::string_view word = reading.words[token];
    return std::find(std::begin(kBars), std::end(kBars), word) != std::end(kBars);
}

bool ends_phrase(const Reading& reading, std::size_t token) {
    return bars_object(reading, token) || reading.is_mark(token, ';')
           || reading.has(token, cue(Cue::Opener));
}

/// "in the town was captured": the town is not what was captured.
bool is_led_by_preposition(const Reading& reading, std::size_t begin, std::size_t token) {
    for (std::size_t i = token; i > begin && token - i < 4;) {
        --i;
        const bool is_number = reading.tokens[i].kind == prose::TokenKind::Number;
        if ((!reading.is_word(i) && !is_number) || reading.has(i, cue(Cue::Opener))) {
            return false;
        }
        if (bars_object(reading, i)) {
            return true;
        }
    }
    return false;
}

/// Words between the trigger and its object or passive subject.
std::optional<int> object_distance(
    const Reading& reading,
    const Passage& passage,
    const Clauses& clauses,
    const Hit& hit,
    const Need& need) {
    const std::uint32_t clause = clauses.clause(hit.first);
    for (std::size_t i = hit.end; i < clauses.end(clause); ++i) {
        const int away = static_cast<int>(i - hit.end);
        if (away > kObjectReach || ends_phrase(reading, i)) {
            break;
        }
        if (meets(reading, passage, need, i)) {
            return away;
        }
    }
    if (!is_passive(reading, clauses.first(), hit.first)) {
        return std::nullopt;
    }
    const bool wants_person = (need.cues & cue(Cue::Person)) != 0;
    for (std::size_t i = hit.first; i > clauses.first();) {
        --i;
        const int away = static_cast<int>(hit.first - i);
        if (away > kSubjectReach) {
            break;
        }
        const bool is_subject = !is_led_by_preposition(reading, clauses.first(), i);
        if ((is_subject && meets(reading, passage, need, i))
            || (wants_person && reading.words[i] == "who")) {
            return away;
        }
    }
    return std::nullopt;
}

bool is_met_within(
    const Reading& reading,
    const Passage& passage,
    const Need& need,
    std::size_t begin,
    std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
        if (meets(reading, passage, need, i)) {
            return true;
        }
    }
    return false;
}

}  // namespace

const Sense* choose_sense(
    const Reading& reading,
    const Passage& passage,
    const Clauses& clauses,
    const Hit& hit,
    const std::vector<Sense>& senses) {
    const Sense* best = nullptr;
    int best_score = 0;
    const std::uint32_t clause = clauses.clause(hit.first);
    for (const Sense& sense : senses) {
        if (sense.block) {
            return nullptr;
        }
        int score = 0;
        if (sense.need.cues == 0 && !sense.need.place) {
            score = 1;
        } else if (sense.need.is_object) {
            const auto away = object_distance(reading, passage, clauses, hit, sense.need);
            score = away ? 100 - *away : 0;
        } else if (sense.need.sentence) {
            const prose::Sentence& whole = passage.sentence;
            score = is_met_within(reading, passage, sense.need, whole.first_token, whole.end_token)
                        ? 200
                        : 0;
        } else {
            score = is_met_within(
                        reading,
                        passage,
                        sense.need,
                        clauses.begin(clause),
                        clauses.end(clause))
                        ? 300
                        : 0;
        }
        if (score > best_score) {
            best = &sense;
            best_score = score;
        }
    }
    return best;
}

}  // namespace salient::extract
