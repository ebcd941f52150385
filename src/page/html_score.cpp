#include "page/html_score.hpp"

#include "page/html_prose.hpp"

#include <algorithm>
#include <cctype>

namespace salient::page {

namespace {

// Shares of the page's prose from which an element is no furniture, whatever it is called.
constexpr double kTooLargeForFurniture = 0.35;
constexpr double kTooLargeForReactions = 0.8;
constexpr double kNamedBodyShare = 0.3;  // of the page's prose, for a named element to be the body
constexpr double kNarrowShare = 0.85;    // a child with this much of its parent's prose replaces it

bool is_furniture_tag(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_NAV:
        case GUMBO_TAG_FOOTER:
        case GUMBO_TAG_ASIDE:
        case GUMBO_TAG_FORM:
        case GUMBO_TAG_BUTTON:
        case GUMBO_TAG_SELECT:
        case GUMBO_TAG_TEXTAREA:
        case GUMBO_TAG_LABEL:
        case GUMBO_TAG_SVG:
        case GUMBO_TAG_OBJECT:
        case GUMBO_TAG_VIDEO:
        case GUMBO_TAG_AUDIO:
        case GUMBO_TAG_CANVAS:
            return true;
        default:
            return false;
    }
}

bool is_hidden(const HtmlTree& tree, std::size_t node) {
    if (tree.has_attribute(node, "hidden") || tree.attribute(node, "aria-hidden") == "true") {
        return true;
    }
    std::string style(tree.attribute(node, "style").substr(0, 400));
    style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
    return style.find("display:none") != std::string::npos
           || style.find("visibility:hidden") != std::string::npos;
}

bool has_furniture_role(const HtmlTree& tree, std::size_t node) {
    const std::string_view role = tree.attribute(node, "role");
    return role == "navigation" || role == "complementary" || role == "banner"
           || role == "contentinfo" || role == "dialog" || role == "search";
}

class PartFinder {
public:
    explicit PartFinder(const HtmlTree& tree) : tree_(tree) {
        parts_.furniture.assign(tree.size(), false);
        parts_.names.resize(tree.size());
        for (std::size_t i = 0; i < tree.size(); ++i) {
            if (tree[i].kind == Node::Kind::Element) {
                parts_.names[i] = name_hints(name_words(tree, i));
            }
        }
    }

    PageParts run() {
        hide_invisible();
        measure_prose();
        hide_hidden();
        mark_furniture();
        measure_prose();
        choose();
        return std::move(parts_);
    }

private:
    const HtmlTree& tree_;
    PageParts parts_;
    std::vector<std::size_t> prose_;  // at and below each node

    void mark(std::size_t node) {
        std::fill(
            parts_.furniture.begin() + static_cast<std::ptrdiff_t>(node),
            parts_.furniture.begin() + static_cast<std::ptrdiff_t>(tree_[node].end),
            true);
    }

    void hide_invisible() {
        for (std::size_t i = 0; i < tree_.size(); ++i) {
            if (!parts_.furniture[i] && is_invisible_tag(tree_[i].tag)) {
                mark(i);
            }
        }
    }

    /// Hidden elements are no part of the page, unless scripts would show them: when little prose is left without them.
    void hide_hidden() {
        std::vector<std::size_t> hidden;
        std::size_t hidden_prose = 0;
        for (std::size_t i = 1; i < tree_.size();) {
            const bool hides = tree_[i].kind == Node::Kind::Element && !parts_.furniture[i]
                               && tree_[i].tag != GUMBO_TAG_BODY && is_hidden(tree_, i);
            if (hides) {
                hidden.push_back(i);
                hidden_prose += prose_[i];
            }
            i = hides ? tree_[i].end : i + 1;
        }
        if (hidden_prose * 4 > prose_[0] * 3) {
            return;
        }
        std::for_each(hidden.begin(), hidden.end(), [&](std::size_t node) { mark(node); });
        measure_prose();
    }

