#include "extract/regions.hpp"

#include "places/gazetteer.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

namespace salient::extract {

namespace {

using events::EventType;
using places::PlaceIndex;

/// The first-level region that a city gives its name to: Kursk → Kursk Oblast.
std::optional<PlaceIndex> region_of_same_name(const places::Gazetteer& gazetteer, PlaceIndex city) {
    const places::Place place = gazetteer.at(city);
    if (place.kind != places::PlaceKind::Settlement || place.region_id.empty()) {
        return std::nullopt;
    }
    const auto region = gazetteer.region(place.region_id);
    if (!region) {
        return std::nullopt;
    }
    const std::string city_key = places::match_key(place.name);
    const std::string region_key = places::match_key(gazetteer.at(*region).name);
    const bool is_named_alike =
        region_key.size() > city_key.size() && region_key.substr(0, city_key.size()) == city_key;
    return is_named_alike ? region : std::nullopt;
}

bool names_area(std::string_view word) {
    static constexpr std::string_view kAreas[] = {
        "area",
        "region",
        "oblast",
        "province",
        "front",
        "border",
        "operation",
        "axis",
        "frontier"};
    return std::find(std::begin(kAreas), std::end(kAreas), word) != std::end(kAreas);
}

bool is_ground_war(const Mention& mention) {
    switch (event_type(mention.kind)) {
        case EventType::GroundCombat:
        case EventType::ControlChange:
        case EventType::Capture:
        case EventType::Deployment:
        case EventType::Casualties:
            return true;
        default:
            return false;
    }
}

void widen(const places::Gazetteer& gazetteer, toponym::Toponym& toponym) {
    const auto region = toponym.precision == toponym::Precision::Point
                            ? region_of_same_name(gazetteer, toponym.place)
                            : std::nullopt;
    if (!region) {
        return;
    }
    toponym.place = *region;
    toponym.point = gazetteer.at(*region).point;
    toponym.precision = toponym::Precision::Area;
    if (toponym.role == toponym::Role::Modifier) {
        toponym.role = toponym::Role::Bare;
    }
}

}  // namespace

void widen_named_areas(const places::Gazetteer& gazetteer, Reading& reading) {
    for (const Passage& passage : reading.passages) {
        for (const PlaceMark& mark : passage.places) {
            if (mark.end < passage.sentence.end_token && names_area(reading.words[mark.end])) {
                widen(gazetteer, reading.toponyms[mark.toponym]);
            }
        }
    }
}

void widen_sites(
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    std::vector<Mention>& mentions) {
    std::unordered_map<PlaceIndex, std::size_t> first_named;
    for (std::size_t i = 0; i < reading.toponyms.size(); ++i) {
        first_named.try_emplace(reading.toponyms[i].place, i);
    }
    for (Mention& mention : mentions) {
        if (!mention.site || !is_ground_war(mention)) {
            continue;
        }
        const toponym::Toponym& city = reading.toponyms[mention.site->toponym];
        const auto region = city.precision == toponym::Precision::Point
                                ? region_of_same_name(gazetteer, city.place)
                                : std::nullopt;
        if (!region) {
            continue;
        }
        const auto at_region = first_named.find(*region);
        if (at_region != first_named.end() && at_region->second < first_named.at(city.place)) {
            mention.site->region = region;
        }
    }
}

}  // namespace salient::extract
