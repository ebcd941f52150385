#pragma once

#include "events/event.hpp"
#include "extract/clauses.hpp"
#include "extract/reading.hpp"
#include "extract/triggers.hpp"

#include <cstddef>
#include <vector>

namespace salient::extract {

/// A quantity with the tokens it was read from (end exclusive) and the trigger it belongs to.
struct QuantityMark {
    events::Quantity quantity;
    std::size_t first = 0;
    std::size_t end = 0;
};

/// Numbers of a sentence with what they count: persons by the verb that befell them, drones and missiles by launched or downed,
/// areas in km² ("150 square miles" is 388.5), distances in km, vehicles, settlements, attacks, money in dollars.
[[nodiscard]] std::vector<QuantityMark> find_quantities(
    const Reading& reading,
    const Passage& passage,
    const Clauses& clauses,
    const std::vector<Trigger>& triggers);

}  // namespace salient::extract
