#include "scene/mesh.hpp"

#include "geo/mercator.hpp"
#include "geo/polygon.hpp"
#include "scene/hash.hpp"

#include <algorithm>
#include <bit>

namespace salient::scene {

namespace {

// The middle of the box around the points: offsets are then as small as they can be.
geo::WorldPoint middle(std::span<const geo::WorldPoint> points) {
    geo::WorldPoint low = points.front();
    geo::WorldPoint high = points.front();
    for (const geo::WorldPoint& p : points) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    return {(low.x + high.x) / 2, (low.y + high.y) / 2};
}

std::vector<float> offsets_from(geo::WorldPoint origin, std::span<const geo::WorldPoint> points) {
    std::vector<float> offsets;
    offsets.reserve(points.size() * 2);
    for (const geo::WorldPoint& p : points) {
        offsets.push_back(static_cast<float>(p.x - origin.x));
        offsets.push_back(static_cast<float>(p.y - origin.y));
    }
    return offsets;
}

// From the content, so that the same data has the same id in every run.
std::uint64_t content_id(
    geo::WorldPoint origin,
    std::span<const float> offsets,
    std::span<const std::uint32_t> indices,
    bool is_line) {
    Hasher hasher;
    hasher.add(static_cast<std::uint64_t>(is_line ? 1 : 2)).add(origin.x).add(origin.y);
    for (std::size_t i = 0; i + 1 < offsets.size(); i += 2) {
        const auto x = std::uint64_t{std::bit_cast<std::uint32_t>(offsets[i])};
        hasher.add(x << 32U | std::bit_cast<std::uint32_t>(offsets[i + 1]));
    }
    for (const std::uint32_t index : indices) {
        hasher.add(std::uint64_t{index});
    }
    return hasher.key();
}

std::shared_ptr<const FillMesh> fill_mesh(const geo::Triangles& triangles) {
    if (triangles.indices.empty()) {
        return nullptr;
    }
    auto mesh = std::make_shared<FillMesh>();
    mesh->origin = middle(triangles.vertices);
    mesh->offsets = offsets_from(mesh->origin, triangles.vertices);
    mesh->indices = triangles.indices;
    mesh->id = content_id(mesh->origin, mesh->offsets, mesh->indices, false);
    return mesh;
}

}  // namespace

std::shared_ptr<const FillMesh> make_fill_mesh(const geo::MultiPolygon& polygons) {
    return fill_mesh(geo::triangulate(polygons));
}

std::shared_ptr<const FillMesh> make_box_mesh(const geo::Box& box) {
    geo::Triangles triangles;
    triangles.vertices = {
        geo::world_from_lonlat({box.west_deg, box.north_deg}),
        geo::world_from_lonlat({box.east_deg, box.north_deg}),
        geo::world_from_lonlat({box.east_deg, box.south_deg}),
        geo::world_from_lonlat({box.west_deg, box.south_deg})};
    triangles.indices = {0, 1, 2, 0, 2, 3};
    return fill_mesh(triangles);
}

std::shared_ptr<const LineMesh> make_line_mesh(std::span<const geo::Polyline> lines) {
    std::vector<geo::WorldPoint> points;
    std::vector<std::uint32_t> starts;
    for (const geo::Polyline& line : lines) {
        if (line.size() < 2) {
            continue;
        }
        starts.push_back(static_cast<std::uint32_t>(points.size()));
        for (const geo::LonLat& p : line) {
            points.push_back(geo::world_from_lonlat(p));
        }
    }
    if (points.empty()) {
        return nullptr;
    }
    starts.push_back(static_cast<std::uint32_t>(points.size()));
    auto mesh = std::make_shared<LineMesh>();
    mesh->origin = middle(points);
    mesh->offsets = offsets_from(mesh->origin, points);
    mesh->starts = std::move(starts);
    mesh->id = content_id(mesh->origin, mesh->offsets, mesh->starts, true);
    return mesh;
}

std::vector<geo::Polyline> outlines(const geo::MultiPolygon& polygons) {
    std::vector<geo::Polyline> lines;
    for (const geo::Polygon& polygon : polygons) {
        lines.insert(lines.end(), polygon.rings.begin(), polygon.rings.end());
    }
    return lines;
}

}  // namespace salient::scene
