#pragma once

#include "page/article.hpp"
#include "page/html_tree.hpp"

#include <string>

namespace salient::page {

/// What the page says about itself: JSON-LD, meta elements, `<time>`, `<h1>`, `<title>`, `<html lang>`.
/// Fills title, publisher, author, url, language, published and its evidence where they are still empty.
/// @return  the body's text where JSON-LD gives it (`articleBody`), or empty
std::string read_html_metadata(const HtmlTree& tree, Article& article);

}  // namespace salient::page
