#pragma once

#include "extract/actors.hpp"
#include "extract/dates.hpp"
#include "extract/quantities.hpp"
#include "extract/reading.hpp"
#include "extract/sites.hpp"
#include "extract/triggers.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace salient::extract {

/// One happening as one sentence tells it.
struct Mention {
    std::uint32_t passage = 0;      ///< index into Reading::passages
    Trigger trigger;                ///< what it is read from; for a plain statement the report verb
    std::vector<Trigger> triggers;  ///< all of the sentence that tell of it, the one above first
    Kind kind = Kind::Other;
    std::optional<DateChoice> date;
    std::optional<SiteChoice> site;
    bool is_site_near = false;  ///< stands in the trigger's clause
    std::vector<QuantityMark> quantities;
    std::vector<ActorMark> actors;       ///< doers first
    double certainty = 0;                ///< 0…1: that there is such a happening
    std::vector<std::uint32_t> repeats;  ///< passages that tell the same again
};

/// The happenings of each sentence, in order. Triggers of one sentence that tell of one happening ("killed in a missile strike") are
/// one mention; a sentence that only reports words on a day ("said on Sunday") is a statement.
[[nodiscard]] std::vector<Mention>
find_mentions(const Reading& reading, const Lexicon& lexicon, const places::Gazetteer& gazetteer);

/// Deaths, weapons, fighting: what casualties can be a part of.
[[nodiscard]] bool is_violent(events::EventType type);

}  // namespace salient::extract
