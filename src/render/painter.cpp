#include "render/painter.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>

namespace salient::render {

namespace {

constexpr std::uint64_t kKeepImageFrames = 8;

void set_hatch(const Pipeline& pipeline, const scene::Hatch& hatch) {
    const float angle = hatch.angle_deg * std::numbers::pi_v<float> / 180.0F;
    pipeline.set("hatch_color", hatch.is_visible() ? hatch.color : scene::kTransparent);
    pipeline.set("hatch", hatch.spacing_px, hatch.width_px, std::sin(angle), std::cos(angle));
}

}  // namespace

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
    const Pipeline& pipeline = programs_.image;
    pipeline.use();
    pipeline.set(
        "rect_px",
        draw.top_left.x,
        draw.top_left.y,
        static_cast<float>(size.width),
        static_cast<float>(size.height));
    pipeline.set(
        "size_px",
        static_cast<float>(view_.size_px.width),
        static_cast<float>(view_.size_px.height));
    glUniform1i(pipeline.uniform("picture"), 0);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, kept.texture.id());
    glBindVertexArray(empty_array_.id());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
}

}  // namespace salient::render
