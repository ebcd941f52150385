#pragma once

#include "toponym/home.hpp"
#include "toponym/mention.hpp"

#include <vector>

namespace salient::toponym {

/// Decides which place each mention means, from size, what contains it, the countries and regions the text names, and how near
/// the other places lie. All mentions of one name (with the same container) get the same answer.
///
/// Three rounds of mutual support; names that take part in distances are bounded, so the time is linear in the text.
/// @param belief  out: for each mention its candidates with their share of belief, best first, at most 8
void resolve(
    const std::vector<Mention>& mentions,
    const places::Gazetteer& gazetteer,
    const Options& options,
    const std::vector<HomeCountry>& homes,
    std::vector<std::vector<Candidate>>& belief);

}  // namespace salient::toponym
