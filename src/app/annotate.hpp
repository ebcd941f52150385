#pragma once

#include "base/diagnostics.hpp"

#include <iosfwd>
#include <string>
#include <string_view>

namespace salient::places {
class Gazetteer;
}

namespace salient::app {

/// The dates and places of one JSON line {"id", "text", "doc_date", "lang", "domain"} as another:
/// {"id", "timexes": [{"start", "end", "type", "value"}], "toponyms": [{"start", "end", "lat", "lon", "name", "geonameid"}]}.
/// Offsets count Unicode code points. A line that cannot be read gives {"id": null, "error": …}.
/// @thread any, shares only the gazetteer
[[nodiscard]] std::string annotate_line(std::string_view line, const places::Gazetteer& gazetteer);

/// Line by line in constant memory, on all cores, in the order of the input. Bad lines are counted in the diagnostics.
void annotate_stream(
    std::istream& in,
    std::ostream& out,
    const std::string& name,
    const places::Gazetteer& gazetteer,
    base::Diagnostics& diagnostics);

}  // namespace salient::app