    void measure_prose() { prose_ = prose_below(tree_, parts_.furniture); }

    double share(std::size_t node) const {
        return prose_[0] == 0 ? 0
                              : static_cast<double>(prose_[node]) / static_cast<double>(prose_[0]);
    }

    void mark_furniture() {
        for (std::size_t i = 1; i < tree_.size(); ++i) {
            const Node& node = tree_[i];
            if (parts_.furniture[i] || node.kind != Node::Kind::Element
                || node.tag == GUMBO_TAG_BODY) {
                continue;
            }
            const NameHints& names = parts_.names[i];
            const bool furniture =
                names.furniture || is_furniture_tag(node.tag) || has_furniture_role(tree_, i);
            const double prose_share = share(i);
            if ((names.reactions && prose_share < kTooLargeForReactions)
                || (furniture && prose_share < (names.body ? 0.1 : kTooLargeForFurniture))) {
                mark(i);
            }
        }
    }

    bool is_named_body(std::size_t i) const {
        if (parts_.furniture[i] || tree_[i].kind != Node::Kind::Element
            || tree_[i].tag == GUMBO_TAG_BODY || tree_[i].tag == GUMBO_TAG_HTML) {
            return false;
        }
        return parts_.names[i].body
               || tree_.attribute(i, "itemprop").find("articleBody") != std::string_view::npos;
    }

    /// The outermost elements for which `accept` holds and that hold prose.
    template <typename Accept>
    std::vector<std::size_t> outermost(const Accept& accept) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 1; i < tree_.size();) {
            if (!parts_.furniture[i] && prose_[i] > 0 && accept(i)) {
                found.push_back(i);
                i = tree_[i].end;
            } else {
                ++i;
            }
        }
        return found;
    }

    std::size_t prose_of(const std::vector<std::size_t>& nodes) const {
        std::size_t sum = 0;
        for (const std::size_t node : nodes) {
            sum += prose_[node];
        }
        return sum;
    }

    void choose() {
        if (prose_[0] == 0) {
            parts_.body = {0};
            return;
        }
        const auto enough = [&](const std::vector<std::size_t>& nodes, double needed) {
            return static_cast<double>(prose_of(nodes)) >= needed * static_cast<double>(prose_[0]);
        };
        const auto named = outermost([&](std::size_t i) { return is_named_body(i); });
        if (enough(named, kNamedBodyShare)) {
            for (const std::size_t node : named) {
                parts_.body.push_back(narrow(node));
            }
            return;
        }
        const auto articles =
            outermost([&](std::size_t i) { return tree_[i].tag == GUMBO_TAG_ARTICLE; });
        if (enough(articles, 0.5)) {
            const std::size_t largest =
                *std::max_element(articles.begin(), articles.end(), [&](auto a, auto b) {
                    return prose_[a] < prose_[b];
                });
            if (prose_[largest] * 2 > prose_of(articles)) {
                parts_.body = {narrow(largest)};
                return;
            }
        }
        parts_.body = {narrow(0)};
    }

    /// Goes down while one child holds nearly all of the prose.
    std::size_t narrow(std::size_t node) const {
        while (true) {
            std::size_t best = node;
            for (std::size_t child = node + 1; child < tree_[node].end; child = tree_[child].end) {
                const bool more = best == node || prose_[child] > prose_[best];
                best = tree_[child].kind == Node::Kind::Element && more ? child : best;
            }
            const bool nearly_all = best != node
                                    && static_cast<double>(prose_[best])
                                           >= kNarrowShare * static_cast<double>(prose_[node]);
            if (!nearly_all || tree_[best].tag == GUMBO_TAG_P || tree_[best].tag == GUMBO_TAG_TR) {
                return node;
            }
            node = best;
        }
    }
};

}  // namespace

PageParts find_parts(const HtmlTree& tree) {
    return PartFinder(tree).run();
}

}  // namespace salient::page
