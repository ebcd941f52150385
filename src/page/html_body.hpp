#pragma once

#include "page/article.hpp"
#include "page/html_tree.hpp"

#include <string_view>

namespace salient::page {

/// Appends the article's body to `article.text`, with its blocks, captions and runs.
/// @param stated_body  the text that the page's own JSON-LD gives, or empty
void append_html_body(const HtmlTree& tree, std::string_view stated_body, Article& article);

}  // namespace salient::page
