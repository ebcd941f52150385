#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace salient::places {

/// Latin spellings a Cyrillic name may have in a gazetteer, without duplicates: Ukrainian (KMU 2010), Ukrainian (BGN/PCGN 1965),
/// Russian (BGN/PCGN) with "ye" and with plain "e". Characters that are not Cyrillic stay.
/// @source Cabinet of Ministers of Ukraine, resolution 55 of 27 January 2010; BGN/PCGN 1947 system for Russian, 1965 for Ukrainian
[[nodiscard]] std::vector<std::string> romanise(std::string_view name);

}  // namespace salient::places
