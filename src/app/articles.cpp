#include "app/articles.hpp"

#include "base/resources.hpp"
#include "io/file_bytes.hpp"
#include "prose/language.hpp"
#include "time/text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <istream>
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

void add_language(page::Article& article) {
    if (article.language.empty()) {
        article.language = prose::detect_language(article.text);
    }
}

void read_lines(
    std::istream& in,
    const std::string& name,
    const std::function<void(base::Result<page::Article>)>& take) {
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.find_first_not_of(" \t\r") != std::string::npos) {
            take(article_from_json(line, name + ":" + std::to_string(number)));
        }
    }
}

bool is_json_lines(const fs::path& path) {
    return path.extension() == ".jsonl" || path.extension() == ".ndjson";
}

bool is_page(const fs::path& path) {
    static constexpr std::array<std::string_view, 8> kEndings =
        {".txt", ".html", ".htm", ".md", ".markdown", ".xhtml", ".gz", ".jsonl"};
    return std::find(kEndings.begin(), kEndings.end(), path.extension().string()) != kEndings.end()
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

void read_one(
    const fs::path& path,
    const std::optional<time::Span>& published,
    const std::function<void(base::Result<page::Article>)>& take) {
    if (is_json_lines(path)) {
        std::ifstream in(path);
        read_lines(in, path.string(), take);
        return;
    }
    take(read_article(path.string(), published));
}

std::string text_at(const nlohmann::json& object, const char* key) {
    return object.contains(key) && object[key].is_string() ? object[key].get<std::string>()
                                                           : std::string();
}

}  // namespace

base::Result<page::Article> read_article(
    const std::string& path,
    const std::optional<time::Span>& published) {
    auto bytes = base::read_file(path, kMaxArticleBytes);
    if (!bytes) {
        return bytes.error();
    }
    if (bytes->substr(0, 2) == "\x1F\x8B") {
        bytes = io::gunzip(*bytes, kMaxArticleBytes);
        if (!bytes) {
            return base::Error{bytes.error().code, bytes.error().message, path};
        }
    }
    std::string name = path;
    if (fs::path(path).extension() == ".gz") {
        name = fs::path(path).replace_extension().string();
    }
    page::PageHints hints;
    hints.id = stem_of(path);
    hints.path = name;
    hints.published = published;
    auto article = page::read_page(*bytes, hints);
    if (!article) {
        return article.error();
    }
    article->path = path;
    add_language(*article);
    return article;
}

base::Result<page::Article> article_from_json(const std::string& line, const std::string& where) {
    const nlohmann::json object = nlohmann::json::parse(line, nullptr, false);
    if (!object.is_object()) {
        return base::Error{
            base::ErrorCode::BadFormat,
            "Expected a JSON object with 'id' and 'text'",
            where};
    }
    page::PageHints hints;
    hints.id = text_at(object, "id");
    hints.path = where;
    hints.url = text_at(object, "url");
    if (const auto date = time::parse_iso(text_at(object, "doc_date"))) {
        hints.published = *date;
    }
    const std::string html = text_at(object, "html");
    auto article = page::read_page(html.empty() ? text_at(object, "text") : html, hints);
    if (!article) {
        return base::Error{article.error().code, article.error().message, where};
    }
    if (article->title.empty()) {
        article->title = text_at(object, "title");
    }
    add_language(*article);
    return article;
}

void for_each_article(
    const std::vector<std::string>& inputs,
    const std::optional<time::Span>& published,
    const std::function<void(base::Result<page::Article>)>& take) {
    for (const std::string& input : inputs) {
        std::error_code ignored;
        if (input == "-") {
            read_lines(std::cin, "standard input", take);
        } else if (fs::is_directory(input, ignored)) {
            for (const fs::path& path : pages_in(input)) {
                read_one(path, published, take);
            }
        } else {
            read_one(input, published, take);
        }
    }
}

}  // namespace salient::app
