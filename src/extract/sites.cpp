#include "extract/sites.hpp"

#include "extract/site_fit.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

namespace salient::extract {

namespace {

constexpr int kSizeCost[] = {0, 1, 3, 9};  // words that a place's size counts as, see size_class
constexpr int kContainerCost = 6;          // names what the place before it lies in or near
constexpr int kReportCost = 8;             // a report verb stands between
constexpr int kFar = 60;

using toponym::Role;

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

/// "in Izium, near Kharkiv": says where the place before it lies.
bool is_neighbour(const Reading& reading, const Passage& passage, std::size_t index) {
    static constexpr std::array<std::string_view, 7> kNear =
        {"near", "outside", "біля", "поблизу", "неподалік", "около", "возле"};
    if (index == 0) {
        return false;
    }
    const PlaceMark& inner = passage.places[index - 1];
    return passage.places[index].first >= inner.end + 2 && reading.is_mark(inner.end, ',')
           && std::find(kNear.begin(), kNear.end(), reading.words[inner.end + 1]) != kNear.end();
}

int cost(const Clauses& clauses, const Trigger& trigger, const PlaceMark& mark, int size) {
    const std::size_t near = trigger.first < mark.first ? mark.first : mark.end - 1;
    int total = clauses.distance(trigger.first, near) + kSizeCost[size];
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

/// "Kharkiv governor X said": it happened in Kharkiv, when nothing else is said.
std::optional<SiteChoice>
speaker_site(const Reading& reading, const Passage& passage, const Trigger& trigger) {
    if (event_type(trigger.kind) == events::EventType::Statement) {
        return std::nullopt;
    }
    for (const PlaceMark& mark : passage.places) {
        if (speaks_for_place(reading, *trigger.report, mark)) {
            const auto trust = static_cast<double>(reading.toponyms[mark.toponym].confidence);
            return SiteChoice{mark.toponym, "place.speaker", 0.65 * trust, std::nullopt};
        }
    }
    return std::nullopt;
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
            const SiteFit fit = site_fit(reading, passage, gazetteer, triggers[t], mark);
            if (!fit.fits) {
                continue;
            }
            const toponym::Toponym& place = reading.toponyms[mark.toponym];
            int now = fit.cost + cost(clauses, triggers[t], mark, size_class(gazetteer, place));
            if (is_container(reading, passage, gazetteer, p) || is_neighbour(reading, passage, p)) {
                now += kContainerCost;
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
                fit.rule,
                closeness * static_cast<double>(place.confidence),
                std::nullopt};
        }
        if (!chosen[t] && triggers[t].report) {
            chosen[t] = speaker_site(reading, passage, triggers[t]);
        }
    }
    return chosen;
}

}  // namespace salient::extract
