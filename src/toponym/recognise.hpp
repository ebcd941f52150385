#pragma once

#include "toponym/lexicon.hpp"
#include "toponym/mention.hpp"
#include "toponym/pieces.hpp"

#include <string_view>
#include <vector>

namespace salient::toponym {

/// Everything the recogniser needs of one text.
struct Reading {
    std::string_view text;
    const std::vector<Piece>& pieces;
    const Options& options;
};

/// Finds what could be place names and weighs the evidence of the words around. Linear in the text.
/// Mentions come in the order of the text and do not overlap; unlikely ones are among them.
[[nodiscard]] std::vector<Mention>
recognise(const Reading& reading, const places::Gazetteer& gazetteer, const Lexicon& lexicon);

}  // namespace salient::toponym
