#include "gl/target.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace salient::gl {

namespace {

constexpr int kMaxSidePx = 16384;

// The signature is OpenGL's own (GLDEBUGPROC).
// NOLINTNEXTLINE(readability-function-size): seven parameters by specification
void GLAPIENTRY forward(
    GLenum,
    GLenum type,
    GLuint,
    GLenum severity,
    GLsizei,
    const GLchar* message,
    const void* user) {
    if (type == GL_DEBUG_TYPE_ERROR || severity == GL_DEBUG_SEVERITY_HIGH) {
        reinterpret_cast<void (*)(const char*)>(const_cast<void*>(user))(message);
    }
}

}  // namespace

base::Result<Target> Target::create(int width_px, int height_px) {
    const std::string size = std::to_string(width_px) + "x" + std::to_string(height_px);
    if (width_px < 1 || height_px < 1 || width_px > kMaxSidePx || height_px > kMaxSidePx) {
        return base::Error{
            base::ErrorCode::BadValue,
            "Expected a picture of 1 to 16384 pixels a side, found " + size,
            ""};
    }
    Target target;
    target.width_px_ = width_px;
    target.height_px_ = height_px;
    target.texture_ = Texture::create();
    glBindTexture(GL_TEXTURE_2D, target.texture_.id());
    glTexImage2D(
        GL_TEXTURE_2D,
        0,
        GL_RGBA8,
        width_px,
        height_px,
        0,
        GL_RGBA,
        GL_UNSIGNED_BYTE,
        nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    target.framebuffer_ = Framebuffer::create();
    glBindFramebuffer(GL_FRAMEBUFFER, target.framebuffer_.id());
    glFramebufferTexture2D(
        GL_FRAMEBUFFER,
        GL_COLOR_ATTACHMENT0,
        GL_TEXTURE_2D,
        target.texture_.id(),
        0);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
        return base::Error{
            base::ErrorCode::BadValue,
            "The graphics driver refuses a picture of " + size,
            ""};
    }
    return target;
}

void Target::bind() const {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_.id());
    glViewport(0, 0, width_px_, height_px_);
}

void Target::copy_to(GLuint framebuffer, int left_px, int bottom_px) const {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_.id());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer);
    glBlitFramebuffer(
        0,
        0,
        width_px_,
        height_px_,
        left_px,
        bottom_px,
        left_px + width_px_,
        bottom_px + height_px_,
        GL_COLOR_BUFFER_BIT,
        GL_NEAREST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer);
}

std::vector<std::uint8_t> read_pixels(int width_px, int height_px) {
    const std::size_t row = static_cast<std::size_t>(width_px) * 4;
    std::vector<std::uint8_t> pixels(row * static_cast<std::size_t>(height_px));
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width_px, height_px, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
    // GL counts rows from the bottom.
    for (std::size_t top = 0, bottom = static_cast<std::size_t>(height_px) - 1; top < bottom;
         ++top, --bottom) {
        std::swap_ranges(
            pixels.begin() + static_cast<std::ptrdiff_t>(top * row),
            pixels.begin() + static_cast<std::ptrdiff_t>((top + 1) * row),
            pixels.begin() + static_cast<std::ptrdiff_t>(bottom * row));
    }
    return pixels;
}

void watch_errors(void (*on_error)(const char* message)) {
    if (!epoxy_has_gl_extension("GL_KHR_debug")) {
        return;
    }
    glEnable(GL_DEBUG_OUTPUT);
    glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
    glDebugMessageCallback(forward, reinterpret_cast<const void*>(on_error));
}

}  // namespace salient::gl
