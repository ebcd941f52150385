#include "geo/ear_clipper.hpp"

#include "geo/linked_outline.hpp"

#include <algorithm>
#include <utility>

namespace salient::geo {

namespace {

/// How hard to try when no ear is left, from cheap to dear.
enum class Effort : std::uint8_t { Clip, Simplify, Untangle };

constexpr std::size_t kLooksForEachNode = 256;
constexpr std::size_t kLooksAtLeast = 4'000'000;

/// Looks at other corners that a polygon may cost: real outlines need about 20 for each corner.
std::size_t work_budget(std::size_t nodes) {
    return kLooksForEachNode * nodes + kLooksAtLeast;
}

class EarClipper {
public:
    EarClipper(LinkedOutline& outline, std::vector<std::uint32_t>& indices)
        : outline_(outline),
          indices_(indices),
          budget_(work_budget(outline.size())) {}

    void run(NodeId start) {
        open_.emplace_back(start, Effort::Clip);
        while (!open_.empty() && budget_ > 0) {
            const auto [loop, effort] = open_.back();
            open_.pop_back();
            clip(loop, effort);
        }
    }

private:
    LinkedOutline& outline_;
    std::vector<std::uint32_t>& indices_;
    std::vector<std::pair<NodeId, Effort>> open_;
    std::size_t budget_;  ///< looks left; keeps hostile input from quadratic work

    void emit(NodeId a, NodeId b, NodeId c) {
        for (const NodeId id : {a, b, c}) {
            indices_.push_back(outline_[id].vertex);
        }
    }

    void clip(NodeId ear, Effort effort) {
        if (effort == Effort::Clip) {
            outline_.order_along_curve(ear);
        }
        NodeId stop = ear;
        while (outline_[ear].previous != outline_[ear].next) {
            const NodeId previous = outline_[ear].previous;
            const NodeId next = outline_[ear].next;
            if (outline_.is_ear(ear, budget_)) {
                emit(previous, ear, next);
                outline_.remove(ear);
                // Skipping one vertex gives fatter triangles.
                ear = outline_[next].next;
                stop = ear;
                continue;
            }
            ear = next;
            if (ear == stop) {
                recover(ear, effort);
                return;
            }
        }
    }

    void recover(NodeId loop, Effort effort) {
        switch (effort) {
            case Effort::Clip:
                open_.emplace_back(outline_.without_collinear(loop), Effort::Simplify);
                break;
            case Effort::Simplify:
                open_.emplace_back(untangle(loop), Effort::Untangle);
                break;
            case Effort::Untangle:
                split(loop);
                break;
        }
    }

    /// Cuts off small loops where two neighbouring edges' neighbours cross.
    NodeId untangle(NodeId loop) {
        NodeId node = loop;
        do {
            const NodeId before = outline_[node].previous;
            const NodeId after = outline_[node].next;
            const NodeId beyond = outline_[after].next;
            if (before != after && before != beyond && outline_.crosses_locally(node)) {
                emit(before, node, beyond);
                outline_.remove(node);
                outline_.remove(after);
                node = beyond;
                loop = beyond;
            }
            node = outline_[node].next;
        } while (node != loop);
        return outline_.without_collinear(node);
    }

    /// Cuts the loop in two along the first diagonal that stays inside.
    void split(NodeId loop) {
        NodeId from = loop;
        do {
            NodeId to = outline_[outline_[from].next].next;
            while (to != outline_[from].previous) {
                if (budget_ == 0) {
                    return;
                }
                --budget_;
                if (outline_[from].vertex != outline_[to].vertex
                    && outline_.is_diagonal(from, to, budget_)) {
                    const NodeId other = outline_.split(from, to);
                    open_.emplace_back(outline_.without_collinear(from), Effort::Clip);
                    open_.emplace_back(outline_.without_collinear(other), Effort::Clip);
                    return;
                }
                to = outline_[to].next;
            }
            from = outline_[from].next;
        } while (from != loop);
    }
};

}  // namespace

void clip_ears(
    std::span<const WorldPoint> vertices,
    std::span<const RingRange> rings,
    std::vector<std::uint32_t>& indices) {
    LinkedOutline outline(vertices, rings);
    if (const auto start = outline.join_rings()) {
        EarClipper(outline, indices).run(*start);
    }
}

}  // namespace salient::geo
