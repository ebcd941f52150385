#pragma once

#include "scene/map_layers.hpp"

#include <string_view>

namespace salient::scene {

/// A settlement that readers of this war look for, though it is small: Sudzha, Bakhmut, Avdiivka…
[[nodiscard]] bool is_key_place(std::string_view english_name, geo::LonLat point);

/// Which settlement is labelled first: the logarithm of its population with a bonus for capitals and key places.
[[nodiscard]] double place_rank(const MapPlace& place);

}  // namespace salient::scene
