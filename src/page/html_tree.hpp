#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace salient::page {

struct GumboDeleter {
    void operator()(GumboOutput* output) const {
        gumbo_destroy_output(&kGumboDefaultOptions, output);
    }
};
using GumboTree = std::unique_ptr<GumboOutput, GumboDeleter>;

/// Parses HTML. Gumbo frees its tree by recursion, so pages nested deeper than 4,000 elements are refused.
/// @param html  must outlive the tree: nodes point into it
/// @return null when the nesting is too deep
[[nodiscard]] GumboTree parse_html(std::string_view html);

/// The value of an attribute, or empty.
[[nodiscard]] std::string_view attribute(const GumboNode& node, const char* name);
[[nodiscard]] bool is_element(const GumboNode& node, GumboTag tag);
/// The children of an element, nothing for other nodes.
[[nodiscard]] std::vector<const GumboNode*> children(const GumboNode& node);
/// All text below, white space folded.
[[nodiscard]] std::string text_of(const GumboNode& node);
/// `class` and `id`, lower case, with a space between.
[[nodiscard]] std::string class_and_id(const GumboNode& node);
/// True when a word of the list occurs in the text.
[[nodiscard]] bool has_any(std::string_view text, const std::vector<std::string_view>& words);

/// Elements that start a line of their own.
[[nodiscard]] bool is_block_tag(GumboTag tag);

}  // namespace salient::page
