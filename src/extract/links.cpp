#include "extract/links.hpp"

#include "extract/clauses.hpp"
#include "extract/reading.hpp"
#include "extract/site_fit.hpp"
#include "extract/sites.hpp"
#include "extract/triggers.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

namespace salient::extract {

namespace {

constexpr int kMaxCost = 55;     // words; farther names say where something else happened
constexpr int kUnknownCost = 1;  // a name that the gazetteer does not know
constexpr int kBeforeCost = 4;   // stands before the verb
constexpr int kSizeCost[] = {0, 1, 2, 3};
constexpr int kOtherEventCost = 9;  // another verb stands between

/// A name that may be the place. Tokens, end exclusive.
struct Candidate {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    TextSpan span;
    int cost = 0;
};

bool is_place_preposition(std::string_view word) {
    static constexpr std::array<std::string_view, 14> kWords = {
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "around",
        "of",
        "on",
        "to",
        "into",
        "against",
        "across",
        "toward",
        "towards"};
    return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool is_capital(const Reading& reading, std::size_t token) {
    return reading.is_word(token) && reading.tokens[token].letter_case != prose::LetterCase::Lower
           && reading.tokens[token].letter_case != prose::LetterCase::None;
}

bool overlaps_known(const Passage& passage, std::size_t first, std::size_t end) {
    const auto shares = [&](const auto& mark) { return mark.first < end && first < mark.end; };
    return std::any_of(passage.places.begin(), passage.places.end(), shares)
           || std::any_of(passage.times.begin(), passage.times.end(), shares);
}

bool is_acronym(const Reading& reading, std::size_t first, std::size_t end) {
    return end == first + 1 && reading.tokens[first].letter_case == prose::LetterCase::Upper;
}

/// A preposition of place before it, articles and adjectives between.
bool is_led_in(const Reading& reading, const Passage& passage, std::size_t first) {
    for (std::size_t i = first; i > passage.sentence.first_token && first - i < 4;) {
        --i;
        const std::string_view word = reading.words[i];
        if (is_place_preposition(word)) {
            const bool needs_noun =
                word == "of" || word == "on" || word == "to" || word == "against";
            return !needs_noun
                   || (i > passage.sentence.first_token && reading.has(i - 1, cue(Cue::Ground)));
        }
        if (!reading.is_word(i) || reading.tokens[i].letter_case != prose::LetterCase::Lower) {
            return false;
        }
    }
    return false;
}

/// "in Al-Gurah", "the Gladiola outpost", "patrolled Manger Square": capitals led in by a preposition, followed by a kind of place, or
/// right behind the verb.
void add_unknown(
    const Reading& reading,
    const Passage& passage,
    const Trigger& trigger,
    std::vector<Candidate>& out) {
    const std::size_t stop = passage.sentence.end_token;
    for (std::size_t first = passage.sentence.first_token + 1; first < stop; ++first) {
        if (!is_capital(reading, first)) {
            continue;
        }
        std::size_t end = first;
        while (end < stop && is_capital(reading, end)) {
            ++end;
        }
        const bool names_ground =
            end < stop
            && (reading.has(end, cue(Cue::Ground))
                || (end + 1 < stop && reading.is_word(end) && reading.has(end + 1, cue(Cue::Ground))
                    && !reading.has(end, cue(Cue::Preposition))));
        const bool is_object = first >= trigger.end && first - trigger.end < 2 && end - first > 1;
        const bool is_person = end < stop && reading.has(end, cue(Cue::Person, Cue::Say));
        const bool is_candidate = (names_ground || is_object || is_led_in(reading, passage, first))
                                  && !is_person && !is_acronym(reading, first, end)
                                  && !overlaps_known(passage, first, end);
        if (is_candidate) {
            out.push_back(
                {static_cast<std::uint32_t>(first),
                 static_cast<std::uint32_t>(end),
                 {reading.tokens[first].begin, reading.tokens[end - 1].end},
                 kUnknownCost});
        }
        first = end;
    }
}

std::vector<Candidate> candidates_of(
    const Reading& reading,
    const Passage& passage,
    const places::Gazetteer& gazetteer,
    const Trigger& trigger) {
    std::vector<Candidate> out;
    for (const PlaceMark& mark : passage.places) {
        const SiteFit fit = site_fit(reading, passage, gazetteer, trigger, mark);
        if (!fit.fits) {
            continue;
        }
        const toponym::Toponym& place = reading.toponyms[mark.toponym];
        out.push_back(
            {mark.first,
             mark.end,
             {place.begin, place.end},
             fit.cost + kSizeCost[size_class(gazetteer, place)]});
    }
    add_unknown(reading, passage, trigger, out);
    return out;
}

/// "killed in clashes in X": the noun is part of the happening; "captured after a raid near X" is not.
bool is_part_of_happening(const Reading& reading, const Passage& passage, const Hit& hit) {
    for (std::size_t i = hit.first; i > passage.sentence.first_token && hit.first - i < 4;) {
        --i;
        const std::string_view word = reading.words[i];
        if (word == "in" || word == "during" || word == "by" || word == "of" || word == "under") {
            return true;
        }
        if (reading.has(i, cue(Cue::Opener))) {
            return false;
        }
    }
    return false;
}

int distance_cost(
    const Reading& reading,
    const Clauses& clauses,
    const Passage& passage,
    const Trigger& trigger,
    const Candidate& candidate) {
    const bool is_before = candidate.first < trigger.first;
    const std::size_t near = is_before ? candidate.end - 1 : candidate.first;
    int total =
        candidate.cost + clauses.distance(trigger.first, near) + (is_before ? kBeforeCost : 0);
    const std::size_t low = std::min<std::size_t>(near, trigger.first);
    const std::size_t high = std::max<std::size_t>(near, trigger.first);
    for (const Hit& hit : passage.hits) {
        if (hit.first > low && hit.first < high) {
            total += is_part_of_happening(reading, passage, hit) ? 1 : kOtherEventCost;
        }
    }
    for (const Report& report : clauses.reports()) {
        const bool is_speaker =
            candidate.first >= report.verb && candidate.end <= report.speaker_end + 3;
        total += is_speaker && report.speaker_end > report.speaker_first ? kMaxCost : 0;
    }
    return total;
}

}  // namespace

std::vector<TextSpan> find_event_places(
    std::string_view text,
    std::string_view language,
    TextSpan trigger_span,
    const toponym::Finder& finder,
    const Models& models) {
    ReadingOptions options;
    options.language = language;
    options.theatre_bias = false;
    const Reading reading = read_text(text, {}, models.lexicon, finder, options);
    std::optional<TextSpan> best;
    int best_cost = std::numeric_limits<int>::max();
    for (const Passage& passage : reading.passages) {
        const prose::Sentence& sentence = passage.sentence;
        if (trigger_span.begin < sentence.begin || trigger_span.end > sentence.end) {
            continue;
        }
        Trigger trigger;
        trigger.first = static_cast<std::uint32_t>(sentence.first_token);
        while (trigger.first + 1 < sentence.end_token
               && reading.tokens[trigger.first].end <= trigger_span.begin) {
            ++trigger.first;
        }
        trigger.end = trigger.first + 1;
        trigger.kind = Kind::Attack;
        const Clauses clauses(reading, passage);
        for (const Candidate& candidate :
             candidates_of(reading, passage, finder.gazetteer(), trigger)) {
            const int now = distance_cost(reading, clauses, passage, trigger, candidate);
            if (now < best_cost) {
                best_cost = now;
                best = candidate.span;
            }
        }
    }
    if (!best || best_cost > kMaxCost) {
        return {};
    }
    return {*best};
}

}  // namespace salient::extract
