#include "places/shown_name.hpp"

#include <string_view>

namespace salient::places {

std::string shown_name(const Place& place) {
    std::string result(place.name);
    if (place.country != "RU" && place.country != "BY" && place.country != "UA") {
        return result;
    }
    for (const std::string_view mark : {"’", "ʹ", "'"}) {
        for (std::size_t at = result.find(mark); at != std::string::npos; at = result.find(mark)) {
            result.erase(at, mark.size());
        }
    }
    return result;
}

}  // namespace salient::places
