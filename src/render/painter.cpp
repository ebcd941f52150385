#include "render/painter.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>

namespace salient::render {

namespace {

constexpr std::size_t kMarkFloats =
    20;  // centre, size and shape, fill, outline, casing, dash (mark.vert)
constexpr std::size_t kGlyphFloats = 8;  // position, texel, colour (glyph.vert)
constexpr std::uint64_t kKeepImageFrames = 8;

void push_color(std::vector<float>& out, scene::Color color) {
    for (const std::uint8_t part : {color.red, color.green, color.blue, color.alpha}) {
        out.push_back(static_cast<float>(part) / 255.0F);
    }
}

const void* float_offset(std::size_t floats) {
    return reinterpret_cast<const void*>(floats * sizeof(float));
}

void set_hatch(const Pipeline& pipeline, const scene::Hatch& hatch) {
    const float angle = hatch.angle_deg * std::numbers::pi_v<float> / 180.0F;
    pipeline.set("hatch_color", hatch.is_visible() ? hatch.color : scene::kTransparent);
    pipeline.set("hatch", hatch.spacing_px, hatch.width_px, std::sin(angle), std::cos(angle));
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

void Painter::begin(const scene::View& view) {
    view_ = view;
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_SCISSOR_TEST);
    glDisable(GL_CULL_FACE);
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    if (atlas_.nearly_full()) {
        atlas_.clear();
    }
}

void Painter::draw(const scene::Layer& layer) {
    for (const scene::Item& item : layer.items) {
        // Marks and letters wait in a batch until something else comes between.
        if (!std::holds_alternative<scene::TextDraw>(item)) {
            flush_text();
        }
        if (!std::holds_alternative<scene::SymbolDraw>(item)
            && !std::holds_alternative<scene::RingDraw>(item)) {
            flush_marks();
        }
        std::visit(
            [this](const auto& draw) {
                using Draw = std::decay_t<decltype(draw)>;
                if constexpr (std::is_same_v<Draw, scene::FillDraw>) {
                    fill(draw);
                } else if constexpr (std::is_same_v<Draw, scene::StrokeDraw>) {
                    stroke(draw);
                } else if constexpr (std::is_same_v<Draw, scene::SymbolDraw>) {
                    symbols(draw);
                } else if constexpr (std::is_same_v<Draw, scene::RingDraw>) {
                    ring(draw);
                } else if constexpr (std::is_same_v<Draw, scene::ImageDraw>) {
                    image(draw);
                } else if constexpr (std::is_same_v<Draw, scene::TextDraw>) {
                    add_text(draw);
                } else {
                    panel(draw);
                }
            },
            item);
    }
    flush_text();
    flush_marks();
}

void Painter::end_frame() {
    meshes_.end_frame();
    ++frame_;
    for (auto it = images_.begin(); it != images_.end();) {
        it = it->second.last_used + kKeepImageFrames < frame_ ? images_.erase(it) : std::next(it);
    }
}

void Painter::place_mesh(const Pipeline& pipeline, geo::WorldPoint origin) const {
    const double scale = view_.pixels_per_world;
    const double x = (origin.x - view_.center.x) * scale + view_.size_px.width / 2.0;
    const double y = (origin.y - view_.center.y) * scale + view_.size_px.height / 2.0;
    pipeline.set("scale_px", static_cast<float>(scale));
    pipeline.set("translate_px", static_cast<float>(x), static_cast<float>(y));
    pipeline.set(
        "size_px",
        static_cast<float>(view_.size_px.width),
        static_cast<float>(view_.size_px.height));
}

void Painter::fill(const scene::FillDraw& draw) {
    if (!draw.mesh || draw.mesh->indices.empty()) {
        return;
    }
    const GpuMesh& mesh = meshes_.fill(*draw.mesh);
    const Pipeline& pipeline = programs_.fill;
    pipeline.use();
    place_mesh(pipeline, draw.mesh->origin);
    pipeline.set("color", draw.color);
    set_hatch(pipeline, draw.hatch);
    // The pattern starts at the mesh origin, folded into one period so that float keeps its digits.
    const double x =
        (draw.mesh->origin.x - view_.center.x) * view_.pixels_per_world + view_.size_px.width / 2.0;
    const double y = view_.size_px.height / 2.0
                     - (draw.mesh->origin.y - view_.center.y) * view_.pixels_per_world;
    const double angle = static_cast<double>(draw.hatch.angle_deg) * std::numbers::pi / 180.0;
    const double across = x * std::sin(angle) - y * std::cos(angle);
    const double phase =
        std::fmod(across, static_cast<double>(std::max(1.0F, draw.hatch.spacing_px)));
    pipeline.set(
        "phase_px",
        static_cast<float>(phase * std::sin(angle)),
        static_cast<float>(-phase * std::cos(angle)));
    glBindVertexArray(mesh.array.id());
    glDrawElements(GL_TRIANGLES, mesh.count, GL_UNSIGNED_INT, nullptr);
}

void Painter::stroke(const scene::StrokeDraw& draw) {
    if (!draw.mesh || draw.mesh->starts.size() < 2) {
        return;
    }
    const GpuMesh& mesh = meshes_.lines(*draw.mesh);
    if (mesh.count == 0) {
        return;
    }
    if (draw.casing_px > 0 && draw.casing.alpha > 0) {
        stroke_pass(mesh, draw, draw.width_px / 2 + draw.casing_px, draw.casing);
    }
    stroke_pass(mesh, draw, draw.width_px / 2, draw.color);
}

void Painter::stroke_pass(
    const GpuMesh& mesh,
    const scene::StrokeDraw& draw,
    float half_width_px,
    scene::Color color) const {
    const Pipeline& pipeline = programs_.stroke;
    pipeline.use();
    place_mesh(pipeline, draw.mesh->origin);
    pipeline.set("half_width_px", half_width_px);
    pipeline.set("color", color);
    pipeline.set("dash_px", draw.dash_px, draw.gap_px);
    glBindVertexArray(mesh.array.id());
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, mesh.count);
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

void Painter::panel(const scene::PanelDraw& draw) const {
    const Pipeline& pipeline = programs_.panel;
    pipeline.use();
    pipeline.set("rect_px", draw.rect.x, draw.rect.y, draw.rect.width, draw.rect.height);
    pipeline.set(
        "size_px",
        static_cast<float>(view_.size_px.width),
        static_cast<float>(view_.size_px.height));
    pipeline.set("fill", draw.fill);
    pipeline.set("border", draw.border);
    pipeline.set("edge_px", draw.border.alpha > 0 ? draw.border_px : 0.0F, draw.corner_px);
    set_hatch(pipeline, draw.hatch);
    glBindVertexArray(empty_array_.id());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

void Painter::draw_texture(GLuint texture, const scene::RectPx& rect, bool blend) {
    if (!blend) {
        glDisable(GL_BLEND);
    }
    programs_.image.use();
    programs_.image.set("rect_px", rect.x, rect.y, rect.width, rect.height);
    programs_.image.set(
        "size_px",
        static_cast<float>(view_.size_px.width),
        static_cast<float>(view_.size_px.height));
    glUniform1i(programs_.image.uniform("picture"), 0);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, texture);
    glBindVertexArray(empty_array_.id());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    glEnable(GL_BLEND);
}

void Painter::image(const scene::ImageDraw& draw) {
    if (!draw.image || draw.image->pixels.empty()) {
        return;
    }
    const scene::SizePx size = draw.image->size_px;
    KeptImage& kept = images_[draw.key];
    kept.last_used = frame_;
    if (!kept.texture) {
        kept.texture = gl::Texture::create();
        glBindTexture(GL_TEXTURE_2D, kept.texture.id());
        glTexImage2D(
            GL_TEXTURE_2D,
            0,
            GL_RGBA8,
            size.width,
            size.height,
            0,
            GL_RGBA,
            GL_UNSIGNED_BYTE,
            draw.image->pixels.data());
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    }
    // Rows of the picture come from the top, and the shader's corners do too.
    draw_texture(
        kept.texture.id(),
        {draw.top_left.x,
         draw.top_left.y,
         static_cast<float>(size.width),
         static_cast<float>(size.height)},
        true);
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
