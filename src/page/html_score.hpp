#pragma once

#include "page/html_names.hpp"
#include "page/html_tree.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace salient::page {

/// Which nodes of a page are what.
struct PageParts {
    std::vector<std::size_t>
        body;  ///< elements that together hold the article, in document order, none in another
    std::vector<bool> furniture;   ///< for each node: it and all below are no part of an article
    std::vector<NameHints> names;  ///< for each node
};

/// Finds the elements that hold the article's body.
///
/// Prose is text of blocks that are long or end like a sentence, without its links. Elements named or tagged as furniture count as such only
/// while they hold little of the page's prose. The body is what a system's usual name or `itemprop="articleBody"` marks, else `<article>`,
/// `<main>` or the page, narrowed down as long as one child holds nearly all prose.
/// @source after Readability (C. Brewer, Arc90, 2010) and trafilatura (A. Barbaresi, ACL 2021); thresholds measured on news pages
[[nodiscard]] PageParts find_parts(const HtmlTree& tree);

}  // namespace salient::page
