#pragma once

#include "events/event.hpp"
#include "extract/clauses.hpp"
#include "extract/lexicon.hpp"
#include "extract/reading.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace salient::extract {

enum class Tense : std::uint8_t { Past, Perfect, PastPerfect, Present, Noun };

/// A word that names a happening, with what its clause makes of it. Tokens, end exclusive.
struct Trigger {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    Kind kind = Kind::Other;
    double weight = 0;  ///< 0…1: that the sentence tells of such a happening
    bool is_noun = false;
    Tense tense = Tense::Past;
    events::Assertion assertion = events::Assertion::Reported;
    bool is_ongoing = false;       ///< "recently", "so far", "continues"
    std::optional<Report> report;  ///< who says so
};

/// The triggers of a sentence in order. Dropped: blocked phrases, negated verbs, words used as adjectives ("captured soldiers").
[[nodiscard]] std::vector<Trigger> find_triggers(
    const Reading& reading,
    const Passage& passage,
    const Clauses& clauses,
    const Lexicon& lexicon);

}  // namespace salient::extract
