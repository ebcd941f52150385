#include "extract/story.hpp"

#include "extract/lead.hpp"
#include "extract/regions.hpp"
#include "extract/repeats.hpp"
#include "extract/story_sites.hpp"

#include <optional>
#include <utility>

namespace salient::extract {

namespace {

using events::EventType;

const Passage& passage_of(const Reading& reading, const Mention& mention) {
    return reading.passages[mention.passage];
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

/// The date of a mention that has none of its own, from what stands before it.
/// @param previous  the last mention with a day of its own, or nullptr
std::optional<DateChoice> date_from_story(
    const Reading& reading,
    const Lead& lead,
    const Mention* previous,
    const Mention& mention) {
    const bool is_lead = mention.passage < kLeadPassages / 2;
    const bool is_fresh = is_momentary(mention) && !mention.trigger.is_ongoing;
    if (is_lead && is_fresh && mention.trigger.tense == Tense::Perfect) {
        return lead.date ? carried(*lead.date, 0.6) : published_date(reading, mention);
    }
    const bool is_now = is_fresh && mention.trigger.tense == Tense::Present;
    if (!is_told_in_past(mention) && !is_now) {
        return std::nullopt;
    }
    const bool is_same_paragraph =
        previous != nullptr
        && passage_of(reading, *previous).paragraph == passage_of(reading, mention).paragraph;
    if (is_same_paragraph) {
        return carried(*previous->date, 0.7);
    }
    if (lead.date && (is_momentary(mention) || is_lead)) {
        return carried(*lead.date, 0.55);
    }
    return is_lead && is_momentary(mention) ? published_date(reading, mention) : std::nullopt;
}

void complete_dates(const Reading& reading, const Lead& lead, std::vector<Mention>& mentions) {
    const Mention* previous = nullptr;
    const Mention* last = nullptr;
    for (Mention& mention : mentions) {
        const Mention* const before = std::exchange(last, &mention);
        if (mention.date) {
            if (is_day_like(*mention.date)) {
                previous = &mention;
            }
            continue;
        }
        if (mention.trigger.assertion == events::Assertion::Planned) {
            continue;  // lies ahead, not on the day that was spoken of
        }
        const bool is_in_dated_sentence = before != nullptr && before->passage == mention.passage
                                          && before->date && is_told_in_past(mention);
        mention.date = is_in_dated_sentence ? carried(*before->date, 0.7)
                                            : date_from_story(reading, lead, previous, mention);
    }
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
