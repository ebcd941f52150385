#include "text/atlas.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace salient::text {

const AtlasGlyph& GlyphAtlas::get(const FontSet& fonts, const GlyphLook& look) {
    const Key key{
        look.glyph,
        look.weight,
        static_cast<int>(std::lround(look.size_px * 8)),
        static_cast<int>(std::lround(look.halo_px * 8)),
        look.quarter};
    const auto found = places_.find(key);
    if (found != places_.end()) {
        return found->second;
    }
    const float shift_px = static_cast<float>(look.quarter) / 4.0F;
    const GlyphBitmap bitmap =
        fonts.rasterize(look.glyph, look.weight, look.size_px, look.halo_px, shift_px);
    return places_.emplace(key, insert(bitmap)).first->second;
}

void GlyphAtlas::clear() {
    places_.clear();
    pixels_.clear();
    height_px_ = 0;
    shelf_x_ = 1;
    shelf_y_ = 1;
    shelf_height_ = 0;
    ++version_;
    ++generation_;
}

AtlasGlyph GlyphAtlas::insert(const GlyphBitmap& bitmap) {
    AtlasGlyph place{0, 0, bitmap.width, bitmap.height, bitmap.left, bitmap.top};
    if (bitmap.width == 0 || bitmap.height == 0 || bitmap.width > kWidthPx - 2) {
        place.width = 0;
        place.height = 0;
        return place;
    }
    if (shelf_x_ + bitmap.width + 1 > kWidthPx) {
        shelf_x_ = 1;
        shelf_y_ += shelf_height_ + 1;
        shelf_height_ = 0;
    }
    if (shelf_y_ + bitmap.height + 1 > kMaxHeightPx) {
        clear();
    }
    while (shelf_y_ + bitmap.height + 1 > height_px_) {
        height_px_ = std::max(256, height_px_ * 2);
        pixels_.resize(static_cast<std::size_t>(kWidthPx) * static_cast<std::size_t>(height_px_));
    }
    place.x = shelf_x_;
    place.y = shelf_y_;
    for (int row = 0; row < bitmap.height; ++row) {
        const auto source =
            bitmap.coverage.begin() + static_cast<std::ptrdiff_t>(row) * bitmap.width;
        std::copy_n(
            source,
            bitmap.width,
            pixels_.begin() + static_cast<std::ptrdiff_t>(place.y + row) * kWidthPx + place.x);
    }
    shelf_x_ += bitmap.width + 1;
    shelf_height_ = std::max(shelf_height_, bitmap.height);
    ++version_;
    return place;
}

}  // namespace salient::text
