#pragma once

#include "base/result.hpp"
#include "page/article.hpp"
#include "time/span.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace salient::app {

/// A piece of input that is read on its own: a file, or one line of JSON lines.
struct ArticleSource {
    std::string where;  ///< the file, or file and line
    std::string line;   ///< a JSON line; empty for a file
    bool is_line = false;
};

/// Hands over the pieces of files, folders (sorted by name) and `-` (JSON lines on standard input), in order.
/// A file ending in .jsonl or .ndjson (also .gz) or starting with a brace is read as JSON lines, one at a time.
void for_each_source(
    const std::vector<std::string>& inputs,
    const std::function<void(ArticleSource)>& take);

/// The article of a file or line, the items of a feed, or one error.
/// @thread any, shares nothing
[[nodiscard]] std::vector<base::Result<page::Article>> read_source(
    const ArticleSource& source,
    const std::optional<time::Span>& published);

/// Reads one page; gzip is undone. Of a feed, the first item.
/// @errors NotFound, Io, LimitExceeded: the file cannot be read; BadFormat: it has no text.
[[nodiscard]] base::Result<page::Article> read_article(
    const std::string& path,
    const std::optional<time::Span>& published);

/// A page out of a JSON line {"id", "text" or "html", "doc_date", "url", "title"}.
/// @param where  file and line, for messages
[[nodiscard]] base::Result<page::Article> article_from_json(
    const std::string& line,
    const std::string& where);

/// `for_each_source` and `read_source` one after the other: every article or the error it cost.
void for_each_article(
    const std::vector<std::string>& inputs,
    const std::optional<time::Span>& published,
    const std::function<void(base::Result<page::Article>)>& take);

}  // namespace salient::app
