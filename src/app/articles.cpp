#include "app/articles.hpp"

#include "base/resources.hpp"
#include "io/file_bytes.hpp"
#include "io/json_texts.hpp"
#include "time/text.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <istream>
#include <sstream>
#include <string_view>
#include <system_error>
#include <utility>

namespace salient::app {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kMaxArticleBytes = std::uintmax_t{64} << 20U;

/// The file's name without its endings: `page.html.gz` is `page`.
std::string stem_of(const fs::path& path) {
    std::string name = path.filename().string();
    return name.substr(0, std::max<std::size_t>(1, name.find('.')));
}

/// Without `.gz`.
std::string ending_of(const fs::path& path) {
    return path.extension() == ".gz" ? path.stem().extension().string() : path.extension().string();
}

void read_lines(
    std::istream& in,
    const std::string& name,
    const std::function<void(ArticleSource)>& take) {
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.find_first_not_of(" \t\r") != std::string::npos) {
            take({name + ":" + std::to_string(number), std::move(line), true});
        }
    }
}

/// By its name, or by the brace it starts with.
bool is_json_lines(const fs::path& path) {
    const std::string ending = ending_of(path);
    if (ending == ".jsonl" || ending == ".ndjson") {
        return true;
    }
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) {
        return false;  // looking into a pipe would eat from it
    }
    std::ifstream in(path, std::ios::binary);
    return in.peek() == '{';
}

bool is_page(const fs::path& path) {
    static constexpr auto kEndings = std::to_array<std::string_view>(
        {".txt",
         ".html",
         ".htm",
         ".md",
         ".markdown",
         ".xhtml",
         ".mhtml",
         ".mht",
         ".xml",
         ".rss",
         ".atom",
         ".jsonl",
         ".ndjson"});
    return std::find(kEndings.begin(), kEndings.end(), ending_of(path)) != kEndings.end()
           && path.filename() != "README.md";
}

std::vector<fs::path> pages_in(const fs::path& folder) {
    std::vector<fs::path> pages;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
         it.increment(error)) {
        if (it->is_regular_file(error) && is_page(it->path())) {
            pages.push_back(it->path());
        }
    }
    std::sort(pages.begin(), pages.end());
    return pages;
}

/// A file's bytes, unpacked when it is gzip.
base::Result<std::string> read_bytes(const std::string& path) {
    auto bytes = base::read_file(path, kMaxArticleBytes);
    if (bytes && bytes->substr(0, 2) == "\x1F\x8B") {
        bytes = io::gunzip(*bytes, kMaxArticleBytes);
        if (!bytes) {
            return base::Error{bytes.error().code, bytes.error().message, path};
        }
    }
    return bytes;
}

void split_file(const fs::path& path, const std::function<void(ArticleSource)>& take) {
    if (!is_json_lines(path)) {
        take({path.string(), {}, false});
        return;
    }
    if (path.extension() == ".gz") {
        const auto bytes = read_bytes(path.string());
        if (!bytes) {
            take({path.string(), {}, false});  // reading it again says what is wrong
            return;
        }
        std::istringstream in(*bytes);
        read_lines(in, path.string(), take);
        return;
    }
    std::ifstream in(path, std::ios::binary);
    if (!in) {
        take({path.string(), {}, false});
        return;
    }
    read_lines(in, path.string(), take);
}

base::Result<std::vector<page::Article>> read_file(
    const std::string& path,
    const std::optional<time::Span>& published) {
    const auto bytes = read_bytes(path);
    if (!bytes) {
        return bytes.error();
    }
    page::PageHints hints;
    hints.id = stem_of(path);
    hints.path =
        fs::path(path).extension() == ".gz" ? fs::path(path).replace_extension().string() : path;
    hints.published = published;
    auto articles = page::read_pages(*bytes, hints);
    if (!articles) {
        return base::Error{articles.error().code, articles.error().message, path};
    }
    for (page::Article& article : *articles) {
        article.path = path;
    }
    return articles;
}

}  // namespace

base::Result<page::Article> read_article(
    const std::string& path,
    const std::optional<time::Span>& published) {
    auto articles = read_file(path, published);
    if (!articles) {
        return articles.error();
    }
    return std::move(articles->front());
}

base::Result<page::Article> article_from_json(const std::string& line, const std::string& where) {
    const auto members = io::JsonTexts::read(line);
    if (!members) {
        return base::Error{
            base::ErrorCode::BadFormat,
            "Expected a JSON object with 'id' and 'text'",
            where};
    }
    page::PageHints hints;
    const io::JsonTexts& texts = *members;
    hints.id = texts["id"];
    hints.path = where;
    hints.url = texts["url"];
    if (const auto date = time::parse_iso(texts["doc_date"])) {
        hints.published = *date;
    }
    const std::string_view html = texts["html"];
    auto article = page::read_page(html.empty() ? texts["text"] : html, hints);
    if (!article) {
        return base::Error{article.error().code, article.error().message, where};
    }
    if (article->title.empty()) {
        article->title = texts["title"];
    }
    return article;
}

void for_each_source(
    const std::vector<std::string>& inputs,
    const std::function<void(ArticleSource)>& take) {
    for (const std::string& input : inputs) {
        std::error_code ignored;
        if (input == "-") {
            read_lines(std::cin, "standard input", take);
        } else if (fs::is_directory(input, ignored)) {
            for (const fs::path& path : pages_in(input)) {
                split_file(path, take);
            }
        } else {
            split_file(input, take);
        }
    }
}

std::vector<base::Result<page::Article>> read_source(
    const ArticleSource& source,
    const std::optional<time::Span>& published) {
    if (source.is_line) {
        return {article_from_json(source.line, source.where)};
    }
    auto articles = read_file(source.where, published);
    if (!articles) {
        return {articles.error()};
    }
    std::vector<base::Result<page::Article>> out;
    for (page::Article& article : *articles) {
        out.emplace_back(std::move(article));
    }
    return out;
}

void for_each_article(
    const std::vector<std::string>& inputs,
    const std::optional<time::Span>& published,
    const std::function<void(base::Result<page::Article>)>& take) {
    for_each_source(inputs, [&](const ArticleSource& source) {
        for (base::Result<page::Article>& article : read_source(source, published)) {
            take(std::move(article));
        }
    });
}

}  // namespace salient::app
