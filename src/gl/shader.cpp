#include "gl/shader.hpp"

#include "base/resources.hpp"

#include <string>

namespace salient::gl {

namespace {

/// A shader that lives until the program is linked.
struct Shader {
    GLuint id;
    explicit Shader(GLenum stage) : id(glCreateShader(stage)) {}
    Shader(const Shader&) = delete;
    Shader& operator=(const Shader&) = delete;
    ~Shader() { glDeleteShader(id); }
};

std::string shader_log(GLuint shader) {
    GLint length = 0;
    glGetShaderiv(shader, GL_INFO_LOG_LENGTH, &length);
    std::string log(static_cast<std::size_t>(length), '\0');
    glGetShaderInfoLog(shader, length, nullptr, log.data());
    return log;
}

base::Status compile(const Shader& shader, const std::filesystem::path& path) {
    auto source = base::read_file(path);
    if (!source) {
        return source.error();
    }
    const char* text = source->c_str();
    glShaderSource(shader.id, 1, &text, nullptr);
    glCompileShader(shader.id);
    GLint ok = GL_FALSE;
    glGetShaderiv(shader.id, GL_COMPILE_STATUS, &ok);
    if (ok != GL_TRUE) {
        return base::Error{
            base::ErrorCode::BadFormat,
            "The shader does not compile: " + shader_log(shader.id),
            path.string()};
    }
    return base::Done{};
}

}  // namespace

base::Result<Program> load_program(const std::filesystem::path& folder, std::string_view name) {
    const Shader vertex(GL_VERTEX_SHADER);
    const Shader fragment(GL_FRAGMENT_SHADER);
    const std::filesystem::path stem = folder / std::string(name);
    if (auto status = compile(vertex, stem.string() + ".vert"); !status) {
        return status.error();
    }
    if (auto status = compile(fragment, stem.string() + ".frag"); !status) {
        return status.error();
    }
    Program program = Program::create();
    glAttachShader(program.id(), vertex.id);
    glAttachShader(program.id(), fragment.id);
    glLinkProgram(program.id());
    glDetachShader(program.id(), vertex.id);
    glDetachShader(program.id(), fragment.id);
    GLint ok = GL_FALSE;
    glGetProgramiv(program.id(), GL_LINK_STATUS, &ok);
    if (ok != GL_TRUE) {
        GLint length = 0;
        glGetProgramiv(program.id(), GL_INFO_LOG_LENGTH, &length);
        std::string log(static_cast<std::size_t>(length), '\0');
        glGetProgramInfoLog(program.id(), length, nullptr, log.data());
        return base::Error{
            base::ErrorCode::BadFormat,
            "The shaders do not link: " + log,
            stem.string()};
    }
    return program;
}

}  // namespace salient::gl
