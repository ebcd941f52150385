#include "app/annotate.hpp"

#include "app/annotate_events.hpp"
#include "app/dumped_json.hpp"
#include "base/utf8.hpp"
#include "extract/extract.hpp"
#include "extract/links.hpp"
#include "extract/reading.hpp"
#include "page/article.hpp"
#include "places/shown_name.hpp"
#include "prose/language.hpp"
#include "prose/sentences.hpp"
#include "time/text.hpp"
#include "timex/timex.hpp"

#include <nlohmann/json.hpp>

#include <utility>
#include <vector>

namespace salient::app {

namespace {

using Json = nlohmann::ordered_json;

std::string text_at(const Json& object, const char* key) {
    return object.contains(key) && object[key].is_string() ? object[key].get<std::string>()
                                                           : std::string();
}

timex::Domain domain_of(const std::string& name) {
    if (name == "narrative") {
        return timex::Domain::Narrative;
    }
    return name == "expression" ? timex::Domain::Expression : timex::Domain::News;
}

void append_span(
    std::string& out,
    const prose::CodePointIndex& index,
    std::size_t begin,
    std::size_t end) {
    out += R"({"start":)";
    append_count(out, index.code_points_before(begin));
    out += R"(,"end":)";
    append_count(out, index.code_points_before(end));
}

void append_timexes(
    std::string& out,
    const prose::CodePointIndex& index,
    const std::vector<timex::Timex>& timexes) {
    out += '[';
    for (const timex::Timex& found : timexes) {
        out += out.back() == '[' ? "" : ",";
        append_span(out, index, found.begin, found.end);
        out += R"(,"type":)";
        append_dumped(out, timex::type_name(found.type));
        out += R"(,"value":)";
        append_dumped(out, found.value);
        out += '}';
    }
    out += ']';
}

void append_toponyms(
    std::string& out,
    const prose::CodePointIndex& index,
    const places::Gazetteer& gazetteer,
    const std::vector<toponym::Toponym>& toponyms) {
    std::vector<double> degrees;
    for (const toponym::Toponym& found : toponyms) {
        degrees.push_back(found.point.lat_deg);
        degrees.push_back(found.point.lon_deg);
    }
    DumpedNumbers numbers(degrees);
    out += '[';
    for (const toponym::Toponym& found : toponyms) {
        const places::Place place = gazetteer.at(found.place);
        out += out.back() == '[' ? "" : ",";
        append_span(out, index, found.begin, found.end);
        out += R"(,"lat":)";
        out += numbers.next();
        out += R"(,"lon":)";
        out += numbers.next();
        out += R"(,"name":)";
        append_dumped(out, places::shown_name(place));
        if (place.id.size() > 1 && place.id.front() == 'g') {
            out += R"(,"geonameid":)";
            append_dumped(out, place.id.substr(1));
        }
        out += '}';
    }
    out += ']';
}

void append_json(std::string& out, const Json& json) {
    out += json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Byte offset of the n-th code point.
std::size_t byte_offset(std::string_view text, std::size_t code_points) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < code_points && at < text.size(); ++i) {
        static_cast<void>(base::decode_utf8(text, at));
    }
    return at;
}

std::size_t number_at(const Json& object, const char* key) {
    return object.contains(key) && object[key].is_number_unsigned() ? object[key].get<std::size_t>()
                                                                    : 0;
}

/// Where the happening named by the trigger {"start", "end"} took place.
Json event_places_of(
    const std::string& text,
    const prose::CodePointIndex& index,
    const Json& trigger,
    const Tools& tools,
    const std::string& language) {
    Json out = Json::array();
    const extract::TextSpan span = {
        byte_offset(text, number_at(trigger, "start")),
        byte_offset(text, number_at(trigger, "end"))};
    for (const extract::TextSpan& place :
         extract::find_event_places(text, language, span, tools.finder, tools.models)) {
        out.push_back(
            {{"start", index.code_points_before(place.begin)},
             {"end", index.code_points_before(place.end)}});
    }
    return out;
}

/// The incidents that a news text reports.
Json incidents_json(extract::Reading& reading, const Tools& tools) {
    page::Article article;
    article.text = std::string(reading.text);
    article.published = reading.published;
    Json out = Json::array();
    for (const Incident& incident : incidents_of(
             extract::extract_events(article, reading, tools.finder.gazetteer(), tools.models),
             tools.finder.gazetteer())) {
        Json entry = {{"type", incident.type}};
        entry["date"] = incident.date.empty() ? Json(nullptr) : Json(incident.date);
        entry["place"] = incident.places;
        entry["country"] = incident.country.empty() ? Json(nullptr) : Json(incident.country);
        out.push_back(std::move(entry));
    }
    return out;
}

}  // namespace

Annotated annotate_line(std::string_view line, const Tools& tools) {
    const Json object = Json::parse(line, nullptr, false);
    if (!object.is_object() || !object.contains("text") || !object["text"].is_string()) {
        return {
            R"({"id":null,"error":"Expected a JSON object with 'id' and 'text'","timexes":[],"toponyms":[]})",
            false};
    }
    const std::string text = object["text"].get<std::string>();
    const prose::CodePointIndex index(text);
    std::string language = text_at(object, "lang");
    if (language.empty()) {
        language = prose::detect_language(text);
    }
    extract::ReadingOptions options;
    options.language = language;
    options.domain = domain_of(text_at(object, "domain"));
    options.theatre_bias = false;
    if (const auto date = time::parse_iso(text_at(object, "doc_date"))) {
        options.published = *date;
    }
    const bool has_events = options.domain == timex::Domain::News && options.published;
    options.with_passages = has_events;
    extract::Reading reading =
        extract::read_text(text, {}, tools.models.lexicon, tools.finder, options);
    std::string out = R"({"id":)";
    append_json(out, object.contains("id") ? object["id"] : Json(nullptr));
    out += R"(,"timexes":)";
    append_timexes(out, index, reading.timexes);
    out += R"(,"toponyms":)";
    append_toponyms(out, index, tools.finder.gazetteer(), reading.toponyms);
    if (has_events) {
        out += R"(,"events":)";
        append_json(out, incidents_json(reading, tools));
    }
    if (text_at(object, "domain") == "event-snippet") {
        const std::string_view label = tools.labeller.label(text, tools.models.lexicon).label;
        out += R"(,"label":)";
        append_json(out, label.empty() ? Json(nullptr) : Json(label));
    }
    if (const auto trigger = object.find("trigger"); trigger != object.end()) {
        out += R"(,"event_places":)";
        append_json(out, event_places_of(text, index, *trigger, tools, language));
    }
    out += '}';
    return {std::move(out), true};
}

}  // namespace salient::app
