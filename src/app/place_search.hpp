#pragma once

#include "app/view_options.hpp"
#include "places/gazetteer.hpp"
#include "ui/inputs.hpp"

#include <string_view>
#include <vector>

namespace salient::app {

/// What the "Go to" box offers for what was typed so far.
[[nodiscard]] std::vector<ui::PlaceHit> find_places(
    const places::Gazetteer& gazetteer,
    std::string_view typed,
    std::size_t at_most,
    Size map_size);

}  // namespace salient::app
