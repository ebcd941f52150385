#pragma once

#include "extract/clauses.hpp"
#include "extract/reading.hpp"
#include "extract/triggers.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace salient::extract {

/// A place for a happening.
struct SiteChoice {
    std::size_t toponym = 0;  ///< index into Reading::toponyms
    std::string_view rule;    ///< "place.clause", "place.sentence", "place.object", "place.carried"
    double confidence = 0;
    std::optional<places::PlaceIndex> region;  ///< meant instead of the city that gave it its name
    friend bool operator==(const SiteChoice&, const SiteChoice&) = default;
};

/// The places of the triggers of one sentence, in their order; nullopt where the sentence gives none.
///
/// Names that stand for governments, peoples or parts of other names are never places of a happening. Of the others the one nearest to
/// the trigger, small places before large ones; what a verb of capture, attack or arrival has as its object needs no preposition.
[[nodiscard]] std::vector<std::optional<SiteChoice>> choose_sites(
    const Reading& reading,
    const Passage& passage,
    const Clauses& clauses,
    const std::vector<Trigger>& triggers,
    const places::Gazetteer& gazetteer);

/// How large a place is: 0 settlement and smaller, 1 district, 2 region, 3 country, sea and the like.
[[nodiscard]] int size_class(const places::Gazetteer& gazetteer, const toponym::Toponym& toponym);

}  // namespace salient::extract
