#pragma once

#include "page/article.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace salient::page {

/// What Markdown says of a line; plain text has none of it.
struct LineNote {
    std::size_t begin = 0;          ///< of the line in the text
    std::size_t heading_level = 0;  ///< number of `#`, 0 for none
    bool is_item = false;
    bool is_quote = false;
    std::size_t link_length = 0;  ///< bytes of the line's text that stand in links
};

/// A block of text with what is known of its look.
struct TextBlock {
    Block block;
    std::size_t heading_level = 0;
    std::size_t link_length = 0;
};

/// Cuts a text at empty lines; lines in between stay together when they were wrapped by hand, else each is a block.
/// @param notes  in order, for some of the lines
[[nodiscard]] std::vector<TextBlock> split_blocks(
    std::string_view text,
    const std::vector<LineNote>& notes);

/// Decides for each block what it is, finds title, date, author and address in the first ones, and fills the article's blocks.
/// Needs `article.text`; fields that are filled already stay.
void classify_blocks(std::vector<TextBlock> blocks, Article& article);

}  // namespace salient::page
