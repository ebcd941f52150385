#include "geo/linked_outline.hpp"

#include <algorithm>
#include <cmath>

namespace salient::geo {

namespace {

/// Twice the signed area of a triangle; positive when it turns left (x right, y up).
double turn(WorldPoint a, WorldPoint b, WorldPoint c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/// Inside or on the edge of a triangle that turns left.
bool in_triangle(WorldPoint point, WorldPoint a, WorldPoint b, WorldPoint c) {
    return turn(a, b, point) >= 0 && turn(b, c, point) >= 0 && turn(c, a, point) >= 0;
}

/// `point` is on the line of a–b: does it lie between them?
bool between(WorldPoint a, WorldPoint b, WorldPoint point) {
    return point.x <= std::max(a.x, b.x) && point.x >= std::min(a.x, b.x)
           && point.y <= std::max(a.y, b.y) && point.y >= std::min(a.y, b.y);
}

bool segments_meet(WorldPoint a, WorldPoint b, WorldPoint c, WorldPoint d) {
    const double c_side = turn(a, b, c);
    const double d_side = turn(a, b, d);
    const double a_side = turn(c, d, a);
    const double b_side = turn(c, d, b);
    const bool splits_cd = (c_side > 0) != (d_side > 0);
    const bool splits_ab = (a_side > 0) != (b_side > 0);
    if (splits_cd && splits_ab) {
        return true;
    }
    return (c_side == 0 && between(a, b, c)) || (d_side == 0 && between(a, b, d))
           || (a_side == 0 && between(c, d, a)) || (b_side == 0 && between(c, d, b));
}

double signed_area(std::span<const WorldPoint> points) {
    double sum = 0;
    for (std::size_t i = 0, j = points.size() - 1; i < points.size(); j = i++) {
        sum += (points[j].x - points[0].x) * (points[i].y - points[0].y)
               - (points[i].x - points[0].x) * (points[j].y - points[0].y);
    }
    return sum;
}

/// Puts a zero bit between the 16 low bits.
std::uint32_t spread_bits(std::uint32_t value) {
    value = (value | (value << 8U)) & 0x00FF00FFU;
    value = (value | (value << 4U)) & 0x0F0F0F0FU;
    value = (value | (value << 2U)) & 0x33333333U;
    return (value | (value << 1U)) & 0x55555555U;
}

constexpr double kCurveCells = 65'535.0;

}  // namespace

LinkedOutline::LinkedOutline(std::span<const WorldPoint> vertices, std::span<const RingRange> rings)
    : vertices_(vertices),
      rings_(rings) {
    std::size_t count = 0;
    for (const RingRange& ring : rings) {
        count += ring.count + 2U;
    }
    nodes_.reserve(count);
    if (rings.empty() || rings.front().count == 0) {
        return;
    }
    low_ = vertices[rings.front().first];
    WorldPoint high = low_;
    for (const RingRange& ring : rings) {
        for (const WorldPoint point : vertices.subspan(ring.first, ring.count)) {
            low_ = {std::min(low_.x, point.x), std::min(low_.y, point.y)};
            high = {std::max(high.x, point.x), std::max(high.y, point.y)};
        }
    }
    const double side = std::max(high.x - low_.x, high.y - low_.y);
    curve_scale_ = side > 0 ? kCurveCells / side : 0;
}

std::uint32_t LinkedOutline::curve_of(WorldPoint point) const {
    const auto cell = [this](double offset) {
        return static_cast<std::uint32_t>(std::clamp(offset * curve_scale_, 0.0, kCurveCells));
    };
    return spread_bits(cell(point.x - low_.x)) | (spread_bits(cell(point.y - low_.y)) << 1U);
}

NodeId LinkedOutline::add_node(std::uint32_t vertex) {
    OutlineNode node;
    node.vertex = vertex;
    node.point = vertices_[vertex];
    nodes_.push_back(node);
    return static_cast<NodeId>(nodes_.size() - 1);
}

void LinkedOutline::link(NodeId first, NodeId second) {
    nodes_[first].next = second;
    nodes_[second].previous = first;
}

std::optional<NodeId> LinkedOutline::add_ring(const RingRange& range, bool is_outer) {
    if (range.count < 3) {
        return std::nullopt;
    }
    const double area = signed_area(vertices_.subspan(range.first, range.count));
    if (area == 0) {
        return std::nullopt;
    }
    const bool forward = (area > 0) == is_outer;
    const auto first = static_cast<NodeId>(nodes_.size());
    for (std::uint32_t i = 0; i < range.count; ++i) {
        add_node(range.first + (forward ? i : range.count - 1 - i));
    }
    for (std::uint32_t i = 0; i < range.count; ++i) {
        link(first + i, first + (i + 1) % range.count);
    }
    return first;
}

std::optional<NodeId> LinkedOutline::join_rings() {
    if (rings_.empty()) {
        return std::nullopt;
    }
    const auto outer = add_ring(rings_.front(), true);
    if (!outer) {
        return std::nullopt;
    }
    std::vector<NodeId> holes;
    for (const RingRange& range : rings_.subspan(1)) {
        if (const auto hole = add_ring(range, false)) {
            holes.push_back(leftmost(*hole));
        }
    }
    std::sort(holes.begin(), holes.end(), [this](NodeId a, NodeId b) {
        const WorldPoint p = nodes_[a].point;
        const WorldPoint q = nodes_[b].point;
        return p.x != q.x ? p.x < q.x : (p.y != q.y ? p.y < q.y : a < b);
    });
    for (const NodeId hole : holes) {
        const NodeId end = bridge_end(hole, *outer);
        if (end != kNoNode) {
            split(end, hole);
        }
    }
    return outer;
}

NodeId LinkedOutline::leftmost(NodeId loop) const {
    NodeId best = loop;
    for (NodeId id = nodes_[loop].next; id != loop; id = nodes_[id].next) {
        const WorldPoint p = nodes_[id].point;
        const WorldPoint q = nodes_[best].point;
        if (p.x < q.x || (p.x == q.x && p.y < q.y)) {
            best = id;
        }
    }
    return best;
}

/// The western end of the first edge that a ray to the left meets; kNoNode when it meets none.
NodeId LinkedOutline::nearest_left(WorldPoint point, NodeId outer, double& hit_x) const {
    NodeId best = kNoNode;
    hit_x = -std::numeric_limits<double>::infinity();
    NodeId id = outer;
    do {
        const WorldPoint a = nodes_[id].point;
        const NodeId next = nodes_[id].next;
        const WorldPoint b = nodes_[next].point;
        // Edges with the inside on their right-hand side, seen from the left, run downwards.
        if (a.y >= point.y && b.y <= point.y && a.y != b.y) {
            const double x = a.x + (point.y - a.y) * (b.x - a.x) / (b.y - a.y);
            if (x <= point.x && x > hit_x) {
                hit_x = x;
                best = a.x < b.x ? id : next;
            }
        }
        id = next;
    } while (id != outer);
    return best;
}

/// The corner of the outer loop that the hole's leftmost corner can be joined to.
NodeId LinkedOutline::bridge_end(NodeId hole, NodeId outer) const {
    const WorldPoint point = nodes_[hole].point;
    double hit_x = 0;
    const NodeId candidate = nearest_left(point, outer, hit_x);
    if (candidate == kNoNode) {
        return kNoNode;
    }
    const WorldPoint corner = nodes_[candidate].point;
    const WorldPoint hit{hit_x, point.y};
    // A corner inside the triangle point–hit–corner would block the bridge: take the one at the flattest angle.
    const bool above = corner.y > point.y;
    const WorldPoint a = above ? point : hit;
    const WorldPoint b = above ? hit : point;
    NodeId best = candidate;
    double flattest = std::numeric_limits<double>::infinity();
    NodeId id = outer;
    do {
        const WorldPoint p = nodes_[id].point;
        if (p.x <= point.x && p.x >= corner.x && in_triangle(p, b, a, corner)
            && opens_towards(id, point)) {
            const double run = point.x - p.x;
            const double rise = std::abs(point.y - p.y);
            const double slope =
                run > 0 ? rise / run : (rise == 0 ? 0.0 : std::numeric_limits<double>::max());
            if (slope < flattest || (slope == flattest && is_better_end(id, best))) {
                best = id;
                flattest = slope;
            }
        }
        id = nodes_[id].next;
    } while (id != outer);
    return best;
}

/// Of two ends in the same direction: the nearer one; of twins at one place, the one whose corner lies in the other's.
bool LinkedOutline::is_better_end(NodeId id, NodeId best) const {
    const WorldPoint here = nodes_[id].point;
    const WorldPoint there = nodes_[best].point;
    if (here.x != there.x) {
        return here.x > there.x;
    }
    const WorldPoint best_before = nodes_[nodes_[best].previous].point;
    const WorldPoint best_after = nodes_[nodes_[best].next].point;
    return turn(best_before, there, nodes_[nodes_[id].previous].point) > 0
           && turn(nodes_[nodes_[id].next].point, there, best_after) > 0;
}

void LinkedOutline::order_along_curve(NodeId loop) {
    std::vector<std::pair<std::uint32_t, NodeId>> order;
    NodeId id = loop;
    do {
        nodes_[id].curve = curve_of(nodes_[id].point);
        order.emplace_back(nodes_[id].curve, id);
        id = nodes_[id].next;
    } while (id != loop);
    std::sort(order.begin(), order.end());
    NodeId previous = kNoNode;
    for (const auto& [curve, node] : order) {
        nodes_[node].curve_previous = previous;
        nodes_[node].curve_next = kNoNode;
        if (previous != kNoNode) {
            nodes_[previous].curve_next = node;
        }
        previous = node;
    }
}

void LinkedOutline::remove(NodeId id) {
    const OutlineNode& node = nodes_[id];
    link(node.previous, node.next);
    if (node.curve_previous != kNoNode) {
        nodes_[node.curve_previous].curve_next = node.curve_next;
    }
    if (node.curve_next != kNoNode) {
        nodes_[node.curve_next].curve_previous = node.curve_previous;
    }
}

NodeId LinkedOutline::without_collinear(NodeId loop) {
    NodeId id = loop;
    NodeId stop = loop;
    bool again = false;
    do {
        again = false;
        const NodeId before = nodes_[id].previous;
        const NodeId after = nodes_[id].next;
        if (before == after) {
            break;
        }
        const bool repeats = nodes_[id].point == nodes_[after].point;
        if (repeats || turn(nodes_[before].point, nodes_[id].point, nodes_[after].point) == 0) {
            remove(id);
            id = before;
            stop = before;
            again = true;
        } else {
            id = after;
        }
    } while (again || id != stop);
    return id;
}

NodeId LinkedOutline::split(NodeId from, NodeId to) {
    const NodeId from_twin = add_node(nodes_[from].vertex);
    const NodeId to_twin = add_node(nodes_[to].vertex);
    const NodeId after_from = nodes_[from].next;
    const NodeId before_to = nodes_[to].previous;
    link(from, to);
    link(from_twin, after_from);
    link(before_to, to_twin);
    link(to_twin, from_twin);
    return to_twin;
}

bool LinkedOutline::blocks(NodeId id, NodeId a, NodeId b, NodeId c) const {
    const WorldPoint p = nodes_[id].point;
    if (id == a || id == c || p == nodes_[a].point || p == nodes_[c].point) {
        return false;
    }
    return in_triangle(p, nodes_[a].point, nodes_[b].point, nodes_[c].point)
           && turn(nodes_[nodes_[id].previous].point, p, nodes_[nodes_[id].next].point) <= 0;
}

bool LinkedOutline::is_ear(NodeId id, std::size_t& budget) const {
    const NodeId a = nodes_[id].previous;
    const NodeId c = nodes_[id].next;
    const WorldPoint pa = nodes_[a].point;
    const WorldPoint pb = nodes_[id].point;
    const WorldPoint pc = nodes_[c].point;
    if (turn(pa, pb, pc) <= 0) {
        return false;
    }
    const WorldPoint low{std::min({pa.x, pb.x, pc.x}), std::min({pa.y, pb.y, pc.y})};
    const WorldPoint high{std::max({pa.x, pb.x, pc.x}), std::max({pa.y, pb.y, pc.y})};
    const std::uint32_t first = curve_of(low);
    const std::uint32_t last = curve_of(high);
    const auto blocked_by = [&](NodeId other) {
        const WorldPoint p = nodes_[other].point;
        return p.x >= low.x && p.x <= high.x && p.y >= low.y && p.y <= high.y && other != id
               && blocks(other, a, id, c);
    };
    NodeId down = nodes_[id].curve_previous;
    NodeId up = nodes_[id].curve_next;
    while ((down != kNoNode && nodes_[down].curve >= first)
           || (up != kNoNode && nodes_[up].curve <= last)) {
        if (budget == 0) {
            return false;
        }
        --budget;
        if (down != kNoNode && nodes_[down].curve >= first) {
            if (blocked_by(down)) {
                return false;
            }
            down = nodes_[down].curve_previous;
        }
        if (up != kNoNode && nodes_[up].curve <= last) {
            if (blocked_by(up)) {
                return false;
            }
            up = nodes_[up].curve_next;
        }
    }
    return true;
}

bool LinkedOutline::opens_towards(NodeId id, WorldPoint point) const {
    const WorldPoint before = nodes_[nodes_[id].previous].point;
    const WorldPoint here = nodes_[id].point;
    const WorldPoint after = nodes_[nodes_[id].next].point;
    const bool left_of_after = turn(here, after, point) >= 0;
    const bool left_of_before = turn(before, here, point) >= 0;
    const bool convex = turn(before, here, after) > 0;
    return convex ? left_of_after && left_of_before : left_of_after || left_of_before;
}

bool LinkedOutline::crosses_locally(NodeId id) const {
    const NodeId before = nodes_[id].previous;
    const NodeId after = nodes_[id].next;
    const NodeId beyond = nodes_[after].next;
    const WorldPoint a = nodes_[before].point;
    const WorldPoint b = nodes_[beyond].point;
    return !(a == b) && segments_meet(a, nodes_[id].point, nodes_[after].point, b)
           && opens_towards(before, b) && opens_towards(beyond, a);
}

bool LinkedOutline::is_diagonal(NodeId from, NodeId to, std::size_t& budget) const {
    const WorldPoint a = nodes_[from].point;
    const WorldPoint b = nodes_[to].point;
    if (a == b || !opens_towards(from, b) || !opens_towards(to, a)) {
        return false;
    }
    bool middle_inside = false;
    const WorldPoint middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
    NodeId id = from;
    do {
        const NodeId next = nodes_[id].next;
        const WorldPoint p = nodes_[id].point;
        const WorldPoint q = nodes_[next].point;
        if (budget == 0) {
            return false;
        }
        --budget;
        const bool shares_end = p == a || p == b || q == a || q == b;
        if (!shares_end && segments_meet(a, b, p, q)) {
            return false;
        }
        if ((p.y > middle.y) != (q.y > middle.y)
            && middle.x < (q.x - p.x) * (middle.y - p.y) / (q.y - p.y) + p.x) {
            middle_inside = !middle_inside;
        }
        id = next;
    } while (id != from);
    return middle_inside;
}

}  // namespace salient::geo
