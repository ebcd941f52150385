#pragma once

#include "base/result.hpp"
#include "gl/object.hpp"
#include "scene/scene.hpp"

#include <string_view>
#include <unordered_map>

namespace salient::render {

/// A linked program with its uniforms by name.
class Pipeline {
public:
    [[nodiscard]] static base::Result<Pipeline> load(std::string_view name);
    void use() const { glUseProgram(program_.id()); }
    /// −1 when the compiler dropped it; GL ignores that.
    [[nodiscard]] GLint uniform(const char* name) const {
        return glGetUniformLocation(program_.id(), name);
    }
    void set(const char* name, float x) const { glUniform1f(uniform(name), x); }
    void set(const char* name, float x, float y) const { glUniform2f(uniform(name), x, y); }
    void set(const char* name, float x, float y, float z, float w) const {
        glUniform4f(uniform(name), x, y, z, w);
    }
    void set(const char* name, scene::Color color) const {
        set(name,
            static_cast<float>(color.red) / 255.0F,
            static_cast<float>(color.green) / 255.0F,
            static_cast<float>(color.blue) / 255.0F,
            static_cast<float>(color.alpha) / 255.0F);
    }

private:
    gl::Program program_;
};

struct Programs {
    Pipeline fill;
    Pipeline stroke;
    Pipeline mark;
    Pipeline glyph;
    Pipeline panel;
    Pipeline image;
};
/// @errors NotFound, BadFormat: a shader is missing or does not compile.
[[nodiscard]] base::Result<Programs> load_programs();

}  // namespace salient::render
