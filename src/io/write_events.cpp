#include "io/write_events.hpp"

#include "io/event_writer.hpp"
#include "io/output_file.hpp"

#include <algorithm>

namespace salient::io {

namespace {

void write_text(
    const events::EventList& events,
    EventFormat format,
    TypeScheme scheme,
    const TextSink& sink) {
    switch (format) {
        case EventFormat::Csv:
            write_csv(events, scheme, sink);
            return;
        case EventFormat::Kml:
            write_kml(events, scheme, sink);
            return;
        case EventFormat::GeoJson:
        case EventFormat::GeoPackage:
        case EventFormat::FlatGeobuf:
            write_geojson(events, scheme, sink);
            return;
    }
}

bool is_binary(EventFormat format) {
    return format == EventFormat::GeoPackage || format == EventFormat::FlatGeobuf;
}

}  // namespace

std::optional<EventFormat> event_format(std::string_view name) {
    if (name.starts_with('.')) {
        name.remove_prefix(1);
    }
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (lower == "geojson" || lower == "json") {
        return EventFormat::GeoJson;
    }
    if (lower == "csv") {
        return EventFormat::Csv;
    }
    if (lower == "kml") {
        return EventFormat::Kml;
    }
    if (lower == "gpkg") {
        return EventFormat::GeoPackage;
    }
    if (lower == "fgb") {
        return EventFormat::FlatGeobuf;
    }
    return std::nullopt;
}

base::Result<std::string>
events_text(const events::EventList& events, EventFormat format, TypeScheme scheme) {
    if (is_binary(format)) {
        return base::Error{
            base::ErrorCode::Unsupported,
            "GeoPackage and FlatGeobuf are not text; name a file to write to",
            ""};
    }
    std::string out;
    write_text(events, format, scheme, [&out](std::string_view piece) { out += piece; });
    return out;
}

base::Status write_events(
    const std::filesystem::path& path,
    EventFormat format,
    const events::EventList& events) {
    auto file = OutputFile::create(path);
    if (!file) {
        return file.error();
    }
    if (is_binary(format)) {
        if (base::Status status = write_with_gdal(file->temporary(), format, events); !status) {
            return base::Error{status.error().code, status.error().message, path.string()};
        }
        return file->commit();
    }
    write_text(events, format, TypeScheme::Plain, [&file](std::string_view piece) {
        file->append(piece);
    });
    return file->commit();
}

}  // namespace salient::io
