#pragma once

#include "page/article.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace salient::page {

/// A text node of a block.
struct HtmlPiece {
    std::size_t node = 0;
    bool space_before =
        false;  ///< white space or a cell's border stands between it and the piece before
};

/// A paragraph, heading or list item found inside a page's body.
struct HtmlBlock {
    BlockKind kind = BlockKind::Paragraph;  ///< `Title` for `<h1>`
    std::string text;                       ///< white space folded
    std::vector<HtmlPiece> pieces;          ///< in order
    std::size_t link_length = 0;            ///< bytes of the text that stand in links
};

/// Takes out what stands inside bodies without being article: "Read more" lines, bylines and dates in front of the first paragraph,
/// the title said again, headings and short lines behind the last, anything twice.
void remove_furniture(std::vector<HtmlBlock>& blocks, std::string_view title);

}  // namespace salient::page
