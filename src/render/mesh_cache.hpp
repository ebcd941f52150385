#pragma once

#include "gl/object.hpp"
#include "scene/scene.hpp"

#include <cstdint>
#include <unordered_map>

namespace salient::render {

/// A mesh on the GPU.
struct GpuMesh {
    gl::VertexArray array;
    gl::Buffer vertices;
    gl::Buffer indices;
    GLsizei count = 0;  ///< indices of a fill, segments of lines
    std::uint64_t last_used = 0;
};

/// Uploads each mesh once and keeps it while it is in use. @thread GL
class MeshCache {
public:
    const GpuMesh& fill(const scene::FillMesh& mesh);
    const GpuMesh& lines(const scene::LineMesh& mesh);
    /// Call once a frame: meshes that no frame of the last 600 used are dropped.
    void end_frame();

private:
    std::unordered_map<std::uint64_t, GpuMesh> meshes_;
    std::uint64_t frame_ = 0;
};

}  // namespace salient::render
