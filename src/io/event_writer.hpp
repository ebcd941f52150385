#pragma once

#include "base/result.hpp"
#include "io/write_events.hpp"

#include <filesystem>
#include <functional>
#include <string_view>

/// The formats behind write_events. For .cpp files of this module only.
namespace salient::io {

/// Takes the next piece of the text.
using TextSink = std::function<void(std::string_view)>;

void write_geojson(const events::EventList& events, TypeScheme scheme, const TextSink& sink);
void write_csv(const events::EventList& events, TypeScheme scheme, const TextSink& sink);
void write_kml(const events::EventList& events, TypeScheme scheme, const TextSink& sink);

/// GeoPackage and FlatGeobuf, by GDAL. @errors Io: it cannot be written.
[[nodiscard]] base::Status write_with_gdal(
    const std::filesystem::path& path,
    EventFormat format,
    const events::EventList& events);

}  // namespace salient::io
