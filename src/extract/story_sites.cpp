#include "extract/story_sites.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace salient::extract {

namespace {

using events::EventType;

const Passage& passage_of(const Reading& reading, const Mention& mention) {
    return reading.passages[mention.passage];
}

/// "The town, capital of …": the one named before. Not "The town of Izium".
bool opens_with_known_place(const Reading& reading, const Passage& passage) {
    static constexpr std::string_view kNouns[] = {"town", "city", "village", "settlement"};
    const std::size_t first = passage.sentence.first_token;
    if (passage.sentence.end_token < first + 3 || reading.words[first] != "the"
        || std::find(std::begin(kNouns), std::end(kNouns), reading.words[first + 1])
               == std::end(kNouns)
        || reading.words[first + 2] == "of") {
        return false;
    }
    return passage.places.empty() || passage.places.front().first > first + 2;
}

bool points_back(const Reading& reading, const Mention& mention) {
    const prose::Sentence& sentence = passage_of(reading, mention).sentence;
    for (std::size_t i = sentence.first_token; i < sentence.end_token; ++i) {
        if (reading.has(i, cue(Cue::Anaphora))) {
            return true;
        }
    }
    return opens_with_known_place(reading, passage_of(reading, mention));
}

std::optional<SiteChoice> carried(const SiteChoice& site, double factor) {
    SiteChoice out = site;
    out.rule = "place.carried";
    out.confidence *= factor;
    return out;
}

bool may_take_lead_site(const Lead& lead, const Mention& mention) {
    const EventType type = event_type(mention.kind);
    return type == EventType::Casualties || mention.kind == Kind::Accident
           || std::any_of(lead.types.begin(), lead.types.end(), [&](EventType there) {
                  return type == there || (is_violent(type) && is_violent(there));
              });
}

/// "made advances in the area, which lies near Avdiivka": the area is the one named before.
bool is_site_elsewhere(const Reading& reading, const Mention& mention) {
    return mention.site && !mention.is_site_near && points_back(reading, mention);
}

/// "Kursk governor X said a school had been damaged" behind a sentence about Rylsk: it was in Rylsk.
bool is_told_by_region(
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    const Mention& previous,
    const Mention& mention) {
    if (!mention.site || mention.site->rule != "place.speaker"
        || passage_of(reading, previous).paragraph != passage_of(reading, mention).paragraph) {
        return false;
    }
    const toponym::Toponym& region = reading.toponyms[mention.site->toponym];
    const toponym::Toponym& known = reading.toponyms[previous.site->toponym];
    const std::string_view region_id = gazetteer.at(region.place).region_id;
    return size_class(gazetteer, known) < 2 && !region_id.empty()
           && gazetteer.at(known.place).region_id == region_id;
}

/// "The town, in the Kursk region, had been held since": the region is where the town lies.
bool is_of_known_place(
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    const Mention& previous,
    const Mention& mention) {
    return mention.site && size_class(gazetteer, reading.toponyms[mention.site->toponym]) > 1
           && size_class(gazetteer, reading.toponyms[previous.site->toponym]) < 2
           && opens_with_known_place(reading, passage_of(reading, mention));
}

}  // namespace

void complete_sites(
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    const Lead& lead,
    std::vector<Mention>& mentions) {
    const Mention* previous = nullptr;
    for (Mention& mention : mentions) {
        const bool is_back = previous != nullptr && points_back(reading, mention);
        if (previous != nullptr
            && (is_told_by_region(reading, gazetteer, *previous, mention)
                || is_of_known_place(reading, gazetteer, *previous, mention))) {
            mention.site = carried(*previous->site, 0.8);
            continue;
        }
        if (mention.site && !(is_back && is_site_elsewhere(reading, mention))) {
            if (is_placeable(mention)) {
                previous = &mention;
            }
            continue;
        }
        if (!is_placeable(mention) && !is_back) {
            continue;
        }
        const bool is_close = is_back
                              || (previous != nullptr
                                  && passage_of(reading, *previous).paragraph
                                         == passage_of(reading, mention).paragraph);
        const bool is_vague =
            is_close && size_class(gazetteer, reading.toponyms[previous->site->toponym]) == 3
            && lead.site && size_class(gazetteer, reading.toponyms[lead.site->toponym]) < 3;
        if (is_close && !is_vague) {
            mention.site = carried(*previous->site, 0.7);
        } else if (lead.site && may_take_lead_site(lead, mention)) {
            mention.site = carried(*lead.site, 0.5);
        }
    }
}

}  // namespace salient::extract
