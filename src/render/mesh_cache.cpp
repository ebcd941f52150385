#include "render/mesh_cache.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace salient::render {

namespace {

constexpr std::uint64_t kKeepFrames = 600;
constexpr std::size_t kSegmentFloats = 9;  // before, from, to, behind, along

const void* float_offset(std::size_t floats) {
    // NOLINTNEXTLINE(performance-no-int-to-ptr) -- OpenGL takes an offset into a buffer as a pointer
    return reinterpret_cast<const void*>(floats * sizeof(float));
}

/// One entry a segment, so that the GPU draws a box for each (stroke.vert).
std::vector<float> segments_of(const scene::LineMesh& mesh) {
    std::vector<float> out;
    out.reserve(mesh.offsets.size() / 2 * kSegmentFloats);
    for (std::size_t line = 0; line + 1 < mesh.starts.size(); ++line) {
        const std::size_t first = mesh.starts[line];
        const std::size_t end = mesh.starts[line + 1];
        if (end - first < 2) {
            continue;
        }
        const auto x = [&](std::size_t i) { return mesh.offsets[2 * i]; };
        const auto y = [&](std::size_t i) { return mesh.offsets[2 * i + 1]; };
        const bool closed = end - first > 2 && x(first) == x(end - 1) && y(first) == y(end - 1);
        float along = 0;
        for (std::size_t i = first; i + 1 < end; ++i) {
            const std::size_t before = i > first ? i - 1 : (closed ? end - 2 : i);
            const std::size_t behind = i + 2 < end ? i + 2 : (closed ? first + 1 : i + 1);
            const std::array<float, kSegmentFloats> segment =
                {x(before), y(before), x(i), y(i), x(i + 1), y(i + 1), x(behind), y(behind), along};
            out.insert(out.end(), segment.begin(), segment.end());
            along += std::hypot(x(i + 1) - x(i), y(i + 1) - y(i));
        }
    }
    return out;
}

}  // namespace

const GpuMesh& MeshCache::fill(const scene::FillMesh& mesh) {
    GpuMesh& gpu = meshes_[mesh.id];
    gpu.last_used = frame_;
    if (gpu.array) {
        return gpu;
    }
    gpu.array = gl::VertexArray::create();
    gpu.vertices = gl::Buffer::create();
    gpu.indices = gl::Buffer::create();
    gpu.count = static_cast<GLsizei>(mesh.indices.size());
    glBindVertexArray(gpu.array.id());
    glBindBuffer(GL_ARRAY_BUFFER, gpu.vertices.id());
    glBufferData(
        GL_ARRAY_BUFFER,
        static_cast<GLsizeiptr>(mesh.offsets.size() * sizeof(float)),
        mesh.offsets.data(),
        GL_STATIC_DRAW);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, gpu.indices.id());
    glBufferData(
        GL_ELEMENT_ARRAY_BUFFER,
        static_cast<GLsizeiptr>(mesh.indices.size() * sizeof(std::uint32_t)),
        mesh.indices.data(),
        GL_STATIC_DRAW);
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, 0, nullptr);
    glBindVertexArray(0);
    return gpu;
}

const GpuMesh& MeshCache::lines(const scene::LineMesh& mesh) {
    GpuMesh& gpu = meshes_[mesh.id];
    gpu.last_used = frame_;
    if (gpu.array) {
        return gpu;
    }
    const std::vector<float> segments = segments_of(mesh);
    gpu.array = gl::VertexArray::create();
    gpu.vertices = gl::Buffer::create();
    gpu.count = static_cast<GLsizei>(segments.size() / kSegmentFloats);
    glBindVertexArray(gpu.array.id());
    glBindBuffer(GL_ARRAY_BUFFER, gpu.vertices.id());
    glBufferData(
        GL_ARRAY_BUFFER,
        static_cast<GLsizeiptr>(segments.size() * sizeof(float)),
        segments.data(),
        GL_STATIC_DRAW);
    constexpr GLsizei stride = kSegmentFloats * sizeof(float);
    for (GLuint attribute = 0; attribute < 5; ++attribute) {
        glEnableVertexAttribArray(attribute);
        glVertexAttribPointer(
            attribute,
            attribute < 4 ? 2 : 1,
            GL_FLOAT,
            GL_FALSE,
            stride,
            float_offset(attribute * 2UL));
        glVertexAttribDivisor(attribute, 1);
    }
    glBindVertexArray(0);
    return gpu;
}

void MeshCache::end_frame() {
    ++frame_;
    for (auto it = meshes_.begin(); it != meshes_.end();) {
        it = it->second.last_used + kKeepFrames < frame_ ? meshes_.erase(it) : std::next(it);
    }
}

}  // namespace salient::render
