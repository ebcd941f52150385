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
    std::string_view
        rule;  ///< of SiteFit, or "place.speaker", "place.carried", "place.same_happening"
    double confidence = 0;
    std::optional<places::PlaceIndex> region;  ///< meant instead of the city that gave it its name
    friend bool operator==(const SiteChoice&, const SiteChoice&) = default;
};

/// The places of the triggers of one sentence, in their order; nullopt where the sentence gives none.
///
/// Of the names that fit (site_fit.hpp) the one nearest to the trigger, clause borders and report verbs in between counting against it,
/// small places before large ones.
[[nodiscard]] std::vector<std::optional<SiteChoice>> choose_sites(
    const Reading& reading,
    const Passage& passage,
    const Clauses& clauses,
    const std::vector<Trigger>& triggers,
    const places::Gazetteer& gazetteer);

/// How large a place is: 0 settlement and smaller, 1 district, 2 region, 3 country, sea and the like.
[[nodiscard]] int size_class(const places::Gazetteer& gazetteer, const toponym::Toponym& toponym);

}  // namespace salient::extract
