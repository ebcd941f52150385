#include "events/packed_bytes.hpp"
#include "events/packed_event.hpp"

#include <cassert>

namespace salient::events {

namespace {

void write_time(PackWriter& out, const time::Span& span) {
    out.raw(span.begin);
    out.raw(span.end);
    out.raw(static_cast<std::uint8_t>(span.precision));
    out.raw(static_cast<std::uint8_t>(span.zone));
    out.raw(span.offset_minutes);
    out.raw(static_cast<std::uint8_t>(
        (span.open_begin ? kOpenBegin : 0) | (span.open_end ? kOpenEnd : 0)
        | (span.approximate ? kApproximate : 0)));
}

bool has_lists(const Event& event) {
    return !event.quantities.empty() || !event.sources.empty() || !event.evidence.empty();
}

// The id comes first: it is asked for most.
void write_head(PackWriter& out, const Event& event) {
    out.plain(event.id);
    out.raw(static_cast<std::uint8_t>(
        (event.time ? kHasTime : 0) | (event.location ? kHasLocation : 0)
        | (event.confidence != 1 ? kHasConfidence : 0) | (has_lists(event) ? kHasLists : 0)
        | (event.actors.empty() ? 0 : kHasActors)));
    out.raw(event.type);
    out.raw(event.status);
    out.raw(event.assertion);
    if (event.time) {
        write_time(out, *event.time);
    }
    if (event.location) {
        out.raw(event.location->point.lon_deg);
        out.raw(event.location->point.lat_deg);
        out.raw(event.location->precision);
        out.raw(event.location->radius_m);
    }
    if (event.confidence != 1) {
        out.raw(event.confidence);
    }
}

void write_lists(PackWriter& out, const Event& event) {
    out.count(event.quantities.size());
    for (const Quantity& quantity : event.quantities) {
        out.raw(quantity.value);
        for (const std::string* text :
             {&quantity.role, &quantity.unit, &quantity.qualifier, &quantity.text}) {
            out.text(*text);
        }
    }
    out.count(event.sources.size());
    for (const Source& source : event.sources) {
        for (const std::string* text :
             {&source.title,
              &source.publisher,
              &source.url,
              &source.published,
              &source.text_hash}) {
            out.text(*text);
        }
    }
    out.count(event.evidence.size());
    for (const Evidence& evidence : event.evidence) {
        out.raw(evidence.confidence);
        out.count(evidence.begin);
        out.count(evidence.end);
        for (const std::string* text : {&evidence.field, &evidence.text, &evidence.rule}) {
            out.text(*text);
        }
    }
}

}  // namespace

std::size_t packed_bound(const Event& event, std::span<const ColumnView> columns) {
    constexpr std::size_t head_numbers = 16;
    std::size_t numbers = head_numbers;
    std::size_t bytes = 0;
    const auto add = [&](const auto&... texts) {
        numbers += sizeof...(texts);
        bytes += (texts.size() + ...);
    };
    add(event.id, event.title, event.source_text, event.location_text);
    add(event.subtype, event.time_text, event.claimed_by, event.article_id);
    for (const ColumnView& column : columns) {
        add(column.value);
        ++numbers;
    }
    if (event.location) {
        const Location& place = *event.location;
        add(place.name, place.place_id, place.region_id, place.country);
    }
    for (const std::string& actor : event.actors) {
        add(actor);
    }
    for (const Quantity& quantity : event.quantities) {
        add(quantity.role, quantity.unit, quantity.qualifier, quantity.text);
        ++numbers;
    }
    for (const Source& source : event.sources) {
        add(source.title, source.publisher, source.url, source.published, source.text_hash);
    }
    for (const Evidence& evidence : event.evidence) {
        add(evidence.field, evidence.text, evidence.rule);
        numbers += 3;
    }
    return bytes + numbers * kNumberBytes;
}

char* pack_event(
    const Event& event,
    std::span<const ColumnView> columns,
    std::span<const std::uint32_t> names,
    char* out) {
    assert(names.size() == columns.size());
    PackWriter writer(columns, out);
    write_head(writer, event);
    writer.count(columns.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        writer.count(names[i]);
        writer.plain(columns[i].value);
    }
    writer.text(event.title);
    writer.text(event.source_text);
    writer.text(event.location_text);
    if (event.location) {
        writer.text(event.location->name);
    }
    if (!event.actors.empty()) {
        writer.count(event.actors.size());
        for (const std::string& actor : event.actors) {
            writer.text(actor);
        }
    }
    if (event.location) {
        writer.text(event.location->place_id);
        writer.text(event.location->region_id);
        writer.text(event.location->country);
    }
    writer.text(event.subtype);
    writer.text(event.time_text);
    writer.text(event.claimed_by);
    writer.text(event.article_id);
    if (has_lists(event)) {
        write_lists(writer, event);
    }
    return writer.end();
}

}  // namespace salient::events
