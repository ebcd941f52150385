#pragma once

#include "extract/clauses.hpp"
#include "extract/reading.hpp"
#include "extract/triggers.hpp"

#include <cstddef>
#include <string_view>

namespace salient::extract {

/// Whether a place name may be where a trigger's happening was, and how it says so.
struct SiteFit {
    bool fits = false;
    int cost = 0;  ///< in words; what the lead-in leaves to doubt
    std::string_view
        rule;  ///< "place.in", "place.of", "place.building", "place.object", "place.subject", "place.recipient"
};

/// Names of governments, peoples, persons' origins, continents, and either side of "between" are no places of a happening.
[[nodiscard]] SiteFit site_fit(
    const Reading& reading,
    const Passage& passage,
    const places::Gazetteer& gazetteer,
    const Trigger& trigger,
    const PlaceMark& mark);

/// A region that a speaker speaks for: "Kharkiv governor Oleh Syniehubov said".
[[nodiscard]] bool
speaks_for_place(const Reading& reading, const Report& report, const PlaceMark& mark);

}  // namespace salient::extract
