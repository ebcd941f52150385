#include "app/annotate.hpp"

#include "base/utf8.hpp"
#include "prose/language.hpp"
#include "prose/sentences.hpp"
#include "time/text.hpp"
#include "timex/timex.hpp"

#include <nlohmann/json.hpp>

#include <utility>
#include <vector>

namespace salient::app {

namespace {

using json = nlohmann::ordered_json;

std::string text_at(const json& object, const char* key) {
    return object.contains(key) && object[key].is_string() ? object[key].get<std::string>()
                                                           : std::string();
}

timex::Domain domain_of(const std::string& name) {
    if (name == "narrative") {
        return timex::Domain::Narrative;
    }
    return name == "expression" ? timex::Domain::Expression : timex::Domain::News;
}

json timexes_of(
    const std::string& text,
    const std::vector<prose::Token>& tokens,
    const prose::CodePointIndex& index,
    const timex::Options& options) {
    json out = json::array();
    for (const timex::Timex& found : timex::find_timexes(text, tokens, options)) {
        out.push_back(
            {{"start", index.code_points_before(found.begin)},
             {"end", index.code_points_before(found.end)},
             {"type", timex::type_name(found.type)},
             {"value", found.value}});
    }
    return out;
}

json toponyms_of(
    const std::string& text,
    const std::vector<prose::Token>& tokens,
    const prose::CodePointIndex& index,
    const toponym::Finder& finder,
    const toponym::Options& options) {
    json out = json::array();
    for (const toponym::Toponym& found :
         finder.find(text, tokens, prose::split_sentences(text, tokens), options)) {
        const places::Place place = finder.gazetteer().at(found.place);
        json entry = {
            {"start", index.code_points_before(found.begin)},
            {"end", index.code_points_before(found.end)},
            {"lat", found.point.lat_deg},
            {"lon", found.point.lon_deg},
            {"name", place.name}};
        if (place.id.size() > 1 && place.id.front() == 'g') {
            entry["geonameid"] = place.id.substr(1);
        }
        out.push_back(std::move(entry));
    }
    return out;
}

}  // namespace

Annotated annotate_line(std::string_view line, const toponym::Finder& finder) {
    const json object = json::parse(line, nullptr, false);
    if (!object.is_object() || !object.contains("text") || !object["text"].is_string()) {
        return {
            R"({"id":null,"error":"Expected a JSON object with 'id' and 'text'","timexes":[],"toponyms":[]})",
            false};
    }
    const std::string text = object["text"].get<std::string>();
    const std::vector<prose::Token> tokens = prose::tokenize(text);
    const prose::CodePointIndex index(text);
    std::string language = text_at(object, "lang");
    if (language.empty()) {
        language = prose::detect_language(text);
    }
    timex::Options time_options;
    time_options.language = language;
    time_options.domain = domain_of(text_at(object, "domain"));
    if (const auto date = time::parse_iso(text_at(object, "doc_date"))) {
        time_options.doc_date = *date;
    }
    toponym::Options place_options;
    place_options.language = language;
    json out;
    out["id"] = object.contains("id") ? object["id"] : json(nullptr);
    out["timexes"] = timexes_of(text, tokens, index, time_options);
    out["toponyms"] = toponyms_of(text, tokens, index, finder, place_options);
    return {out.dump(-1, ' ', false, json::error_handler_t::replace), true};
}

}  // namespace salient::app
