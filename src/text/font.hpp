#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace salient::text {

enum class Weight : std::uint8_t { Regular, Bold };

/// Coverage of one glyph, 0…255, rows from the top; `left`/`top` place its corner against the pen (y up for top).
struct GlyphBitmap {
    int width = 0;
    int height = 0;
    int left = 0;
    int top = 0;
    std::vector<std::uint8_t> coverage;
};

/// A glyph of a run with its pen position.
struct PlacedGlyph {
    std::uint32_t glyph = 0;  ///< index in the font; 0 is the box for characters the font lacks
    float x_px = 0;           ///< from the start of the run
};

/// A line of text, laid out.
struct Run {
    std::vector<PlacedGlyph> glyphs;
    float width_px = 0;
};

/// Heights of a line, pixels; both positive.
struct LineMetrics {
    float ascent_px = 0;
    float descent_px = 0;
    float cap_height_px = 0;
};

/// The label font in two weights. Sizes are em sizes in pixels, 4…400. Text is UTF-8, left to right, with kerning.
/// Not for use by two threads at once: FreeType keeps one size a face.
class FontSet {
public:
    /// Noto Sans from the data folder.
    /// @errors NotFound, BadFormat: a font file is missing or broken.
    [[nodiscard]] static base::Result<FontSet> load();
    [[nodiscard]] static base::Result<FontSet> load(
        const std::filesystem::path& regular,
        const std::filesystem::path& bold);
    ~FontSet();
    FontSet(const FontSet&) = delete;
    FontSet& operator=(const FontSet&) = delete;
    FontSet(FontSet&&) noexcept;
    FontSet& operator=(FontSet&&) noexcept;

    /// @param spacing_px  added behind each glyph
    [[nodiscard]] Run
    shape(std::string_view text, Weight weight, float size_px, float spacing_px = 0) const;
    [[nodiscard]] float
    measure(std::string_view text, Weight weight, float size_px, float spacing_px = 0) const;
    [[nodiscard]] LineMetrics metrics(Weight weight, float size_px) const;
    /// The glyph, or with `halo_px` > 0 the glyph grown by so much on every side.
    /// @param shift_px  fraction of a pixel to the right, 0…1
    [[nodiscard]] GlyphBitmap rasterize(
        std::uint32_t glyph,
        Weight weight,
        float size_px,
        float halo_px,
        float shift_px = 0) const;

private:
    struct Faces;
    explicit FontSet(std::unique_ptr<Faces> faces);
    std::unique_ptr<Faces> faces_;
};

}  // namespace salient::text
