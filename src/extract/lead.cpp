#include "extract/lead.hpp"

namespace salient::extract {

namespace {

using events::EventType;

constexpr std::uint32_t kOpeningPassages = 10;  // where the main place is looked for

}  // namespace

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

bool is_placeable(const Mention& mention) {
    const EventType type = event_type(mention.kind);
    return type != EventType::Statement && type != EventType::Aid;
}

bool is_day_like(const DateChoice& date) {
    return date.span.precision <= time::Precision::Day;
}

}  // namespace salient::extract
