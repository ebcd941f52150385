#pragma once

#include "scene/map_layers.hpp"

#include <string_view>

namespace salient::scene {

/// What a settlement's rank gains because readers of this war look for it, though it is small: Sudzha, Bakhmut, Avdiivka…
/// 0 for all others.
[[nodiscard]] double key_place_bonus(std::string_view english_name, geo::LonLat point);

/// Which settlement is labelled first: the logarithm of its population with a bonus for capitals and key places.
[[nodiscard]] double place_rank(const LabelPlace& place, double key_bonus);

}  // namespace salient::scene
