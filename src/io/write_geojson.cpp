#include "io/event_properties.hpp"
#include "io/event_writer.hpp"
#include "io/json_text.hpp"

namespace salient::io {

void append_geojson_feature(std::string& out, const events::Event& event, TypeScheme scheme) {
    out += R"({"type":"Feature","geometry":)";
    if (has_position(event)) {
        const geo::LonLat point = event.location->point;
        out += R"({"type":"Point","coordinates":[)";
        append_number(out, point.lon_deg);
        out += ',';
        append_number(out, point.lat_deg);
        out += "]}";
    } else {
        out += "null";
    }
    out += R"(,"properties":{)";
    bool first = true;
    bool has_start = false;
    visit_properties(
        event,
        scheme,
        [&](std::string_view name, Property::Kind kind, std::string_view text) {
            out += first ? "\"" : ",\"";
            out += name;
            out += "\":";
            if (kind == Property::Kind::Number || kind == Property::Kind::Json) {
                out += text;
            } else {
                append_json_string(out, text);
            }
            first = false;
            has_start = has_start || name == "date_start";
        });
    // An event without a date says so, so that every feature of a file has the property.
    out += has_start ? "}}" : ",\"date_start\":null}}";
}

std::string geojson_feature(const events::Event& event, TypeScheme scheme) {
    std::string out;
    append_geojson_feature(out, event, scheme);
    return out;
}

void write_geojson(const events::EventList& events, TypeScheme scheme, const TextSink& sink) {
    sink(kGeoJsonStart);
    std::string feature;
    for (const events::Event& event : events) {
        if (!feature.empty()) {
            sink(kGeoJsonBetween);
        }
        feature.clear();
        append_geojson_feature(feature, event, scheme);
        sink(feature);
    }
    sink(kGeoJsonEnd);
}

}  // namespace salient::io
