// Marks and letters: collected over many items, drawn in one call.
#include "render/painter.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

namespace salient::render {

namespace {

constexpr std::size_t kMarkFloats =
    20;  // centre, size and shape, fill, outline, casing, dash (mark.vert)
constexpr std::size_t kGlyphFloats = 8;  // position, texel, colour (glyph.vert)

void push_color(std::vector<float>& out, scene::Color color) {
    for (const std::uint8_t part : {color.red, color.green, color.blue, color.alpha}) {
        out.push_back(static_cast<float>(part) / 255.0F);
    }
}

const void* float_offset(std::size_t floats) {
    // NOLINTNEXTLINE(performance-no-int-to-ptr) -- OpenGL takes an offset into a buffer as a pointer
    return reinterpret_cast<const void*>(floats * sizeof(float));
}

}  // namespace

Painter::Painter(Programs programs, const text::FontSet& fonts)
    : programs_(std::move(programs)),
      fonts_(fonts),
      marks_array_(gl::VertexArray::create()),
      marks_buffer_(gl::Buffer::create()),
      glyphs_array_(gl::VertexArray::create()),
      glyphs_buffer_(gl::Buffer::create()),
      empty_array_(gl::VertexArray::create()) {
    glBindVertexArray(marks_array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, marks_buffer_.id());
    static constexpr std::array<std::pair<GLint, std::size_t>, 6> kMarkParts = {
        {{2, 0}, {4, 2}, {4, 6}, {4, 10}, {4, 14}, {2, 18}}};
    for (GLuint i = 0; i < kMarkParts.size(); ++i) {
        glEnableVertexAttribArray(i);
        glVertexAttribPointer(
            i,
            kMarkParts.at(i).first,
            GL_FLOAT,
            GL_FALSE,
            kMarkFloats * sizeof(float),
            float_offset(kMarkParts.at(i).second));
        glVertexAttribDivisor(i, 1);
    }
    glBindVertexArray(glyphs_array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, glyphs_buffer_.id());
    static constexpr std::array<std::pair<GLint, std::size_t>, 3> kGlyphParts = {
        {{2, 0}, {2, 2}, {4, 4}}};
    for (GLuint i = 0; i < kGlyphParts.size(); ++i) {
        glEnableVertexAttribArray(i);
        glVertexAttribPointer(
            i,
            kGlyphParts.at(i).first,
            GL_FLOAT,
            GL_FALSE,
            kGlyphFloats * sizeof(float),
            float_offset(kGlyphParts.at(i).second));
    }
    glBindVertexArray(0);
}

void Painter::symbols(const scene::SymbolDraw& draw) {
    for (const scene::Symbol& symbol : draw.symbols) {
        marks_.insert(
            marks_.end(),
            {symbol.position.x,
             symbol.position.y,
             symbol.radius_px,
             symbol.outline_px,
             symbol.casing_px,
             static_cast<float>(symbol.shape)});
        push_color(marks_, symbol.fill);
        push_color(marks_, symbol.outline);
        push_color(marks_, symbol.casing);
        marks_.insert(marks_.end(), {0.0F, 0.0F});
    }
}

void Painter::ring(const scene::RingDraw& draw) {
    marks_.insert(
        marks_.end(),
        {draw.center.x, draw.center.y, draw.radius_px, draw.outline_px, 0.0F, 0.0F});
    push_color(marks_, draw.fill);
    push_color(marks_, draw.outline);
    push_color(marks_, scene::kTransparent);
    marks_.insert(marks_.end(), {draw.dash_px, draw.gap_px});
}

void Painter::flush_marks() {
    if (marks_.empty()) {
        return;
    }
    programs_.mark.use();
    programs_.mark.set(
        "size_px",
        static_cast<float>(view_.size_px.width),
        static_cast<float>(view_.size_px.height));
    glBindVertexArray(marks_array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, marks_buffer_.id());
    glBufferData(
        GL_ARRAY_BUFFER,
        static_cast<GLsizeiptr>(marks_.size() * sizeof(float)),
        marks_.data(),
        GL_STREAM_DRAW);
    glDrawArraysInstanced(
        GL_TRIANGLE_STRIP,
        0,
        4,
        static_cast<GLsizei>(marks_.size() / kMarkFloats));
    marks_.clear();
}

void Painter::add_text(const scene::TextDraw& draw) {
    const text::Weight weight =
        draw.weight == scene::FontWeight::Bold ? text::Weight::Bold : text::Weight::Regular;
    const text::Run run = fonts_.shape(draw.text, weight, draw.size_px, draw.spacing_px);
    if (draw.halo_px > 0 && draw.halo.alpha > 0) {
        add_run(run, draw, draw.halo, draw.halo_px);
    }
    add_run(run, draw, draw.color, 0);
}

void Painter::add_run(
    const text::Run& run,
    const scene::TextDraw& draw,
    scene::Color color,
    float halo_px) {
    const text::Weight weight =
        draw.weight == scene::FontWeight::Bold ? text::Weight::Bold : text::Weight::Regular;
    for (const text::PlacedGlyph& placed : run.glyphs) {
        const float pen = draw.baseline.x + placed.x_px;
        const float whole = std::floor(pen);
        const int quarter = std::min(3, static_cast<int>((pen - whole) * 4.0F));
        const text::AtlasGlyph& glyph =
            atlas_.get(fonts_, {placed.glyph, weight, draw.size_px, halo_px, quarter});
        if (glyph.width == 0) {
            continue;
        }
        const float left = whole + static_cast<float>(glyph.left);
        const float top = std::round(draw.baseline.y) - static_cast<float>(glyph.top);
        static constexpr std::array<std::pair<int, int>, 6> kCorners = {
            {{0, 0}, {1, 0}, {0, 1}, {0, 1}, {1, 0}, {1, 1}}};
        for (const auto& [right, down] : kCorners) {
            const auto dx = static_cast<float>(right * glyph.width);
            const auto dy = static_cast<float>(down * glyph.height);
            glyphs_.insert(
                glyphs_.end(),
                {left + dx,
                 top + dy,
                 static_cast<float>(glyph.x) + dx,
                 static_cast<float>(glyph.y) + dy});
            push_color(glyphs_, color);
        }
    }
}

void Painter::flush_text() {
    if (glyphs_.empty()) {
        return;
    }
    glActiveTexture(GL_TEXTURE0);
    if (!atlas_texture_ || atlas_version_ != atlas_.version()) {
        if (!atlas_texture_) {
            atlas_texture_ = gl::Texture::create();
        }
        glBindTexture(GL_TEXTURE_2D, atlas_texture_.id());
        glTexImage2D(
            GL_TEXTURE_2D,
            0,
            GL_R8,
            text::GlyphAtlas::kWidthPx,
            atlas_.height_px(),
            0,
            GL_RED,
            GL_UNSIGNED_BYTE,
            atlas_.pixels().data());
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
        atlas_version_ = atlas_.version();
    }
    glBindTexture(GL_TEXTURE_2D, atlas_texture_.id());
    programs_.glyph.use();
    programs_.glyph.set(
        "size_px",
        static_cast<float>(view_.size_px.width),
        static_cast<float>(view_.size_px.height));
    glUniform1i(programs_.glyph.uniform("atlas"), 0);
    glBindVertexArray(glyphs_array_.id());
    glBindBuffer(GL_ARRAY_BUFFER, glyphs_buffer_.id());
    glBufferData(
        GL_ARRAY_BUFFER,
        static_cast<GLsizeiptr>(glyphs_.size() * sizeof(float)),
        glyphs_.data(),
        GL_STREAM_DRAW);
    glDrawArrays(GL_TRIANGLES, 0, static_cast<GLsizei>(glyphs_.size() / kGlyphFloats));
    glyphs_.clear();
}

}  // namespace salient::render
