#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace salient::page {

// What a line of a page is by its own words, in English, Ukrainian, Russian and some neighbours.

/// Latin and Cyrillic letters in lower case, white space at both ends cut off; only the first 160 bytes.
[[nodiscard]] std::string lower_start(std::string_view line);

/// A short line that stands around articles: "Share this", "Read more: …", "Advertisement", "Читайте також".
[[nodiscard]] bool is_furniture_line(std::string_view line);

/// A short line from which on nothing belongs to the article: "Related articles", "Leave a reply".
[[nodiscard]] bool is_article_end(std::string_view line);

/// "By Ann Lee", "Автор: …": a short line that names who wrote it.
[[nodiscard]] bool is_byline(std::string_view line);

/// A line that is a date of publication, with little else: a weekday, a clock time, "Published".
[[nodiscard]] bool is_date_line(std::string_view line);

/// Ends with who took the picture, in brackets, or starts with "Photo:": what stands under pictures.
[[nodiscard]] bool is_caption_line(std::string_view line);

/// The last character closes a sentence or introduces the next.
[[nodiscard]] bool ends_like_a_sentence(std::string_view line);

/// Pieces between white space.
[[nodiscard]] std::size_t count_words(std::string_view line);

}  // namespace salient::page
