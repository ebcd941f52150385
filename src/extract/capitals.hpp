#pragma once

#include "extract/reading.hpp"

namespace salient::extract {

/// "the Russian capital", "Kenya's capital", "the capital of Sudan", "у столиці України": the country's name becomes its capital,
/// unless the city is named right behind.
void name_capitals(const places::Gazetteer& gazetteer, Reading& reading);

}  // namespace salient::extract
