#pragma once

#include "events/event.hpp"

#include <cstdint>
#include <vector>

namespace salient::io::testing {

/// Events with every field in every state, and texts that break careless writers. The same seed gives the same events.
[[nodiscard]] std::vector<events::Event> generate_events(std::size_t count, std::uint64_t seed);

}  // namespace salient::io::testing
