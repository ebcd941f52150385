#include "extract/sites.hpp"

#include <algorithm>
#include <limits>

namespace salient::extract {

namespace {

constexpr int kSizeCost[] = {0, 1, 3, 9};  // words that a place's size counts as, see size_class
constexpr int kBareCost = 6;               // no preposition says that it is where
constexpr int kReportCost = 8;             // a report verb stands between
constexpr int kFar = 60;

using toponym::Role;

bool is_object_of(const Reading& reading, const Trigger& trigger, const PlaceMark& mark) {
    if (mark.first < trigger.end || mark.first - trigger.end > 5) {
        return false;
    }
    const bool owns = mark.end < reading.words.size() && reading.words[mark.end].size() <= 4
                      && reading.words[mark.end].back() == 's'
                      && !reading.tokens[mark.end].space_before;
    if (owns) {
        return false;  // "alongside Moscow's forces"
    }
    for (std::size_t i = trigger.end; i < mark.first; ++i) {
        const bool joins =
            reading.has(i, cue(Cue::Determiner, Cue::Ground, Cue::Building))
            || reading.words[i] == "of" || reading.words[i] == "on" || reading.words[i] == "at"
            || reading.words[i] == "against" || reading.words[i] == "по" || reading.words[i] == "на"
            || (reading.is_word(i)
                && !reading.has(i, cue(Cue::Preposition, Cue::Opener, Cue::Person, Cue::Official)));
        if (!joins) {
            return false;
        }
    }
    return true;
}

/// "aid for Ukraine", "tanks to Kyiv": where it goes.
bool is_recipient(const Reading& reading, const Passage& passage, const PlaceMark& mark) {
    return mark.first > passage.sentence.first_token
           && reading.has(mark.first - 1, cue(Cue::Recipient));
}

/// The place that contains the one named right before it ("Toropets in Tver region"): not where, but in what.
bool is_container(
    const Reading& reading,
    const Passage& passage,
    const places::Gazetteer& gazetteer,
    std::size_t index) {
    if (index == 0) {
        return false;
    }
    const PlaceMark& mark = passage.places[index];
    const PlaceMark& inner = passage.places[index - 1];
    const toponym::Toponym& big = reading.toponyms[mark.toponym];
    const toponym::Toponym& small = reading.toponyms[inner.toponym];
    if (mark.first - inner.end > 3 || size_class(gazetteer, big) <= size_class(gazetteer, small)
        || small.role == Role::Demonym) {
        return false;
    }
    return gazetteer.at(big.place).country == gazetteer.at(small.place).country;
}

bool may_be_site(
    const Reading& reading,
    const Passage& passage,
    const Trigger& trigger,
    const PlaceMark& mark) {
    const toponym::Toponym& place = reading.toponyms[mark.toponym];
    switch (place.role) {
        case Role::Locative:
            return true;
        case Role::Demonym:
            return false;
        case Role::Actor:
        case Role::Modifier:
            return event_type(trigger.kind) == events::EventType::Aid
                   && is_recipient(reading, passage, mark);
        case Role::Bare:
            break;
    }
    if (event_type(trigger.kind) == events::EventType::Aid
        && is_recipient(reading, passage, mark)) {
        return true;
    }
    return is_object_of(reading, trigger, mark);
}

std::string_view rule_of(Role role, bool is_same_clause) {
    if (role != Role::Locative) {
        return "place.object";
    }
    return is_same_clause ? "place.clause" : "place.sentence";
}

int cost(
    const Reading& reading,
    const Clauses& clauses,
    const Trigger& trigger,
    const PlaceMark& mark,
    int size) {
    const toponym::Toponym& place = reading.toponyms[mark.toponym];
    const std::size_t near = trigger.first < mark.first ? mark.first : mark.end - 1;
    int total = clauses.distance(trigger.first, near) + kSizeCost[size];
    if (place.role != Role::Locative) {
        total += kBareCost;
    }
    if (mark.first < trigger.first) {
        total += 2;
    }
    for (const Report& report : clauses.reports()) {
        const std::size_t low = std::min<std::size_t>(trigger.first, mark.first);
        const std::size_t high = std::max<std::size_t>(trigger.first, mark.first);
        if (low < report.verb && report.verb < high) {
            total += kReportCost;
        }
    }
    return total;
}

}  // namespace

int size_class(const places::Gazetteer& gazetteer, const toponym::Toponym& toponym) {
    if (toponym.precision == toponym::Precision::Offset
        || toponym.precision == toponym::Precision::Around) {
        return 0;
    }
    switch (gazetteer.kind(toponym.place)) {
        case places::PlaceKind::Country:
            return 3;
        case places::PlaceKind::Region:
            return 2;
        case places::PlaceKind::District:
            return 1;
        case places::PlaceKind::Settlement:
        case places::PlaceKind::Airfield:
            return 0;
        case places::PlaceKind::Water:
        case places::PlaceKind::Physical:
        case places::PlaceKind::Other:
            return 2;
    }
    return 3;
}

std::vector<std::optional<SiteChoice>> choose_sites(
    const Reading& reading,
    const Passage& passage,
    const Clauses& clauses,
    const std::vector<Trigger>& triggers,
    const places::Gazetteer& gazetteer) {
    std::vector<std::optional<SiteChoice>> chosen(triggers.size());
    for (std::size_t t = 0; t < triggers.size(); ++t) {
        int best_cost = std::numeric_limits<int>::max();
        for (std::size_t p = 0; p < passage.places.size(); ++p) {
            const PlaceMark& mark = passage.places[p];
            if (!may_be_site(reading, passage, triggers[t], mark)) {
                continue;
            }
            const toponym::Toponym& place = reading.toponyms[mark.toponym];
            int now = cost(reading, clauses, triggers[t], mark, size_class(gazetteer, place));
            if (is_container(reading, passage, gazetteer, p)) {
                now += kBareCost;
            }
            if (now >= best_cost || now > kFar) {
                continue;
            }
            best_cost = now;
            const bool is_same_clause =
                clauses.clause(mark.first) == clauses.clause(triggers[t].first);
            const double closeness = is_same_clause ? 0.9 : 0.7;
            chosen[t] = SiteChoice{
                mark.toponym,
                rule_of(place.role, is_same_clause),
                closeness * static_cast<double>(place.confidence),
                std::nullopt};
        }
    }
    return chosen;
}

}  // namespace salient::extract
