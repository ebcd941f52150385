#pragma once

#include "extract/trigger_actors.hpp"

#include <span>
#include <vector>

namespace salient::extract {

/// The actors of one happening, doers first: two of those who did it and two of those it was done to at most.
/// @param triggers  that tell of it, the main one first: what it says counts first
[[nodiscard]] std::vector<ActorMark> find_actors(
    const Reading& reading,
    const Passage& passage,
    const Clauses& clauses,
    std::span<const Trigger> triggers,
    const places::Gazetteer& gazetteer);

}  // namespace salient::extract
