#pragma once

#include "base/result.hpp"
#include "events/event.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace salient::io {

enum class EventFormat : std::uint8_t { GeoJson, Csv, Kml, GeoPackage, FlatGeobuf };

/// "geojson", "csv", "kml", "gpkg", "fgb", also with a leading dot and in capitals.
[[nodiscard]] std::optional<EventFormat> event_format(std::string_view name);

/// The events as text: GeoJSON (RFC 7946), CSV or KML. Reading it again gives equal events.
///
/// Properties: `id`, `title`, `type` (the plain scheme), `event_type`, `subtype`, `date_start`, `date_end` (ISO days, both inclusive),
/// `time_begin`, `time_end` (half-open), `time_precision`, `time_zone`, `time_open`, `time_approximate`, `time_text`, `place`,
/// `place_precision`, `radius_m`, `place_id`, `region_id`, `country`, `location_text`, `quantities` (role to value),
/// `quantity_details`, `actors`, `claimed_by`, `assertion`, `confidence`, `status`, `source_text`, `article_id`, `sources`,
/// `evidence`, `extras`. CSV adds `latitude` and `longitude`; its cells that a spreadsheet would run as a formula get an apostrophe.
/// @errors Unsupported: GeoPackage and FlatGeobuf are not text.
[[nodiscard]] base::Result<std::string> events_text(
    std::span<const events::Event> events,
    EventFormat format);

/// Writes the events to a file, whole or not at all.
/// @errors Io: it cannot be written.
[[nodiscard]] base::Status write_events(
    const std::filesystem::path& path,
    EventFormat format,
    std::span<const events::Event> events);

}  // namespace salient::io
