#include "io/event_properties.hpp"

#include "events/types.hpp"
#include "io/exact_time.hpp"
#include "io/json_text.hpp"
#include "time/text.hpp"
#include "time/words.hpp"

#include <cmath>
#include <set>

namespace salient::io {

namespace {

using Kind = Property::Kind;

/// Writes the members of a JSON object at the end of a text, leaving out what is empty.
class JsonObject {
public:
    explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }

    void add(std::string_view key, std::string_view text) {
        if (!text.empty()) {
            begin(key);
            append_json_string(out_, text);
        }
    }
    void add_number(std::string_view key, double number) {
        if (std::isfinite(number)) {
            begin(key);
            append_number(out_, number);
        }
    }
    void add_count(std::string_view key, std::size_t count) {
        begin(key);
        append_count(out_, count);
    }
    void finish() { out_ += '}'; }

private:
    std::string& out_;
    bool is_empty_ = true;

    void begin(std::string_view key) {
        if (!is_empty_) {
            out_ += ',';
        }
        is_empty_ = false;
        append_json_string(out_, key);
        out_ += ':';
    }
};

template <class Items, class Append>
std::string json_list(const Items& items, const Append& append) {
    std::string out = "[";
    for (const auto& item : items) {
        if (out.size() > 1) {
            out += ',';
        }
        append(out, item);
    }
    out += ']';
    return out;
}

void append_quantity(std::string& out, const events::Quantity& quantity) {
    JsonObject object(out);
    object.add("role", quantity.role);
    object.add_number("value", quantity.value);
    object.add("unit", quantity.unit);
    object.add("qualifier", quantity.qualifier);
    object.add("text", quantity.text);
    object.finish();
}

/// Role to value; of several with one role the first.
std::string quantities_json(const std::vector<events::Quantity>& quantities) {
    std::string out;
    JsonObject object(out);
    std::set<std::string_view> seen;
    for (const events::Quantity& quantity : quantities) {
        if (seen.insert(quantity.role).second) {
            object.add_number(quantity.role, quantity.value);
        }
    }
    object.finish();
    return out;
}

void append_source(std::string& out, const events::Source& source) {
    JsonObject object(out);
    object.add("title", source.title);
    object.add("publisher", source.publisher);
    object.add("url", source.url);
    object.add("published", source.published);
    object.add("text_hash", source.text_hash);
    object.finish();
}

void append_evidence(std::string& out, const events::Evidence& evidence) {
    JsonObject object(out);
    object.add("field", evidence.field);
    object.add_count("begin", evidence.begin);
    object.add_count("end", evidence.end);
    object.add("text", evidence.text);
    object.add("rule", evidence.rule);
    object.add_number("confidence", evidence.confidence);
    object.finish();
}

/// An object; a list of pairs when a name occurs twice or a value is empty.
std::string extras_json(const std::vector<std::pair<std::string, std::string>>& extras) {
    std::string out;
    std::set<std::string_view> seen;
    JsonObject object(out);
    bool plain = true;
    for (const auto& [name, value] : extras) {
        plain = plain && !value.empty() && seen.insert(name).second;
        object.add(name, value);
    }
    if (plain) {
        object.finish();
        return out;
    }
    return json_list(extras, [](std::string& list, const auto& pair) {
        list += '[';
        append_json_string(list, pair.first);
        list += ',';
        append_json_string(list, pair.second);
        list += ']';
    });
}

class Properties {
public:
    explicit Properties(const PropertySink& sink) : sink_(sink) {}

    void add(std::string_view name, Kind kind, std::string_view text) const {
        if (!text.empty()) {
            sink_(name, kind, text);
        }
    }
    void add(std::string_view name, std::string_view text) const { add(name, Kind::Text, text); }
    void add_time(const time::Span& span) const;
    void add_location(const events::Location& location) const;
    void add_lists(const events::Event& event) const;

private:
    const PropertySink& sink_;
};

/// The calendar day of a moment is a day that files can hold.
bool has_iso_day(time::UnixSeconds at, const time::Span& span) {
    return !moment_text(at, span).starts_with('@');
}

void Properties::add_time(const time::Span& span) const {
    if (!span.open_begin && has_iso_day(span.begin, span)) {
        add("date_start", Kind::Day, time::iso_day(time::first_day(span)));
    }
    if (!span.open_end && has_iso_day(span.end, span)) {
        add("date_end", Kind::Day, time::iso_day(time::last_day(span)));
    }
    add("time_begin", moment_text(span.begin, span));
    add("time_end", moment_text(span.end, span));
    add("time_precision", time::precision_id(span.precision));
    add("time_zone", time::zone_id(span));
    if (span.open_begin || span.open_end) {
        add("time_open", !span.open_end ? "begin" : span.open_begin ? "both" : "end");
    }
    if (span.approximate) {
        add("time_approximate", Kind::Json, "true");
    }
}

void Properties::add_location(const events::Location& location) const {
    add("place", location.name);
    add("place_precision", events::precision_id(location.precision));
    if (location.radius_m != 0) {
        add("radius_m", Kind::Number, number_text(location.radius_m));
    }
    add("place_id", location.place_id);
    add("region_id", location.region_id);
    add("country", location.country);
}

void Properties::add_lists(const events::Event& event) const {
    if (!event.sources.empty()) {
        add("sources", Kind::Json, json_list(event.sources, append_source));
    }
    if (!event.evidence.empty()) {
        add("evidence", Kind::Json, json_list(event.evidence, append_evidence));
    }
    if (!event.extras.empty()) {
        add("extras", Kind::Json, extras_json(event.extras));
    }
}

}  // namespace

bool has_position(const events::Event& event) {
    return event.location && std::isfinite(event.location->point.lon_deg)
           && std::isfinite(event.location->point.lat_deg);
}

void visit_properties(const events::Event& event, TypeScheme scheme, const PropertySink& sink) {
    const Properties list(sink);
    list.add("id", event.id);
    list.add("title", event.title);
    list.add(
        "type",
        scheme == TypeScheme::Plain ? events::plain_type_id(event.type)
                                    : events::type_id(event.type));
    list.add("event_type", events::type_id(event.type));
    list.add("subtype", event.subtype);
    if (event.time) {
        list.add_time(*event.time);
    }
    list.add("time_text", event.time_text);
    if (event.location) {
        list.add_location(*event.location);
    }
    list.add("location_text", event.location_text);
    if (!event.quantities.empty()) {
        list.add("quantities", Kind::Json, quantities_json(event.quantities));
        list.add("quantity_details", Kind::Json, json_list(event.quantities, append_quantity));
    }
    if (!event.actors.empty()) {
        list.add("actors", Kind::Json, json_list(event.actors, append_json_string));
    }
    list.add("claimed_by", event.claimed_by);
    list.add("assertion", events::assertion_id(event.assertion));
    list.add("confidence", Kind::Number, number_text(event.confidence));
    list.add("status", events::status_id(event.status));
    list.add("source_text", event.source_text);
    list.add("article_id", event.article_id);
    list.add_lists(event);
}

std::vector<Property> event_properties(const events::Event& event, TypeScheme scheme) {
    std::vector<Property> list;
    list.reserve(kEventColumns.size());
    visit_properties(event, scheme, [&list](auto name, Kind kind, std::string_view text) {
        list.push_back({name, kind, std::string(text)});
    });
    return list;
}

}  // namespace salient::io
