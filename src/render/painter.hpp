#pragma once

#include "gl/object.hpp"
#include "render/mesh_cache.hpp"
#include "render/programs.hpp"
#include "scene/scene.hpp"
#include "text/atlas.hpp"
#include "text/font.hpp"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace salient::render {

/// Draws the items of a layer into the bound framebuffer. Output is premultiplied and blended `over`. @thread GL
class Painter {
public:
    Painter(Programs programs, const text::FontSet& fonts);

    /// Call before the first layer of a frame: sets blending, size and what else every item relies on.
    void begin(const scene::View& view);
    void draw(const scene::Layer& layer);
    void end_frame();

private:
    Programs programs_;
    const text::FontSet& fonts_;
    MeshCache meshes_;
    text::GlyphAtlas atlas_;
    gl::Texture atlas_texture_;
    std::uint64_t atlas_version_ = ~std::uint64_t{0};
    int atlas_height_ = 0;
    gl::VertexArray marks_array_;
    gl::Buffer marks_buffer_;
    gl::VertexArray glyphs_array_;
    gl::Buffer glyphs_buffer_;
    gl::VertexArray empty_array_;  // for programs that make their corners from gl_VertexID
    struct KeptImage {
        gl::Texture texture;
        std::uint64_t last_used = 0;
    };
    std::unordered_map<std::uint64_t, KeptImage> images_;
    std::uint64_t frame_ = 0;
    scene::View view_;
    std::vector<float> marks_;
    std::vector<float> glyphs_;

    void place_mesh(const Pipeline& pipeline, geo::WorldPoint origin) const;
    void fill(const scene::FillDraw& draw);
    void stroke(const scene::StrokeDraw& draw);
    void stroke_pass(
        const GpuMesh& mesh,
        const scene::StrokeDraw& draw,
        float half_width_px,
        scene::Color color) const;
    void symbols(const scene::SymbolDraw& draw);
    void ring(const scene::RingDraw& draw);
    void flush_marks();
    void panel(const scene::PanelDraw& draw) const;
    void image(const scene::ImageDraw& draw);
    void add_text(const scene::TextDraw& draw);
    void
    add_run(const text::Run& run, const scene::TextDraw& draw, scene::Color color, float halo_px);
    void flush_text();
};

}  // namespace salient::render
