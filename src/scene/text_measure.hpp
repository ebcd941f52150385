#pragma once

#include "scene/base_layer.hpp"
#include "scene/scene.hpp"

#include <functional>
#include <string_view>

namespace salient::scene {

/// Width in pixels of one line of text: text, weight, em size in pixels, extra space behind each glyph in pixels.
using MeasureText = std::function<float(std::string_view, FontWeight, float, float)>;

/// Heights of Noto Sans for an em of 1. @source OS/2 and head tables of NotoSans-Regular.ttf 2.013
inline constexpr float kCapHeight = 0.714F;
inline constexpr float kXHeight = 0.536F;
inline constexpr float kAscent = 0.80F;   ///< of what labels hold: capitals with an accent
inline constexpr float kDescent = 0.24F;  ///< below the baseline

/// What a layer with text needs to know besides its data.
struct TextStyle {
    LayerStyle layer;
    const MeasureText& measure;
    [[nodiscard]] const Theme& theme() const { return layer.theme; }
    [[nodiscard]] float px(float value) const { return value * layer.pixel_scale; }
};

}  // namespace salient::scene
