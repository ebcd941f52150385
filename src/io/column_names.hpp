#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace salient::io {

/// Letters and digits in lower case, all else left out: "Event Date", "event_date" and "eventDate" are one, "Широта, °" is "широта".
[[nodiscard]] std::string plain_name(std::string_view name);

/// The words of a name in lower case: "from_latitude", "fromLatitude" and "From latitude" have two.
[[nodiscard]] std::vector<std::string> name_words(std::string_view name);

}  // namespace salient::io
