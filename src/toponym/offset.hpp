#pragma once

#include "toponym/mention.hpp"
#include "toponym/recognise.hpp"

namespace salient::toponym {

/// Moves the point of a toponym by what stands before it: "12 km north of Sudzha" (moved, with a radius of a quarter of the distance),
/// "12 km from Sudzha" (a radius of the distance), "near Sudzha" (a radius of 10 km).
void apply_offset(const Reading& reading, const Mention& mention, Toponym& toponym);

}  // namespace salient::toponym
