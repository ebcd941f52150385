#pragma once

#include "places/gazetteer.hpp"

#include <string>

namespace salient::places {

/// A place's Latin name as readers know it: without the apostrophes that stand for a soft sign in Belarus, Russia and Ukraine
/// ("Ryl’sk" is Rylsk). Names of other countries keep theirs.
[[nodiscard]] std::string shown_name(const Place& place);

}  // namespace salient::places
