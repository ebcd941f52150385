#pragma once

#include "base/result.hpp"
#include "scene/scene.hpp"
#include "text/font.hpp"

#include <cstdint>
#include <memory>

namespace salient::render {

/// Draws scenes with OpenGL 3.3 core. Keeps uploaded meshes, glyphs and pictures of the lowest layer and of all layers that
/// did not change, so that a frame in which only time moved redraws only what time changes.
/// @thread GL
class Renderer {
public:
    /// @param fonts  outlives the renderer
    /// @errors NotFound, BadFormat: a shader is missing or does not compile.
    [[nodiscard]] static base::Result<Renderer> create(const text::FontSet& fonts);
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;
    Renderer(Renderer&&) noexcept;
    Renderer& operator=(Renderer&&) noexcept;

    /// Draws into a framebuffer of the scene's size, or into a part of a larger one.
    /// @param framebuffer  0 is the window
    /// @param left_px, bottom_px  where the scene's lower left corner stands in the framebuffer
    void
    draw(const scene::Scene& scene, std::uint32_t framebuffer, int left_px = 0, int bottom_px = 0);

    /// Layers that the last draw took from kept pictures; for tests and timings.
    [[nodiscard]] std::size_t layers_reused() const;

private:
    struct Data;
    explicit Renderer(std::unique_ptr<Data> data);
    std::unique_ptr<Data> data_;
};

}  // namespace salient::render
