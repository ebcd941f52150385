#include "extract/story.hpp"

#include "extract/regions.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

namespace salient::extract {

namespace {

using events::EventType;

constexpr std::uint32_t kLeadPassages = 5;
constexpr std::uint32_t kOpeningPassages = 10;  // where the main place is looked for
constexpr std::size_t kMaxAlike = 16;           // mentions that are compared with each other

const Passage& passage_of(const Reading& reading, const Mention& mention) {
    return reading.passages[mention.passage];
}

bool is_day_like(const DateChoice& date) {
    return date.span.precision <= time::Precision::Day;
}

/// Something that happens at one time, not over weeks.
bool is_momentary(const Mention& mention) {
    switch (event_type(mention.kind)) {
        case EventType::Strike:
        case EventType::Shelling:
        case EventType::Casualties:
        case EventType::Capture:
        case EventType::Protest:
        case EventType::Aid:
            return true;
        case EventType::Other:
            return mention.kind == Kind::Accident || mention.kind == Kind::NaturalDisaster
                   || mention.kind == Kind::Property;
        default:
            return false;
    }
}

/// Told as something that happened, not as a state or as what had been before.
bool is_told_in_past(const Mention& mention) {
    const Tense tense = mention.trigger.tense;
    return (tense == Tense::Past || tense == Tense::Noun) && !mention.trigger.is_ongoing;
}

bool is_placeable(const Mention& mention) {
    const EventType type = event_type(mention.kind);
    return type != EventType::Statement && type != EventType::Aid;
}

/// When and where the article's main news happened.
struct Lead {
    std::optional<DateChoice> date;
    std::optional<SiteChoice> site;
    std::vector<EventType> types;  ///< of what happened there
    std::optional<Kind> weapon;    ///< the first kind of strike or shelling
};

Lead lead_of(
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    const std::vector<Mention>& mentions) {
    Lead lead;
    for (const Mention& mention : mentions) {
        if (mention.passage >= kOpeningPassages) {
            break;
        }
        if (!lead.date && mention.passage < kLeadPassages && mention.date
            && is_day_like(*mention.date)) {
            lead.date = mention.date;
        }
        const EventType type = event_type(mention.kind);
        if (!lead.weapon && (type == EventType::Strike || type == EventType::Shelling)) {
            lead.weapon = mention.kind;
        }
        const bool is_finer =
            mention.site && is_placeable(mention)
            && (!lead.site
                || (size_class(gazetteer, reading.toponyms[lead.site->toponym]) == 3
                    && size_class(gazetteer, reading.toponyms[mention.site->toponym]) < 3));
        if (is_finer) {
            lead.site = mention.site;
        }
    }
    for (const Mention& mention : mentions) {
        const bool is_there = lead.site && mention.site && mention.passage < kOpeningPassages
                              && reading.toponyms[mention.site->toponym].place
                                     == reading.toponyms[lead.site->toponym].place;
        if (is_there) {
            lead.types.push_back(event_type(mention.kind));
        }
    }
    return lead;
}

/// "in the attack", "was destroyed": the strike that the article began with.
void name_attacks(const Lead& lead, std::vector<Mention>& mentions) {
    for (Mention& mention : mentions) {
        const bool is_part =
            (mention.kind == Kind::Attack && mention.trigger.tense == Tense::Noun)
            || (mention.kind == Kind::Property && mention.trigger.tense == Tense::Past);
        if (is_part && lead.weapon) {
            mention.kind = *lead.weapon;
        }
    }
}

std::optional<DateChoice> carried(const DateChoice& date, double factor) {
    DateChoice out = date;
    out.rule = "date.carried";
    out.confidence *= factor;
    return out;
}

std::optional<DateChoice> published_date(const Reading& reading, const Mention& mention) {
    if (!reading.published) {
        return std::nullopt;
    }
    DateChoice choice;
    choice.span = *reading.published;
    choice.begin = reading.tokens[mention.trigger.first].begin;
    choice.end = reading.tokens[mention.trigger.end - 1].end;
    choice.rule = "date.published";
    choice.confidence = 0.55;
    return choice;
}

void complete_dates(const Reading& reading, const Lead& lead, std::vector<Mention>& mentions) {
    const Mention* previous = nullptr;  // the last with a day of its own
    for (Mention& mention : mentions) {
        if (mention.date) {
            if (is_day_like(*mention.date)) {
                previous = &mention;
            }
            continue;
        }
        if (mention.trigger.assertion == events::Assertion::Planned) {
            continue;  // lies ahead, not on the day that was spoken of
        }
        const bool is_in_dated_sentence = &mention != mentions.data()
                                          && std::prev(&mention)->passage == mention.passage
                                          && std::prev(&mention)->date && is_told_in_past(mention);
        if (is_in_dated_sentence) {
            mention.date = carried(*std::prev(&mention)->date, 0.7);
            continue;
        }
        const bool is_lead = mention.passage < kLeadPassages / 2;
        if (is_lead && is_momentary(mention) && mention.trigger.tense == Tense::Perfect
            && !mention.trigger.is_ongoing) {
            mention.date = lead.date ? carried(*lead.date, 0.6) : published_date(reading, mention);
            continue;
        }
        const bool is_now = mention.trigger.tense == Tense::Present && is_momentary(mention)
                            && !mention.trigger.is_ongoing;
        if (!is_told_in_past(mention) && !is_now) {
            continue;
        }
        const bool is_same_paragraph =
            previous != nullptr
            && passage_of(reading, *previous).paragraph == passage_of(reading, mention).paragraph;
        if (is_same_paragraph) {
            mention.date = carried(*previous->date, 0.7);
        } else if (lead.date && (is_momentary(mention) || is_lead)) {
            mention.date = carried(*lead.date, 0.55);
        } else if (is_lead && is_momentary(mention)) {
            mention.date = published_date(reading, mention);
        }
    }
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

void complete_sites(
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    const Lead& lead,
    std::vector<Mention>& mentions) {
    const Mention* previous = nullptr;
    for (Mention& mention : mentions) {
        const bool is_back = previous != nullptr && points_back(reading, mention);
        if (previous != nullptr && is_told_by_region(reading, gazetteer, *previous, mention)) {
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

/// Mentions by type and one of their numbers: those that may tell of the same happening.
using ByNumber = std::unordered_map<std::string, std::vector<std::size_t>>;

std::string number_key(const Mention& mention, const events::Quantity& quantity) {
    return std::to_string(static_cast<int>(event_type(mention.kind))) + quantity.role
           + std::to_string(quantity.value);
}

ByNumber by_number(const std::vector<Mention>& mentions) {
    ByNumber found;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        for (const QuantityMark& mark : mentions[i].quantities) {
            std::vector<std::size_t>& list = found[number_key(mentions[i], mark.quantity)];
            if (list.size() < kMaxAlike) {
                list.push_back(i);
            }
        }
    }
    return found;
}

/// "in Russia" gives way to "in the Kursk region", when another sentence tells the same happening more exactly.
void refine_sites(
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    std::vector<Mention>& mentions) {
    const ByNumber alike = by_number(mentions);
    const auto finer_site = [&](const Mention& mention) -> std::optional<SiteChoice> {
        const places::Place country = gazetteer.at(reading.toponyms[mention.site->toponym].place);
        for (const QuantityMark& mark : mention.quantities) {
            for (const std::size_t i : alike.at(number_key(mention, mark.quantity))) {
                const std::optional<SiteChoice>& site = mentions[i].site;
                if (site && size_class(gazetteer, reading.toponyms[site->toponym]) < 3
                    && gazetteer.at(reading.toponyms[site->toponym].place).country
                           == country.country) {
                    return site;
                }
            }
        }
        return std::nullopt;
    };
    for (Mention& mention : mentions) {
        if (!mention.site || size_class(gazetteer, reading.toponyms[mention.site->toponym]) < 3) {
            continue;
        }
        if (auto site = finer_site(mention)) {
            mention.site = site;
            mention.site->rule = "place.same_happening";
            mention.site->confidence *= 0.8;
        }
    }
}

bool same_date(const Mention& a, const Mention& b) {
    if (!a.date || !b.date) {
        return !a.date && !b.date;
    }
    return a.date->span.begin == b.date->span.begin && a.date->span.end == b.date->span.end;
}

bool same_site(const Reading& reading, const Mention& a, const Mention& b) {
    if (!a.site || !b.site) {
        return !a.site && !b.site;
    }
    return reading.toponyms[a.site->toponym].place == reading.toponyms[b.site->toponym].place;
}

bool same_quantities(const Mention& a, const Mention& b) {
    if (a.quantities.empty() || a.quantities.size() != b.quantities.size()) {
        return false;
    }
    return std::all_of(a.quantities.begin(), a.quantities.end(), [&](const QuantityMark& mine) {
        return std::any_of(b.quantities.begin(), b.quantities.end(), [&](const auto& other) {
            return other.quantity.role == mine.quantity.role
                   && other.quantity.value == mine.quantity.value;
        });
    });
}

/// A later mention with the same type, date, place and numbers tells the same again.
void join_repeats(const Reading& reading, std::vector<Mention>& mentions) {
    std::vector<Mention> kept;
    ByNumber seen;
    for (Mention& mention : mentions) {
        if (mention.quantities.empty()) {
            kept.push_back(std::move(mention));
            continue;
        }
        std::vector<std::size_t>& alike =
            seen[number_key(mention, mention.quantities.front().quantity)];
        const auto first = std::find_if(alike.begin(), alike.end(), [&](std::size_t i) {
            return same_date(kept[i], mention) && same_site(reading, kept[i], mention)
                   && same_quantities(kept[i], mention)
                   && kept[i].trigger.assertion == mention.trigger.assertion;
        });
        if (first != alike.end()) {
            if (kept[*first].repeats.size() < kMaxAlike) {
                kept[*first].repeats.push_back(mention.passage);
            }
            continue;
        }
        if (alike.size() < kMaxAlike) {
            alike.push_back(kept.size());
        }
        kept.push_back(std::move(mention));
    }
    mentions = std::move(kept);
}

}  // namespace

void complete_story(
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    std::vector<Mention>& mentions) {
    refine_sites(reading, gazetteer, mentions);
    const Lead lead = lead_of(reading, gazetteer, mentions);
    name_attacks(lead, mentions);
    complete_dates(reading, lead, mentions);
    complete_sites(reading, gazetteer, lead, mentions);
    widen_sites(reading, gazetteer, mentions);
    join_repeats(reading, mentions);
}

}  // namespace salient::extract
