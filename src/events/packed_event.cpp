#include "events/packed_event.hpp"

#include "events/packed_bytes.hpp"

namespace salient::events {

namespace {

struct Head {
    EventGlance glance;
    std::uint8_t parts = 0;
    double confidence = 1;
};

time::Span read_time(PackReader& in) {
    time::Span span;
    span.begin = in.raw<time::UnixSeconds>();
    span.end = in.raw<time::UnixSeconds>();
    span.precision = static_cast<time::Precision>(in.raw<std::uint8_t>());
    span.zone = static_cast<time::ZoneKind>(in.raw<std::uint8_t>());
    span.offset_minutes = in.raw<std::int16_t>();
    const auto flags = in.raw<std::uint8_t>();
    span.open_begin = (flags & kOpenBegin) != 0;
    span.open_end = (flags & kOpenEnd) != 0;
    span.approximate = (flags & kApproximate) != 0;
    return span;
}

Head read_head(PackReader& in) {
    Head head;
    head.glance.id = in.plain();
    head.parts = in.raw<std::uint8_t>();
    head.glance.type = in.raw<EventType>();
    head.glance.status = in.raw<ReviewStatus>();
    head.glance.assertion = in.raw<Assertion>();
    if ((head.parts & kHasTime) != 0) {
        head.glance.time = read_time(in);
    }
    if ((head.parts & kHasLocation) != 0) {
        geo::LonLat& point = head.glance.point.emplace();
        point.lon_deg = in.raw<double>();
        point.lat_deg = in.raw<double>();
        head.glance.precision = in.raw<LocationPrecision>();
        head.glance.radius_m = in.raw<double>();
    }
    if ((head.parts & kHasConfidence) != 0) {
        head.confidence = in.raw<double>();
    }
    return head;
}

void read_lists(PackReader& in, Event& event) {
    event.quantities.resize(in.count());
    for (Quantity& quantity : event.quantities) {
        quantity.value = in.raw<double>();
        for (std::string* text :
             {&quantity.role, &quantity.unit, &quantity.qualifier, &quantity.text}) {
            *text = in.text();
        }
    }
    event.sources.resize(in.count());
    for (Source& source : event.sources) {
        for (std::string* text :
             {&source.title,
              &source.publisher,
              &source.url,
              &source.published,
              &source.text_hash}) {
            *text = in.text();
        }
    }
    event.evidence.resize(in.count());
    for (Evidence& evidence : event.evidence) {
        evidence.confidence = in.raw<double>();
        evidence.begin = in.count();
        evidence.end = in.count();
        for (std::string* text : {&evidence.field, &evidence.text, &evidence.rule}) {
            *text = in.text();
        }
    }
}

}  // namespace

Event unpack_event(const char* bytes, const NameTable& names) {
    PackReader reader(bytes);
    const Head head = read_head(reader);
    Event event;
    event.id = head.glance.id;
    event.type = head.glance.type;
    event.status = head.glance.status;
    event.assertion = head.glance.assertion;
    event.time = head.glance.time;
    event.confidence = head.confidence;
    const std::size_t columns = reader.begin_columns();
    event.extras.reserve(columns);
    for (std::size_t i = 0; i < columns; ++i) {
        const auto name = static_cast<std::uint32_t>(reader.count());
        event.extras.emplace_back(names.at(name), reader.plain());
    }
    event.title = reader.text();
    event.source_text = reader.text();
    event.location_text = reader.text();
    if (head.glance.point) {
        Location& location = event.location.emplace();
        location.point = *head.glance.point;
        location.precision = head.glance.precision;
        location.radius_m = head.glance.radius_m;
        location.name = reader.text();
    }
    if ((head.parts & kHasActors) != 0) {
        event.actors.resize(reader.count());
        for (std::string& actor : event.actors) {
            actor = reader.text();
        }
    }
    if (event.location) {
        event.location->place_id = reader.text();
        event.location->region_id = reader.text();
        event.location->country = reader.text();
    }
    event.subtype = reader.text();
    event.time_text = reader.text();
    event.claimed_by = reader.text();
    event.article_id = reader.text();
    if ((head.parts & kHasLists) != 0) {
        read_lists(reader, event);
    }
    return event;
}

std::string_view id_at(const char* bytes) {
    return PackReader(bytes).plain();
}

EventGlance glance_at(const char* bytes) {
    PackReader reader(bytes);
    return read_head(reader).glance;
}

void searched_texts(const char* bytes, std::vector<std::string_view>& out) {
    out.clear();
    PackReader reader(bytes);
    const Head head = read_head(reader);
    for (std::size_t i = reader.begin_columns(); i > 0; --i) {
        (void)reader.count();
        (void)reader.plain();
    }
    for (int i = 0; i < (head.glance.point ? 4 : 3); ++i) {
        out.push_back(reader.text());
    }
    if ((head.parts & kHasActors) != 0) {
        for (std::size_t i = reader.count(); i > 0; --i) {
            out.push_back(reader.text());
        }
    }
}

}  // namespace salient::events
