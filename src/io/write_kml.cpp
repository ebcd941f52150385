#include "base/utf8.hpp"
#include "events/types.hpp"
#include "io/event_properties.hpp"
#include "io/event_writer.hpp"
#include "io/exact_time.hpp"
#include "io/json_text.hpp"
#include "io/kml_names.hpp"
#include "time/text.hpp"

namespace salient::io {

namespace {

/// What XML 1.0 cannot hold, not even as a reference.
bool is_forbidden(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
}

/// @param clean  set to false when characters had to be replaced by U+FFFD
std::string xml_text(std::string_view text, bool* clean = nullptr) {
    std::string out;
    std::size_t at = 0;
    while (at < text.size()) {
        const char32_t c = base::decode_utf8(text, at);
        if (is_forbidden(c)) {
            base::append_utf8(out, base::kReplacementCharacter);
            if (clean != nullptr) {
                *clean = false;
            }
            continue;
        }
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\r':
                out += "&#13;";  // a bare one would be read as a line feed
                break;
            default:
                base::append_utf8(out, c);
        }
    }
    return out;
}

std::string element(std::string_view name, std::string_view text) {
    std::string out = "<";
    out += name;
    out += '>' + xml_text(text) + "</";
    out += name;
    return out + '>';
}

std::string time_span(const std::string& begin, const std::string& end) {
    std::string out = "<TimeSpan>";
    if (!begin.empty()) {
        out += element("begin", begin);
    }
    if (!end.empty()) {
        out += element("end", end);
    }
    return out + "</TimeSpan>";
}

std::string time_stamp(const std::string& when) {
    return "<TimeStamp>" + element("when", when) + "</TimeStamp>";
}

bool has_clock(const time::Span& span) {
    return span.precision == time::Precision::Instant || span.precision == time::Precision::Minute
           || span.precision == time::Precision::Hour;
}

/// KML's forms are year, month, day and moment; ends are inclusive by their own length.
std::string time_element(const time::Span& span) {
    const std::string begin = moment_text(span.begin, span);
    const std::string end = moment_text(span.end, span);
    if ((span.open_begin && span.open_end) || begin.starts_with('@') || end.starts_with('@')) {
        return {};
    }
    if (has_clock(span)) {
        const time::UnixSeconds unit = span.precision == time::Precision::Hour     ? 3600
                                       : span.precision == time::Precision::Minute ? 60
                                                                                   : 0;
        if (!span.open_begin && !span.open_end && span.end - span.begin <= unit) {
            return time_stamp(begin);
        }
        return time_span(span.open_begin ? "" : begin, span.open_end ? "" : end);
    }
    if (span.open_begin || span.open_end) {
        return time_span(
            span.open_begin ? "" : time::iso_day(time::first_day(span)),
            span.open_end ? "" : time::iso_day(time::last_day(span)));
    }
    const std::string text = time::iso_text(span);
    if (text.find_first_of("/W") == std::string::npos) {
        return time_stamp(text);
    }
    return time_span(time::iso_day(time::first_day(span)), time::iso_day(time::last_day(span)));
}

std::string data_element(std::string_view name, std::string_view text) {
    return "<Data name=\"" + xml_text(name) + "\">" + element("value", text) + "</Data>\n";
}

/// Text with characters that XML cannot hold is given a second time, as JSON, for exact reading.
std::string property_element(const Property& property) {
    bool clean = true;
    const std::string ignored = xml_text(property.text, &clean);
    std::string out = data_element(property.name, property.text);
    if (!clean) {
        std::string literal;
        append_json_string(literal, property.text);
        out += data_element(std::string(property.name) + std::string(kJsonTwin), literal);
    }
    return out;
}

std::string placemark(const events::Event& event, TypeScheme scheme) {
    std::string out =
        "<Placemark>\n"
        + element(
            "name",
            event.title.empty() ? events::type_label(event.type) : std::string_view(event.title))
        + '\n';
    if (!event.source_text.empty()) {
        out += element("description", event.source_text) + '\n';
    }
    if (event.time) {
        const std::string time = time_element(*event.time);
        out += time.empty() ? time : time + '\n';
    }
    out += "<ExtendedData>\n";
    for (const Property& property : event_properties(event, scheme)) {
        out += property_element(property);
    }
    out += "</ExtendedData>\n";
    if (has_position(event)) {
        const geo::LonLat point = event.location->point;
        out += "<Point><coordinates>" + number_text(point.lon_deg) + ','
               + number_text(point.lat_deg) + "</coordinates></Point>\n";
    }
    return out + "</Placemark>\n";
}

}  // namespace

void write_kml(const events::EventList& events, TypeScheme scheme, const TextSink& sink) {
    sink(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n");
    for (const events::Event& event : events) {
        sink(placemark(event, scheme));
    }
    sink("</Document>\n</kml>\n");
}

}  // namespace salient::io
