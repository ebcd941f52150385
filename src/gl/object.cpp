#include "gl/object.hpp"

namespace salient::gl {

template <Kind kind>
Object<kind> Object<kind>::create() {
    Object out;
    if constexpr (kind == Kind::Buffer) {
        glGenBuffers(1, &out.id_);
    } else if constexpr (kind == Kind::VertexArray) {
        glGenVertexArrays(1, &out.id_);
    } else if constexpr (kind == Kind::Texture) {
        glGenTextures(1, &out.id_);
    } else if constexpr (kind == Kind::Framebuffer) {
        glGenFramebuffers(1, &out.id_);
    } else {
        out.id_ = glCreateProgram();
    }
    return out;
}

template <Kind kind>
void Object<kind>::reset() {
    if (id_ == 0) {
        return;
    }
    if constexpr (kind == Kind::Buffer) {
        glDeleteBuffers(1, &id_);
    } else if constexpr (kind == Kind::VertexArray) {
        glDeleteVertexArrays(1, &id_);
    } else if constexpr (kind == Kind::Texture) {
        glDeleteTextures(1, &id_);
    } else if constexpr (kind == Kind::Framebuffer) {
        glDeleteFramebuffers(1, &id_);
    } else {
        glDeleteProgram(id_);
    }
    id_ = 0;
}

template class Object<Kind::Buffer>;
template class Object<Kind::VertexArray>;
template class Object<Kind::Texture>;
template class Object<Kind::Framebuffer>;
template class Object<Kind::Program>;

}  // namespace salient::gl
