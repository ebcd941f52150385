#pragma once

#include "page/article.hpp"

#include <string_view>

namespace salient::page {

/// Sets the publication date and its evidence when none is known yet and the text holds one.
void set_published(Article& article, std::string_view text, std::string_view method);

/// Sets a field that is still empty.
void set_if_empty(std::string& field, std::string_view value);

/// A line "key: value" as front matter and scraped pages have it: title, date, author, publisher, address fill the
/// article's empty fields; dates of scraping or updating do not count.
/// @return  the line is such a pair, used or not
bool read_field(std::string_view line, Article& article);

/// A full date in front of the first dash of a paragraph: "KYIV, Jan. 12, 2025 (Agency) — …".
void read_dateline(std::string_view paragraph, Article& article);

}  // namespace salient::page
