#pragma once

#include "extract/clauses.hpp"
#include "extract/parties.hpp"
#include "extract/reading.hpp"

#include <cstddef>
#include <vector>

namespace salient::extract {

/// What stands before a verb.
struct Subject {
    std::vector<Party> parties;  ///< two for "Hezbollah and Israel"; none when it is no party
    std::size_t end = 0;         ///< token behind its last word
    bool is_passive = false;     ///< "were captured"
};

/// The subject of a verb, by position: what ends before its auxiliaries ("have reportedly", "on Monday", "tried to"), or before the
/// "who" of its clause. What stands between, as "in the region of Kursk" does, is stepped over.
/// @param verb  its first token
[[nodiscard]] Subject find_subject(
    const Reading& reading,
    const Clauses& clauses,
    const Parties& parties,
    std::size_t verb);

}  // namespace salient::extract
