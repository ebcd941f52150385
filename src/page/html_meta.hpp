#pragma once

#include "page/article.hpp"

struct GumboInternalNode;

namespace salient::page {

/// What the page says about itself: JSON-LD, meta elements, `<time>`, `<h1>`, `<title>`, `<html lang>`.
/// Fills title, publisher, author, url, language, published and its evidence where they are still empty.
void read_html_metadata(const GumboInternalNode& root, Article& article);

}  // namespace salient::page
