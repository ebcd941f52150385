#pragma once

#include "base/result.hpp"
#include "time/span.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace salient::page {

enum class BlockKind : std::uint8_t {
    Title,
    Heading,
    Paragraph,
    ListItem,
    Quote,
    Caption,
    Boilerplate,  ///< menus, comment forms, "related articles"; only in plain text, where the text stays whole
};

/// A stretch of the article's text that belongs together. Byte offsets, end exclusive, in order, without overlap.
struct Block {
    BlockKind kind = BlockKind::Paragraph;
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(const Block&, const Block&) = default;
};

/// Where a stretch of the text stands in the source's bytes (after conversion to UTF-8).
struct SourceRun {
    std::size_t text_begin = 0;
    std::size_t source_begin = 0;
    std::size_t length = 0;  ///< bytes that are the same in both
};

/// A value of the page's own description, with how it was found.
struct Stated {
    std::string text;  ///< as written
    /// "json-ld", "meta", "time element", "feed", "dateline", "first lines", "url", "file name" or "option"
    std::string method;
};

/// An article as text, with what the page says about itself.
struct Article {
    std::string id;    ///< the file's name without endings, or the id of a JSON line
    std::string path;  ///< where it was read from, or empty
    std::string url;   ///< the page's own address, or empty
    std::string text;  ///< UTF-8; events quote it byte for byte
    std::vector<Block> blocks;
    std::vector<SourceRun> runs;
    std::string title;
    std::string publisher;
    std::string author;
    std::string language;  ///< "en", "uk", "ru", another ISO 639-1 code, or empty when unknown
    std::optional<time::Span> published;  ///< nullopt: the page does not say
    Stated published_evidence;
};

/// What the caller knows beforehand.
struct PageHints {
    std::string id;
    std::string path;
    std::string url;
    std::optional<time::Span> published;  ///< wins over what the page says
};

enum class PageFormat : std::uint8_t { Html, Markdown, PlainText, Feed };

/// RSS, Atom or HTML by the tags near the start, Markdown by its ending, else plain text.
[[nodiscard]] PageFormat guess_format(std::string_view bytes, std::string_view path);

/// Turns the bytes of a page into an article. Any bytes in; ill-formed ones become U+FFFD. Of a feed, the first item.
/// @errors BadFormat: no text at all (an empty file, a picture, an archive).
[[nodiscard]] base::Result<Article> read_page(std::string_view bytes, const PageHints& hints);

/// As `read_page`; the items of an RSS or Atom feed become an article each, with the id `<hints.id>-<number>`.
/// Saved pages (MHTML) are unpacked; theirs and other articles whose text is not in the source byte for byte have no runs.
[[nodiscard]] base::Result<std::vector<Article>> read_pages(
    std::string_view bytes,
    const PageHints& hints);

/// The body alone (paragraphs, headings within, list items, quotes), a blank line between blocks: what `salient text` gives.
[[nodiscard]] std::string body_text(const Article& article);

}  // namespace salient::page
