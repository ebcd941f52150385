#pragma once

#include "time/span.hpp"
#include "workspace/rows.hpp"

#include <string>

namespace salient::workspace {

/// `2025-01-09T04:30:00Z`. @pre the year is 1…9999
[[nodiscard]] std::string utc_text(time::UnixSeconds at);
/// `2025-01-09T04:30:00.000Z` as a cell; empty outside the years 1…9999, which a GeoPackage cannot hold.
[[nodiscard]] Value utc_value(time::UnixSeconds at);

}  // namespace salient::workspace
