#include "extract/assemble.hpp"

#include "extract/words.hpp"
#include "places/shown_name.hpp"
#include "time/text.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

namespace salient::extract {

namespace {

constexpr std::size_t kTitleBytes = 96;

// Half the typical breadth of such a place, metres; a region's true size is not in the gazetteer.
constexpr double kSettlementRadius = 3'000;
constexpr double kDistrictRadius = 25'000;
constexpr double kRegionRadius = 100'000;
constexpr double kCountryRadius = 400'000;

void add_evidence(
    events::Event& event,
    const Reading& reading,
    std::string field,
    std::size_t begin,
    std::size_t end) {
    events::Evidence evidence;
    evidence.field = std::move(field);
    evidence.begin = begin;
    evidence.end = end;
    evidence.text = std::string(reading.text.substr(begin, end - begin));
    event.evidence.push_back(std::move(evidence));
}

void rate(events::Event& event, std::string_view rule, double confidence) {
    event.evidence.back().rule = std::string(rule);
    event.evidence.back().confidence = std::clamp(confidence, 0.0, 1.0);
}

std::string on_one_line(std::string_view text) {
    std::string line(text);
    std::replace_if(
        line.begin(),
        line.end(),
        [](char c) { return c == '\n' || c == '\r' || c == '\t'; },
        ' ');
    return line;
}

/// The sentence, cut at a word when it is long.
std::string title_of(std::string_view sentence) {
    std::string title = on_one_line(sentence.substr(0, kTitleBytes + 1));
    if (title.size() <= kTitleBytes) {
        return title;
    }
    const std::size_t space = title.rfind(' ');
    title.resize(space == std::string::npos ? 0 : space);
    return title + "…";
}

std::string hash_of(std::string_view text) {
    PrefixHash hash;
    for (const char byte : text) {
        hash.add(byte);
    }
    std::array<char, 17> digits{};
    std::snprintf(
        digits.data(),
        digits.size(),
        "%016llx",
        static_cast<unsigned long long>(hash.value()));
    return digits.data();
}

void add_date(events::Event& event, const Reading& reading, const DateChoice& date) {
    event.time = date.span;
    event.time_text = std::string(reading.text.substr(date.begin, date.end - date.begin));
    add_evidence(event, reading, "date", date.begin, date.end);
    rate(event, date.rule, date.confidence);
}

void add_site(
    events::Event& event,
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    const SiteChoice& site) {
    const toponym::Toponym& toponym = reading.toponyms[site.toponym];
    event.location = location_of(gazetteer, toponym, site.region);
    event.location_text =
        std::string(reading.text.substr(toponym.begin, toponym.end - toponym.begin));
    add_evidence(event, reading, "place", toponym.begin, toponym.end);
    rate(event, site.rule, site.confidence);
}

void add_speaker(events::Event& event, const Reading& reading, const Report& report) {
    if (report.speaker_first >= report.speaker_end) {
        return;
    }
    const std::size_t begin = reading.tokens[report.speaker_first].begin;
    const std::size_t end = reading.tokens[report.speaker_end - 1].end;
    event.claimed_by = std::string(reading.text.substr(begin, end - begin));
    add_evidence(event, reading, "claimed_by", begin, end);
    rate(event, "report", 0.75);
}

void add_quantities(events::Event& event, const Reading& reading, const Mention& mention) {
    for (const QuantityMark& mark : mention.quantities) {
        const bool is_known = std::any_of(
            event.quantities.begin(),
            event.quantities.end(),
            [&](const events::Quantity& have) { return have.role == mark.quantity.role; });
        if (is_known) {
            continue;  // the first number of a role is the one that the sentence is about
        }
        event.quantities.push_back(mark.quantity);
        add_evidence(
            event,
            reading,
            "quantity." + mark.quantity.role,
            reading.tokens[mark.first].begin,
            reading.tokens[mark.end - 1].end);
        rate(event, "quantity", 0.8);
    }
}

/// "Russian strike": Russia.
std::string
actor_name(const Reading& reading, const places::Gazetteer& gazetteer, const ActorMark& mark) {
    if (mark.country) {
        return places::shown_name(gazetteer.at(reading.toponyms[*mark.country].place));
    }
    const std::size_t begin = reading.tokens[mark.first].begin;
    return on_one_line(reading.text.substr(begin, reading.tokens[mark.end - 1].end - begin));
}

/// Each once, with one evidence.
void add_actors(
    events::Event& event,
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    const Mention& mention) {
    for (const ActorMark& mark : mention.actors) {
        std::string actor = actor_name(reading, gazetteer, mark);
        if (std::find(event.actors.begin(), event.actors.end(), actor) != event.actors.end()) {
            continue;
        }
        add_evidence(
            event,
            reading,
            mark.is_doer ? "actor.doer" : "actor.target",
            reading.tokens[mark.first].begin,
            reading.tokens[mark.end - 1].end);
        rate(event, mark.rule, 0.8);
        event.actors.push_back(std::move(actor));
    }
}

double confidence_of(const Mention& mention) {
    const double date = mention.date ? mention.date->confidence : 0.5;
    const double site = mention.site ? mention.site->confidence : 0.5;
    return std::clamp(mention.certainty * (0.5 + 0.25 * date + 0.25 * site), 0.0, 1.0);
}

}  // namespace

events::Source source_of(const page::Article& article) {
    events::Source source;
    source.title = article.title;
    source.publisher = article.publisher;
    source.url = article.url.empty() ? article.path : article.url;
    if (article.published) {
        source.published = time::iso_day(time::first_day(*article.published));
    }
    source.text_hash = hash_of(article.text);
    return source;
}

events::Event assemble_event(
    const page::Article& article,
    const events::Source& source,
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    const Mention& mention) {
    const Passage& passage = reading.passages[mention.passage];
    const prose::Sentence& sentence = passage.sentence;
    events::Event event;
    event.type = event_type(mention.kind);
    event.subtype = std::string(kind_id(mention.kind));
    event.id = article.id + "@" + std::to_string(sentence.begin) + "-" + event.subtype;
    event.source_text =
        std::string(reading.text.substr(sentence.begin, sentence.end - sentence.begin));
    event.title = title_of(event.source_text);
    event.article_id = article.id;
    event.assertion = mention.trigger.assertion;
    event.status = events::ReviewStatus::Unreviewed;
    event.confidence = confidence_of(mention);
    event.sources.push_back(source);

    add_evidence(event, reading, "sentence", sentence.begin, sentence.end);
    rate(event, "sentence", 1.0);
    for (const std::uint32_t repeat : mention.repeats) {
        const prose::Sentence& again = reading.passages[repeat].sentence;
        add_evidence(event, reading, "sentence", again.begin, again.end);
        rate(event, "repeat", 0.7);
    }
    add_evidence(
        event,
        reading,
        "type",
        reading.tokens[mention.trigger.first].begin,
        reading.tokens[mention.trigger.end - 1].end);
    rate(event, "trigger", mention.certainty);
    if (mention.date) {
        add_date(event, reading, *mention.date);
    }
    if (mention.site) {
        add_site(event, reading, gazetteer, *mention.site);
    }
    if (mention.trigger.report) {
        add_speaker(event, reading, *mention.trigger.report);
    }
    add_quantities(event, reading, mention);
    add_actors(event, reading, gazetteer, mention);
    return event;
}

events::Location location_of(
    const places::Gazetteer& gazetteer,
    const toponym::Toponym& toponym,
    std::optional<places::PlaceIndex> region) {
    const places::Place place = gazetteer.at(region.value_or(toponym.place));
    events::Location location;
    location.point = region ? place.point : toponym.point;
    location.name = places::shown_name(place);
    location.place_id = std::string(place.id);
    location.region_id = std::string(place.region_id);
    location.country = std::string(place.country);
    switch (place.kind) {
        case places::PlaceKind::Country:
            location.precision = events::LocationPrecision::Country;
            location.radius_m = kCountryRadius;
            break;
        case places::PlaceKind::Region:
        case places::PlaceKind::Water:
        case places::PlaceKind::Physical:
            location.precision = events::LocationPrecision::Region;
            location.radius_m = kRegionRadius;
            break;
        case places::PlaceKind::District:
        case places::PlaceKind::Other:
            location.precision = events::LocationPrecision::District;
            location.radius_m = kDistrictRadius;
            break;
        case places::PlaceKind::Settlement:
        case places::PlaceKind::Airfield:
            location.precision = events::LocationPrecision::Settlement;
            location.radius_m = kSettlementRadius;
            break;
    }
    location.radius_m = std::max(location.radius_m, toponym.radius_km * 1000);
    return location;
}

}  // namespace salient::extract
