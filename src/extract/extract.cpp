#include "extract/extract.hpp"

#include "extract/assemble.hpp"
#include "extract/capitals.hpp"
#include "extract/mentions.hpp"
#include "extract/reading.hpp"
#include "extract/regions.hpp"
#include "extract/story.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace salient::extract {

namespace {

std::string_view host_of(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos) {
        return {};
    }
    url.remove_prefix(scheme + 3);
    return url.substr(0, url.find('/'));
}

}  // namespace

std::vector<events::Event> extract_events(
    const page::Article& article,
    const toponym::Finder& finder,
    const Models& models,
    const Options& options) {
    ReadingOptions reading_options;
    reading_options.language = article.language;
    reading_options.published = article.published;
    reading_options.publisher_host = host_of(article.url);
    reading_options.theatre_bias = options.theatre_bias;
    Reading reading =
        read_text(article.text, article.blocks, models.lexicon, finder, reading_options);
    return extract_events(article, reading, finder.gazetteer(), models, options);
}

std::vector<events::Event> extract_events(
    const page::Article& article,
    Reading& reading,
    const places::Gazetteer& gazetteer,
    const Models& models,
    const Options& options) {
    widen_named_areas(gazetteer, reading);
    name_capitals(gazetteer, reading);
    std::vector<Mention> mentions = find_mentions(reading, models.lexicon, gazetteer);
    complete_story(reading, gazetteer, mentions);
    const events::Source source = source_of(article);
    std::vector<events::Event> events;
    std::unordered_map<std::string, int> copies;  // of one kind in one sentence
    for (const Mention& mention : mentions) {
        events::Event event = assemble_event(article, source, reading, gazetteer, mention);
        if (const int copy = ++copies[event.id]; copy > 1) {
            event.id += "~" + std::to_string(copy);
        }
        event.confidence = models.confidence.of(event.confidence);
        if (event.confidence >= options.min_confidence) {
            events.push_back(std::move(event));
        }
    }
    return events;
}

}  // namespace salient::extract
