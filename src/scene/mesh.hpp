#pragma once

#include "geo/types.hpp"
#include "scene/scene.hpp"

#include <memory>
#include <span>
#include <vector>

namespace salient::scene {

/// Triangles of the polygons; nullptr when there are none.
[[nodiscard]] std::shared_ptr<const FillMesh> make_fill_mesh(const geo::MultiPolygon& polygons);

/// The lines on the world plane; those of fewer than two points are left out. nullptr when nothing is left.
[[nodiscard]] std::shared_ptr<const LineMesh> make_line_mesh(std::span<const geo::Polyline> lines);

/// The rectangle of a box of degrees as two triangles.
[[nodiscard]] std::shared_ptr<const FillMesh> make_box_mesh(const geo::Box& box);

/// All rings of the polygons, as lines.
[[nodiscard]] std::vector<geo::Polyline> outlines(const geo::MultiPolygon& polygons);

}  // namespace salient::scene
