#pragma once

#include <epoxy/gl.h>

#include <utility>

namespace salient::gl {

enum class Kind { Buffer, VertexArray, Texture, Framebuffer, Program };

/// Owns one GL object: made by create(), empty after a move, deleted with the handle.
/// @thread GL: the context that made it must be current when it is destroyed
template <Kind kind>
class Object {
public:
    Object() = default;
    ~Object() { reset(); }
    Object(Object&& other) noexcept : id_(std::exchange(other.id_, 0)) {}
    Object& operator=(Object&& other) noexcept {
        if (this != &other) {
            reset();
            id_ = std::exchange(other.id_, 0);
        }
        return *this;
    }
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;

    [[nodiscard]] static Object create();
    /// Takes over an object made elsewhere.
    [[nodiscard]] static Object adopt(GLuint id) {
        Object out;
        out.id_ = id;
        return out;
    }
    [[nodiscard]] GLuint id() const { return id_; }
    explicit operator bool() const { return id_ != 0; }
    void reset();

private:
    GLuint id_ = 0;
};

using Buffer = Object<Kind::Buffer>;
using VertexArray = Object<Kind::VertexArray>;
using Texture = Object<Kind::Texture>;
using Framebuffer = Object<Kind::Framebuffer>;
using Program = Object<Kind::Program>;

}  // namespace salient::gl
