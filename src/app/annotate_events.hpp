#pragma once

#include "events/event.hpp"
#include "places/gazetteer.hpp"

#include <string>
#include <vector>

namespace salient::app {

/// One incident of a text in the terms of an incident report: attack, bombing, kidnapping, arson, robbery or forced work stoppage.
struct Incident {
    std::string
        type;  ///< "ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY", "FORCED WORK STOPPAGE"
    std::string date;  ///< ISO day, or empty
    std::vector<std::string>
        places;           ///< names as written and as the gazetteer has them; empty when unknown
    std::string country;  ///< English name, or empty
};

/// The incidents among the events of one text: mentions of one type that do not name different days or places are one incident.
[[nodiscard]] std::vector<Incident> incidents_of(
    const std::vector<events::Event>& events,
    const places::Gazetteer& gazetteer);

}  // namespace salient::app
