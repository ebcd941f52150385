#pragma once

#include "toponym/toponym.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace salient::toponym::test {

/// A finder over the theatre and world tables that the project ships, loaded once.
const Finder& finder();

/// What was found in a text, as "name as written → description of the place" in the order of the text.
std::vector<std::string> found(std::string_view text, const Options& options = {});
/// The toponyms of a text.
std::vector<Toponym> toponyms(std::string_view text, const Options& options = {});

}  // namespace salient::toponym::test
