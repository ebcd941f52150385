#pragma once

#include "geo/ear_clipper.hpp"

#include <cstddef>
#include <limits>
#include <optional>

namespace salient::geo {

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = std::numeric_limits<NodeId>::max();

/// One corner of the outline that is still to be cut.
struct OutlineNode {
    WorldPoint point;
    std::uint32_t vertex = 0;
    NodeId previous = 0;
    NodeId next = 0;
    std::uint32_t curve = 0;  ///< place along the space-filling curve
    NodeId curve_previous = kNoNode;
    NodeId curve_next = kNoNode;
};

/// Rings of a polygon as doubly linked loops: the outer one with its inside on the left (x right, y up),
/// holes the other way round. Helper of clip_ears.
class LinkedOutline {
public:
    LinkedOutline(std::span<const WorldPoint> vertices, std::span<const RingRange> rings);

    [[nodiscard]] const OutlineNode& operator[](NodeId id) const { return nodes_[id]; }
    [[nodiscard]] std::size_t size() const { return nodes_.size(); }

    /// Joins every hole to the outer ring with a bridge. @return a node of it; nullopt when there is no outer ring.
    [[nodiscard]] std::optional<NodeId> join_rings();
    /// Sorts the loop's nodes along the curve, which is_ear needs.
    void order_along_curve(NodeId loop);
    void remove(NodeId id);
    /// Drops repeated and collinear nodes. @return a node that is left.
    NodeId without_collinear(NodeId loop);
    /// Links `from` with `to` by a diagonal. @return a node of the loop that was cut off.
    NodeId split(NodeId from, NodeId to);

    /// The corner is convex and no other corner lies in its triangle. Every corner looked at takes one off
    /// `budget`; without budget nothing is an ear.
    [[nodiscard]] bool is_ear(NodeId id, std::size_t& budget) const;
    /// The edge before `id` crosses the edge after its next.
    [[nodiscard]] bool crosses_locally(NodeId id) const;
    /// The line from one node to the other stays inside. Every edge looked at takes one off `budget`.
    [[nodiscard]] bool is_diagonal(NodeId from, NodeId to, std::size_t& budget) const;

private:
    std::span<const WorldPoint> vertices_;
    std::span<const RingRange> rings_;
    std::vector<OutlineNode> nodes_;
    WorldPoint low_;
    double curve_scale_ = 0;

    [[nodiscard]] std::optional<NodeId> add_ring(const RingRange& range, bool is_outer);
    NodeId add_node(std::uint32_t vertex);
    void link(NodeId first, NodeId second);
    [[nodiscard]] std::uint32_t curve_of(WorldPoint point) const;
    [[nodiscard]] NodeId leftmost(NodeId loop) const;
    [[nodiscard]] NodeId bridge_end(NodeId hole, NodeId outer) const;
    [[nodiscard]] NodeId nearest_left(WorldPoint point, NodeId outer, double& hit_x) const;
    [[nodiscard]] bool is_better_end(NodeId id, NodeId best) const;
    [[nodiscard]] bool opens_towards(NodeId id, WorldPoint point) const;
    [[nodiscard]] bool blocks(NodeId id, NodeId a, NodeId b, NodeId c) const;
};

}  // namespace salient::geo
