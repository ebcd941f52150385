#pragma once

#include "toponym/toponym.hpp"

#include <string>
#include <string_view>

namespace salient::app {

struct Annotated {
    std::string line;     ///< JSON, without the line break
    bool is_good = true;  ///< false: the input line could not be read, `line` says so
};

/// The dates and places of one JSON line {"id", "text", "doc_date", "lang", "domain"} as another:
/// {"id", "timexes": [{"start", "end", "type", "value"}], "toponyms": [{"start", "end", "lat", "lon", "name", "geonameid"}]}.
/// Offsets count Unicode code points.
/// @thread any, shares only the finder
[[nodiscard]] Annotated annotate_line(std::string_view line, const toponym::Finder& finder);

}  // namespace salient::app
