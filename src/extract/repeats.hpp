#pragma once

#include "extract/mentions.hpp"
#include "extract/reading.hpp"

#include <vector>

namespace salient::extract {

/// "in Russia" gives way to "in the Kursk region", when another sentence tells the same happening more exactly.
void refine_sites(
    const Reading& reading,
    const places::Gazetteer& gazetteer,
    std::vector<Mention>& mentions);

/// A later mention with the same type, date, place and numbers tells the same again: it is joined to the first.
void join_repeats(const Reading& reading, std::vector<Mention>& mentions);

}  // namespace salient::extract
