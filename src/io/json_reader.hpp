#pragma once

#include "io/read_events.hpp"
#include "io/table.hpp"

#include <string_view>

namespace salient::io {

/// Reads GeoJSON (collections, single features, bare geometries, one feature a line), Esri JSON, and lists of objects, also when
/// they are wrapped in another object.
/// @param text  UTF-8
/// @errors BadFormat: not JSON, or without features; LimitExceeded; Cancelled.
[[nodiscard]] base::Status read_json(
    std::string_view text,
    const ReadOptions& options,
    Tables& out,
    Progress* progress,
    const std::stop_token& stop);

/// The outermost object says that it is a TopoJSON topology.
[[nodiscard]] bool is_topology(std::string_view text);

}  // namespace salient::io
