#include "ui/layout.hpp"

#include <algorithm>
#include <cmath>

namespace salient::ui {

namespace {
constexpr float kLeastMapWidth = 420;
}  // namespace

Layout compute_layout(float width_px, float height_px, const LayoutOptions& options) {
    const float scale = std::clamp(options.scale, 0.5F, 4.0F);
    const float width = std::floor(std::max(width_px, 1.0F));
    const float height = std::floor(std::max(height_px, 1.0F));
    Layout layout;
    const float top = std::floor(std::min(52 * scale, height * 0.2F));
    const bool is_low = height < 760 * scale;
    const float bottom = std::floor(std::min((is_low ? 148.0F : 176.0F) * scale, height * 0.4F));
    float right =
        options.show_list ? std::floor(std::clamp(width * 0.27F, 304 * scale, 440 * scale)) : 0;
    float left =
        options.show_layers ? std::floor(std::clamp(width * 0.17F, 216 * scale, 250 * scale)) : 0;
    if (width - right - left < kLeastMapWidth * scale) {
        left = 0;
    }
    if (width - right < kLeastMapWidth * scale) {
        right = 0;
    }
    const float middle = std::max(0.0F, height - top - bottom);
    layout.top = {0, 0, width, top};
    layout.timeline = {0, top + middle, width, bottom};
    layout.layers = {0, top, left, middle};
    layout.map = {left, top, std::max(0.0F, width - left - right), middle};
    const float list =
        std::floor(options.show_card ? std::clamp(middle * 0.38F, 0.0F, 420 * scale) : middle);
    layout.list = {width - right, top, right, list};
    layout.card = {width - right, top + list, right, middle - list};
    return layout;
}

}  // namespace salient::ui
