#include "extract/subjects.hpp"

#include "extract/words.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace salient::extract {

namespace {

constexpr int kPhrasesSkipped = 2;       // "forces in the region of …"
constexpr std::size_t kPhraseWords = 6;  // of such a phrase

bool is_being(std::string_view word) {
    static constexpr std::string_view kWords[] =
        {"was", "were", "been", "being", "is", "are", "be", "got", "get"};
    return is_one_of(word, kWords);
}

bool is_relative(std::string_view word) {
    static constexpr std::string_view kWords[] =
        {"who", "which", "that", "які", "який", "яка", "которые", "который", "которая"};
    return is_one_of(word, kWords);
}

bool is_and(std::string_view word) {
    return word == "and" || word == "і" || word == "й" || word == "та" || word == "и";
}

/// "forces in the region", "residents of Kursk"; not "an arsenal for attacking".
bool tells_of_whom(std::string_view word) {
    static constexpr std::string_view kWords[] = {
        "of",
        "in",
        "from",
        "near",
        "at",
        "on",
        "around",
        "у",
        "в",
        "на",
        "біля",
        "під",
        "з",
        "із",
        "из",
        "с",
        "под",
        "от",
        "від"};
    return is_one_of(word, kWords);
}

class Finder {
public:
    Finder(const Reading& reading, const Clauses& clauses, const Parties& parties, std::size_t verb)
        : reading_(reading),
          parties_(parties),
          verb_(verb),
          sentence_begin_(clauses.first()),
          limit_(clauses.begin(clauses.clause(verb))) {}

    Subject find() {
        Subject subject;
        subject.end = behind(subject.is_passive);
        step_over_relative(subject.end);
        if (const auto last = party_before(subject.end)) {
            subject.parties.push_back(*last);
            const std::size_t before = last->outer;
            if (before > limit_ + 1 && is_and(reading_.words[before - 1])) {
                if (const auto first = parties_.ending_at(before - 1, limit_)) {
                    subject.parties.insert(subject.parties.begin(), *first);
                }
            }
        }
        return subject;
    }

private:
    const Reading& reading_;
    const Parties& parties_;
    std::size_t verb_;
    std::size_t sentence_begin_;
    std::size_t limit_;  // what belongs to other clauses is not looked at

    /// Goes back over the words that belong to the verb.
    [[nodiscard]] std::size_t behind(bool& is_passive) const {
        static constexpr Cues kGroup =
            cue(Cue::Past,
                Cue::Present,
                Cue::Perfect,
                Cue::PastPerfect,
                Cue::Modal,
                Cue::Plan,
                Cue::Attempt);
        static constexpr std::string_view kSkipped[] = {
            "been", "being", "having",  "also",    "then",  "later", "again",
            "to",   "be",    "already", "earlier", "once",  "soon",  "now",
            "вже",  "також", "знову",   "уже",     "также", "вновь", "снова"};
        std::size_t at = verb_;
        while (at > limit_) {
            const std::string_view word = reading_.words[at - 1];
            const bool leads_to_time = reading_.has(at - 1, cue(Cue::Preposition)) && at < verb_
                                       && parties_.is_in_time(at);
            const bool is_adverb = word.size() > 4 && word.substr(word.size() - 2) == "ly";
            if (!reading_.has(at - 1, kGroup) && !is_one_of(word, kSkipped)
                && !parties_.is_in_time(at - 1) && !leads_to_time && !is_adverb) {
                break;
            }
            is_passive = is_passive || is_being(word);
            --at;
        }
        return at;
    }

    /// "the fighters, who attacked": they stand in the clause before.
    void step_over_relative(std::size_t& end) {
        if (end == sentence_begin_ || !is_relative(reading_.words[end - 1])) {
            return;
        }
        --end;
        if (end > sentence_begin_ && reading_.is_mark(end - 1, ',')) {
            --end;
        }
        limit_ = sentence_begin_;
    }

    [[nodiscard]] std::optional<Party> party_before(std::size_t end) const {
        for (int skipped = 0; skipped <= kPhrasesSkipped && end > limit_; ++skipped) {
            const auto party = parties_.ending_at(end, limit_);
            const auto lead = preposition_before(party ? party->outer : end, party.has_value());
            if (!lead) {
                return party;
            }
            if (!tells_of_whom(reading_.words[*lead])) {
                return std::nullopt;
            }
            if (party && reading_.words[*lead] == "of") {
                // "residents of Kursk", "the Armed Forces of Ukraine"
                if (auto whole = parties_.ending_at(*lead, limit_)) {
                    whole->end = party->end;
                    return whole;
                }
            }
            end = *lead;
        }
        return std::nullopt;
    }

    /// The preposition that a phrase begins with: right before a party, else a few words back.
    [[nodiscard]] std::optional<std::size_t> preposition_before(std::size_t end, bool is_whole)
        const {
        std::size_t at = end;
        while (!is_whole && at > limit_ && end - at < kPhraseWords && reading_.is_word(at - 1)
               && !reading_.has(at - 1, cue(Cue::Preposition))) {
            --at;
        }
        // "over 1,000 soldiers" has none
        const bool is_led = at > limit_ && reading_.has(at - 1, cue(Cue::Preposition))
                            && reading_.tokens[at].kind != prose::TokenKind::Number;
        return is_led ? std::optional(at - 1) : std::nullopt;
    }
};

}  // namespace

Subject find_subject(
    const Reading& reading,
    const Clauses& clauses,
    const Parties& parties,
    std::size_t verb) {
    return Finder(reading, clauses, parties, verb).find();
}

}  // namespace salient::extract
