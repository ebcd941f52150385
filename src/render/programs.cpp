#include "render/programs.hpp"

#include "base/resources.hpp"
#include "gl/shader.hpp"

#include <array>
#include <utility>
#include <vector>

namespace salient::render {

namespace {

constexpr std::size_t kShapeCount = 11;
constexpr std::size_t kMaxCorners = 16;

/// Hands the outlines of all shapes but the circle to the mark shader.
void set_shapes(const Pipeline& mark) {
    std::vector<float> corners(kShapeCount * kMaxCorners * 2, 0.0F);
    std::array<GLint, kShapeCount> counts = {};
    for (std::size_t i = 1; i < kShapeCount; ++i) {
        const std::vector<scene::PointPx>& outline =
            scene::shape_outline(static_cast<scene::Shape>(i));
        counts.at(i) = static_cast<GLint>(std::min(outline.size(), kMaxCorners));
        for (std::size_t k = 0; k < static_cast<std::size_t>(counts.at(i)); ++k) {
            corners[(i * kMaxCorners + k) * 2] = outline[k].x;
            corners[(i * kMaxCorners + k) * 2 + 1] = outline[k].y;
        }
    }
    mark.use();
    glUniform2fv(
        mark.uniform("corners"),
        static_cast<GLsizei>(kShapeCount * kMaxCorners),
        corners.data());
    glUniform1iv(mark.uniform("corner_count"), static_cast<GLsizei>(kShapeCount), counts.data());
}

}  // namespace

base::Result<Pipeline> Pipeline::load(std::string_view name) {
    auto folder = base::data_file("shaders");
    if (!folder) {
        return folder.error();
    }
    auto program = gl::load_program(*folder, name);
    if (!program) {
        return program.error();
    }
    Pipeline out;
    out.program_ = std::move(program).value();
    return out;
}

base::Result<Programs> load_programs() {
    Programs programs;
    const std::array<std::pair<const char*, Pipeline*>, 6> wanted = {{
        {"fill", &programs.fill},
        {"stroke", &programs.stroke},
        {"mark", &programs.mark},
        {"glyph", &programs.glyph},
        {"panel", &programs.panel},
        {"image", &programs.image},
    }};
    for (const auto& [name, target] : wanted) {
        auto pipeline = Pipeline::load(name);
        if (!pipeline) {
            return pipeline.error();
        }
        *target = std::move(pipeline).value();
    }
    set_shapes(programs.mark);
    return programs;
}

}  // namespace salient::render
