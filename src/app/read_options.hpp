#pragma once

#include "app/options.hpp"
#include "io/read_events.hpp"

namespace salient::app {

/// How event files are read under these bounds.
[[nodiscard]] inline io::ReadOptions event_read_options(const Limits& limits) {
    io::ReadOptions options;
    options.limits.unpacked_bytes = limits.max_bytes;
    options.limits.features = limits.max_features;
    return options;
}

}  // namespace salient::app
