#pragma once

#include "base/result.hpp"
#include "events/event_list.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace salient::io {

enum class EventFormat : std::uint8_t { GeoJson, Csv, Kml, GeoPackage, FlatGeobuf };

/// Which words the property `type` has: those of the plain scheme ("battle", "control") or Salient's own ("ground_combat").
enum class TypeScheme : std::uint8_t { Plain, Salient };

/// "geojson", "csv", "kml", "gpkg", "fgb", also with a leading dot and in capitals.
[[nodiscard]] std::optional<EventFormat> event_format(std::string_view name);

/// One event as a GeoJSON feature (RFC 7946) on one line, without a line end: for writing events as they come.
[[nodiscard]] std::string geojson_feature(
    const events::Event& event,
    TypeScheme scheme = TypeScheme::Plain);
/// The same, appended to `out`.
void append_geojson_feature(std::string& out, const events::Event& event, TypeScheme scheme);
/// What stands before the first feature line, between two of them, and behind the last.
inline constexpr std::string_view kGeoJsonStart =
    "{\"type\":\"FeatureCollection\",\"features\":[\n";
inline constexpr std::string_view kGeoJsonBetween = ",\n";
inline constexpr std::string_view kGeoJsonEnd = "\n]}\n";

/// The events as text: GeoJSON (RFC 7946), CSV or KML. Reading it again gives equal events.
///
/// Properties: `id`, `title`, `type` (by the scheme), `event_type`, `subtype`, `date_start`, `date_end` (ISO days, both inclusive),
/// `time_begin`, `time_end` (half-open), `time_precision`, `time_zone`, `time_open`, `time_approximate`, `time_text`, `place`,
/// `place_precision`, `radius_m`, `place_id`, `region_id`, `country`, `location_text`, `quantities` (role to value),
/// `quantity_details`, `actors`, `claimed_by`, `assertion`, `confidence`, `status`, `source_text`, `article_id`, `sources`,
/// `evidence`, `extras`. CSV adds `latitude` and `longitude`; its cells that a spreadsheet would run as a formula get an apostrophe.
/// @errors Unsupported: GeoPackage and FlatGeobuf are not text.
[[nodiscard]] base::Result<std::string> events_text(
    const events::EventList& events,
    EventFormat format,
    TypeScheme scheme = TypeScheme::Plain);

/// Writes the events to a file, whole or not at all. In FlatGeobuf those without a position come last.
/// @errors Io: it cannot be written.
[[nodiscard]] base::Status write_events(
    const std::filesystem::path& path,
    EventFormat format,
    const events::EventList& events);

}  // namespace salient::io
