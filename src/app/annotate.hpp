#pragma once

#include "extract/labels.hpp"
#include "extract/models.hpp"
#include "toponym/toponym.hpp"

#include <string>
#include <string_view>

namespace salient::app {

/// What lines are read with; shared by all threads.
struct Tools {
    const toponym::Finder& finder;
    const extract::Models& models;
    const extract::Labeller& labeller;
};

struct Annotated {
    std::string line;     ///< JSON, without the line break
    bool is_good = true;  ///< false: the input line could not be read, `line` says so
};

/// The dates and places of one JSON line {"id", "text", "doc_date", "lang", "domain"} as another:
/// {"id", "timexes": [{"start", "end", "type", "value"}], "toponyms": [{"start", "end", "lat", "lon", "name", "geonameid"}]}.
/// Offsets count Unicode code points. A line with a "trigger" {"start", "end"} also gets "event_places" [{"start", "end"}]: where the happening
/// named by these characters took place. A news text with a "doc_date" gets "events" [{"type", "date", "place", "country"}]: its incidents. A line of domain "event-snippet" also gets "label": the kind of violence, protest or deal that it tells of.
/// @thread any, shares only the finder
[[nodiscard]] Annotated annotate_line(std::string_view line, const Tools& tools);

}  // namespace salient::app
