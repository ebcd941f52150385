#pragma once

#include <gumbo.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace salient::page {

struct GumboDeleter {
    void operator()(GumboOutput* output) const {
        gumbo_destroy_output(&kGumboDefaultOptions, output);
    }
};

/// One node of a page, in document order.
struct Node {
    enum class Kind : std::uint8_t { Element, Text, Space };
    const GumboNode* source = nullptr;
    Kind kind = Kind::Element;
    GumboTag tag = GUMBO_TAG_UNKNOWN;  ///< of elements
    std::size_t parent = 0;            ///< the root is its own parent
    std::size_t end = 0;               ///< one behind its last descendant
    std::size_t length = 0;            ///< bytes of text below, without white space and scripts
    std::size_t link_length = 0;       ///< those that stand in links
};

/// A parsed page as a flat list: node `i`'s descendants are `i + 1` to `nodes()[i].end`.
/// Parsing, sizes and walks take linear time and no recursion, whatever the page.
class HtmlTree {
public:
    explicit HtmlTree(std::string_view html);

    [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
    [[nodiscard]] const Node& operator[](std::size_t index) const { return nodes_[index]; }
    [[nodiscard]] std::size_t size() const { return nodes_.size(); }
    /// What the text nodes point into: as long as the page, some tags blanked (tag_filter.hpp).
    [[nodiscard]] std::string_view source() const { return source_; }

    /// The value of an attribute, or empty.
    [[nodiscard]] std::string_view attribute(std::size_t node, const char* name) const;
    [[nodiscard]] bool has_attribute(std::size_t node, const char* name) const;
    /// All text below, white space folded, scripts and styles left out.
    [[nodiscard]] std::string text_of(std::size_t node) const;
    /// The decoded text of a text node.
    [[nodiscard]] std::string_view text(std::size_t node) const;
    [[nodiscard]] bool is_inside(std::size_t node, std::size_t ancestor) const {
        return node >= ancestor && node < nodes_[ancestor].end;
    }

private:
    std::string source_;
    std::unique_ptr<GumboOutput, GumboDeleter> output_;
    std::vector<Node> nodes_;

    void flatten();
    void measure();
};

/// Elements that start a line of their own.
[[nodiscard]] bool is_block_tag(GumboTag tag);
/// `<h1>` to `<h6>`.
[[nodiscard]] bool is_heading_tag(GumboTag tag);
/// Elements whose text is never shown: scripts, styles, templates, the head.
[[nodiscard]] bool is_invisible_tag(GumboTag tag);

}  // namespace salient::page
