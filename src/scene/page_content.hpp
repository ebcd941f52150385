#pragma once

#include "scene/build.hpp"

namespace salient::scene {

/// The words and legend rows that stand around a picture.
/// @param day      the held ground that is shown, or nullptr
/// @param visible  the events that are shown
[[nodiscard]] PageContent page_content(
    const Inputs& inputs,
    const View& view,
    const ControlDay* day,
    const VisibleEvents& visible);

}  // namespace salient::scene
