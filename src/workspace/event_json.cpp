#include "events/types.hpp"
#include "time/words.hpp"
#include "workspace/json_codec.hpp"
#include "workspace/words.hpp"

#include <limits>

namespace salient::workspace {

namespace {

// Structured bindings name every member: a new one does not compile until it is stored.

Json number(double value) {
    return value;  // NaN is written as null
}
double number(const Json& json) {
    return json.is_null() ? std::numeric_limits<double>::quiet_NaN() : json.get<double>();
}

template <class T>
T word(const Json& json, std::optional<T> (*from_id)(std::string_view), const char* what) {
    const auto& text = json.get_ref<const std::string&>();
    const std::optional<T> value = from_id(text);
    if (!value) {
        throw BadWord{std::string("Unknown ") + what + " \"" + text + "\""};
    }
    return *value;
}

Json encode(const events::Location& location) {
    const auto& [point, precision, radius_m, name, place_id, region_id, country] = location;
    return {
        {"lon", number(point.lon_deg)},
        {"lat", number(point.lat_deg)},
        {"precision", events::precision_id(precision)},
        {"radius_m", number(radius_m)},
        {"name", name},
        {"place_id", place_id},
        {"region_id", region_id},
        {"country", country}};
}

void decode(const Json& json, events::Location& location) {
    location.point = {number(json.at("lon")), number(json.at("lat"))};
    location.precision = word(json.at("precision"), events::precision_from_id, "place precision");
    location.radius_m = number(json.at("radius_m"));
    json.at("name").get_to(location.name);
    json.at("place_id").get_to(location.place_id);
    json.at("region_id").get_to(location.region_id);
    json.at("country").get_to(location.country);
}

Json encode(const events::Quantity& quantity) {
    const auto& [role, value, unit, qualifier, text] = quantity;
    return {
        {"role", role},
        {"value", number(value)},
        {"unit", unit},
        {"qualifier", qualifier},
        {"text", text}};
}

void decode(const Json& json, events::Quantity& quantity) {
    json.at("role").get_to(quantity.role);
    quantity.value = number(json.at("value"));
    json.at("unit").get_to(quantity.unit);
    json.at("qualifier").get_to(quantity.qualifier);
    json.at("text").get_to(quantity.text);
}

Json encode(const events::Source& source) {
    const auto& [title, publisher, url, published, text_hash] = source;
    return {
        {"title", title},
        {"publisher", publisher},
        {"url", url},
        {"published", published},
        {"text_hash", text_hash}};
}

void decode(const Json& json, events::Source& source) {
    json.at("title").get_to(source.title);
    json.at("publisher").get_to(source.publisher);
    json.at("url").get_to(source.url);
    json.at("published").get_to(source.published);
    json.at("text_hash").get_to(source.text_hash);
}

Json encode(const events::Evidence& evidence) {
    const auto& [field, begin, end, text, rule, confidence] = evidence;
    return {
        {"field", field},
        {"begin", begin},
        {"end", end},
        {"text", text},
        {"rule", rule},
        {"confidence", number(confidence)}};
}

void decode(const Json& json, events::Evidence& evidence) {
    json.at("field").get_to(evidence.field);
    json.at("begin").get_to(evidence.begin);
    json.at("end").get_to(evidence.end);
    json.at("text").get_to(evidence.text);
    json.at("rule").get_to(evidence.rule);
    evidence.confidence = number(json.at("confidence"));
}

template <class T>
Json encode_list(const std::vector<T>& list) {
    Json json = Json::array();
    for (const T& item : list) {
        json.push_back(encode(item));
    }
    return json;
}

template <class T>
void decode_list(const Json& json, std::vector<T>& list) {
    list.clear();
    for (const Json& item : json.get_ref<const Json::array_t&>()) {
        decode(item, list.emplace_back());
    }
}

}  // namespace

Json encode(const time::Span& span) {
    const auto& [begin, end, precision, zone, offset, open_begin, open_end, approximate] = span;
    static_cast<void>(zone);  // both are in zone_id
    static_cast<void>(offset);
    return {
        {"begin", begin},
        {"end", end},
        {"precision", time::precision_id(precision)},
        {"zone", time::zone_id(span)},
        {"open_begin", open_begin},
        {"open_end", open_end},
        {"approximate", approximate}};
}

void decode(const Json& json, time::Span& span) {
    json.at("begin").get_to(span.begin);
    json.at("end").get_to(span.end);
    span.precision = word(json.at("precision"), time::precision_from_id, "time precision");
    if (!time::set_zone(span, json.at("zone").get_ref<const std::string&>())) {
        throw BadWord{"Unknown zone \"" + json.at("zone").get<std::string>() + "\""};
    }
    json.at("open_begin").get_to(span.open_begin);
    json.at("open_end").get_to(span.open_end);
    json.at("approximate").get_to(span.approximate);
}

Json encode(const std::vector<events::Quantity>& quantities) {
    return encode_list(quantities);
}
void decode(const Json& json, std::vector<events::Quantity>& quantities) {
    decode_list(json, quantities);
}
Json encode(const std::vector<events::Source>& sources) {
    return encode_list(sources);
}
void decode(const Json& json, std::vector<events::Source>& sources) {
    decode_list(json, sources);
}
Json encode(const std::vector<events::Evidence>& evidence) {
    return encode_list(evidence);
}
void decode(const Json& json, std::vector<events::Evidence>& evidence) {
    decode_list(json, evidence);
}

Json encode(const std::vector<std::pair<std::string, std::string>>& pairs) {
    Json json = Json::array();
    for (const auto& [name, value] : pairs) {
        json.push_back(Json::array({name, value}));
    }
    return json;
}

void decode(const Json& json, std::vector<std::pair<std::string, std::string>>& pairs) {
    pairs.clear();
    for (const Json& item : json.get_ref<const Json::array_t&>()) {
        pairs.emplace_back(item.at(0).get<std::string>(), item.at(1).get<std::string>());
    }
}

void decode(const Json& json, std::vector<std::string>& texts) {
    json.get_to(texts);
}

Json encode(const events::Event& event) {
    const auto& [id, title, type, subtype, time, time_text, location, location_text, quantities, actors, claimed_by, assertion, confidence, status, source_text, article_id, sources, evidence, extras] =
        event;
    return {
        {"id", id},
        {"title", title},
        {"type", events::type_id(type)},
        {"subtype", subtype},
        {"time", time ? encode(*time) : Json()},
        {"time_text", time_text},
        {"location", location ? encode(*location) : Json()},
        {"location_text", location_text},
        {"quantities", encode(quantities)},
        {"actors", actors},
        {"claimed_by", claimed_by},
        {"assertion", events::assertion_id(assertion)},
        {"confidence", number(confidence)},
        {"status", events::status_id(status)},
        {"source_text", source_text},
        {"article_id", article_id},
        {"sources", encode(sources)},
        {"evidence", encode(evidence)},
        {"extras", encode(extras)}};
}

void decode(const Json& json, events::Event& event) {
    event = {};
    json.at("id").get_to(event.id);
    json.at("title").get_to(event.title);
    event.type = word(json.at("type"), events::type_from_id, "event type");
    json.at("subtype").get_to(event.subtype);
    if (!json.at("time").is_null()) {
        decode(json.at("time"), event.time.emplace());
    }
    json.at("time_text").get_to(event.time_text);
    if (!json.at("location").is_null()) {
        decode(json.at("location"), event.location.emplace());
    }
    json.at("location_text").get_to(event.location_text);
    decode(json.at("quantities"), event.quantities);
    json.at("actors").get_to(event.actors);
    json.at("claimed_by").get_to(event.claimed_by);
    event.assertion = word(json.at("assertion"), events::assertion_from_id, "assertion");
    event.confidence = number(json.at("confidence"));
    event.status = word(json.at("status"), events::status_from_id, "status");
    json.at("source_text").get_to(event.source_text);
    json.at("article_id").get_to(event.article_id);
    decode(json.at("sources"), event.sources);
    decode(json.at("evidence"), event.evidence);
    decode(json.at("extras"), event.extras);
}

std::string json_text(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace salient::workspace
