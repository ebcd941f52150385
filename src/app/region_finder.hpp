#pragma once

#include "io/read_events.hpp"
#include "places/gazetteer.hpp"

#include <memory>
#include <optional>
#include <string_view>

namespace salient::app {

/// The region, district or settlement of this name: "Kharkiv oblast", "Харківська область", "м. Київ".
[[nodiscard]] std::optional<events::Location> find_region(
    const places::Gazetteer& gazetteer,
    std::string_view name);

/// Looks regions up in Salient's own gazetteer, which is loaded when the first one is asked for. @thread any
[[nodiscard]] io::RegionLookup region_finder();

}  // namespace salient::app
