#pragma once

#include "page/article.hpp"

#include <string_view>
#include <vector>

struct GumboInternalNode;

namespace salient::page {

/// Appends the article's body to `article.text`, with its blocks and runs.
///
/// Paragraphs score for their length and commas, pass the score to what holds them, links and tell-tale names cost;
/// the element with the highest score and its like-scored neighbours are the body.
/// @source the method of Readability (C. Brewer, Arc90, 2010), weights measured here
///
/// @param html  the source that the nodes point into
/// @param root  the `html` element
void append_html_body(const GumboInternalNode& root, std::string_view html, Article& article);

}  // namespace salient::page
