#pragma once

#include "extract/lead.hpp"
#include "extract/mentions.hpp"
#include "extract/reading.hpp"

#include <vector>

namespace salient::extract {

/// Gives mentions without a place the one of the sentence before or of the lead, and corrects places that are only said of another.
void complete_sites(
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    const Lead& lead,
    std::vector<Mention>& mentions);

}  // namespace salient::extract
