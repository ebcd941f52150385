#pragma once

#include "page/article.hpp"

#include <string_view>

namespace salient::page {

/// Fills text, blocks, title and publication date from plain text, such as a page copied with its menus.
/// The text stays whole, byte for byte; lines that are not the article are marked as boilerplate.
void read_plain_text(std::string_view text, Article& article);

/// As above for Markdown: front matter, rules and the marks of headings, emphasis, links and quotes are left out of the
/// text; runs lead back to the source.
void read_markdown(std::string_view text, Article& article);

}  // namespace salient::page
