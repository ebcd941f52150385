#pragma once

#include "base/diagnostics.hpp"
#include "base/result.hpp"
#include "control/history.hpp"

#include <filesystem>
#include <optional>
#include <string_view>

namespace salient::io {

/// The one date in a file's name: `…_20240708.geojson`, `YYMMDD_HHMM.kmz`, `Control_25_12_16.kml`, `2025-02-01.geojson`.
/// nullopt when there is none, or two that differ.
[[nodiscard]] std::optional<std::chrono::sys_days> date_in_name(std::string_view file_name);

/// Dated polygons of who held what: one file with a date per feature, or one day's file with the date in its name.
/// Invalid polygons are repaired and said so.
/// @errors NotFound, BadFormat: it cannot be read; BadValue: it has no polygons, or no date.
[[nodiscard]] base::Result<control::ControlHistory> read_control_file(
    const std::filesystem::path& path,
    base::Diagnostics& diagnostics);

/// A folder of dated files, one history. Files without a date in their name or without polygons are reported and left out.
/// @errors NotFound: no such folder; BadValue: no file in it holds dated areas.
[[nodiscard]] base::Result<control::ControlHistory> read_control_folder(
    const std::filesystem::path& folder,
    base::Diagnostics& diagnostics);

/// Either of the above.
[[nodiscard]] base::Result<control::ControlHistory> read_control(
    const std::filesystem::path& path,
    base::Diagnostics& diagnostics);

}  // namespace salient::io
