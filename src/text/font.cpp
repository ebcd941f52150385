#include "text/font.hpp"

#include <ft2build.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>
#include <utility>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_GLYPH_H
#include FT_OUTLINE_H
#include FT_STROKER_H

#include "base/resources.hpp"
#include "base/utf8.hpp"

namespace salient::text {

namespace {

struct FaceDeleter {
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using Face = std::unique_ptr<FT_FaceRec_, FaceDeleter>;

struct GlyphDeleter {
    void operator()(FT_Glyph glyph) const { FT_Done_Glyph(glyph); }
};
using Glyph = std::unique_ptr<FT_GlyphRec_, GlyphDeleter>;

FT_F26Dot6 fixed(float px) {
    return static_cast<FT_F26Dot6>(std::lround(static_cast<double>(px) * 64.0));
}

float pixels(FT_Pos value) {
    return static_cast<float>(value) / 64.0F;
}

}  // namespace

struct FontSet::Faces {
    FT_Library library = nullptr;
    Face regular;
    Face bold;

    Faces() = default;
    Faces(const Faces&) = delete;
    Faces& operator=(const Faces&) = delete;
    ~Faces() {
        regular.reset();
        bold.reset();
        if (library != nullptr) {
            FT_Done_FreeType(library);
        }
    }

    FT_Face at(Weight weight, float size_px) const {
        FT_Face face = weight == Weight::Bold ? bold.get() : regular.get();
        FT_Set_Char_Size(face, 0, fixed(std::clamp(size_px, 4.0F, 400.0F)), 72, 72);
        return face;
    }

    base::Result<Face> open(const std::filesystem::path& path) const {
        FT_Face face = nullptr;
        if (FT_New_Face(library, path.c_str(), 0, &face) != 0) {
            return base::Error{
                base::ErrorCode::BadFormat,
                "Expected a font, the file is missing or broken",
                path.string()};
        }
        return Face(face);
    }
};

FontSet::FontSet(std::unique_ptr<Faces> faces) : faces_(std::move(faces)) {}
FontSet::~FontSet() = default;
FontSet::FontSet(FontSet&&) noexcept = default;
FontSet& FontSet::operator=(FontSet&&) noexcept = default;

base::Result<FontSet> FontSet::load() {
    auto regular = base::data_file("fonts/NotoSans-Regular.ttf");
    if (!regular) {
        return regular.error();
    }
    return load(*regular, regular->parent_path() / "NotoSans-Bold.ttf");
}

base::Result<FontSet> FontSet::load(
    const std::filesystem::path& regular,
    const std::filesystem::path& bold) {
    auto faces = std::make_unique<Faces>();
    if (FT_Init_FreeType(&faces->library) != 0) {
        return base::Error{base::ErrorCode::Unsupported, "FreeType does not start", ""};
    }
    auto first = faces->open(regular);
    if (!first) {
        return first.error();
    }
    auto second = faces->open(bold);
    if (!second) {
        return second.error();
    }
    faces->regular = std::move(first).value();
    faces->bold = std::move(second).value();
    return FontSet(std::move(faces));
}

Run FontSet::shape(std::string_view text, Weight weight, float size_px, float spacing_px) const {
    FT_Face face = faces_->at(weight, size_px);
    const bool kerned = FT_HAS_KERNING(face);
    Run run;
    const float per_unit =
        std::clamp(size_px, 4.0F, 400.0F) / static_cast<float>(face->units_per_EM);
    FT_UInt previous = 0;
    float pen = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::decode_utf8(text, at);
        const FT_UInt glyph = FT_Get_Char_Index(face, c);
        if (kerned && previous != 0 && glyph != 0) {
            FT_Vector delta = {};
            FT_Get_Kerning(face, previous, glyph, FT_KERNING_UNFITTED, &delta);
            pen += pixels(delta.x);
        }
        run.glyphs.push_back({glyph, pen});
        // Unscaled advances: the same text is as wide at every place, so labels keep still while the map moves.
        FT_Fixed units = 0;
        if (FT_Get_Advance(face, glyph, FT_LOAD_NO_SCALE, &units) != 0) {
            units = 0;
        }
        pen += static_cast<float>(units) * per_unit + spacing_px;
        previous = glyph;
    }
    run.width_px = run.glyphs.empty() ? 0 : pen - spacing_px;
    return run;
}

float FontSet::measure(std::string_view text, Weight weight, float size_px, float spacing_px)
    const {
    return shape(text, weight, size_px, spacing_px).width_px;
}

LineMetrics FontSet::metrics(Weight weight, float size_px) const {
    FT_FaceRec const* face = faces_->at(weight, size_px);
    const float per_unit =
        std::clamp(size_px, 4.0F, 400.0F) / static_cast<float>(face->units_per_EM);
    // Noto's own line is roomy (1.07/0.29 em); cap height from the letter H.
    LineMetrics out;
    out.ascent_px = static_cast<float>(face->ascender) * per_unit;
    out.descent_px = -static_cast<float>(face->descender) * per_unit;
    out.cap_height_px = 0.714F * size_px;  // @source Noto Sans, OS/2 sCapHeight 714 of 1000
    return out;
}

GlyphBitmap FontSet::rasterize(
    std::uint32_t glyph,
    Weight weight,
    float size_px,
    float halo_px,
    float shift_px) const {
    FT_Face face = faces_->at(weight, size_px);
    GlyphBitmap out;
    if (FT_Load_Glyph(face, glyph, FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP) != 0) {
        return out;
    }
    FT_Glyph raw = nullptr;
    if (FT_Get_Glyph(face->glyph, &raw) != 0) {
        return out;
    }
    Glyph owned(raw);
    if (halo_px > 0) {
        FT_Stroker stroker = nullptr;
        if (FT_Stroker_New(faces_->library, &stroker) != 0) {
            return out;
        }
        FT_Stroker_Set(
            stroker,
            fixed(halo_px),
            FT_STROKER_LINECAP_ROUND,
            FT_STROKER_LINEJOIN_ROUND,
            0);
        raw = owned.release();
        const bool grown = FT_Glyph_StrokeBorder(&raw, stroker, 0, 1) == 0;
        FT_Stroker_Done(stroker);
        owned.reset(raw);
        if (!grown) {
            return out;
        }
    }
    FT_Vector origin = {fixed(shift_px), 0};
    raw = owned.release();
    const bool drawn = FT_Glyph_To_Bitmap(&raw, FT_RENDER_MODE_NORMAL, &origin, 1) == 0;
    owned.reset(raw);
    if (!drawn) {
        return out;
    }
    const auto* bitmap_glyph = reinterpret_cast<FT_BitmapGlyph>(owned.get());
    const FT_Bitmap& bitmap = bitmap_glyph->bitmap;
    out.width = static_cast<int>(bitmap.width);
    out.height = static_cast<int>(bitmap.rows);
    out.left = bitmap_glyph->left;
    out.top = bitmap_glyph->top;
    out.coverage.resize(static_cast<std::size_t>(bitmap.width) * bitmap.rows);
    for (unsigned int row = 0; row < bitmap.rows; ++row) {
        const unsigned char* source =
            bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch;
        std::copy_n(
            source,
            bitmap.width,
            out.coverage.begin() + static_cast<std::ptrdiff_t>(row) * bitmap.width);
    }
    return out;
}

}  // namespace salient::text
