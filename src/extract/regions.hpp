#pragma once

#include "extract/mentions.hpp"
#include "extract/reading.hpp"

#include <vector>

namespace salient::extract {

/// "the Kursk area" is the region, not the city of that name: place names before "area", "front", "direction" and the like become
/// the region of that name.
void widen_named_areas(const places::Gazetteer& gazetteer, Reading& reading);

/// Once a text has named the region before the city, ground war "in Kursk" is in the region; strikes are left at the city.
void widen_sites(
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    std::vector<Mention>& mentions);

}  // namespace salient::extract
