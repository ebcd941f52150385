#include "extract/trigger_actors.hpp"

#include "extract/parties.hpp"
#include "extract/subjects.hpp"
#include "extract/words.hpp"

#include <algorithm>
#include <array>

namespace salient::extract {

namespace {

constexpr std::size_t kByReach = 8;    // words behind a trigger in which "by …" may begin
constexpr std::size_t kNounReach = 5;  // words before a noun: "a Russian overnight drone attack"

bool ends_with(std::string_view word, std::string_view ending) {
    return word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending;
}

/// "Russian strike": done by them. A "Turkish protest" tells where.
bool is_deed(Kind kind) {
    static constexpr std::array<Kind, 9> kKinds = {
        Kind::Attack,
        Kind::Advance,
        Kind::Incursion,
        Kind::AirStrike,
        Kind::MissileStrike,
        Kind::DroneStrike,
        Kind::Shelling,
        Kind::Withdrawal,
        Kind::Takeover};
    return std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

/// "launched a drone attack": the verb before such a noun says no more than the noun.
bool is_light_verb(std::string_view word) {
    static constexpr std::string_view kWords[] = {
        "launched", "launches",  "launching", "conducted", "conducts", "conducting", "mounted",
        "staged",   "unleashed", "made",      "began",     "started",  "carried",    "fired",
        "fires",    "firing",    "continued", "resumed",   "stepped",  "intensified"};
    return is_one_of(word, kWords);
}

class Actors {
public:
    Actors(
        const Reading& reading,
        const Passage& passage,
        const Clauses& clauses,
        const Trigger& trigger,
        const places::Gazetteer& gazetteer)
        : reading_(reading),
          clauses_(clauses),
          trigger_(trigger),
          parties_(reading, passage, gazetteer),
          begin_(clauses.begin(clauses.clause(trigger.first))),
          end_(clauses.end(clauses.clause(trigger.first))) {}

    std::vector<ActorMark> find() {
        if (!trigger_.is_noun) {
            find_around_verb();
        } else if (is_deed(trigger_.kind)) {
            find_around_noun();
        }
        return std::move(marks_);
    }

private:
    const Reading& reading_;
    const Clauses& clauses_;
    const Trigger& trigger_;
    Parties parties_;
    std::size_t begin_;  // of the clause
    std::size_t end_;
    std::vector<ActorMark> marks_;

    void add(const Party& party, bool is_doer, std::string_view rule) {
        if (party.is_named) {
            marks_.push_back(
                {static_cast<std::uint32_t>(party.first),
                 static_cast<std::uint32_t>(party.end),
                 is_doer,
                 rule});
        }
    }

    void find_around_verb() {
        const Subject subject = find_subject(reading_, clauses_, parties_, trigger_.first);
        const bool is_by = find_by();
        // "soldiers captured by Ukraine", "civilians died"
        const bool is_passive =
            is_by || is_dying() || has_auxiliary()
            || (subject.is_passive && !ends_with(reading_.words[trigger_.first], "ing"));
        for (const Party& party : subject.parties) {
            if (!is_passive || !party.is_country) {
                add(party, !is_passive, "actor.subject");
            }
        }
        if (subject.parties.empty() && !is_passive) {
            find_speaker(subject.end);
        }
        if (is_cyrillic(reading_.words[trigger_.first])) {
            find_inverted();
        } else if (!is_passive) {
            find_object();
        }
    }

    [[nodiscard]] bool is_dying() const {
        static constexpr std::string_view kWords[] = {"died", "dies", "dying", "perished"};
        return is_one_of(reading_.words[trigger_.first], kWords);
    }
    /// "was taken prisoner"
    [[nodiscard]] bool has_auxiliary() const {
        const std::string_view word = reading_.words[trigger_.first];
        return trigger_.end > trigger_.first + 1 && (word == "was" || word == "were");
    }

    /// "The army said it had captured": it is the army.
    void find_speaker(std::size_t subject_end) {
        static constexpr std::string_view kItself[] = {"it", "he", "she", "we"};
        const auto& report = trigger_.report;
        if (subject_end == begin_ || !report || report->speaker_first == report->speaker_end
            || !is_one_of(reading_.words[subject_end - 1], kItself)) {
            return;
        }
        const std::size_t pronoun = subject_end - 1;
        if (report->verb < pronoun && pronoun - report->verb <= 2) {
            Party speaker;
            speaker.first = report->speaker_first;
            speaker.end = report->speaker_end;
            add(speaker, true, "actor.speaker");
        }
    }

    /// "by Russian forces" behind the trigger.
    bool find_by() {
        const std::size_t stop = std::min(end_, trigger_.end + kByReach);
        for (std::size_t at = trigger_.end; at + 1 < stop; ++at) {
            if (reading_.words[at] == "by" && !parties_.is_in_time(at + 1)) {
                const auto party = parties_.starting_at(at + 1, end_);
                if (party) {
                    add(*party, true, "actor.by");
                }
                return party.has_value();
            }
        }
        return false;
    }

    /// "captured two North Korean soldiers".
    void find_object() {
        const auto party = parties_.starting_at(trigger_.end, end_);
        if (party && !party->is_country) {
            add(*party, false, "actor.object");
        }
    }

    /// "атакували російські окупанти": words whose nominative is not their accusative.
    void find_inverted() {
        const auto party = parties_.starting_at(trigger_.end, end_);
        if (marks_.empty() && party && reading_.has(party->end - 1, cue(Cue::Party))) {
            add(*party, true, "actor.inverted");
        }
    }

    // "a Russian drone attack", "an attack by militants", "Russia launched an attack".
    void find_around_noun() {
        find_adjective();
        if (marks_.empty() && !find_by()) {
            find_light_subject();
        }
    }

    /// "a Russian drone attack", "Ukraine's incursion", "Hezbollah rocket fire".
    void find_adjective() {
        static constexpr Cues kMeans =
            cue(Cue::Missile, Cue::Drone, Cue::Aircraft, Cue::Artillery, Cue::Bomb, Cue::Vehicle);
        static constexpr Cues kStops =
            cue(Cue::Preposition, Cue::Opener, Cue::Say, Cue::Building, Cue::Ground, Cue::Person);
        for (std::size_t at = trigger_.first; at > begin_ && trigger_.first - at < kNounReach;) {
            --at;
            if (const PlaceMark* mark = parties_.place_at(at)) {
                add_adjective(*mark, at);
                return;
            }
            if (reading_.has(at, cue(Cue::Party))) {
                add({at, at + 1, at, false, true}, true, "actor.adjective");
                return;
            }
            const bool is_stop =
                !reading_.is_word(at) || (reading_.has(at, kStops) && !reading_.has(at, kMeans));
            if (is_stop && !is_possessive(at) && !reading_.is_mark(at, '-')) {
                return;
            }
        }
    }
    [[nodiscard]] bool is_possessive(std::size_t token) const {
        return reading_.words[token] == "'s" || reading_.words[token] == "’s";
    }
    void add_adjective(const PlaceMark& mark, std::size_t token) {
        const toponym::Toponym& name = reading_.toponyms[mark.toponym];
        const bool is_owner = parties_.is_country(token) && is_possessive(mark.end);
        if (is_owner || name.role == toponym::Role::Demonym) {
            marks_.push_back({mark.first, mark.end, true, "actor.adjective", mark.toponym});
        }
    }

    void add_subject_of(std::size_t verb) {
        const Subject subject = find_subject(reading_, clauses_, parties_, verb);
        for (const Party& party : subject.parties) {
            if (!subject.is_passive) {
                add(party, true, "actor.subject");
            }
        }
    }
    /// "Russia launched another massive missile and drone strike".
    void find_light_subject() {
        static constexpr std::size_t kMost = 8;
        for (std::size_t at = trigger_.first; at > begin_ && trigger_.first - at < kMost;) {
            --at;
            if (is_light_verb(reading_.words[at])) {
                add_subject_of(at);
                return;
            }
            if (!reading_.is_word(at) && !reading_.is_mark(at, '-')
                && reading_.tokens[at].kind != prose::TokenKind::Number) {
                return;
            }
        }
    }
};

}  // namespace

std::vector<ActorMark> trigger_actors(
    const Reading& reading,
    const Passage& passage,
    const Clauses& clauses,
    const Trigger& trigger,
    const places::Gazetteer& gazetteer) {
    return Actors(reading, passage, clauses, trigger, gazetteer).find();
}

}  // namespace salient::extract
