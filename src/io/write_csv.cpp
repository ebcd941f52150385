#include "io/csv_cell.hpp"
#include "io/event_properties.hpp"
#include "io/event_writer.hpp"
#include "io/json_text.hpp"

namespace salient::io {

namespace {

std::string header_line() {
    std::string line;
    for (const PropertyColumn& column : kEventColumns) {
        line += column.name;
        line += ',';
    }
    return line + "latitude,longitude\n";
}

std::string event_line(const events::Event& event, TypeScheme scheme) {
    const std::vector<Property> properties = event_properties(event, scheme);
    std::string line;
    auto next = properties.begin();
    for (const PropertyColumn& column : kEventColumns) {
        if (next != properties.end() && next->name == column.name) {
            // A number is written bare: a minus in front of it is no formula.
            line += next->kind == Property::Kind::Number ? next->text : csv_cell(next->text);
            ++next;
        }
        line += ',';
    }
    if (has_position(event)) {
        line += number_text(event.location->point.lat_deg) + ','
                + number_text(event.location->point.lon_deg);
    } else {
        line += ',';
    }
    return line + '\n';
}

}  // namespace

void write_csv(const events::EventList& events, TypeScheme scheme, const TextSink& sink) {
    sink(header_line());
    for (const events::Event& event : events) {
        sink(event_line(event, scheme));
    }
}

}  // namespace salient::io
