#pragma once

#include "text/font.hpp"

#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

namespace salient::text {

/// Where a glyph's bitmap stands in the atlas, and against the pen (pixels; y of `top` counts up from the baseline).
struct AtlasGlyph {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    int left = 0;
    int top = 0;
};

/// One glyph as it is drawn.
struct GlyphLook {
    std::uint32_t glyph = 0;
    Weight weight = Weight::Regular;
    float size_px = 0;
    float halo_px = 0;
    int quarter = 0;  ///< position of the pen within its pixel, quarters to the right, 0…3
};

/// One picture (8-bit coverage) that holds every glyph drawn so far, halos too; grows downwards in shelves.
class GlyphAtlas {
public:
    static constexpr int kWidthPx = 1024;
    static constexpr int kMaxHeightPx = 8192;

    /// The glyph's place, rasterised at the first call. When the atlas is full it starts anew (see generation()).
    const AtlasGlyph& get(const FontSet& fonts, const GlyphLook& look);

    [[nodiscard]] const std::vector<std::uint8_t>& pixels() const { return pixels_; }
    [[nodiscard]] int height_px() const { return height_px_; }
    /// Changes when pixels were added.
    [[nodiscard]] std::uint64_t version() const { return version_; }
    /// Changes when all earlier places became void.
    [[nodiscard]] std::uint64_t generation() const { return generation_; }
    /// Room for this many more rows of tall glyphs; callers reset before a frame rather than within.
    [[nodiscard]] bool nearly_full() const { return shelf_y_ > kMaxHeightPx * 3 / 4; }
    void clear();

private:
    using Key = std::tuple<
        std::uint32_t,
        Weight,
        int,
        int,
        int>;  // glyph, weight, size and halo in 1/8 px, quarter
    std::map<Key, AtlasGlyph> places_;
    std::vector<std::uint8_t> pixels_;
    int height_px_ = 0;
    int shelf_x_ = 1;
    int shelf_y_ = 1;
    int shelf_height_ = 0;
    std::uint64_t version_ = 0;
    std::uint64_t generation_ = 0;
    AtlasGlyph insert(const GlyphBitmap& bitmap);
};

}  // namespace salient::text
