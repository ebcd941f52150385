#pragma once

#include "page/article.hpp"
#include "page/html_tree.hpp"

namespace salient::page {

/// Appends the article's body to `article.text`, with its blocks, captions and runs.
void append_html_body(const HtmlTree& tree, Article& article);

}  // namespace salient::page
