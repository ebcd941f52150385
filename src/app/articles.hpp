#pragma once

#include "base/result.hpp"
#include "page/article.hpp"
#include "time/span.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace salient::app {

/// Reads one page; gzip is undone.
/// @errors NotFound, Io, LimitExceeded: the file cannot be read; BadFormat: it has no text.
[[nodiscard]] base::Result<page::Article> read_article(
    const std::string& path,
    const std::optional<time::Span>& published);

/// A page out of a JSON line {"id", "text" or "html", "doc_date", "url", "title"}.
/// @param where  file and line, for messages
[[nodiscard]] base::Result<page::Article> article_from_json(
    const std::string& line,
    const std::string& where);

/// Hands over every article of files, folders (sorted by name) and `-` (JSON lines on standard input), in order and one at a time.
/// A file ending in .jsonl is read as JSON lines. One that cannot be read is handed over as its error.
void for_each_article(
    const std::vector<std::string>& inputs,
    const std::optional<time::Span>& published,
    const std::function<void(base::Result<page::Article>)>& take);

}  // namespace salient::app
