#pragma once

#include "events/event.hpp"
#include "extract/mentions.hpp"
#include "extract/reading.hpp"
#include "page/article.hpp"
#include "places/gazetteer.hpp"

#include <optional>

namespace salient::extract {

/// What the events of an article say of it.
[[nodiscard]] events::Source source_of(const page::Article& article);

/// Turns a mention into an event with its evidence.
/// @param source  of the article; made once, since it takes a digest of the text
[[nodiscard]] events::Event assemble_event(
    const page::Article& article,
    const events::Source& source,
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    const Mention& mention);

/// Where and how exactly a place name tells: the point, its name, and a radius that the true place lies within.
/// @param region  meant instead of the city that gave it its name
[[nodiscard]] events::Location location_of(
    const places::Gazetteer& gazetteer,
    const toponym::Toponym& toponym,
    std::optional<places::PlaceIndex> region);

}  // namespace salient::extract
