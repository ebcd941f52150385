#pragma once

#include "io/read_events.hpp"
#include "places/gazetteer.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace salient::app {

/// The region, district or settlement of this name: "Kharkiv oblast", "Харківська область", "Kyivska oblast", "м. Київ".
/// @param names  the narrowest first: "Вознесенський район", "Миколаївська область". What does not lie in the widest is not taken;
///               the widest itself is, when nothing narrower is known
[[nodiscard]] std::optional<events::Location> find_region(
    const places::Gazetteer& gazetteer,
    std::span<const std::string_view> names);

/// Looks regions up in Salient's own gazetteer, which is loaded when the first one is asked for. @thread any
[[nodiscard]] io::RegionLookup region_finder();

}  // namespace salient::app
