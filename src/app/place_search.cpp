#include "app/place_search.hpp"

#include <string>
#include <utility>

namespace salient::app {

std::vector<ui::PlaceHit> find_places(
    const places::Gazetteer& gazetteer,
    std::string_view typed,
    std::size_t at_most,
    Size map_size) {
    std::vector<ui::PlaceHit> hits;
    for (const places::PlaceIndex index : gazetteer.complete(typed, at_most)) {
        const places::Place place = gazetteer.at(index);
        const std::string whole = places::describe(gazetteer, index);
        const std::size_t comma = whole.find(", ");
        ui::PlaceHit hit;
        hit.name = whole.substr(0, comma);
        hit.description = comma == std::string::npos ? "" : whole.substr(comma + 2);
        hit.point = place.point;
        hit.zoom = camera_for_place(place, map_size).zoom;
        hits.push_back(std::move(hit));
    }
    return hits;
}

}  // namespace salient::app
