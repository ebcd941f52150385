#include "scene/labels.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <unordered_map>

namespace salient::scene {

namespace {

RectPx at(PointPx anchor, const RectPx& box) {
    return {anchor.x + box.x, anchor.y + box.y, box.width, box.height};
}

bool overlap(const RectPx& a, const RectPx& b, float padding) {
    return a.x < b.x + b.width + padding && b.x < a.x + a.width + padding
           && a.y < b.y + b.height + padding && b.y < a.y + a.height + padding;
}

// Taken rectangles in cells, so that a look-up touches neighbours only.
class Taken {
public:
    explicit Taken(float padding) : padding_(padding) {}

    [[nodiscard]] bool is_free(const RectPx& box) const {
        bool free = true;
        visit(box, padding_, [&](std::uint64_t key) {
            const auto found = cells_.find(key);
            if (free && found != cells_.end()) {
                free = std::none_of(
                    found->second.begin(),
                    found->second.end(),
                    [&](const RectPx& other) { return overlap(box, other, padding_); });
            }
        });
        return free;
    }
    void take(const RectPx& box) {
        visit(box, 0, [&](std::uint64_t key) { cells_[key].push_back(box); });
    }

private:
    static constexpr float kCellPx = 96;
    float padding_;
    std::unordered_map<std::uint64_t, std::vector<RectPx>> cells_;

    template <class Visitor>
    static void visit(const RectPx& box, float padding, const Visitor& visitor) {
        const auto cell = [](float value) {
            return static_cast<std::int32_t>(std::floor(value / kCellPx));
        };
        for (std::int32_t y = cell(box.y - padding); y <= cell(box.y + box.height + padding); ++y) {
            for (std::int32_t x = cell(box.x - padding); x <= cell(box.x + box.width + padding);
                 ++x) {
                visitor(
                    std::uint64_t{static_cast<std::uint32_t>(x)} << 32U
                    | static_cast<std::uint32_t>(y));
            }
        }
    }
};

}  // namespace

std::vector<PlacedLabel> place_labels(
    std::span<const LabelCandidate> candidates,
    float padding_px) {
    std::vector<std::size_t> order(candidates.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const LabelCandidate& first = candidates[a];
        const LabelCandidate& second = candidates[b];
        return first.priority != second.priority ? first.priority > second.priority
                                                 : first.id < second.id;
    });
    Taken taken(padding_px);
    std::vector<PlacedLabel> placed;
    for (const std::size_t index : order) {
        const LabelCandidate& candidate = candidates[index];
        assert(!candidate.boxes.empty());
        const bool has_mark = candidate.mark.width > 0;
        const RectPx mark = at(candidate.anchor, candidate.mark);
        if (has_mark && !taken.is_free(mark)) {
            continue;
        }
        for (std::size_t box = 0; box < candidate.boxes.size(); ++box) {
            const RectPx rect = at(candidate.anchor, candidate.boxes[box]);
            if (!taken.is_free(rect)) {
                continue;
            }
            taken.take(rect);
            if (has_mark) {
                taken.take(mark);
            }
            placed.push_back({index, box});
            break;
        }
    }
    return placed;
}

}  // namespace salient::scene
