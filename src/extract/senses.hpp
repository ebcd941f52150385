#pragma once

#include "extract/clauses.hpp"
#include "extract/lexicon.hpp"
#include "extract/reading.hpp"

#include <vector>

namespace salient::extract {

/// What a trigger phrase means here, by the words around it: "captured two soldiers" or "captured the village".
///
/// A weapon in the clause decides first, then what stands elsewhere in the sentence, then the nearest object, then the sense without needs.
/// @return  nullptr when no sense fits or the phrase is blocked
[[nodiscard]] const Sense* choose_sense(
    const Reading& reading,
    const Passage& passage,
    const Clauses& clauses,
    const Hit& hit,
    const std::vector<Sense>& senses);

}  // namespace salient::extract
