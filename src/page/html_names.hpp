#pragma once

#include "page/html_tree.hpp"

#include <string>
#include <string_view>

namespace salient::page {

/// What the classes and the id of an element say it is for.
struct NameHints {
    bool body = false;  ///< "article-body", "entry-content": where systems put the article itself
    bool container = false;  ///< "content", "story", "post": somewhere around it
    bool furniture = false;  ///< "sidebar", "share", "newsletter": page furniture, if small
    bool reactions = false;  ///< "comments", "related": never the article, even when long
    bool caption = false;    ///< "caption", "photo-credit"
};

/// Classes and id as words: each name between bars, camel case and marks split, lower case: `| article body | main |`.
/// Names that only say what else is on the page ("has-sidebar", "no-comments") are left out.
[[nodiscard]] std::string name_words(const HtmlTree& tree, std::size_t node);

[[nodiscard]] NameHints name_hints(std::string_view words);

}  // namespace salient::page
