#pragma once

#include <gumbo.h>

#include <unordered_set>
#include <vector>

namespace salient::page {

/// Elements that never hold the article: scripts, navigation, forms, and what is hidden or named like page furniture.
[[nodiscard]] bool is_furniture(const GumboNode& node);

/// The elements that together hold the article's body, in document order; empty when nothing scores.
[[nodiscard]] std::vector<const GumboNode*> find_body(const GumboNode& root);

/// Text length without folded white space, and how much of it stands in links.
struct TextSize {
    double length = 0;
    double link_length = 0;
    [[nodiscard]] double link_share() const { return length > 0 ? link_length / length : 0; }
};
[[nodiscard]] TextSize text_size(const GumboNode& node);

}  // namespace salient::page
