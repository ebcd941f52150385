#pragma once

#include "session/state.hpp"
#include "ui/inputs.hpp"

namespace salient::app {

/// Event types in the panels as they look on the map.
[[nodiscard]] ui::Palette palette_for(session::Theme theme);

}  // namespace salient::app
