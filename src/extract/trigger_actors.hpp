#pragma once

#include "extract/clauses.hpp"
#include "extract/reading.hpp"
#include "extract/triggers.hpp"
#include "places/gazetteer.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace salient::extract {

/// Somebody with a part in a happening. Tokens, end exclusive.
struct ActorMark {
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    bool is_doer = true;    ///< false: it was done to them
    std::string_view rule;  ///< what it was read by: "actor.subject", "actor.by" …
    std::optional<std::uint32_t> country =
        std::nullopt;  ///< toponym of a state named by its adjective
};

/// Who did it and to whom, where the words beside one trigger say so: "Russian forces struck", "captured by the army", "a Russian
/// drone attack", "captured two North Korean soldiers". Whoever is only near is left out: a wrong culprit is worse than none.
/// In Ukrainian and Russian only doers in the nominative, from a list, as the case of other words is not known.
[[nodiscard]] std::vector<ActorMark> trigger_actors(
    const Reading& reading,
    const Passage& passage,
    const Clauses& clauses,
    const Trigger& trigger,
    const places::Gazetteer& gazetteer);

}  // namespace salient::extract
