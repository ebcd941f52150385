#pragma once

#include "scene/scene.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace salient::scene {

/// One label that wants to be drawn.
struct LabelCandidate {
    std::string id;       ///< unique among the candidates
    double priority = 0;  ///< larger is placed first
    PointPx anchor;       ///< of the labelled thing
    /// Boxes the text may take, the best first, relative to the anchor. Never empty.
    std::vector<RectPx> boxes;
    /// Around the anchor, kept free for the thing's own mark; of no size when there is none.
    RectPx mark;
};

/// A candidate that found room.
struct PlacedLabel {
    std::size_t candidate = 0;  ///< index into the candidates
    std::size_t box = 0;        ///< index into its boxes
    friend bool operator==(const PlacedLabel&, const PlacedLabel&) = default;
};

/// Chooses which labels are drawn and where, so that no two boxes overlap, nor a box another label's mark.
///
/// Greedy by priority, then by id: O(n log n) for labels of bounded size. The result depends on the arguments only, never
/// on an edge of the screen or the previous frame: give it the same surroundings and it gives the same labels.
///
/// @param candidates  any order
/// @param padding_px  free space kept between boxes, >= 0
/// @return  placed labels, highest priority first; empty when there are no candidates
/// @pre     ids are unique, boxes are not empty
[[nodiscard]] std::vector<PlacedLabel> place_labels(
    std::span<const LabelCandidate> candidates,
    float padding_px);

}  // namespace salient::scene
