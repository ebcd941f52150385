#pragma once

#include "extract/mentions.hpp"
#include "extract/reading.hpp"

#include <vector>

namespace salient::extract {

/// Completes mentions by what the rest of the article says, then joins those that tell the same again.
///
/// A missing date comes from the sentence before in the same paragraph, then from the lead, and only for what is told in the plain past;
/// what goes on or had happened before stays undated. A missing place comes from the sentence before, then from the lead; a country gives
/// way to a place in it that another mention of the same happening names.
void complete_story(
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    std::vector<Mention>& mentions);

}  // namespace salient::extract
