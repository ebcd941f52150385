#include "app/annotate_events.hpp"

#include "time/text.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace salient::app {

namespace {

struct Row {
    std::string_view subtype;
    std::string_view type;
};

constexpr std::array<Row, 12> kTypes = {{
    {"explosion", "BOMBING"},
    {"remote_bomb", "BOMBING"},
    {"suicide_bombing", "BOMBING"},
    {"grenade", "BOMBING"},
    {"air_strike", "BOMBING"},
    {"abduction", "KIDNAPPING"},
    {"attack", "ATTACK"},
    {"casualties", "ATTACK"},
    {"mob", "ATTACK"},
    {"shelling", "ATTACK"},
    {"missile_strike", "ATTACK"},
    {"property", "ARSON"},
}};

std::string_view type_of(const events::Event& event) {
    const auto* const row = std::find_if(kTypes.begin(), kTypes.end(), [&](const Row& one) {
        return one.subtype == event.subtype;
    });
    return row == kTypes.end() ? std::string_view() : row->type;
}

std::string day_of(const events::Event& event) {
    if (!event.time || event.time->precision > time::Precision::Week) {
        return {};
    }
    return time::iso_day(time::first_day(*event.time));
}

bool agree(const std::string& a, const std::string& b) {
    return a.empty() || b.empty() || a == b;
}

void add_place(Incident& incident, const events::Event& event, const places::Gazetteer& gazetteer) {
    if (!event.location) {
        return;
    }
    if (event.location->precision != events::LocationPrecision::Country) {
        for (const std::string& name : {event.location_text, event.location->name}) {
            if (std::find(incident.places.begin(), incident.places.end(), name)
                == incident.places.end()) {
                incident.places.push_back(name);
            }
        }
    }
    if (incident.country.empty()) {
        if (const auto country = gazetteer.country(event.location->country)) {
            incident.country = std::string(gazetteer.at(*country).name);
        }
    }
}

/// A report says where; and the dead of a bombing are no attack of their own.
void drop_doubtful(std::vector<Incident>& incidents) {
    std::vector<Incident> kept;
    for (const Incident& incident : incidents) {
        const bool is_part =
            incident.type == "ATTACK"
            && std::any_of(incidents.begin(), incidents.end(), [&](const Incident& other) {
                   return other.type == "BOMBING" && other.date == incident.date;
               });
        if (!is_part && (!incident.places.empty() || !incident.country.empty())) {
            kept.push_back(incident);
        }
    }
    incidents = std::move(kept);
}

}  // namespace

std::vector<Incident> incidents_of(
    const std::vector<events::Event>& events,
    const places::Gazetteer& gazetteer) {
    std::vector<Incident> incidents;
    for (const events::Event& event : events) {
        const std::string_view type = type_of(event);
        const bool is_real = event.assertion != events::Assertion::Hypothetical;
        if (type.empty() || !is_real) {
            continue;
        }
        const std::string day = day_of(event);
        const auto same =
            std::find_if(incidents.begin(), incidents.end(), [&](const Incident& have) {
                return have.type == type && agree(have.date, day);
            });
        if (same == incidents.end()) {
            Incident made;
            made.type = std::string(type);
            made.date = day;
            add_place(made, event, gazetteer);
            incidents.push_back(std::move(made));
            continue;
        }
        same->date = same->date.empty() ? day : same->date;
        add_place(*same, event, gazetteer);
    }
    drop_doubtful(incidents);
    return incidents;
}

}  // namespace salient::app
