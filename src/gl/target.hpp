#pragma once

#include "base/result.hpp"
#include "gl/object.hpp"

#include <cstdint>
#include <vector>

namespace salient::gl {

/// A picture to draw into: one RGBA8 texture in a framebuffer of its own.
/// @thread GL
class Target {
public:
    /// @errors BadValue: the size is not 1…16384, or the driver refuses it.
    [[nodiscard]] static base::Result<Target> create(int width_px, int height_px);

    void bind() const;
    /// Copies the picture as it is, without blending, to where its lower left corner should stand in a framebuffer.
    void copy_to(GLuint framebuffer, int left_px, int bottom_px) const;
    [[nodiscard]] GLuint framebuffer() const { return framebuffer_.id(); }
    [[nodiscard]] GLuint texture() const { return texture_.id(); }
    [[nodiscard]] int width_px() const { return width_px_; }
    [[nodiscard]] int height_px() const { return height_px_; }

private:
    Framebuffer framebuffer_;
    Texture texture_;
    int width_px_ = 0;
    int height_px_ = 0;
};

/// RGBA8 of the bound framebuffer, rows from the top, no padding. @thread GL
[[nodiscard]] std::vector<std::uint8_t> read_pixels(int width_px, int height_px);

/// Messages of KHR_debug with severity medium or high go to `on_error` from now on; nothing happens without the extension.
/// @thread GL
void watch_errors(void (*on_error)(const char* message));

}  // namespace salient::gl
